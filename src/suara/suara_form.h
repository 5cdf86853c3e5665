/* SPDX-License-Identifier: Apache-2.0 */
/* What the forms of voices ask. */
#ifndef ABDI_SUARA_SUARA_FORM_H
#define ABDI_SUARA_SUARA_FORM_H
#include "form/field.h"
#include "suara/suara_staff.h"

/* A voice as it is sent: the ticks are keys of closed lists, "1" to "4". */
struct suara_kiriman {
	struct str persyaratan, prosedur, waktu, biaya, produk, kompetensi, perilaku, pengaduan,
		sarpras, percaya;
	struct str kata, kode, umur, kelamin, pendidikan, pekerjaan, disabilitas, bentuk, cara,
		kunci;
};
extern const struct form_table suara_form; /* struct suara_kiriman */

/* Which form is asked for: three or nine questions, and whether at the screen of an office. */
struct suara_alamat {
	struct str bentuk, cara;
};
extern const struct form_table suara_alamat_form;
/* What the list of services is narrowed by. */
struct suara_cari {
	struct str cari;
};
extern const struct form_table suara_cari_form;

/* One question of a page: its field, what stands in small below it. */
struct suara_tanya {
	int at;
	struct str kecil;
};
#define SUARA_TANYA_MAX 10
/* Words the questions of this form as it asks them and leaves the others out. is_paper: staff type,
   and there is no code. Returns how many questions there are. */
struct form;
int suara_form_ask(struct form *form, bool is_nine, bool is_paper,
		   struct suara_tanya out[SUARA_TANYA_MAX]);
/* The voice that was sent. */
void suara_form_voice(const struct suara_kiriman *sent, struct suara *out);

/* How the staff's list is narrowed: "202611", "2026T4", "2026"; empty: the last that is over. */
struct suara_saring {
	struct str periode, tema;
};
extern const struct form_table suara_saring_form;
extern const struct form_table suara_tema_form; /* struct suara_tema */
extern const struct form_table karantina_form; /* struct karantina */

#endif
