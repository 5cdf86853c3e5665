/* SPDX-License-Identifier: Apache-2.0 */
/* One switch without default: the compiler names the err that is missing. */
#include "http/status.h"

int http_status_of(enum err err)
{
	switch (err) {
	case ERR_OK: return 200;
	case ERR_INVALID: return 422;
	case ERR_SIGN_IN: return 401;
	case ERR_FORBIDDEN: return 403;
	case ERR_NOT_FOUND: return 404;
	case ERR_CONFLICT: return 409;
	case ERR_TOO_LARGE: return 413;
	case ERR_BUSY: return 503;
	case ERR_STORE: return 503;
	case ERR_UNKNOWN: return 504;
	case ERR_HALTED: return 503;
	case ERR_IO: return 503; /* nothing was changed yet, or it was undone */
	}
	__builtin_unreachable();
}

/* HTTP statuses are an open set, so this switch has a last answer for all others. */
struct str http_status_title(int status)
{
	switch (status) {
	case 400:
	case 417:
	case 501:
	case 505: return STR("Permintaan tidak terbaca");
	case 401: return STR("Silakan masuk");
	case 403: return STR("Halaman ini bukan untuk Anda");
	case 404: return STR("Halaman tidak ditemukan");
	case 405: return STR("Cara ini tidak tersedia");
	case 409: return STR("Data sudah diubah orang lain");
	case 413: return STR("Kiriman terlalu besar");
	case 414:
	case 431: return STR("Alamat atau data peramban terlalu panjang");
	case 415: return STR("Jenis kiriman tidak dikenal");
	case 422: return STR("Isian perlu diperbaiki");
	case 429: return STR("Terlalu banyak percobaan");
	case 503: return STR("Layanan sedang sibuk");
	case 504: return STR("Belum pasti tersimpan");
	default: return STR("Terjadi gangguan");
	}
}

struct str http_status_sentence(int status)
{
	switch (status) {
	case 400:
	case 417:
	case 501:
	case 505: return STR("Kembali ke halaman sebelumnya, lalu kirim sekali lagi.");
	case 401: return STR("Masuk dengan NIP atau surel Anda untuk melanjutkan.");
	case 403:
		return STR("Akun Anda tidak berwenang membuka atau mengubah data ini. Jika "
			   "seharusnya boleh, hubungi "
			   "admin kepegawaian.");
	case 404:
		return STR("Tidak ada apa-apa di alamat ini. Mungkin salah tulis, datanya sudah "
			   "dipindahkan, atau berada di luar wewenang Anda.");
	case 405: return STR("Buka halaman ini dari tautan atau tombol di dalam aplikasi.");
	case 409:
		return STR("Muat ulang halaman untuk melihat data terbaru, lalu ulangi perubahan "
			   "Anda.");
	case 413:
		return STR("Tidak ada yang tersimpan. Kecilkan berkas atau kurangi isinya, lalu "
			   "kirim lagi.");
	case 414:
	case 431:
		return STR("Kembali ke halaman sebelumnya dan kurangi pilihannya. Bila terulang, "
			   "hapus cookie situs ini di peramban Anda.");
	case 415: return STR("Kirim lewat formulir di halaman ini.");
	case 422: return STR("Periksa isian yang ditandai, lalu kirim lagi.");
	case 429: return STR("Tunggu beberapa menit, lalu coba lagi.");
	case 504:
	case 503: return STR("Halaman ini belum dapat dibuka. Coba lagi sebentar lagi.");
	default:
		return STR("Yang Anda kirim mungkin belum tersimpan. Coba lagi; jika terulang, "
			   "hubungi admin.");
	}
}
