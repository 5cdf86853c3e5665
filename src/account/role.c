/* SPDX-License-Identifier: Apache-2.0 */
/* Giving and ending roles, locking, new codes: each with a reason, none for oneself. */
#include "account/role.h"

#include "account/account_store.h"
#include "account/activation.h"
#include "account/role_store.h"
#include "account/session.h"
#include "audit/audit.h"
#include "base/say.h"
#include "org/browse.h"

#define REASON_LONGEST 500

bool role_is_held(const struct role *role, struct date today)
{
	return (date_is_none(role->mulai) || date_compare(role->mulai, today) <= 0) &&
	       (date_is_none(role->sampai) || date_compare(role->sampai, today) >= 0);
}

enum err role_browse(struct job *job, struct str search, struct str after, struct role_page *out)
{
	struct id akun_id = {{0}};

	*out = (struct role_page){.next = STR_NONE};
	if (!access_may(job->actor, PERM_ACCOUNT_MANAGE))
		return ERR_FORBIDDEN;
	if (str_trim(search).len > 0)
		return role_people_find(job, search, after, out);
	if (after.len > 0 && !id_parse(after, &akun_id))
		return ERR_NOT_FOUND;
	return role_holders_load(job, &akun_id, out);
}

enum err role_show(struct job *job, const struct id *akun_id, struct role_person *out)
{
	if (!access_may(job->actor, PERM_ACCOUNT_MANAGE))
		return ERR_FORBIDDEN;
	return role_person_load(job, akun_id, out);
}

/* ---- what every deed here asks for ---- */

static bool is_self(const struct job *job, const struct id *akun_id)
{
	return id_equal(&job->actor->akun_id, akun_id);
}

enum err role_check_reason(struct job *job, struct str reason)
{
	struct law_values law;
	enum err err = setelan_values_load(job, job->today, &law);
	int least = err ? 0 : law.of[LAW_role_reason_min_chars];

	if (str_chars(str_trim(reason)) < (size_t)least || reason.len > REASON_LONGEST)
		problem_add(job->faults, STR("alasan"), "role.reason",
			    say_format(job->mem,
				       "Tulis alasannya, misalnya nomor surat keputusan atau "
				       "permintaan pemilik akun (%d sampai 500 huruf).",
				       least));
	return err;
}

enum err role_is_last_admin(struct job *job, const struct id *akun_id, bool *out)
{
	struct role_person person;
	int64_t others = 0;
	bool is_admin = false;
	enum err err = role_person_load(job, akun_id, &person);

	if (err || (err = role_count_others(job, akun_id, PERAN_ADMIN_KEPEGAWAIAN, &others)))
		return err;
	for (int i = 0; i < person.role_count; i++)
		is_admin |= person.roles[i].peran == PERAN_ADMIN_KEPEGAWAIAN;
	*out = is_admin && others == 0;
	return ERR_OK;
}

/* Somebody must be left who can give roles, today and without a last day. */
static enum err check_last_admin(struct job *job, const struct id *akun_id, struct str field)
{
	bool is_last = false;
	enum err err = role_is_last_admin(job, akun_id, &is_last);

	if (err)
		return err;
	if (is_last)
		problem_add(job->faults, field, "role.last_admin",
			    STR("Ini satu-satunya admin kepegawaian tetap. Beri dulu peran itu "
				"kepada orang lain, supaya instansi tidak kehilangan admin."));
	return ERR_OK;
}

/* Ends the person's sessions, so that what changed holds at once, and writes it down. */
static enum err conclude(struct job *job, const struct id *akun_id, const struct audit_entry *entry)
{
	enum err err = session_end_all(job, akun_id);

	return err ? err : audit_add(job, entry);
}

/* ---- giving ---- */

struct str role_self_sentence(void)
{
	return STR(SAID("Anda tidak dapat memberi peran kepada diri sendiri. Minta admin lain "
			"melakukannya, supaya selalu ada dua orang yang tahu."));
}

/* A field that its form found wrong has its sentence. */
static void fault(struct job *job, const char *field, const char *rule, struct str sentence)
{
	if (problem_for(job->faults, str_from(field)).len == 0)
		problem_add(job->faults, str_from(field), rule, sentence);
}

static enum err read_unit(struct job *job, const struct role_form *form, struct role *role)
{
	bool is_wide = peran_is_agency_wide(role->peran), is_none = id_is_none(&form->unit);
	struct unit *unit;
	enum err err;

	if (is_none && !is_wide) {
		fault(job, "unit", "role.unit", STR(SAID("Pilih unit kerjanya.")));
		return ERR_OK;
	}
	err = is_none ? unit_highest(job, PERM_ACCOUNT_MANAGE, &unit)
		      : unit_load(job, &form->unit, &unit);
	if (err)
		return err;
	role->unit_id = unit->unit_id;
	if (is_wide && !id_is_none(&unit->induk_id))
		problem_add(job->faults, STR("unit"), "role.agency_wide",
			    say_format(job->mem,
				       "Peran %.*s berlaku untuk seluruh instansi. Kosongkan "
				       "unitnya.",
				       STR_ARG(say(job->mem, peran_label(role->peran)))));
	return ERR_OK;
}

static void read_term(struct job *job, const struct role_form *form, struct role *role)
{
	role->mulai = date_is_none(form->mulai) ? job->today : form->mulai;
	role->sampai = form->sampai;
	if (!date_is_none(role->sampai) && (date_compare(role->sampai, role->mulai) < 0 ||
					    date_compare(role->sampai, job->today) < 0))
		problem_add(job->faults, STR("sampai"), "role.term",
			    STR("Tanggal berakhir tidak boleh sebelum mulai atau sudah lewat."));
	if (role->penugasan == PENUGASAN_DEFINITIF)
		return;
	if (date_is_none(role->sampai))
		problem_add(job->faults, STR("sampai"), "role.acting_term",
			    STR("Plt. dan Plh. selalu berbatas waktu. Isi tanggal berakhirnya."));
	if (peran_is_agency_wide(role->peran))
		problem_add(job->faults, STR("penugasan"), "role.acting_head",
			    STR("Plt. dan Plh. hanya untuk pimpinan unit kerja."));
}

