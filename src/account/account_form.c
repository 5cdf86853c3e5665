/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of this room's forms without a signed-in person's data. */
#include "account/account_form.h"

#include "base/say.h"
#include "account/role.h"
#include "form/table.h"
#include "org/org.h"
#include "org/unit_pick.h"

static const struct choice zona_at[] = {
	{.key = STR(SAID("WIB")), .label = STR(SAID("WIB (Jakarta)"))},
	{.key = STR(SAID("WITA")), .label = STR(SAID("WITA (Makassar)"))},
	{.key = STR(SAID("WIT")), .label = STR(SAID("WIT (Jayapura)"))}};
static const struct choice_list zona = CHOICE_LIST(zona_at);

#define FORM_RECORD struct sign_in
static const struct field sign_in_fields[] = {
	FIELD_AS(TEXT, "masuk", login, "NIP atau surel dinas", .autocomplete = "username",
		 .capitals = "none", HINT("NIP 18 angka, boleh dengan spasi."),
		 NEEDED("Tulis NIP 18 angka atau surel dinas Anda."))
		FIELD_AS(PASSWORD, "sandi", password, "Kata sandi", .most = PASSWORD_LONGEST,
			 NEEDED("Tulis kata sandi Anda."))};
const struct form_table sign_in_form = FORM_TABLE("masuk", sign_in_fields);
static const struct field confirm_fields[] = {
	FIELD_AS(PASSWORD, "sandi", password, "Kata sandi", .most = PASSWORD_LONGEST)};
const struct form_table confirm_form = FORM_TABLE("konfirmasi", confirm_fields);
#undef FORM_RECORD

#define FORM_RECORD struct sandi_isian
static const struct field sandi_fields[] = {
	FIELD(PASSWORD, sekarang, "Kata sandi sekarang", .most = PASSWORD_LONGEST) FIELD(
		PASSWORD, baru, "Kata sandi baru", .most = PASSWORD_LONGEST,
		.autocomplete = "new-password",
		HINT("Paling sedikit 12 huruf atau angka. Empat kata acak mudah diingat dan kuat."))
		FIELD(PASSWORD, ulang, "Kata sandi baru, sekali lagi", .most = PASSWORD_LONGEST,
		      .autocomplete = "new-password")};
const struct form_table sandi_form = FORM_TABLE("sandi", sandi_fields);
#undef FORM_RECORD

#define FORM_RECORD struct installation
static const struct field installation_fields[] = {
#include "account/installation_form.def"
};
const struct form_table installation_form = FORM_TABLE("mulai", installation_fields);
#undef FORM_RECORD

/* Reasons are judged by the use case, the same for all of them. */
#define FORM_RECORD struct role_form
static const struct field role_give_fields[] = {
#include "account/role_form.def"
};
const struct form_table role_give_form = FORM_TABLE("peran", role_give_fields);
static const struct field role_end_fields[] = {
	FIELD(HIDDEN, peran, "Peran", .is_needed = true) FIELD(ID, unit, "Unit kerja")
		FIELD(TEXT, alasan, "Alasan mengakhiri", .most = 500)};
const struct form_table role_end_form = FORM_TABLE("peran_akhir", role_end_fields);
#undef FORM_RECORD

#define FORM_RECORD struct akun_isian
static const struct choice keadaan_at[] = {{.key = STR("kunci")}, {.key = STR("buka")}};
static const struct choice_list keadaan = CHOICE_LIST(keadaan_at);
static const struct field code_fields[] = {FIELD(TEXT, alasan, "Alasan membuat kode", .most = 500)};
const struct form_table code_form = FORM_TABLE("kode", code_fields);
static const struct field lock_fields[] = {
	FIELD(HIDDEN, keadaan, "Keadaan", ONE_OF(keadaan), .is_needed = true)
		FIELD(TEXT, alasan, "Alasan", .most = 500)};
const struct form_table lock_form = FORM_TABLE("kunci", lock_fields);
