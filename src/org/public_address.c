/* SPDX-License-Identifier: Apache-2.0 */
/* The address the agency says it has. What a stranger's browser names as host is never it: only
   what was set is printed, signed or mailed. */
#include "org/org.h"

#define SCHEME "https://"
#define PORT_DIGITS_MAX 5

static bool is_label(struct str label)
{
	for (size_t i = 0; i < label.len; i++) {
		char c = label.at[i], low = (char)(c | 0x20);
		if (!(c >= '0' && c <= '9') && !(low >= 'a' && low <= 'z') && c != '-')
			return false;
	}
	return label.len > 0 && label.len <= 63 && label.at[0] != '-' &&
	       label.at[label.len - 1] != '-';
}

/* A name that others find: of several parts, the last no number, so no address of a machine. */
static bool is_found_by_others(struct str host)
{
	struct str last = STR_NONE;
	int parts = 0;

	while (host.len > 0) {
		bool has_more = str_has(host, ".");
		last = str_cut(host, '.', &host);
		if (!is_label(last) || (has_more && host.len == 0))
			return false;
		parts++;
	}
	return parts > 1 && (last.at[0] < '0' || last.at[0] > '9');
}

static bool is_port(struct str port)
{
	int64_t number = 0;

	return port.len > 0 && port.len <= PORT_DIGITS_MAX && str_parse_int(port, &number) &&
	       number > 0 && number <= 65535;
}

static struct str bare(struct str value)
{
	value = str_trim(value);
	return str_ends(value, "/") ? str_slice(value, 0, value.len - 1) : value;
}

bool public_address_is_sound(struct str value)
{
	struct str host, port;

	value = bare(value);
	if (!str_starts(value, SCHEME) || value.len > PUBLIC_ADDRESS_MAX)
		return false;
	value = str_slice(value, sizeof(SCHEME) - 1, value.len);
	host = str_cut(value, ':', &port);
	return is_found_by_others(host) && (host.len == value.len || is_port(port));
}

void public_address_check(struct job *job, struct str field, struct str value)
{
	if (value.len > 0 && !public_address_is_sound(value))
		problem_add(job->faults, field, "setelan.alamat",
			    STR("Tulis alamat lengkap tanpa halaman, misalnya "
				"https://kinerja.kota-contoh.go.id."));
}

enum err public_address_load(struct job *job, struct str *out)
{
	enum err err = setelan_load(job, PUBLIC_ADDRESS, job->today, out);

	if (err)
		return err;
	*out = public_address_is_sound(*out) ? bare(*out) : STR_NONE;
	return ERR_OK;
}
