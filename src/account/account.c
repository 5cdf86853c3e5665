/* SPDX-License-Identifier: Apache-2.0 */
/* Making accounts, signing in and out, and passwords, with delays for who tries them out. */
#include "account/account.h"

#include "account/account_form.h"
#include "account/account_store.h"
#include "account/activation.h"
#include "account/attempts.h"
#include "account/password_rule.h"
#include "account/refused.h"
#include "account/role_store.h"
#include "account/session.h"
#include "audit/audit.h"
#include "base/crypto.h"
#include "base/say.h"
#include "form/form.h"
#include "generated/account_sql.h"

#define FREE_TRIES_NAME 5
#define FREE_TRIES_ADDRESS 100 /* an office shares one address */
#define LONGEST_WAIT_NAME 300
#define LONGEST_WAIT_ADDRESS 10 /* seconds; honest neighbours still get in */

static enum err add_login(struct job *job, struct str login, const struct id *akun_id)
{
	struct str key;
	enum err err = login_key_make(job, login, &key);

	return err || key.len == 0 ? err : login_key_add(job, key, akun_id);
}

enum err account_create(struct job *job, const struct account_new *account, struct id *akun_id)
{
	enum err err;

	*akun_id = id_make();
	if ((err = akun_add(job, account, akun_id)))
		return err;
	if ((err = add_login(job, account->nip, akun_id)) ||
	    (err = add_login(job, account->email, akun_id)))
		return err;
	return audit_add(job, &(struct audit_entry){.deed = "account.create", .object = *akun_id});
}

enum err account_grant(struct job *job, const struct id *akun_id, enum peran peran,
		       const struct id *unit_id)
{
	struct role role = {.peran = peran, .unit_id = *unit_id};
	enum err err = role_save(job, akun_id, &role);

	return err ? err
		   : audit_add(job, &(struct audit_entry){.deed = "role.give",
							  .object = *akun_id,
							  .before = role_name(job->mem, &role),
							  .after = peran_key(peran)});
}

enum err account_of_pegawai(struct job *job, const struct id *pegawai_id, struct id *akun_id)
{
	return sql_account_of_pegawai(job, pegawai_id, akun_id);
}

/* "aaaaaaaaaaaa", "121212121212": too few different characters to be a secret. */
static bool is_monotone(struct str password)
{
	bool seen[256] = {false};
	int different = 0;

	for (size_t i = 0; i < password.len; i++) {
		different += !seen[(unsigned char)password.at[i]];
		seen[(unsigned char)password.at[i]] = true;
	}
	return different < 5;
}

static bool is_too_long(struct str password)
{
	return str_chars(password) > PASSWORD_LONGEST;
}

static void complain_long(struct job *job, struct str field)
{
	problem_add(job->faults, field, "account.password_long",
		    STR("Pakai kata sandi paling banyak 200 huruf."));
}

void account_check_new_password(struct job *job, struct str field, struct str password,
				struct str own)
{
	if (str_chars(password) < PASSWORD_SHORTEST)
		problem_add(job->faults, field, "account.password_short",
			    STR("Pakai kata sandi paling sedikit 12 huruf atau angka. Beberapa "
				"kata juga boleh."));
	else if (is_too_long(password))
		complain_long(job, field);
	else if (is_monotone(password) || password_is_common(job->mem, password, own))
		problem_add(job->faults, field, "account.password_weak",
			    STR("Kata sandi ini mudah ditebak. Pilih yang lain, misalnya empat "
				"kata acak yang tidak berhubungan dengan Anda."));
}

static enum err too_many(struct job *job, struct str field, int seconds)
{
	struct str wait = seconds < 60 ? say_format(job->mem, "%d detik", seconds)
				       : say_format(job->mem, "%d menit", (seconds + 59) / 60);
	problem_add(job->faults, field, "account.too_many",
		    say_format(job->mem, "Terlalu banyak percobaan. Tunggu %.*s, lalu coba lagi.",
			       STR_ARG(wait)));
	return ERR_BUSY;
}

static enum err find_account(struct job *job, struct str key, struct akun *akun)
{
	struct login_owner owner;
	enum err err = login_key_find(job, key, &owner);

	if (err)
		return err;
	db_use_instansi(job->db, &owner.instansi_id);
	if ((err = akun_load(job, &owner.akun_id, akun)))
		return err;
	return akun->is_active ? ERR_OK : ERR_NOT_FOUND;
}