static enum err read_form(struct job *job, const struct role_form *form, struct role *role)
{
	enum err err = ERR_OK;

	if (!peran_parse(form->peran, &role->peran) || !peran_is_given(role->peran))
		fault(job, "peran", "role.peran", STR(SAID("Pilih perannya.")));
	else
		err = read_unit(job, form, role);
	if (!penugasan_parse(form->penugasan, &role->penugasan))
		fault(job, "penugasan", "role.penugasan",
		      STR(SAID("Pilih definitif, Plt., atau Plh.")));
	read_term(job, form, role);
	role->alasan = str_trim(form->alasan);
	return err ? err : role_check_reason(job, form->alasan);
}

struct str role_text(struct arena *mem, const struct role *role)
{
	struct str unit = id_str(mem, &role->unit_id);

	return str_format(mem, "%.*s|%.*s|%.*s|%.*s|%.*s", STR_ARG(peran_key(role->peran)),
			  STR_ARG(unit), STR_ARG(penugasan_key(role->penugasan)),
			  STR_ARG(date_iso(mem, role->mulai)),
			  STR_ARG(date_iso(mem, role->sampai)));
}

struct str role_name(struct arena *mem, const struct role *role)
{
	struct role named = {.peran = role->peran, .unit_id = role->unit_id};

	return role_text(mem, &named);
}

enum err role_give(struct job *job, const struct id *akun_id, const struct role_form *form)
{
	struct role_person person;
	struct role role = {0};
	enum err err = role_show(job, akun_id, &person);

	if (err)
		return err;
	if (is_self(job, akun_id))
		problem_add(job->faults, STR("peran"), "role.self", role_self_sentence());
	if (!person.is_active || person.is_locked)
		problem_add(job->faults, STR("peran"), "role.inactive",
			    STR("Akun ini tidak aktif. Buka dulu kuncinya."));
	if ((err = read_form(job, form, &role)))
		return err;
	if (role.peran == PERAN_ADMIN_KEPEGAWAIAN && !date_is_none(role.sampai) &&
	    (err = check_last_admin(job, akun_id, STR("sampai"))))
		return err;
	if (problems_any(job->faults))
		return ERR_INVALID;
	if ((err = role_save(job, akun_id, &role)))
		return err;
	return conclude(job, akun_id,
			&(struct audit_entry){.deed = "role.give",
					      .object = *akun_id,
					      .reason = role.alasan,
					      .before = role_name(job->mem, &role),
					      .after = role_text(job->mem, &role)});
}

enum err role_end(struct job *job, const struct id *akun_id, const struct role_form *form)
{
	struct role_person person;
	struct role role = {0};
	enum err err = role_show(job, akun_id, &person);

	if (err)
		return err;
	if (!peran_parse(form->peran, &role.peran)) {
		problem_add(job->faults, STR("peran"), "role.unknown", STR("Pilih perannya."));
		return ERR_INVALID;
	}
	role.unit_id = form->unit;
	if ((err = role_check_reason(job, form->alasan)) ||
	    (role.peran == PERAN_ADMIN_KEPEGAWAIAN &&
	     (err = check_last_admin(job, akun_id, STR("alasan")))))
		return err;
	if (problems_any(job->faults))
		return ERR_INVALID;
	if ((err = role_delete(job, akun_id, role.peran, &role.unit_id)))
		return err;
	return conclude(job, akun_id,
			&(struct audit_entry){.deed = "role.end",
					      .object = *akun_id,
					      .reason = str_trim(form->alasan),
					      .before = role_text(job->mem, &role)});
}

/* ---- the account itself ---- */

static enum err open_other(struct job *job, const struct id *akun_id, struct str reason,
			   const char *sentence)
{
	struct role_person person;
	enum err err = role_show(job, akun_id, &person);

	if (err)
		return err;
	if (is_self(job, akun_id))
		problem_add(job->faults, STR("alasan"), "account.self", str_from(sentence));
	return role_check_reason(job, reason);
}

enum err account_renew_code(struct job *job, const struct id *akun_id, struct str reason,
			    struct str *code)
{
	enum err err = open_other(job, akun_id, reason,
				  SAID("Untuk akun Anda sendiri, pakai halaman Ganti kata sandi."));

	if (err || problems_any(job->faults))
		return err ? err : ERR_INVALID;
	*code = activation_make(job->mem);
	if ((err = akun_set_password(job, akun_id, activation_hash(job->mem, *code, job->today),
				     true)))
		return err;
	return conclude(job, akun_id,
			&(struct audit_entry){.deed = "account.code",
					      .object = *akun_id,
					      .reason = str_trim(reason)});
}

enum err account_lock(struct job *job, const struct id *akun_id, bool is_locked, struct str reason)
{
	enum err err = open_other(
		job, akun_id, reason,
		SAID("Anda tidak dapat mengunci akun sendiri. Minta admin lain melakukannya."));

	if (err || (is_locked && (err = check_last_admin(job, akun_id, STR("alasan")))))
		return err;
	if (problems_any(job->faults))
		return ERR_INVALID;
	if ((err = role_save_lock(job, akun_id, is_locked)))
		return err;
	return conclude(job, akun_id,
			&(struct audit_entry){.deed = is_locked ? "account.lock" : "account.unlock",
					      .object = *akun_id,
					      .reason = str_trim(reason)});
}
