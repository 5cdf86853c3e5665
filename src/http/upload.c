/* SPDX-License-Identifier: Apache-2.0 */
/* Files of a form written to disk and hashed as they come. */
#include "http/upload.h"

#include "base/id.h"
#include "http/exchange.h"
#include "http/form.h"

#include <fcntl.h>
#include <unistd.h>

#define TEXT_BYTES_MAX ((size_t)1 << 20)

void upload_begin(struct upload_form *form, struct request *req, const char *dir, int64_t file_max)
{
	*form = (struct upload_form){.req = req, .dir = dir, .file_max = file_max, .fd = -1};
	buf_init(&form->value, req->mem);
}

static void part_close(struct upload_form *form)
{
	if (form->is_file) {
		if (form->fd >= 0 && close(form->fd) != 0 && !form->err)
			form->err = ERR_IO;
		form->fd = -1;
		form->is_file = false;
		form->file.sha256 = crypto_sha256_end(&form->sum, form->req->mem);
		if (form->req->upload_count < UPLOAD_FILES_MAX)
			request_add_upload(form->req, &form->file);
		form->file = (struct upload){0};
	} else if (form->field.len > 0) {
		struct str value = buf_str(&form->value);
		if (form->req->fields.count >= FORM_FIELDS_MAX)
			form->err = form->err ? form->err : ERR_TOO_LARGE;
		else if (!str_is_utf8(value) || !str_is_utf8(form->field))
			form->err = form->err ? form->err : ERR_INVALID;
		else
			pairs_add(&form->req->fields, form->field, value);
	}
	form->field = STR_NONE;
	buf_init(&form->value, form->req->mem);
}

static void file_begin(struct upload_form *form, struct str field, struct str name)
{
	struct arena *mem = form->req->mem;
	struct id id = id_make();

	form->is_file = true;
	form->file = (struct upload){.field = field,
				     .file_name = str_is_utf8(name) ? name : STR("berkas")};
	crypto_sha256_begin(&form->sum);
	if (!form->dir || form->req->upload_count >= UPLOAD_FILES_MAX)
		return;
	form->file.path = str_format(mem, "%s/%.*s", form->dir, STR_ARG(id_str(mem, &id)));
	form->fd = open(str_cstr(mem, form->file.path),
			O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (form->fd < 0)
		form->err = ERR_IO;
}

/* Without a file nothing is kept. */
static enum err write_all(int fd, struct str data)
{
	while (fd >= 0 && data.len > 0) {
		ssize_t n = write(fd, data.at, data.len);
		if (n <= 0)
			return ERR_IO;
		data = str_slice(data, (size_t)n, data.len);
	}
	return ERR_OK;
}

static void file_drop(struct upload_form *form)
{
	if (form->fd >= 0)
		(void)close(form->fd);
	form->fd = -1;
	if (form->file.path.len > 0)
		(void)unlink(str_cstr(form->req->mem, form->file.path));
	form->file.path = STR_NONE;
}

static enum err file_write(struct upload_form *form, struct str data)
{
	bool was_kept = form->fd >= 0;

	form->file.size += (int64_t)data.len;
	crypto_sha256_add(&form->sum, data);
	if (!was_kept)
		return ERR_OK;
	form->kept_bytes += (int64_t)data.len;
	if (form->file.size <= form->file_max &&
	    form->kept_bytes <= form->file_max * UPLOAD_KEPT_FILES)
		return write_all(form->fd, data);
	form->kept_bytes -= form->file.size;
	file_drop(form);
	return ERR_OK;
}

/* The library tells a part twice from its beginning when nothing but its head had come at first. */
static bool is_same_part(const struct upload_form *form, const char *field, const char *file_name)
{
	if (form->has_bytes)
		return false;
	if (form->is_file)
		return file_name && str_is(form->file.field, field) &&
		       str_is(form->file.file_name, file_name);
	return !file_name && form->field.len > 0 && str_is(form->field, field);
}

void upload_piece(struct upload_form *form, const char *field, const char *file_name,
		  struct str data, uint64_t offset)
{
	struct arena *mem = form->req->mem;

	if (offset == 0 && !is_same_part(form, field, file_name)) {
		part_close(form);
		form->has_bytes = false;
		struct str name = str_copy(mem, str_from(field));
		if (!form->err && file_name)
			file_begin(form, name, str_copy(mem, str_from(file_name)));
		else
			form->field = name;
	}
	if (form->err)
		return;
	form->has_bytes |= data.len > 0;
	if (form->is_file) {
		form->err = file_write(form, data);
	} else {
		form->text_bytes += data.len;
		if (form->text_bytes > TEXT_BYTES_MAX)
			form->err = ERR_TOO_LARGE;
		else
			buf_add(&form->value, data);
	}
}

enum err upload_end(struct upload_form *form)
{
	part_close(form);
	return form->err;
}
