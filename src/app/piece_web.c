/* SPDX-License-Identifier: Apache-2.0 */
/* A large file on its way: how much of it is here, and its next piece. */
#include "base/json.h"
#include "base/say.h"
#include "generated/routes.h"
#include "http/piece.h"
#include "http/response.h"
#include "law/access.h"

static enum err tell_held(struct response *res, int status, int64_t held)
{
	struct json json;

	json_init(&json, respond_json(res, status));
	json_open_object(&json);
	json_key(&json, "sampai");
	json_int(&json, held);
	json_close_object(&json);
	return ERR_OK;
}

static struct piece_place place_of(struct request *req)
{
	const struct job *job = request_job(req);

	return (struct piece_place){.data_dir = job->data_dir,
				    .instansi_id = job->actor->instansi_id,
				    .akun_id = job->actor->akun_id};
}

enum err piece_held_file(struct request *req, struct response *res)
{
	struct piece_place place = place_of(req);
	struct id file;
	enum err err = request_id_param(req, "unggah_id", &file);

	return err ? err : tell_held(res, 200, piece_held(request_mem(req), &place, &file));
}

/* Upload-Offset: bytes before; Upload-Length: bytes of all. 409 tells where it goes on. */
enum err piece_send(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct piece_place place = place_of(req);
	struct piece piece = {.bytes = request_piece(req)};
	int64_t held;
	enum err err = request_id_param(req, "unggah_id", &piece.file);

	if (err)
		return err;
	if (!str_parse_int(request_header(req, "Upload-Offset"), &piece.from) ||
	    !str_parse_int(request_header(req, "Upload-Length"), &piece.size) ||
	    piece.bytes.len == 0)
		problem_add(job->faults, STR("Upload-Offset"), "piece.malformed",
			    STR("Kirim potongan berkas dengan awal dan ukurannya"));
	else if (piece.size > PIECE_FILE_MAX)
		problem_add(job->faults, STR("Upload-Length"), "piece.large",
			    STR("Berkas ini lebih dari 10 MB; perkecil dahulu"));
	if (problems_any(job->faults))
		return ERR_INVALID;
	err = piece_add(job->mem, &place, &piece, &held);
	if (err == ERR_CONFLICT)
		return tell_held(res, 409, held);
	if (err == ERR_BUSY) {
		problem_add(job->faults, STR("Upload-Length"), "piece.full",
			    STR("Masih ada dua puluh berkas Anda yang belum dipakai. Kirim atau "
				"hapus dahulu laporannya"));
		return ERR_INVALID;
	}
	return err ? err : tell_held(res, 200, held);
}
