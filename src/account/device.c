/* SPDX-License-Identifier: Apache-2.0 */
/* The sessions of one's own account, and ending them. */
#include "account/device.h"

#include "account/session.h"
#include "audit/audit.h"
#include "base/say.h"
#include "generated/account_sql.h"

/* In this order: later browsers call themselves by the names of earlier ones too. */
static const struct {
	const char *mark, *name;
} browsers[] =
	{
		{"SamsungBrowser/", "Samsung Internet"},
		{"Edg", "Edge"},
		{"OPR/", "Opera"},
		{"UCBrowser/", "UC Browser"},
		{"Firefox/", "Firefox"},
		{"FxiOS/", "Firefox"},
		{"CriOS/", "Chrome"},
		{"Chrome/", "Chrome"},
		{"Safari/", "Safari"},
},
  systems[] = {
	  {"Android", "Android"}, {"iPhone", "iPhone"}, {"iPad", "iPad"},   {"CrOS", "ChromeOS"},
	  {"Windows", "Windows"}, {"Mac OS X", "Mac"},	{"Linux", "Linux"},
};

struct str device_name(struct arena *mem, struct str user_agent)
{
	const char *browser = SAID("Peramban lain"), *system = NULL;

	for (size_t i = sizeof(browsers) / sizeof(browsers[0]); i-- > 0;)
		if (str_has(user_agent, browsers[i].mark))
			browser = browsers[i].name;
	for (size_t i = sizeof(systems) / sizeof(systems[0]); i-- > 0;)
		if (str_has(user_agent, systems[i].mark))
			system = systems[i].name;
	return system ? say_format(mem, "%s di %s", browser, system) : str_from(browser);
}

static struct str hex(struct arena *mem, struct str bytes)
{
	struct buf out;

	buf_init(&out, mem);
	buf_add_hex(&out, bytes.at, bytes.len);
	return buf_str(&out);
}

enum err device_list(struct job *job, struct str cookie, struct device **out, int *count)
{
	const struct id *akun_id = &job->actor->akun_id;
	struct device_session *rows;
	struct session here;
	enum err err = sql_device_of_account(job, akun_id, job->now, DEVICES_MAX, &rows, count);

	if (err)
		return err;
	session_name(cookie, &here);
	*out = arena_array(job->mem, struct device, *count + 1);
	for (int i = 0; i < *count; i++)
		(*out)[i] = (struct device){
			.hash = hex(job->mem, rows[i].token_hash),
			.name = device_name(job->mem, rows[i].perangkat),
			.signed_in_at = rows[i].signed_in_at,
			.seen_at = rows[i].seen_at,
			.is_this = str_equal(rows[i].token_hash, crypto_hash_str(here.hash)),
		};
	return ERR_OK;
}

static int digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool hash_parse(struct str text, uint8_t hash[CRYPTO_HASH_LEN])
{
	if (text.len != (size_t)2 * CRYPTO_HASH_LEN)
		return false;
	for (size_t i = 0; i < CRYPTO_HASH_LEN; i++) {
		int high = digit(text.at[2 * i]), low = digit(text.at[2 * i + 1]);
		if (high < 0 || low < 0)
			return false;
		hash[i] = (uint8_t)(high * 16 + low);
	}
	return true;
}

enum err device_end(struct job *job, struct str hash)
{
	uint8_t bytes[CRYPTO_HASH_LEN];
	int64_t changed = 0;
	enum err err;

	if (!hash_parse(hash, bytes)) {
		problem_add(job->faults, STR("sesi"), "device.unknown",
			    STR("Pilih perangkat yang dikeluarkan."));
		return ERR_INVALID;
	}
	if ((err = sql_device_delete(job, &job->actor->akun_id, crypto_hash_str(bytes), &changed)))
		return err;
	if (changed == 0)
		return ERR_NOT_FOUND;
	return audit_add(
		job, &(struct audit_entry){.deed = "device.end", .object = job->actor->akun_id});
}

enum err device_end_others(struct job *job, struct str cookie)
{
	struct session here;

	session_name(cookie, &here);
	enum err err =
		sql_device_delete_others(job, &job->actor->akun_id, crypto_hash_str(here.hash));
	return err ? err
		   : audit_add(job, &(struct audit_entry){.deed = "device.end_others",
							  .object = job->actor->akun_id});
}
