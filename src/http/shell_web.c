/* SPDX-License-Identifier: Apache-2.0 */
#include "http/shell_web.h"

#include "http/csrf.h"
#include "law/access.h"

#include <string.h>

/* The menu in reading order: an entry is shown to those who may do the deed to some record. */
static const struct {
	const char *path, *icon, *label;
	enum permission permission;
	enum { FOR_ALL, FOR_PERSON, FOR_PENILAI } whom; /* FOR_PERSON: about an own record */
} menu[] = {
	{"/beranda", "home", "Beranda", PERM_HOME_READ, FOR_ALL},
	{"/lapor", "plus", "Lapor kerja", PERM_REPORT_OWN, FOR_PERSON},
	{"/skp", "goal", "SKP saya", PERM_SKP_OWN, FOR_PERSON},
	{"/penilaian", "star", "Penilaian saya", PERM_EVALUATION_READ, FOR_PERSON},
	{"/tim", "people", "Tim saya", PERM_SKP_DECIDE, FOR_PENILAI},
	{"/tim/nilai", "check", "Penilaian tim", PERM_EVALUATION_DECIDE, FOR_PENILAI},
	{"/persetujuan", "check", "SKP lewat surat", PERM_SKP_RECORD, FOR_ALL},
	{"/penetapan", "star", "Nilai lewat surat", PERM_EVALUATION_RECORD, FOR_ALL},
	{"/hasil-unit", "flag", "Hasil kerja unit", PERM_UNIT_RESULT_EDIT, FOR_ALL},
	{"/capaian", "goal", "Capaian organisasi", PERM_UNIT_ACHIEVEMENT, FOR_ALL},
	{"/pegawai", "inbox", "Pegawai & unit", PERM_ORG_READ, FOR_ALL},
	{"/impor", "up", "Impor", PERM_ORG_IMPORT, FOR_ALL},
	{"/peran", "gear", "Peran & akun", PERM_ACCOUNT_MANAGE, FOR_ALL},
	{"/tahun", "clock", "Tahun & periode", PERM_SETTING_MANAGE, FOR_ALL},
	{"/rekap", "chart", "Rekap penilaian", PERM_EVALUATION_RECAP, FOR_ALL},
	{"/jejak", "check", "Jejak audit", PERM_AUDIT_READ, FOR_ALL},
};

static bool is_person(const struct actor *actor)
{
	return !id_is_none(&actor->pegawai_id);
}

static void add_menu(struct shell *shell)
{
	for (size_t i = 0; i < sizeof menu / sizeof menu[0]; i++) {
		bool is_for = menu[i].whom == FOR_ALL ||
			      (menu[i].whom == FOR_PERSON && is_person(shell->actor)) ||
			      (menu[i].whom == FOR_PENILAI && shell->actor->has_bawahan);
		if (!is_for || !access_may(shell->actor, menu[i].permission))
			continue;
		shell->links[shell->link_count++] =
			(struct shell_link){.path = menu[i].path,
					    .icon = menu[i].icon,
					    .label = menu[i].label,
					    .is_active = str_is(shell->active, menu[i].path)};
	}
}

static void add_tabs(struct shell *shell)
{
	static const struct shell_link home = {
		.path = "/beranda", .icon = "home", .label = "Beranda"};
	static const struct shell_link more = {
		.path = "/lainnya", .icon = "more", .label = "Lainnya"};
	static const struct shell_link of_person[] = {
		{.path = "/skp", .icon = "goal", .label = "SKP"},
		{.path = "/lapor", .icon = "plus", .label = "Lapor", .is_deed = true},
	};
	static const struct shell_link of_office[] = {
		{.path = "/pegawai", .icon = "people", .label = "Pegawai"},
		{.path = "/tahun", .icon = "clock", .label = "Tahun"},
	};
	static const struct shell_link team = {.path = "/tim", .icon = "people", .label = "Tim"};
	static const struct shell_link result = {
		.path = "/penilaian", .icon = "star", .label = "Penilaian"};
	static const struct shell_link recap = {
		.path = "/rekap", .icon = "chart", .label = "Rekap"};
	bool is_own = is_person(shell->actor);

	shell->tabs[0] = home;
	memcpy(shell->tabs + 1, is_own ? of_person : of_office, sizeof of_person);
	shell->tabs[3] = !is_own ? recap : shell->actor->has_bawahan ? team : result;
	shell->tabs[4] = more;
	for (int i = 0; i < SHELL_TABS; i++)
		shell->tabs[i].is_active = str_is(shell->active, shell->tabs[i].path);
}

/* "Yohana Wally" -> "YW"; a character may be several bytes. */
static struct str initials_of(struct arena *mem, struct str name)
{
	struct buf out;
	struct str rest = name;
	buf_init(&out, mem);
	for (int i = 0; i < 2 && rest.len > 0; i++) {
		struct str word = str_cut(rest, ' ', &rest);
		size_t len = word.len > 0 ? 1 : 0;
		while (len < word.len && ((unsigned char)word.at[len] & 0xC0) == 0x80)
			len++;
		buf_add(&out, str_slice(word, 0, len));
	}
	return buf_str(&out);
}

static struct str theme_of(struct request *req, const struct actor *actor)
{
	struct str theme = actor->tema.len > 0 ? actor->tema : request_cookie(req, "abdi-tema");
	return str_is(theme, "light") || str_is(theme, "dark") ? theme : STR_NONE;
}

void shell_make(struct request *req, struct shell *out, const char *active)
{
	const struct actor *actor = request_job(req)->actor;
	*out = (struct shell){.mem = request_mem(req), .actor = actor, .active = str_from(active)};
	out->csrf = csrf_mask(out->mem, actor->csrf);
	out->note = request_note(req);
	out->theme = theme_of(req, actor);
	out->agency = actor->instansi_nama;
	out->person = actor->nama;
	out->is_signed_in = actor->is_signed_in;
	if (!out->is_signed_in)
		return;
	out->user = id_str(out->mem, &actor->akun_id);
	out->initials = initials_of(out->mem, actor->nama);
	add_menu(out);
	add_tabs(out);
}
