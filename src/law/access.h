/* SPDX-License-Identifier: Apache-2.0 */
/* Who may do what to whose record. Roles stand in role.def, permissions and
   grants in rights.def; AUD-02 [D]. Nobody approves an own record. */
#ifndef ABDI_LAW_ACCESS_H
#define ABDI_LAW_ACCESS_H
#include "base/date.h"
#include "base/id.h"
#include "law/role.h"

/* What somebody may be allowed to do. */
enum permission {
#define PERMISSION(name, fresh, label) PERM_##name,
#include "law/rights.def"
	PERM_COUNT
};

/* How far a grant reaches from the actor. */
enum reach {
	REACH_NONE,
	REACH_SELF, /* records about the actor */
	REACH_BAWAHAN, /* records of people whose pejabat penilai the actor is, never the own
	                  record */
	REACH_UNIT, /* records in the units of the role's scope and below, never the own record */
	REACH_INSTANSI, /* every record of the agency */
	REACH_PUBLIC, /* everyone, signed in or not */
};

#define ACTOR_SCOPES_MAX 16
#define ACCESS_FRESH_SECONDS (30 * 60)

/* A role, and where it holds. */
struct actor_scope {
	enum peran peran;
	struct str jalur; /* unit path; empty: whole agency */
};

/* Who acts, with the roles held today. */
struct actor {
	struct id instansi_id, akun_id,
		pegawai_id; /* pegawai none for accounts of machines and administrators */
	struct str nama, nip, jabatan;
	struct id unit_id;
	struct str unit_jalur;
	enum zona zona;
	/* of the API key it acts by; none: a person at a page, or the machine */
	struct id kunci_id;
	bool is_signed_in;
	bool must_change; /* signed in with an initial password */
	bool is_fresh; /* said a password within ACCESS_FRESH_SECONDS */
	bool has_bawahan; /* somebody's pejabat penilai today: for menus; judging still asks the
	                     record */
	int scope_count;
	struct actor_scope scopes[ACTOR_SCOPES_MAX];
	struct str csrf; /* this session's token */
	struct str tema; /* "", "light" or "dark" */
	enum bahasa bahasa; /* the pages' */
	bool has_bahasa; /* the account has chosen it; else the gate asks the browser */
	struct str instansi_nama,
		instansi_slug; /* slug: the agency's name in an address, /w/<slug> */
};

/* The record as access sees it; leave none what does not apply. */
struct access_record {
	struct id pegawai_id; /* whose record */
	struct id penilai_id; /* that person's pejabat penilai for this record */
	struct str unit_jalur; /* unit the record belongs to */
};

/* The widest reach any role gives this actor for the deed. */
enum reach access_reach(const struct actor *actor, enum permission permission);
/* Judges one record. Deeds of the appraiser and of unit heads are refused on the own record, also
   for Plt. */
MUST_CHECK bool access_allows(const struct actor *actor, enum permission permission,
			      const struct access_record *record);
/* For the gate: may this actor do the deed to any record at all? */
bool access_may(const struct actor *actor, enum permission permission);
/* Unit path that narrows a list query for a REACH_UNIT deed ("" when the whole agency). */
struct str access_scope_jalur(const struct actor *actor, enum permission permission);
/* For what belongs to the agency and to no unit: a role or key that holds in one unit does not
   reach it. */
bool access_reaches_all(const struct actor *actor, enum permission permission);
bool actor_has_role(const struct actor *actor, enum peran peran);
/* For the gate: does this deed ask for a sign-in younger than ACCESS_FRESH_SECONDS? */
bool access_needs_fresh(enum permission permission, bool is_reading);
/* May this actor do anything that asks for a fresh sign-in and reaches beyond their own records? */
bool access_decides(const struct actor *actor);
/* PUBLIK, PEGAWAI and PEJABAT_PENILAI follow from the reporting lines and SISTEM from a key; all
   others are given by somebody. */
bool peran_is_given(enum peran peran);
/* A role that reaches the whole agency, wherever it was given. */
bool peran_is_agency_wide(enum peran peran);

#endif
