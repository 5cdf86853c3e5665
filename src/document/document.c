/* SPDX-License-Identifier: Apache-2.0 */
/* Issues a paper for what was decided, and tells the public of a paper by its code. */
#include "document/document.h"

#include "audit/audit.h"
#include "audit/signing_key.h"
#include "base/say.h"
#include "db/store.h"
#include "document/document_content.h"
#include "document/document_pack.h"
#include "document/document_store.h"
#include "evaluation/evaluation.h"
#include "skp/skp.h"

#define KODE_LEN 16

/* 80 bits in an alphabet without 0, O, 1, I: it is read from paper and typed. */
static struct str make_kode(struct arena *mem)
{
	static const char alphabet[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
	uint8_t chance[KODE_LEN];
	char *kode = arena_alloc(mem, KODE_LEN);

	crypto_random(chance, sizeof chance);
	for (int i = 0; i < KODE_LEN; i++)
		kode[i] = alphabet[chance[i] % 32];
	return (struct str){kode, KODE_LEN};
}

static enum err sign(struct job *job, struct dokumen *d)
{
	uint8_t secret[CRYPTO_SECRET_LEN];
	uint8_t *public_key = arena_alloc(job->mem, CRYPTO_PUBLIC_LEN),
		*made = arena_alloc(job->mem, CRYPTO_SIGN_LEN);
	enum err err = signing_key_make(job->db, job->mem, secret);

	if (err)
		return err;
	crypto_public_of(secret, public_key);
	crypto_signature(d->isi, secret, made);
	crypto_wipe(secret, sizeof secret);
	d->tanda_tangan = (struct str){(const char *)made, CRYPTO_SIGN_LEN};
	d->kunci_publik = (struct str){(const char *)public_key, CRYPTO_PUBLIC_LEN};
	return ERR_OK;
}

static bool is_of_version(struct arena *mem, const struct dokumen *d, int64_t version)
{
	struct pack pack;
	int64_t signed_version = 0;

	return pack_parse(mem, d->isi, &pack) &&
	       str_parse_int(pack_get(&pack, "versi"), &signed_version) &&
	       signed_version == version;
}

static enum err issue_new(struct job *job, enum dokumen_jenis jenis, const struct id *objek_id,
			  const struct content *content, struct dokumen **out)
{
	struct dokumen *d = arena_new(job->mem, struct dokumen);
	enum err err;

	*d = (struct dokumen){.dokumen_id = id_make(),
			      .objek_id = *objek_id,
			      .jenis = jenis,
			      .created_at = job->now};
	d->pegawai_id = content->pegawai->pegawai_id;
	if (content->penilai)
		d->penilai_id = content->penilai->pegawai_id;
	d->kode = make_kode(job->mem);
	d->isi = content_bytes(job->mem, jenis, content, d->kode);
	if ((err = sign(job, d)))
		return err;
	if ((err = document_store_add(job, d)))
		return err;
	struct audit_entry entry = {
		.deed = "document.issue", .object = d->dokumen_id, .after = d->isi};
	*out = d;
	return audit_add(job, &entry);
}

/* Signs unless the paper of this very version stands already. */
static enum err issue_once(struct job *job, enum dokumen_jenis jenis, const struct id *objek_id,
			   const struct content *content, struct dokumen **out)
{
	struct dokumen *old = NULL;
	enum err err = document_store_of(job, jenis, objek_id, &old);

	if (err && err != ERR_NOT_FOUND)
		return err;
	if (!err && is_of_version(job->mem, old, content->version)) {
		*out = old;
		return ERR_OK;
	}
	return issue_new(job, jenis, objek_id, content, out);
}

/* content_load judges access by the object's own room. */
enum err document_issue(struct job *job, enum dokumen_jenis jenis, const struct id *objek_id,
			struct dokumen **out)
{
	struct content content;
	enum err err = content_load(job, jenis, objek_id, &content);

	return err ? err : issue_once(job, jenis, objek_id, &content, out);
}

enum err document_skp_decided(struct job *job, const struct id *skp_id)
{
	struct dokumen *made;

	return document_issue(job, DOKUMEN_SKP, skp_id, &made);
}

enum err document_evaluasi_decided(struct job *job, const struct id *evaluasi_id)
{
	struct content content;
	struct dokumen *made;
	enum err err = content_load(job, DOKUMEN_EVALUASI, evaluasi_id, &content);

