/* SPDX-License-Identifier: Apache-2.0 */
/* What the fields FILE_NAMED of a form say, as files of its request. */
#include "app/named_files.h"

#include "http/piece.h"
#include "http/upload.h"
#include "law/access.h"

static struct piece_place place_of(const struct request *req)
{
	const struct actor *actor = req->job.actor;

	return (struct piece_place){.data_dir = req->job.data_dir,
				    .instansi_id = actor->instansi_id,
				    .akun_id = actor->akun_id};
}

/* "01890000-… 312000 foto IMG_1.jpg"; anything else is a file that is not here. */
static struct upload read_name(struct str text)
{
	struct upload upload = {.is_named = true, .sha256 = text};
	struct str size, rest;

	if (!id_parse(str_cut(text, ' ', &rest), &upload.file))
		upload.file = (struct id){{0}};
	size = str_cut(rest, ' ', &rest);
	upload.field = str_cut(rest, ' ', &upload.file_name);
	if (!str_parse_int(size, &upload.size) || upload.size < 1)
		upload.size = 1; /* nothing in it counts as not chosen */
	if (upload.file_name.len == 0)
		upload.file_name = STR("berkas");
	return upload;
}

void named_files_add(struct request *req)
{
	struct str text;

	for (int i = 0;
	     req->upload_count < UPLOAD_FILES_MAX && request_field_at(req, FILE_NAMED, i, &text);
	     i++) {
		struct upload upload = read_name(text);
		request_add_upload(req, &upload);
	}
}

void named_files_read(struct request *req)
{
	struct piece_place place = place_of(req);

	for (int i = 0; i < req->upload_count; i++) {
		struct upload *upload = &req->uploads[i];
		struct piece piece = {.file = upload->file, .size = upload->size};
		struct id id = id_make();
		struct str to = str_format(req->mem, "%s/tmp/%.*s", place.data_dir,
					   STR_ARG(id_str(req->mem, &id)));
		if (upload->is_named && piece_copy(req->mem, &place, &piece, to) == ERR_OK)
			upload->path = to;
	}
}

void named_files_keep(struct request *req)
{
	struct piece_place place = place_of(req);

	for (int i = 0; i < req->upload_count; i++) {
		struct upload *upload = &req->uploads[i];
		if (upload->is_named || upload->is_refused || upload->path.len == 0 ||
		    upload->size == 0)
			continue;
		if (piece_keep(req->mem, &place, upload->path, &upload->file) != ERR_OK)
			continue; /* the form asks for it again */
		upload->is_named = true;
		upload->path = STR_NONE;
	}
}

void named_files_drop(struct request *req)
{
	struct piece_place place = place_of(req);

	for (int i = 0; i < req->upload_count; i++)
		if (req->uploads[i].is_named)
			piece_drop(req->mem, &place, &req->uploads[i].file);
}
