/* SPDX-License-Identifier: Apache-2.0 */
/* Verifying chains and anchors from the command line. */
#include "audit/audit_cli.h"

#include "audit/audit_heads.h"
#include "audit/audit_store.h"
#include "audit/guard.h"
#include "base/file.h"
#include "db/store.h"
#include "law/access.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define LINE_LONGEST 1024
#define SHOWN_MAX 100

struct verifying {
	const struct audit_cli *cli;
	struct arena *mem;
	struct audit_agencies agencies;
	struct audit_anchor *anchors;
	int anchor_count, anchor_cap;
	int bad;
	const struct audit_instansi *at; /* the agency being verified */
};

static void hex_print(FILE *out, const void *bytes, size_t len)
{
	const uint8_t *at = bytes;

	for (size_t i = 0; i < len; i++)
		(void)fprintf(out, "%02x", at[i]);
}

/* ---- Heads from outside ---- */

static void anchor_add(struct verifying *v, const struct audit_anchor *anchor)
{
	if (v->anchor_count == v->anchor_cap) {
		struct audit_anchor *old = v->anchors;
		v->anchor_cap = v->anchor_cap ? 2 * v->anchor_cap : 32;
		v->anchors = arena_array(v->mem, struct audit_anchor, v->anchor_cap);
		if (old)
			memcpy(v->anchors, old, (size_t)v->anchor_count * sizeof(*old));
	}
	v->anchors[v->anchor_count++] = *anchor;
}

static const struct audit_instansi *agency_named(const struct verifying *v, struct str kode)
{
	for (int i = 0; i < v->agencies.count; i++)
		if (str_equal(v->agencies.at[i].kode, kode))
			return &v->agencies.at[i];
	return NULL;
}

static const struct audit_instansi *agency_of(const struct verifying *v, const struct id *id)
{
	for (int i = 0; i < v->agencies.count; i++)
		if (id_equal(&v->agencies.at[i].id, id))
			return &v->agencies.at[i];
	return NULL;
}

static bool hash_scan(struct str hex, uint8_t *out)
{
	if (hex.len != 2 * CRYPTO_HASH_LEN)
		return false;
	for (size_t i = 0; i < hex.len; i++) {
		char c = hex.at[i];
		int digit = c >= '0' && c <= '9'   ? c - '0'
			    : c >= 'a' && c <= 'f' ? c - 'a' + 10
						   : -1;
		if (digit < 0)
			return false;
		out[i / 2] = (uint8_t)(i % 2 ? out[i / 2] | digit : digit << 4);
	}
	return true;
}

/* "KODE NOMOR HASH ..."; what follows is for people. */
static void anchor_line(struct verifying *v, struct str line, int number)
{
	struct audit_anchor anchor = {.source = STR("disimpan di luar")};
	struct str rest, tail;
	struct str kode = str_cut(line, ' ', &rest);
	struct str nomor = str_cut(rest, ' ', &rest);
	struct str hash = str_cut(rest, ' ', &tail);
	const struct audit_instansi *agency = agency_named(v, kode);

	if (!str_parse_int(nomor, &anchor.number) || !hash_scan(hash, anchor.hash)) {
		v->bad++;
		(void)fprintf(v->cli->out, "baris %d berkas jangkar tidak terbaca\n", number);
	} else if (!agency) {
		v->bad++;
		(void)fprintf(v->cli->out, "%.*s: RUSAK: instansi ini tidak ada di basis data\n",
			      STR_ARG(kode));
	} else {
		anchor.instansi = agency->id;
		anchor_add(v, &anchor);
	}
}

static enum err anchors_read(struct verifying *v)
{
	const char *path = v->cli->anchor_path;
	struct str hindrance = path ? file_hindrance(v->mem, path) : STR_NONE;
	char text[LINE_LONGEST];
	FILE *file;

