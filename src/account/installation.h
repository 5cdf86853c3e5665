/* SPDX-License-Identifier: Apache-2.0 */
/* The first run: an agency, its root unit and its administrator. */
#ifndef ABDI_ACCOUNT_INSTALLATION_H
#define ABDI_ACCOUNT_INSTALLATION_H
#include "base/job.h"

#define INSTALLATION_NAME_MAX 200
#define INSTALLATION_CODE_MAX 32

/* What the first run asks for. */
struct installation {
	struct str nama, kode, kota, zona; /* of the agency; kode: letters, digits and dashes */
	struct str alamat; /* where others will find it (org/public_address.c); may be empty */
	struct str admin_nama, admin_email, sandi, ulang;
	struct str kode_awal; /* the set-up code, where one is demanded */
};

/* What is known of an agency before anybody has come in. */
struct agency {
	struct id instansi_id;
	struct str nama, slug; /* slug: its name in an address, /w/<slug> */
	enum zona zona;
};

/* An agency as it is first stored. */
struct agency_new {
	struct agency agency;
	struct str kode, kota;
};

/* The agency of a slug; without one (STR_NONE) the only agency of this installation. ERR_NOT_FOUND
   when there is none, or more than one to choose from. */
MUST_CHECK enum err agency_find(struct job *job, struct str slug, struct agency *out);
MUST_CHECK enum err installation_is_set_up(struct job *job, bool *out);
/* Lists every fault; *hash is made for installation_create. Takes about 20 ms. */
MUST_CHECK enum err installation_check(struct job *job, const struct installation *in,
				       struct str *hash);
/* On the writer, without an agency: keeps this one and narrows job->db to it; its units and people
   are still to come, and nothing is told to the trail. */
MUST_CHECK enum err agency_add(struct job *job, const struct agency_new *new);
/* On the writer, without an agency: makes one and narrows job->db to it. */
MUST_CHECK enum err agency_create(struct job *job, const struct installation *in,
				  struct id *instansi_id, struct id *root_unit_id);
/* On the writer: agency_create and its administrator; ERR_CONFLICT when an agency already
   exists. */
MUST_CHECK enum err installation_create(struct job *job, const struct installation *in,
					struct str hash, struct str device, struct str *cookie);

#endif
