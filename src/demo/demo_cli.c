/* SPDX-License-Identifier: Apache-2.0 */
/* Makes the town and shows who may sign in. */
#include "demo/demo.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

/* Who can sign in, kept beside the data and readable by its owner only: the store holds no password
   to show again. */
static const char *login_path(struct arena *mem, const struct demo_place *place, struct str kode)
{
	return str_cstr(mem, str_format(mem, "%s/masuk-%.*s.txt", place->data_dir, STR_ARG(kode)));
}

static struct str login_text(struct arena *mem, const struct demo_made *made)
{
	struct buf out;

	buf_init(&out, mem);
	buf_add_format(&out, "%.*s (%.*s, %.*s): %d unit, %d pegawai. Semua nama rekaan.\n\n",
		       STR_ARG(made->nama), STR_ARG(made->kode), STR_ARG(made->zona),
		       made->unit_count, made->pegawai_count);
	buf_add_format(&out, "  %-18s  %-36s  %s\n", "NIP", "Peran", "Nama");
	for (int i = 0; i < DEMO_LOGINS; i++)
		buf_add_format(&out, "  %.*s  %-36s  %.*s\n", STR_ARG(made->login[i].nip),
			       made->login[i].peran, STR_ARG(made->login[i].nama));
	buf_add_format(&out, "\n  Kata sandi: %.*s (sama untuk semua pegawai contoh)\n",
		       STR_ARG(made->sandi));
	return buf_str(&out);
}

static void login_keep(const char *path, struct str text)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	if (fd < 0 || write(fd, text.at, text.len) != (ssize_t)text.len)
		printf("Daftar masuk belum tersimpan di %s; catat sekarang.\n", path);
	if (fd >= 0)
		close(fd);
}

/* The agency is there from an earlier run: its logins are shown again. */
static void login_show(const char *path)
{
	FILE *file = fopen(path, "re");
	char line[512];

	if (!file) {
		printf("Instansi contoh sudah ada, tetapi daftar masuknya tidak ada di %s.\n",
		       path);
		return;
	}
	while (fgets(line, sizeof line, file))
		fputs(line, stdout);
	(void)fclose(file);
}

static void faults_print(const struct demo_order *order, struct arena *mem)
{
	struct problems faults;

	problems_init(&faults, mem);
	demo_check(order, &faults);
	for (int i = 0; i < faults.count; i++)
		fprintf(stderr, "%.*s: %.*s\n", STR_ARG(faults.at[i].field),
			STR_ARG(faults.at[i].sentence));
}

static int failed(enum err err, const struct demo_order *order, struct arena *mem)
{
	if (err == ERR_INVALID) {
		faults_print(order, mem);
		return 2;
	}
	if (err == ERR_TOO_LARGE)
		fprintf(stderr, "Sudah terlalu banyak instansi di pemasangan ini.\n");
	else
		fprintf(stderr, "Instansi contoh belum jadi: %s\n", err_told(err));
	return 1;
}

int demo_cli(struct store *store, const struct demo_place *place, const struct demo_order *order)
{
	CLEANUP(arena_close) struct arena *mem = arena_make();
	struct demo_made made;
	enum err err = demo_make(store, mem, order, &made);
	const char *path = login_path(mem, place, order->kode.len ? order->kode : STR(DEMO_KODE));

	if (err && err != ERR_CONFLICT)
		return failed(err, order, mem);
	if (err == ERR_CONFLICT) {
		login_show(path);
	} else {
		struct str text = login_text(mem, &made);
		fwrite(text.at, 1, text.len, stdout);
		login_keep(path, text);
	}
	printf("  Alamat: http://%.*s\n\n", STR_ARG(place->listen));
	return err ? DEMO_EXISTS : 0;
}
