/* SPDX-License-Identifier: Apache-2.0 */
/* Asks the register of documents. */
#include "suara/suara_kode.h"

#include "berkas/berkas.h"

static enum err ask_register(struct job *job, const struct suara_lingkup *lingkup, struct str kode,
			     bool *is_known, struct id *pegawai_id)
{
	struct berkas b;
	enum err err = berkas_by_code(job, kode, &b);

	*is_known = false;
	if (err)
		return err == ERR_NOT_FOUND ? ERR_OK : err;
	*is_known = b.selesai_at != 0 &&
		    id_equal(lingkup->is_unit ? &b.unit_id : &b.layanan_id, &lingkup->lingkup_id);
	*pegawai_id = b.pelaku_id;
	return ERR_OK;
}

static suara_kode_ask *asked = ask_register;

void suara_kode_use(suara_kode_ask *ask)
{
	asked = ask ? ask : ask_register;
}

enum err suara_kode_find(struct job *job, const struct suara_lingkup *lingkup, struct str kode,
			 bool *is_known, struct id *pegawai_id)
{
	return asked(job, lingkup, kode, is_known, pegawai_id);
}

struct str suara_kode_plain(struct arena *mem, struct str kode)
{
	struct buf out;

	buf_init(&out, mem);
	for (size_t i = 0; i < kode.len; i++) {
		char c = kode.at[i];
		if (c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
			buf_add_char(&out, c);
	}
	return buf_str(&out);
}
