/* SPDX-License-Identifier: Apache-2.0 */
/* Issues a paper for what was decided, and tells the public of a paper by its code. */
#include "document/document.h"

#include "audit/audit.h"
#include "audit/signing_key.h"
#include "base/letters.h"
#include "base/name.h"
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

/* What papers are signed with. */
struct signer {
	uint8_t secret[CRYPTO_SECRET_LEN], public_key[CRYPTO_PUBLIC_LEN];
};

static enum err signer_open(struct job *job, struct signer *signer)
{
	enum err err = signing_key_make(job->db, job->mem, signer->secret);

	if (!err)
		crypto_public_of(signer->secret, signer->public_key);
	return err;
}

static void signer_wipe(struct signer *signer)
{
	crypto_wipe(signer->secret, sizeof signer->secret);
}

static void sign(struct arena *mem, const struct signer *signer, struct dokumen *d)
{
	uint8_t *made = arena_alloc(mem, CRYPTO_SIGN_LEN);

	crypto_signature(d->isi, signer->secret, made);
	d->tanda_tangan = (struct str){(const char *)made, CRYPTO_SIGN_LEN};
	d->kunci_publik =
		str_copy(mem, (struct str){(const char *)signer->public_key, CRYPTO_PUBLIC_LEN});
}

static bool is_of_version(struct arena *mem, const struct dokumen *d, int64_t version)
{
	struct pack pack;
	int64_t signed_version = 0;

	return pack_parse(mem, d->isi, &pack) &&
	       str_parse_int(pack_get(&pack, "versi"), &signed_version) &&
	       signed_version == version;
}

/* d names what it is a paper of. */
static enum err issue_one(struct job *job, const struct signer *signer,
			  const struct content *content, struct dokumen *d)
{
	enum err err;

	d->dokumen_id = id_make();
	d->created_at = job->now;
	d->pegawai_id = content->pegawai->pegawai_id;
	if (content->penilai)
		d->penilai_id = content->penilai->pegawai_id;
	d->kode = make_kode(job->mem);
	d->isi = content_bytes(job->mem, d->jenis, content, d->kode);
	sign(job->mem, signer, d);
	if ((err = document_store_add(job, d)))
		return err;
	struct audit_entry entry = {
		.deed = "document.issue", .object = d->dokumen_id, .after = d->isi};
	return audit_add(job, &entry);
}

static enum err issue(struct job *job, const struct content *content, struct dokumen *papers,
		      int count)
{
	struct signer signer;
	enum err err = signer_open(job, &signer);

	for (int i = 0; !err && i < count; i++)
		err = issue_one(job, &signer, content, &papers[i]);
	signer_wipe(&signer);
	return err;
}

/* content_load judges access by the object's own room. Signs unless the paper of this very version
   stands already. */
enum err document_issue(struct job *job, enum dokumen_jenis jenis, const struct id *objek_id,
			struct dokumen **out)
{
	struct content content;
	enum err err;

	if ((err = content_load(job, jenis, objek_id, &content)))
		return err;
	err = document_store_of(job, jenis, objek_id, out);
	if (err && err != ERR_NOT_FOUND)
		return err;
	if (!err && is_of_version(job->mem, *out, content.version))
		return ERR_OK;
	*out = arena_new(job->mem, struct dokumen);
	**out = (struct dokumen){.jenis = jenis, .objek_id = *objek_id};
	return issue(job, &content, *out, 1);
}

/* What has just been decided has no paper of its version yet. */
enum err document_skp_decided(struct job *job, const struct event *event)
{
	struct dokumen paper = {.jenis = DOKUMEN_SKP, .objek_id = event->objek_id};
	struct content content;
	enum err err = content_load(job, DOKUMEN_SKP, &event->objek_id, &content);

	return err ? err : issue(job, &content, &paper, 1);
}

enum err document_evaluasi_decided(struct job *job, const struct event *event)
{
	struct dokumen papers[] = {
		{.jenis = DOKUMEN_EVALUASI, .objek_id = event->objek_id},
		{.jenis = DOKUMEN_DOKUMEN_EVALUASI, .objek_id = event->objek_id}};
	struct content content;
	enum err err = event->objek
			       ? content_of_evaluasi(job, event->objek, &content)
			       : content_load(job, DOKUMEN_EVALUASI, &event->objek_id, &content);

	return err ? err : issue(job, &content, papers, 2);
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
	struct str rest = name_bare(nama);
	struct buf out;

	buf_init(&out, mem);
	while (rest.len > 0) {
		struct str letter = letters_first(mem, str_cut(rest, ' ', &rest));
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
	out->predikat = pack_get(&pack, "predikat");
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
