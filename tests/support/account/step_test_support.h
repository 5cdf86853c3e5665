/* SPDX-License-Identifier: Apache-2.0 */
/* An installation with its administrator, and steps of signing in and out. */
#ifndef ABDI_ACCOUNT_STEP_TEST_SUPPORT_H
#define ABDI_ACCOUNT_STEP_TEST_SUPPORT_H
#include "account/account.h"
#include "account/device.h"
#include "account/installation.h"
#include "account/session.h"
#include "db/store_test_support.h"

#define SECOND INT64_C(1000000)
#define NOW (INT64_C(1795000000) * SECOND)
#define PASSWORD "empat kata acak kuat"

/* What one step does with a job on the writer or a reader. */
struct step {
	struct arena *mem;
	struct actor actor;
	struct problems faults;
	struct id akun_id, instansi_id, unit_id;
	struct str cookie, text;
	struct sign_in who;
	struct session session;
	struct actor found;
	struct installation in;
	struct device *devices;
	int count;
	int64_t now;
	enum err (*run)(struct job *job, struct step *step);
};

typedef enum err step_deed(struct job *job, struct step *step);

enum err write_step(struct store *store, const struct id *instansi, struct step *step,
		    step_deed *run);
enum err read_step(struct store *store, const struct id *instansi, struct step *step,
		   step_deed *run);
/* Deeds of a step. */
step_deed do_first_run, do_installation_check, do_check, do_sign_in, do_load;
/* What the first run is told, and who signs in then. */
struct step step_make(struct arena *mem);
/* The first run, done. */
void set_up(struct store *store, struct step *step);

#endif