/* The password, or the code that stands in its place; a code takes as long as any other answer. */
static bool sandi_matches(struct job *job, struct str password, struct str hash)
{
	bool is_whole = !is_too_long(password);

	if (!is_whole) /* as long as any other answer, and never a match of its beginning */
		password = STR_NONE;
	if (!activation_is(hash))
		return password_check(password, hash) && is_whole;
	(void)password_check(password, STR_NONE);
	return activation_matches(job->mem, password, hash, job->today);
}

/* Only this installation can make it from the name, so a stranger has none. */
static struct str known_make(struct arena *mem, struct str key)
{
	uint8_t hash[CRYPTO_HASH_LEN];
	struct buf out;

	crypto_hash256(STR("kenal1"), key, hash);
	buf_init(&out, mem);
	buf_add_hex(&out, hash, sizeof(hash));
	return buf_str(&out);
}

/* A hash made with older parameters is made again while the password is at hand; when memory is
   short, next time. */
static void renew_hash(struct job *job, struct sign_in *who, struct str kept)
{
	who->new_hash = STR_NONE;
	if (activation_is(kept) || !password_is_outdated(kept))
		return;
	if (password_hash(job->mem, who->password, &who->new_hash))
		who->new_hash = STR_NONE;
	who->old_hash = kept;
}

/* What is counted against who asks. */
struct trying {
	struct str key, known, tries; /* of the name; what knows the browser; which is counted */
	int wait; /* seconds */
};

/* Somebody who hammers on a name, or from an address, delays strangers, not the browser its owner
   uses. */
static enum err trying_of(struct job *job, struct sign_in *who, struct trying *out)
{
	int wait_address = 0;
	enum err err = login_key_make(job, who->login, &out->key);

	if (err)
		return err;
	out->known = known_make(job->mem, out->key);
	who->is_known = crypto_equal(out->known, who->known);
	out->tries = who->is_known ? out->known : out->key;
	out->wait = attempts_wait(out->tries, FREE_TRIES_NAME, LONGEST_WAIT_NAME, job->now);
	if (!who->is_known)
		wait_address = attempts_wait(who->address, FREE_TRIES_ADDRESS, LONGEST_WAIT_ADDRESS,
					     job->now);
	if (wait_address > out->wait)
		out->wait = wait_address;
	return ERR_OK;
}

enum err account_knock(struct job *job, struct sign_in *who)
{
	struct trying trying;
	enum err err = trying_of(job, who, &trying);

	return err ? err : trying.wait > 0 ? ERR_BUSY : ERR_OK;
}

enum err account_check(struct job *job, struct sign_in *who)
{
	struct trying trying;
	struct akun akun = {.sandi_hash = STR_NONE};
	enum err err;

	form_check(&sign_in_form, who, job->faults);
	if (problems_any(job->faults))
		return ERR_INVALID;
	if ((err = trying_of(job, who, &trying)))
		return err;
	if (trying.wait > 0) {
		refused_note(REFUSED_WAIT, &akun.instansi_id, &akun.akun_id, job->now);
		return too_many(job, STR("masuk"), trying.wait);
	}
	err = trying.key.len ? find_account(job, trying.key, &akun) : ERR_NOT_FOUND;
	if (err && err != ERR_NOT_FOUND)
		return err;
	/* An unknown name takes as long as a wrong password. */
	bool is_right = sandi_matches(job, who->password, err ? STR_NONE : akun.sandi_hash);
	if (err || !is_right) {
		attempts_failed(trying.tries, job->now);
		attempts_failed(who->address, job->now);
		refused_note(err ? REFUSED_NAME : REFUSED_PASSWORD, &akun.instansi_id,
			     &akun.akun_id, job->now);
		problem_add(job->faults, STR("masuk"), "account.wrong",
			    STR("NIP, surel, atau kata sandi tidak cocok. Periksa lagi, lalu coba "
				"sekali lagi."));
		return ERR_INVALID;
	}
	attempts_succeeded(trying.tries);
	if (akun.is_locked) { /* only who knows the password learns it */
		problem_add(job->faults, STR("masuk"), "account.locked",
			    STR("Akun Anda dikunci. Hubungi admin kepegawaian di instansi Anda."));
		return ERR_INVALID;
	}
	who->instansi_id = akun.instansi_id;
	who->akun_id = akun.akun_id;
	who->must_change = akun.must_change;
	who->known = trying.known;
	renew_hash(job, who, akun.sandi_hash);
	return ERR_OK;
}

/* The trail names who signs in, not the visitor who asked. */
static enum err audit_as(struct job *job, const struct id *akun_id, const char *deed)
{
	struct actor actor = *job->actor;
	struct job as = *job;

	actor.instansi_id = *db_instansi(job->db);
	actor.akun_id = *akun_id;
	as.actor = &actor;
	return audit_add(&as, &(struct audit_entry){.deed = deed, .object = *akun_id});
}

