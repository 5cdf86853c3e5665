/* SPDX-License-Identifier: Apache-2.0 */
#include "demo/demo.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

/* Who can sign in, kept beside the data and readable by its owner only: the store holds no password to show again. */
static struct str login_path(struct arena *mem, const char *data_dir)
{
	return str_format(mem, "%s/masuk-contoh.txt", data_dir);
}

static struct str login_text(struct arena *mem, const struct demo_made *made)
{
	struct buf out;

	buf_init(&out, mem);
	buf_add_cstr(&out, "Masuk ke instansi contoh dengan NIP dan kata sandi ini:\n");
	for (int i = 0; i < DEMO_LOGINS; i++)
		buf_add_format(&out, "  %.*s  %-38s %.*s\n", STR_ARG(made->login[i].nip),
			       made->login[i].peran, STR_ARG(made->login[i].nama));
	buf_add_format(&out, "  Kata sandi: %.*s\n", STR_ARG(made->sandi));
	return buf_str(&out);
}

static void login_keep(struct arena *mem, const char *data_dir, struct str text)
{
	const char *path = str_cstr(mem, login_path(mem, data_dir));
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	if (fd < 0 || write(fd, text.at, text.len) != (ssize_t)text.len)
		printf("Daftar masuk belum tersimpan di %s; catat sekarang.\n", path);
	if (fd >= 0)
		close(fd);
}

/* The agency is there from an earlier run: its logins are shown again. */
static int show_again(struct arena *mem, const char *data_dir)
{
	const char *path = str_cstr(mem, login_path(mem, data_dir));
	FILE *file = fopen(path, "re");
	char line[512];

	printf("Instansi contoh sudah ada; tidak ada yang diubah.\n");
	if (!file)
		return DEMO_EXISTS;
	while (fgets(line, sizeof line, file))
		fputs(line, stdout);
	(void)fclose(file);
	return DEMO_EXISTS;
}

int demo_cli(struct store *store, const char *data_dir, int64_t now, int people)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct demo_order order = {now, people};
	struct demo_made made;
	enum err err = demo_make(store, mem, &order, &made);

	if (err == ERR_CONFLICT)
		return show_again(mem, data_dir);
	if (err == ERR_INVALID) {
		fprintf(stderr, "Jumlah pegawai harus antara %d dan %d.\n", DEMO_PEGAWAI_MIN,
			DEMO_PEGAWAI_MAX);
		return 2;
	}
	if (err) {
		fprintf(stderr, "Instansi contoh belum jadi: %s.\n", err_name(err));
		return 1;
	}
	struct str text = login_text(mem, &made);
	printf("Pemerintah Kota Contoh: %d unit, %d pegawai, %d laporan kerja, %d evaluasi.\n",
	       made.unit_count, made.pegawai_count, made.laporan_count, made.evaluasi_count);
	fwrite(text.at, 1, text.len, stdout);
	login_keep(mem, data_dir, text);
	return 0;
}
