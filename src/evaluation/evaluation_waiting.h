/* SPDX-License-Identifier: Apache-2.0 */
/* What of the open period waits for whom: questions of the table of duties (kabar/duty.def). */
#ifndef ABDI_EVALUATION_EVALUATION_WAITING_H
#define ABDI_EVALUATION_EVALUATION_WAITING_H
#include "base/waiting.h"

/* The period people work on. */
struct waiting_periode {
	int tahun, nomor;
	struct str nama;
	struct date selesai;
};

/* One of the actor's people. */
struct waiting_person {
	struct id record;
	struct str who;
	bool is_rated;
};

/* A PPPK paruh waktu whose contract ends soon, or has ended. */
struct waiting_kontrak {
	struct id record;
	struct str who;
	struct date kontrak_mulai, kontrak_selesai;
};

/* An evaluation that was decided: whose, and the last day of its period. */
struct waiting_rated {
	struct id record;
	struct date selesai;
};

waiting_ask realisasi_waits; /* the period ends soon, and the actor has entered nothing (PK-36) */
waiting_ask evaluation_waits_to_decide; /* people of the actor who are not rated yet */
waiting_ask evaluation_waits_for_letter; /* who heads the agency is rated outside of Abdi */
waiting_ask capaian_waits; /* independent units without an achievement: their people cannot be rated
	                  (PK-41) */

waiting_ask kontrak_waits_for_penilai; /* contracts of the actor's people that end soon while an
	                          evaluation is missing (8.6) */
waiting_ask kontrak_waits_for_office; /* the same of the whole agency */

#endif