	if (!path)
		return ERR_OK;
	if (hindrance.len > 0) {
		(void)fprintf(v->cli->out, "%.*s\n", STR_ARG(hindrance));
		return ERR_NOT_FOUND;
	}
	if (!(file = fopen(path, "re")))
		return ERR_IO;
	for (int number = 1; fgets(text, sizeof(text), file); number++) {
		struct str line = str_trim(str_from(text));
		if (line.len > 0 && line.at[0] != '#')
			anchor_line(v, line, number);
	}
	return fclose(file) == 0 ? ERR_OK : ERR_IO;
}

/* What a server beside this data remembers; nothing when none ever ran here. */
static enum err remembered_read(struct verifying *v)
{
	struct audit_anchor *heads;
	int count = 0;
	enum err err = guard_read(v->cli->store, v->cli->data_dir, v->mem, &heads, &count);

	if (err == ERR_NOT_FOUND) {
		(void)fputs("CATATAN: tidak ada ingatan server (kepala-*.txt) di samping data ini; "
			    "basis data yang mundur hanya terlihat dengan --jangkar\n",
			    v->cli->out);
		return ERR_OK;
	}
	if (err) {
		(void)fputs("Catatan kepala rantai di samping data tidak terbaca.\n", v->cli->out);
		return err;
	}
	for (int i = 0; i < count; i++) {
		anchor_add(v, &heads[i]);
		if (agency_of(v, &heads[i].instansi))
			continue;
		v->bad++;
		(void)fprintf(v->cli->out,
			      "RUSAK: satu instansi yang diingat server (%" PRId64
			      " entri) tidak ada di basis data\n",
			      heads[i].number);
	}
	return ERR_OK;
}

/* ---- Verifying ---- */

static void verdict_print(const struct verifying *v, const struct audit_verdict *verdict,
			  const struct audit_head *head)
{
	FILE *out = v->cli->out;

	if (verdict->first_bad) {
		(void)fprintf(out, "%.*s: RUSAK pada entri %" PRId64 " (%.*s): %.*s\n",
			      STR_ARG(v->at->kode), verdict->first_bad,
			      STR_ARG(verdict->deed.len ? verdict->deed : STR("tidak ada")),
			      STR_ARG(verdict->why));
		return;
	}
	(void)fprintf(out, "%.*s: rantai utuh, %" PRId64 " entri, %d kepala ditandatangani, ujung ",
		      STR_ARG(v->at->kode), verdict->count, verdict->heads);
	hex_print(out, head->hash, sizeof(head->hash));
	(void)fputc('\n', out);
	if (verdict->backward)
		(void)fprintf(out,
			      "  CATATAN: jam server mundur %" PRId64
			      " kali (pertama pada entri %" PRId64
			      "); urutan entri tetap menurut nomornya\n",
			      verdict->backward, verdict->first_backward);
	if (verdict->count && !verdict->heads)
		(void)fputs("  CATATAN: belum ada kepala rantai yang ditandatangani; ujung yang "
			    "hilang tidak akan terlihat dari basis data ini saja\n",
			    out);
}

void audit_cli_finding_print(void *arg, const struct audit_finding *finding)
{
	struct audit_cli_findings *findings = arg;
	char id[ID_TEXT_LEN + 1] = "";

	if (findings->shown++ >= SHOWN_MAX)
		return;
	id_write(&finding->object, id);
	(void)fprintf(findings->out, "  RUSAK: %s %s: %.*s", finding->kind, id,
		      STR_ARG(finding->why));
	if (finding->number)
		(void)fprintf(findings->out, " (entri %" PRId64 ", %.*s)", finding->number,
			      STR_ARG(finding->deed));
	(void)fputc('\n', findings->out);
}

