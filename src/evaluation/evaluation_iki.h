/* SPDX-License-Identifier: Apache-2.0 */
/* One indicator of the plan in an evaluation: what became of it, and what is said of it. */
#ifndef ABDI_EVALUATION_EVALUATION_IKI_H
#define ABDI_EVALUATION_EVALUATION_IKI_H
#include "base/id.h"
#include "law/rating.h"

/* A rating that may not have been chosen: nothing is preselected where the law asks for
   judgement. */
struct rating_choice {
	bool is_set;
	enum rating value;
};

/* One indicator: what became of it, what the appraiser says of it. */
struct evaluasi_iki {
	struct id iki_id;
	bool has_realisasi,
		is_dihitung; /* is_dihitung: from the amounts of reports, so that nobody enters
		                it */
	int64_t realisasi; /* hundredths */
	struct str realisasi_teks, sumber_data, umpan_balik;
	struct str isian, yakin; /* as it stands in a form; the same, when asked if it is right */
	struct id realisasi_oleh; /* akun_id of who entered it */
	struct str oleh_nama;
	struct rating_choice rating, saran;
	int64_t lalu_jumlah, lalu_banyak; /* the periods before: their sum, how many */
	int laporan_banyak, bukti_banyak; /* of the result it belongs to */
	/* of the indicator it hangs on: its figure, and what the person says of it ("", "sesuai" or
	   "sanggah"); kept with the decision */
	bool has_angka;
	int64_t angka; /* hundredths */
	struct str sikap, sikap_catatan;
	struct str rincian, url; /* what the figure rests on, and where that is read */
};

#endif
