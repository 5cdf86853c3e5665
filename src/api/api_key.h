/* SPDX-License-Identifier: Apache-2.0 */
/* Keys of the API: who made which, for what, until when; and who acts by one. A person makes keys
   for themselves, which reach their own record only; an administrator makes keys for other systems,
   which act as an account of their own with the role SISTEM. A key is shown once, only its hash is
   stored. */
#ifndef ABDI_API_API_KEY_H
#define ABDI_API_API_KEY_H
#include "base/job.h"
#include "law/access.h"
#include "law/api_scope.h"

#define API_KEY_NAMA_MAX 80 /* characters */
#define API_KEY_ALASAN_MAX 300

struct store;
struct form_table;

/* What a person, or an administrator for a system, says of a key (struct api_key). */
extern const struct form_table api_key_own_form, api_key_system_form;

/* A key as lists show it, and what is asked for when one is made. */
struct api_key {
	struct id kunci_id, akun_id;
	enum api_holder holder; /* HOLDER_ORANG or HOLDER_SISTEM */
	struct str nama, alasan;
	api_scopes cakupan;
	struct id unit_id; /* of a system: this unit and below; none: the whole agency */
	struct str unit_nama, pemilik, pembuat; /* pemilik: whose personal key it is */
	struct date berakhir,
		dipakai; /* last day it opens anything; last day it was used, or none */
	int64_t created_at, dicabut_at; /* UTC µs; dicabut_at 0: it was not revoked */
	bool is_open; /* neither revoked nor past its last day */
};

/* Who comes with a key. */
struct api_caller {
	struct id kunci_id;
	api_scopes cakupan;
	struct date berakhir, dipakai;
};

/* The agency a key names; false when it has not the form of one. Whether it opens anything,
   api_key_load tells. */
MUST_CHECK bool api_key_agency(struct str key, struct id *out);
/* Who acts by this key, in job->db's agency; ERR_NOT_FOUND: there is none, it has ended or was
   revoked, or its person may not sign in. */
MUST_CHECK enum err api_key_load(struct job *job, struct str key, struct api_caller *caller,
				 struct actor *actor);
/* Notes the day it was used, once a day, without waiting; a full queue loses nothing but the
   note. */
void api_key_touch(struct store *store, const struct api_caller *caller, const struct actor *actor,
		   struct date today);

/* How many days such a key may last, as the agency has set it. */
MUST_CHECK enum err api_key_days(struct job *job, enum api_holder holder, int *days);
/* Makes a key for the actor (HOLDER_ORANG) or for another system; fills kunci_id and akun_id.
   *secret is its only copy. ERR_INVALID lists what is wrong with nama, alasan, cakupan, berakhir
   and unit. */
MUST_CHECK enum err api_key_make(struct job *job, struct api_key *key, struct str *secret);
/* The actor's own keys, newest first; revoked and ended ones stay a while to be seen. */
MUST_CHECK enum err api_key_list_own(struct job *job, struct api_key **out, int *count);
/* Every key of the agency, for who may manage them; after: the last of the page before, or none. */
MUST_CHECK enum err api_key_list_all(struct job *job, const struct id *after, struct api_key **out,
				     int *count);
#define API_KEY_PAGE 25
/* Ends a key at once: an own one, or any for who manages them. Revoking twice is no fault. */
MUST_CHECK enum err api_key_revoke(struct job *job, const struct id *kunci_id);

#endif
