/* SPDX-License-Identifier: Apache-2.0 */
/* The names of errors for the log, and their words for the command line. */
#include "base/err.h"

const char *err_name(enum err err)
{
	switch (err) {
	case ERR_OK: return "ERR_OK";
	case ERR_INVALID: return "ERR_INVALID";
	case ERR_SIGN_IN: return "ERR_SIGN_IN";
	case ERR_FORBIDDEN: return "ERR_FORBIDDEN";
	case ERR_NOT_FOUND: return "ERR_NOT_FOUND";
	case ERR_CONFLICT: return "ERR_CONFLICT";
	case ERR_TOO_LARGE: return "ERR_TOO_LARGE";
	case ERR_BUSY: return "ERR_BUSY";
	case ERR_STORE: return "ERR_STORE";
	case ERR_UNKNOWN: return "ERR_UNKNOWN";
	case ERR_HALTED: return "ERR_HALTED";
	case ERR_IO: return "ERR_IO";
	}
	__builtin_unreachable();
}

const char *err_told(enum err err)
{
	switch (err) {
	case ERR_OK: return "selesai.";
	case ERR_INVALID: return "isinya tidak dapat dipakai. Periksa yang ditulis, lalu ulangi.";
	case ERR_SIGN_IN:
	case ERR_FORBIDDEN: return "tidak berwenang.";
	case ERR_NOT_FOUND: return "yang disebut tidak ada. Periksa tulisannya.";
	case ERR_CONFLICT:
		return "sudah ada, atau sudah diubah dari tempat lain. Periksa, lalu ulangi.";
	case ERR_TOO_LARGE: return "terlalu besar. Bagi menjadi beberapa bagian.";
	case ERR_BUSY: return "layanan sedang sibuk. Ulangi sebentar lagi.";
	case ERR_STORE:
		return "basis data tidak dapat dibaca atau ditulis. Periksa ABDI_DB, hak ABDI_USER, "
		       "ruang disk, dan catatan di atas.";
	case ERR_UNKNOWN:
		return "sambungan terputus tepat ketika menyimpan. Periksa dahulu apakah sudah "
		       "tersimpan, lalu ulangi.";
	case ERR_HALTED:
		return "perubahan dihentikan karena basis data lebih lama daripada yang pernah "
		       "dikonfirmasi. Jalankan abdi audit verify, lalu baca panduan operasi.";
	case ERR_IO:
		return "berkas atau folder tidak dapat dibaca atau ditulis. Periksa ABDI_DATA, hak "
		       "aksesnya, dan ruang disk.";
	}
	__builtin_unreachable();
}