	if (err)
		return err;
	if ((err = issue_once(job, DOKUMEN_EVALUASI, evaluasi_id, &content, &made)))
		return err;
	return issue_once(job, DOKUMEN_DOKUMEN_EVALUASI, evaluasi_id, &content, &made);
}

static enum err may_read(struct job *job, enum dokumen_jenis jenis, const struct id *objek_id)
{
	struct evaluasi *evaluasi;
	struct skp *skp;

	return jenis == DOKUMEN_SKP ? skp_load(job, objek_id, &skp)
				    : evaluation_load_by_id(job, objek_id, &evaluasi);
}

enum err document_load(struct job *job, enum dokumen_jenis jenis, const struct id *objek_id,
		       struct dokumen **out)
{
	enum err err = may_read(job, jenis, objek_id);

	return err ? err : document_store_of(job, jenis, objek_id, out);
}

/* "Y. W.": who holds the paper knows whose it is, others do not. */
static struct str initials(struct arena *mem, struct str nama)
{
	struct str rest = nama;
	struct buf out;

	buf_init(&out, mem);
	while (rest.len > 0) {
		struct str letter = str_initials(mem, str_cut(rest, ' ', &rest), 1);
		if (letter.len > 0)
			buf_add_format(&out, "%s%.*s.", out.len ? " " : "", STR_ARG(letter));
	}
	return buf_str(&out);
}

static struct str person_name(const struct pack *pack)
{
	struct str cell[6];
	return pack_cells(pack_get(pack, "orang"), cell, 6) ? cell[1] : STR_NONE;
}

static enum err judge(struct job *job, const struct dokumen *d, struct dokumen_periksa *out)
{
	uint8_t public_key[CRYPTO_PUBLIC_LEN];
	struct pack pack;
	struct date day;
	enum zona zona;
	enum err err = signing_key_public(job->db, job->mem, public_key);

	if (err)
		return err;
	*out = (struct dokumen_periksa){.kode = d->kode,
					.jenis = say(job->mem, dokumen_jenis_label(d->jenis))};
	out->hash = crypto_sha256_hex(job->mem, d->isi);
	bool is_genuine =
		document_is_genuine(d, (struct str){(const char *)public_key, sizeof public_key}) &&
		pack_parse(job->mem, d->isi, &pack) && str_equal(pack_get(&pack, "kode"), d->kode);
	out->status = !is_genuine		     ? DOKUMEN_TIDAK_SAH
		      : id_is_none(&d->diganti_oleh) ? DOKUMEN_SAH
						     : DOKUMEN_DIGANTIKAN;
	if (!is_genuine)
		return ERR_OK; /* what is not genuine is not quoted */
	out->instansi = str_copy(job->mem, pack_get(&pack, "instansi"));
	out->periode = pack_get(&pack, "periode");
	out->inisial = initials(job->mem, person_name(&pack));
	if (date_parse(pack_get(&pack, "tanggal"), &day))
		out->tanggal = say_date(job->mem, day);
	if (!zona_parse(pack_get(&pack, "zona"), &zona))
		zona = ZONA_WIB; /* papers from before the zone stood in them */
	out->terbit = say_date(job->mem, date_of_time(d->created_at, zona));
	return ERR_OK;
}

static struct str clean_kode(struct arena *mem, struct str kode)
{
	char *clean = arena_alloc(mem, kode.len + 1);
	size_t len = 0;

	for (size_t i = 0; i < kode.len; i++) {
		char c = kode.at[i];
		if (c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))
			clean[len++] = c;
	}
	return (struct str){clean, len};
}

enum err document_verify(struct job *job, struct str kode, struct dokumen_periksa *out)
{
	struct dokumen_place place;
	struct id mine = {0};
	struct dokumen *d;
	enum err err;

	kode = clean_kode(job->mem, kode);
	if (kode.len != KODE_LEN)
		return ERR_NOT_FOUND;
	if ((err = document_store_kode(job, kode, &place)))
		return err;
	if (db_instansi(job->db))
		mine = *db_instansi(job->db);
	/* The code itself is the permission, for these few facts only. */
	db_use_instansi(job->db, &place.instansi_id);
	if (!(err = document_store_load(job, &place.dokumen_id, &d)))
		err = judge(job, d, out);
	if (!id_is_none(&mine))
		db_use_instansi(job->db, &mine);
	return err;
}
