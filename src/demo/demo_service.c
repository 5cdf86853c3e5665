/* SPDX-License-Identifier: Apache-2.0 */
/* Stores what the offices serve: services with two versions of their standard, the promise of the
   head, and who serves. */
#include "demo/demo_service.h"
#include "demo/demo_steps.h"
#include "layanan/bulk.h"

#define SERVICE(kind, slug, nama, nama_en, ringkas, kelompok, satuan, before, since, ...)          \
	{kind, slug, nama, nama_en, ringkas, kelompok, satuan, {before, since}, {__VA_ARGS__}},
const struct demo_service demo_services[DEMO_SERVICES] = {
#include "demo/demo_service.def"
};
#undef SERVICE

/* The first office of that kind; -1: this town has none. */
int demo_office_of_kind(const struct demo_town *town, int kind)
{
	for (int u = 1; u < town->unit_count; u++)
		if (town->unit[u].kind == kind && town->unit[u].level == LEVEL_HEAD)
			return u;
	return -1;
}

static void list_syarat(struct arena *mem, const struct demo_service *of, struct standar *s)
{
	s->syarat = arena_array(mem, struct syarat, DEMO_SYARAT);
	for (int i = 0; i < DEMO_SYARAT && of->syarat[i]; i++) {
		struct str remark, name = str_cut(str_from(of->syarat[i]), '|', &remark);
		s->syarat[s->syarat_count++] = (struct syarat){name, remark, true};
	}
}

static void list_langkah(struct arena *mem, const struct demo_service *of, struct standar *s)
{
	static const char *const long_way[] = {"Data diperiksa", "Ditandatangani", "Dicetak",
					       "Siap diambil"};
	static const char *const short_way[] = {"Data diperiksa", "Selesai dilayani"};
	bool is_short = of->satuan == JANJI_MENIT;

	s->langkah_count = is_short ? 2 : 4;
	s->langkah = arena_array(mem, struct langkah, 4);
	for (int i = 0; i < s->langkah_count; i++)
		s->langkah[i].nama = str_from(is_short ? short_way[i] : long_way[i]);
}

/* Version 1 held until the end of August, version 2 since. */
static struct standar standard_of(struct job *job, const struct demo_town *town,
				  const struct demo_service *of, const struct id *id, int version)
{
	struct date since = version == 0 ? DATE((int16_t)(town->tahun - 1), 1, 2)
					 : DATE((int16_t)town->tahun, 9, 1);
	struct standar s = {
		.layanan_id = *id,
		.nomor = version + 1,
		.berlaku_sejak = since,
		.janji_jumlah = of->promised[version],
		.janji_satuan = janji_satuan_key(of->satuan),
		.biaya = STR("Gratis, tanpa pungutan."),
		.produk = str_from(of->nama),
		.prosedur = STR("Ambil nomor, serahkan berkas di loket, terima tanda terima, lalu "
				"ambil hasilnya."),
		.pengaduan = STR("Loket pengaduan, halaman suara, atau SP4N-LAPOR!."),
		.dasar_hukum = STR("UU 25/2009 tentang Pelayanan Publik."),
		.sarana = STR("Ruang tunggu, kursi prioritas, jalur kursi roda."),
		.kompetensi = STR("Memahami aturan layanan dan komunikasi dengan warga."),
		.pengawasan = STR("Atasan langsung setiap minggu, inspektorat setiap semester."),
		.pelaksana = STR("4 petugas loket, 2 verifikator."),
		.jaminan_layanan = STR("Selesai sesuai janji dan tanpa pungutan."),
		.jaminan_aman = STR("Data warga dijaga, dokumen berkode QR."),
		.evaluasi = STR("Setiap triwulan, dengan suara warga."),
		.forum_tanggal = date_add_days(since, -20),
		.forum_hadir = STR("14 warga, PKK, tokoh masyarakat, pers."),
		.forum_pokok = STR("Waktu tunggu dan kelengkapan syarat."),
		.forum_jawaban = STR("Loket ditambah pada jam ramai."),
		.sk_nomor = str_format(job->mem, "188.4/%d/%d", 10 + version, since.year),
		.sk_tanggal = date_add_days(since, -7),
	};

	list_syarat(job->mem, of, &s);
	list_langkah(job->mem, of, &s);
	return s;
}

static enum err service_write(struct job *job, const struct demo_town *town, int n, int office)
{
	const struct demo_service *of = &demo_services[n];
	const struct demo_person *head = &town->person[town->unit[office].head];
	struct layanan l = {.layanan_id = demo_id(town, THING_LAYANAN, n),
			    .unit_id = town->unit[office].id,
			    .slug = str_from(of->slug),
			    .nama = str_from(of->nama),
			    .nama_en = str_from(of->nama_en),
			    .ringkas = str_from(of->ringkas),
			    .kelompok = str_from(of->kelompok),
			    .suara_bentuk = STR("tiga"),
			    .is_aktif = true};
	enum err err = layanan_bulk_add(job, &l);

	for (int version = 0; version < DEMO_VERSIONS && !err; version++) {
		struct standar s = standard_of(job, town, of, &l.layanan_id, version);
		if (date_compare(s.berlaku_sejak, town->today) > 0)
			continue;
		s.ditetapkan_at = time_of_date(s.sk_tanggal, 600, town->zona);
		s.ditetapkan_nama = head->nama;
		s.ditetapkan_jabatan = demo_post_name(town, head);
		err = standar_bulk_add(job, &s);
	}
	return err ? err
		   : pelaksana_bulk_add(job, &l.layanan_id, &town->person[town->asn].jabatan_id);
}

static enum err promise_write(struct job *job, const struct demo_town *town, int office)
{
	const struct demo_person *head = &town->person[town->unit[office].head];
	struct maklumat m = {
		.unit_id = town->unit[office].id,
		.nomor = 1,
		.isi = STR("Kami sanggup melayani sesuai standar ini. Bila tidak kami tepati, kami "
			   "siap diberi sanksi."),
		.nama = head->nama,
		.jabatan = demo_post_name(town, head),
		.tanggal = DATE((int16_t)(town->tahun - 1), 1, 2)};

	return maklumat_bulk_add(job, &m, &head->akun_id);
}

enum err demo_write_services(struct job *job, struct demo_batch *batch)
{
	const struct demo_town *town = batch->town;
	uint64_t promised = 0;
	enum err err = ERR_OK;

	for (int n = 0; n < DEMO_SERVICES && !err; n++) {
		int kind = demo_services[n].kind, office = demo_office_of_kind(town, kind);
		if (office < 0)
			continue;
		err = service_write(job, town, n, office);
		if (!err && !(promised & UINT64_C(1) << kind))
			err = promise_write(job, town, office);
		promised |= UINT64_C(1) << kind;
	}
	return err;
}
