/* SPDX-License-Identifier: Apache-2.0 */
/* Kinds and standings of papers in words; a signature is looked at nowhere else. */
#include "document/document_record.h"

#include "base/crypto.h"
#include "base/say.h"
#include "law/names.h"

static const struct law_name kinds[] = {
	[DOKUMEN_SKP] = {STR("skp"), STR(SAID("Sasaran Kinerja Pegawai (SKP)"))},
	[DOKUMEN_EVALUASI] = {STR("evaluasi"), STR(SAID("Evaluasi Kinerja Pegawai"))},
	[DOKUMEN_DOKUMEN_EVALUASI] = {STR("dokumen_evaluasi"),
				      STR(SAID("Dokumen Evaluasi Kinerja Pegawai"))},
};

LAW_NAMES(dokumen_jenis, dokumen_jenis, kinds)
LAW_LABELS(dokumen_jenis, dokumen_jenis, kinds)

bool document_is_genuine(const struct dokumen *d, struct str our_public_key)
{
	return crypto_equal(d->kunci_publik, our_public_key) &&
	       crypto_verify(d->isi, d->tanda_tangan, d->kunci_publik);
}
