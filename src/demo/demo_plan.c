/* SPDX-License-Identifier: Apache-2.0 */
/* Stores a plan for everybody. */
#include "base/crypto.h"
#include "base/job.h"
#include "demo/demo_steps.h"
#include "skp/bulk.h"

static const struct demo_theme *theme_of(const struct demo_town *town,
					 const struct demo_person *person, int j)
{
	return &demo_offices[demo_kind_of(town, person)].theme[demo_theme_of(town, person, j)];
}

int demo_results(const struct demo_person *person)
{
	return person->rhk_count + person->has_tambahan;
}

const char *demo_result_text(const struct demo_town *town, const struct demo_person *person, int j)
{
	if (j >= person->rhk_count)
		return "Dukungan tim lintas unit terlaksana sesuai penugasan";
	const struct demo_theme *theme = theme_of(town, person, j);
	switch (person->level) {
	case LEVEL_TOP:
	case LEVEL_HEAD: return theme->head;
	case LEVEL_BIDANG: return theme->bidang;
	case LEVEL_SEKSI: return theme->seksi;
	default: return theme->staf;
	}
}

int demo_target(const struct demo_town *town, const struct demo_person *person, int j)
{
	static const int times[] = {20, 20, 8, 4, 1};

	return j >= person->rhk_count ? 12
				      : theme_of(town, person, j)->target * times[person->level];
}

const char *demo_unit_of_amount(const struct demo_town *town, const struct demo_person *person,
				int j)
{
	return j >= person->rhk_count ? "kegiatan" : theme_of(town, person, j)->satuan;
}

struct id demo_rhk_id(const struct demo_town *town, int person, int j)
{
	return demo_id(town, THING_RHK, (int64_t)person * DEMO_RHK_MAX + j);
}

struct id demo_iki_id(const struct demo_town *town, int person, int j, int k)
{
	return demo_id(town, THING_IKI, ((int64_t)person * DEMO_RHK_MAX + j) * 4 + k);
}

static int64_t no_later(const struct demo_town *town, struct date day, int minute)
{
	int64_t at = time_of_date(day, minute, town->zona);

	return at < town->now ? at : town->now;
}

/* Who heads the agency is appraised from outside, on paper (rulebook 1.4). */
static struct pejabat_luar luar_of(struct arena *mem, const struct demo_town *town)
{
	return (struct pejabat_luar){.nama = STR("Dr. Yosefina Contoh, M.Si."),
				     .jabatan = STR("Kepala Daerah"),
				     .surat_nomor = str_format(mem, "800/014/%d", town->tahun),
				     .surat_tanggal = DATE((int16_t)town->tahun, 1, 19)};
}

/* When it was sent, and when and with which receipt it was agreed. */
static void plan_date(struct arena *mem, const struct demo_town *town, int n, struct skp *skp)
{
	const struct demo_person *person = &town->person[n];
	struct date late = date_add_days(town->today, -3),
		    start = DATE((int16_t)town->tahun, 1, 12);
	bool decided = person->plan == PLAN_DITETAPKAN;

	if (person->plan != PLAN_DRAF)
		skp->submitted_at = no_later(town, decided ? start : late, 540 + n % 300);
	if (!decided)
		return;
	skp->decided_at = no_later(town, date_add_days(start, 8), 600 + n % 240);
	skp->receipt_hash = crypto_sha256_hex(mem, id_str(mem, &skp->skp_id));
	skp->receipt_nomor = str_format(mem, "SKP-%d-%.8s", town->tahun, skp->receipt_hash.at);
	if (person->penilai < 0)
		skp->luar = luar_of(mem, town);
}

static struct skp plan_of(struct arena *mem, const struct demo_town *town, int n)
{
	static const enum skp_state state[] = {
		[PLAN_DITETAPKAN] = SKP_DITETAPKAN,
		[PLAN_DRAF] = SKP_DRAF,
		[PLAN_DIAJUKAN] = SKP_DIAJUKAN,
		[PLAN_DIKEMBALIKAN] = SKP_DIKEMBALIKAN,
	};
	const struct demo_person *person = &town->person[n];
	struct skp skp = {.skp_id = demo_id(town, THING_SKP, n),
			  .pegawai_id = person->id,
			  .tahun = town->tahun,
			  .jabatan_id = person->jabatan_id,
			  .unit_id = *demo_seat(town, person),
			  .mulai = DATE((int16_t)town->tahun, 1, 1),
			  .selesai = DATE((int16_t)town->tahun, 12, 31),
			  .pendekatan = STR("kuantitatif"),
			  .bentuk = person->level <= LEVEL_HEAD ? STR("jpt") : STR("ja_jf"),
			  .state = state[person->plan]};

	if (person->penilai >= 0)
		skp.penilai_id = town->person[person->penilai].id;
	plan_date(mem, town, n, &skp);
	return skp;
}

/* The leader's result this one supports: the one of the same theme. */
static struct id leader_result(const struct demo_town *town, const struct demo_person *person,
			       int j)
{
	const struct demo_person *leader = &town->person[person->penilai];
	int theme = demo_theme_of(town, person, j);

	for (int k = 0; k < leader->rhk_count; k++)
		if (demo_theme_of(town, leader, k) == theme)
			return demo_rhk_id(town, person->penilai, k);
	return demo_rhk_id(town, person->penilai, j % leader->rhk_count);
}

