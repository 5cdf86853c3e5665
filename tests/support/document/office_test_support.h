/* SPDX-License-Identifier: Apache-2.0 */
/* An office in which a plan is agreed, an evaluation decided, and papers are made of both. */
#ifndef ABDI_DOCUMENT_OFFICE_TEST_SUPPORT_H
#define ABDI_DOCUMENT_OFFICE_TEST_SUPPORT_H
#include "document/document.h"
#include "evaluation/seed_test_support.h"

struct office {
	struct store *store;
	struct id instansi, objek_id;
	struct arena *mem;
	struct actor actor;
	struct dokumen *dokumen;
	struct dokumen_periksa found;
	struct str kode;
	enum dokumen_jenis jenis;
	int64_t now;
	struct str remade; /* a paper made again from what is stored */
	enum err (*run)(struct job *job, struct office *office);
};

typedef enum err office_deed(struct job *job, struct office *office);

struct office office_open(void);
/* With a plan that waits for its agreement. */
struct office office_waiting(void);
void office_close(struct office *office);
/* A deed of the actor, on the writer. */
enum err office_run(struct office *office, office_deed *deed);
office_deed office_issue, office_load, office_agree, office_verify, office_decide;
/* What its paper holds under a name; of whoever signs, the n-th cell. */
struct str field_of(struct office *office, const char *name);
struct str cell_of(struct office *office, const char *who, int n);

#endif