static enum err kind_verify(struct verifying *v, struct job *job, struct audit_trail *trail,
			    const struct audit_cli_kind *kind)
{
	FILE *out = v->cli->out;
	struct audit_cli_findings findings = {.out = out};
	struct audit_compare compare = {
		.trail = trail, .tell = audit_cli_finding_print, .arg = &findings};
	enum err err = kind->check(job, &compare);

	if (err)
		return err;
	v->bad += compare.findings;
	(void)fprintf(out, "  sesuai jejak audit: %d %s", compare.equal, kind->name);
	if (compare.untold)
		(void)fprintf(out, "; %d dari data contoh atau daftar tidak dibandingkan",
			      compare.untold);
	if (compare.findings)
		(void)fprintf(out, "; %d TIDAK SESUAI", compare.findings);
	(void)fputc('\n', out);
	return ERR_OK;
}

static enum err agency_verify(struct db *db, void *arg)
{
	struct verifying *v = arg;
	/* Whoever may run this program on the server may read what it compares. */
	struct actor actor = {.instansi_id = v->at->id,
			      .is_signed_in = true,
			      .zona = ZONA_WIB,
			      .scope_count = 1,
			      .scopes = {{PERAN_AUDITOR, {"", 0}}}};
	struct problems faults;
	struct job job = {.mem = v->mem, .db = db, .actor = &actor, .faults = &faults};
	struct audit_verdict verdict;
	struct audit_trail trail;
	struct audit_head head;
	enum err err;

	problems_init(&faults, v->mem);
	audit_trail_init(&trail, v->mem);
	struct audit_check check = {v->anchors, v->anchor_count, audit_trail_take, &trail};
	if ((err = audit_verify(&job, &check, &verdict)) || (err = audit_head(&job, &head)))
		return err;
	verdict_print(v, &verdict, &head);
	if (verdict.first_bad) {
		v->bad++;
		return ERR_OK;
	}
	if (v->cli->signed_check)
		err = v->cli->signed_check(&job, &trail, v->cli->out, &v->bad);
	for (int i = 0; i < v->cli->kind_count && !err; i++)
		err = kind_verify(v, &job, &trail, &v->cli->kinds[i]);
	return err;
}

enum err audit_cli_verify(const struct audit_cli *cli)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct verifying v = {.cli = cli, .mem = mem, .agencies = {.mem = mem}};
	enum err err;

	if ((err = audit_agencies_load(cli->store, &v.agencies)) || (err = anchors_read(&v)) ||
	    (err = remembered_read(&v)))
		return err;
	if (v.agencies.count == 0)
		(void)fputs("Belum ada instansi.\n", cli->out);
	for (int i = 0; i < v.agencies.count; i++) {
		v.at = &v.agencies.at[i];
		if ((err = store_read(cli->store, &v.at->id, agency_verify, &v)))
			return err;
	}
	return v.bad ? ERR_CONFLICT : ERR_OK;
}

/* ---- Printing ---- */

static enum err heads_print(struct db *db, void *arg)
{
	struct verifying *v = arg;
	struct signed_head *heads;
	FILE *out = v->cli->out;
	int count = 0;
	enum err err = audit_heads_list(db, v->mem, &heads, &count);

	for (int i = 0; i < count && !err; i++) {
		(void)fprintf(out, "%.*s %" PRId64 " ", STR_ARG(v->at->kode), heads[i].number);
		hex_print(out, heads[i].hash, sizeof(heads[i].hash));
		(void)fprintf(out, " %.*s %.*s ", STR_ARG(time_utc_iso(v->mem, heads[i].at)),
			      STR_ARG(heads[i].sebab));
		hex_print(out, heads[i].signature.at, heads[i].signature.len);
		(void)fputc('\n', out);
	}
	return err;
}

enum err audit_cli_heads(const struct audit_cli *cli)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct verifying v = {.cli = cli, .mem = mem, .agencies = {.mem = mem}};
	enum err err = audit_agencies_load(cli->store, &v.agencies);

	for (int i = 0; i < v.agencies.count && !err; i++) {
		v.at = &v.agencies.at[i];
		err = store_read(cli->store, &v.at->id, heads_print, &v);
	}
	return err;
}