enum err account_sign_in(struct job *job, const struct sign_in *who, struct str device,
			 struct str old, struct str *cookie)
{
	enum err err;

	db_use_instansi(job->db, &who->instansi_id);
	if (old.len > 0 && (err = session_end(job, old)))
		return err;
	if (who->new_hash.len > 0 &&
	    (err = akun_renew_hash(job, &who->akun_id, who->old_hash, who->new_hash)))
		return err;
	if ((err = session_open(job, &who->akun_id, device, cookie)))
		return err;
	return audit_as(job, &who->akun_id, "account.sign_in");
}

enum err account_sign_out(struct job *job, struct str cookie)
{
	enum err err = session_end(job, cookie);

	return err ? err : audit_as(job, &job->actor->akun_id, "account.sign_out");
}

/* The actor's password, with a delay for who tries it out; a wrong one is a fault under field. */
static enum err check_own(struct job *job, struct str field, struct str password, struct akun *akun)
{
	struct str key;
	enum err err = akun_load(job, &job->actor->akun_id, akun);

	if (err)
		return err;
	if (is_too_long(password)) {
		complain_long(job, field);
		return ERR_OK;
	}
	key = str_format(job->mem, "sandi:%.*s", STR_ARG(id_str(job->mem, &akun->akun_id)));
	int wait = attempts_wait(key, FREE_TRIES_NAME, LONGEST_WAIT_NAME, job->now);
	if (wait > 0)
		return too_many(job, field, wait);
	if (sandi_matches(job, password, akun->sandi_hash)) {
		attempts_succeeded(key);
		return ERR_OK;
	}
	attempts_failed(key, job->now);
	refused_note(REFUSED_PASSWORD, &job->actor->instansi_id, &akun->akun_id, job->now);
	problem_add(job->faults, field, "account.password_wrong",
		    STR("Kata sandi tidak cocok. Periksa lagi huruf besar dan kecilnya."));
	return ERR_OK;
}

enum err account_confirm(struct job *job, struct str field, struct sign_in *who)
{
	struct akun akun;
	enum err err = check_own(job, field, who->password, &akun);

	if (err || problems_any(job->faults))
		return err ? err : ERR_INVALID;
	who->instansi_id = akun.instansi_id;
	who->akun_id = akun.akun_id;
	who->must_change = akun.must_change;
	return ERR_OK;
}

bool account_asks_password(const struct actor *actor)
{
	return !(actor->must_change && actor->is_fresh);
}

enum err account_check_password(struct job *job, struct str now, struct str wanted,
				struct str again, struct str *hash)
{
	bool is_asked = account_asks_password(job->actor);
	struct akun akun;
	enum err err = is_asked ? check_own(job, STR("sekarang"), now, &akun)
				: akun_load(job, &job->actor->akun_id, &akun);

	if (err)
		return err;
	account_check_new_password(
		job, STR("baru"), wanted,
		str_format(job->mem, "%.*s %.*s", STR_ARG(akun.nip), STR_ARG(akun.nama)));
	if (is_asked ? str_equal(now, wanted) : sandi_matches(job, wanted, akun.sandi_hash))
		problem_add(job->faults, STR("baru"), "account.password_same",
			    STR("Pilih kata sandi yang berbeda dari yang sekarang."));
	if (!str_equal(wanted, again))
		problem_add(job->faults, STR("ulang"), "account.password_again",
			    STR("Tulis kata sandi baru yang sama sekali lagi."));
	if (problems_any(job->faults))
		return ERR_INVALID;
	return password_hash(job->mem, wanted, hash);
}

enum err account_set_password(struct job *job, struct str hash, struct str device,
			      struct str *cookie)
{
	const struct id *akun_id = &job->actor->akun_id;
	enum err err;

	if ((err = akun_set_password(job, akun_id, hash, false)) ||
	    (err = session_end_all(job, akun_id)) ||
	    (err = session_open(job, akun_id, device, cookie)))
		return err;
	return audit_as(job, akun_id, "account.password");
}

enum err account_set_theme(struct job *job, struct str theme)
{
	if (theme.len > 0 && !str_is(theme, "light") && !str_is(theme, "dark")) {
		problem_add(job->faults, STR("tema"), "account.theme",
			    STR("Pilih terang, gelap, atau ikut perangkat."));
		return ERR_INVALID;
	}
	return akun_set_theme(job, &job->actor->akun_id, theme);
}

enum err account_set_language(struct job *job, enum bahasa bahasa)
{
	return akun_set_language(job, &job->actor->akun_id, bahasa);
}
