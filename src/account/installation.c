/* SPDX-License-Identifier: Apache-2.0 */
/* The first agency with its root unit and its first administrator. */
#include "account/installation.h"

#include "account/account.h"
#include "account/account_form.h"
#include "account/session.h"
#include "account/setup_code.h"
#include "audit/audit.h"
#include "base/crypto.h"
#include "form/form.h"
#include "generated/account_sql.h"
#include "org/bulk.h"
#include "org/org.h"

enum err installation_is_set_up(struct job *job, bool *out)
{
	*out = true; /* as nearly always; while the database does not answer, nobody can say */
	return job->db ? sql_installation_any(job, out) : ERR_OK;
}

enum err agency_find(struct job *job, struct str slug, struct agency *out)
{
	struct agency *some;
	int count;

	if (slug.len > 0)
		return sql_agency_by_slug(job, slug, out);

	enum err err = sql_agency_first_two(job, &some, &count);
	if (err || count != 1)
		return err ? err : ERR_NOT_FOUND;
	*out = some[0];
	return ERR_OK;
}

static bool is_code(struct str kode)
{
	for (size_t i = 0; i < kode.len; i++) {
		char c = kode.at[i];
		if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
		      c == '-' || c == '.'))
			return false;
	}
	return kode.len > 0 && kode.len <= INSTALLATION_CODE_MAX;
}

enum err installation_check(struct job *job, const struct installation *in, struct str *hash)
{
	form_check(&installation_form, in, job->faults);
	if (!setup_code_matches(job->mem, in->kode_awal))
		problem_add(job->faults, STR("kode_awal"), "installation.setup_code",
			    STR("Kode awal tidak cocok. Salin dari log server (\"setup_code\")."));
	if (!is_code(str_trim(in->kode)))
		problem_add(job->faults, STR("kode"), "installation.code",
			    STR("Tulis kode instansi dengan huruf, angka, titik, atau tanda "
				"hubung, tanpa spasi."));
	public_address_check(job, STR("alamat"), in->alamat);
	account_check_new_password(job, STR("sandi"), in->sandi,
				   str_format(job->mem, "%.*s %.*s %.*s", STR_ARG(in->admin_nama),
					      STR_ARG(in->admin_email), STR_ARG(in->nama)));
	if (!str_equal(in->sandi, in->ulang))
		problem_add(job->faults, STR("ulang"), "account.password_again",
			    STR("Tulis kata sandi yang sama sekali lagi."));
	if (problems_any(job->faults))
		return ERR_INVALID;
	return password_hash(job->mem, in->sandi, hash);
}

enum err agency_add(struct job *job, const struct agency_new *new)
{
	enum err err = sql_agency_insert(job, new, job->now);

	if (!err)
		db_use_instansi(job->db, &new->agency.instansi_id);
	return err;
}

/* The unit above all others. */
static enum err root_add(struct job *job, const struct agency_new *new, const struct id *unit_id)
{
	struct unit root = {.unit_id = *unit_id,
			    .kode = new->kode,
			    .nama = new->agency.nama,
			    .jalur = str_format(job->mem, "/%.*s/", STR_ARG(new->kode)),
			    .jenis = STR("instansi"),
			    .zona = new->agency.zona};

	return unit_add(job, &root);
}

enum err agency_create(struct job *job, const struct installation *in, struct id *instansi_id,
		       struct id *root_unit_id)
{
	struct agency_new new = {
		.agency = {.instansi_id = id_make(), .nama = str_trim(in->nama)},
		.kode = str_trim(in->kode),
		.kota = str_trim(in->kota),
	};
	enum err err;

	struct date today;

	if (!zona_parse(in->zona, &new.agency.zona))
		return ERR_INVALID; /* installation_check told it */
	*instansi_id = new.agency.instansi_id;
	*root_unit_id = id_make();
	if ((err = agency_add(job, &new)) || (err = root_add(job, &new, root_unit_id)) ||
	    (err = audit_add(
		     job, &(struct audit_entry){.deed = "agency.create", .object = *instansi_id})))
		return err;
	today = date_of_time(job->now, new.agency.zona);
	return in->alamat.len > 0 ? setelan_begin(job, PUBLIC_ADDRESS, today, str_trim(in->alamat))
				  : ERR_OK;
}

enum err installation_create(struct job *job, const struct installation *in, struct str hash,
			     struct str device, struct str *cookie)
{
	struct account_new admin = {.nama = str_trim(in->admin_nama),
				    .email = str_trim(in->admin_email),
				    .sandi_hash = hash};
	struct id instansi_id, unit_id, akun_id;
	bool is_set_up = false;
	enum err err = installation_is_set_up(job, &is_set_up);

	if (err || is_set_up)
		return err ? err : ERR_CONFLICT;
	if ((err = agency_create(job, in, &instansi_id, &unit_id)) ||
	    (err = account_create(job, &admin, &akun_id)) ||
	    (err = account_grant(job, &akun_id, PERAN_ADMIN_KEPEGAWAIAN, &unit_id)))
		return err;
	return session_open(job, &akun_id, device, cookie);
}