struct indicator {
	const char *aspek, *satuan, *arah;
	struct str uraian;
	int target;
};

static void indicators_make(struct arena *mem, const struct demo_town *town, const int at[2],
			    struct rhk *rhk)
{
	const struct demo_person *person = &town->person[at[0]];
	int j = at[1];
	bool utama = j < person->rhk_count, is_jpt = person->level <= LEVEL_HEAD;
	const char *objek = utama ? theme_of(town, person, j)->objek : "kegiatan tim";
	const struct indicator list[] = {
		{"kuantitas", demo_unit_of_amount(town, person, j), "higher_better",
		 str_format(mem, "Jumlah %s selesai", objek), demo_target(town, person, j)},
		{"kualitas", "%", "higher_better",
		 str_format(mem, "Persentase %s tanpa perbaikan ulang", objek), 95},
		{"waktu", "hari", "lower_better",
		 str_format(mem, "Rata-rata waktu penyelesaian %s", objek), 3},
	};

	rhk->iki_count = !utama ? 1 : is_jpt ? 2 : 3;
	rhk->iki = arena_array(mem, struct iki, rhk->iki_count);
	for (int k = 0; k < rhk->iki_count; k++)
		rhk->iki[k] = (struct iki){.iki_id = demo_iki_id(town, at[0], j, k),
					   .aspek = is_jpt ? STR_NONE : str_from(list[k].aspek),
					   .uraian = list[k].uraian,
					   .satuan = str_from(list[k].satuan),
					   .arah = str_from(list[k].arah),
					   .target = (int64_t)list[k].target * 100,
					   .has_target = true};
}

static struct rhk result_of(struct arena *mem, const struct demo_town *town, int n, int j)
{
	static const char *const view[] = {"penerima_layanan", "proses_bisnis",
					   "penguatan_internal", "anggaran"};
	const struct demo_person *person = &town->person[n];
	bool utama = j < person->rhk_count;
	struct rhk rhk = {.rhk_id = demo_rhk_id(town, n, j),
			  .jenis = utama ? STR("utama") : STR("tambahan"),
			  .kelas = utama ? STR("organisasi") : STR("individu"),
			  .uraian = str_from(demo_result_text(town, person, j))};

	if (person->level <= LEVEL_HEAD)
		rhk.perspektif = str_from(view[j]);
	if (utama && person->slot == 0)
		rhk.hasil_unit_id =
			demo_id(town, THING_HASIL, (int64_t)person->unit * DEMO_RHK_MAX + j);
	if (utama && person->penilai >= 0)
		rhk.rhk_pimpinan_id = leader_result(town, person, j);
	if (person->plan == PLAN_DIKEMBALIKAN && j == 0)
		rhk.komentar = STR("Target masih di bawah kebutuhan unit. Mohon disesuaikan dengan "
				   "beban layanan.");
	indicators_make(mem, town, (int[2]){n, j}, &rhk);
	return rhk;
}

/* The leader's special expectation, of one value. */
static struct skp_perilaku wish_of(int n)
{
	static const char *const wish[][2] = {
		{"berorientasi_pelayanan",
		 "Jelaskan alur layanan dengan bahasa sederhana kepada setiap warga."},
		{"akuntabel", "Catat pekerjaan pada hari yang sama beserta buktinya."},
		{"kolaboratif", "Bantu unit lain yang menunggu hasil kerja kita."},
		{"adaptif", "Usulkan satu perbaikan cara kerja setiap triwulan."}};

	return (struct skp_perilaku){.nilai = str_from(wish[n % 4][0]),
				     .ekspektasi = str_from(wish[n % 4][1])};
}

static enum err plan_write(struct job *job, const struct demo_town *town, int n)
{
	struct skp_lampiran lampiran[] = {
		{STR("dukungan_sumber_daya"),
		 STR("Perangkat kerja, jaringan internet, dan akses aplikasi layanan")},
		{STR("dukungan_sumber_daya"),
		 STR("Anggaran kegiatan sesuai dokumen pelaksanaan anggaran")},
		{STR("skema_pertanggungjawaban"),
		 STR("Laporan kerja dengan bukti setiap hari kerja; dialog kinerja setiap "
		     "triwulan")},
		{STR("konsekuensi"), STR("Hasil kerja menjadi pertimbangan pengembangan karier dan "
					 "tambahan penghasilan")},
	};
	struct rhk rhk[DEMO_RHK_MAX];
	struct skp skp = plan_of(job->mem, town, n);

	skp.rhk = rhk;
	skp.rhk_count = demo_results(&town->person[n]);
	for (int j = 0; j < skp.rhk_count; j++)
		rhk[j] = result_of(job->mem, town, n, j);
	skp.perilaku[0] = wish_of(n);
	skp.lampiran = lampiran;
	skp.lampiran_count = sizeof lampiran / sizeof lampiran[0];
	return skp_add(job, &skp);
}

enum err demo_write_plans(struct job *job, struct demo_batch *batch)
{
	enum err err = ERR_OK;

	for (int n = batch->from; !err && n < batch->to; n++)
		err = plan_write(job, batch->town, n);
	return err;
}
