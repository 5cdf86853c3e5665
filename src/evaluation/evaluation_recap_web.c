/* SPDX-License-Identifier: Apache-2.0 */
/* The recap of predikat: a unit with those right below it, and all of them as a download. */
#include "evaluation/evaluation_recap.h"

#include "base/file.h"
#include "base/say.h"
#include "evaluation/evaluation_bkn.h"
#include "evaluation/evaluation_make.h"
#include "evaluation/evaluation_pick_web.h"
#include "evaluation/evaluation_recap_view.h"
#include "form/table.h"
#include "generated/evaluation_templates.h"
#include "generated/routes.h"
#include "http/response.h"
#include "http/shell_web.h"
#include "law/access.h"
#include "org/browse.h"
#include "org/unit_pick.h"
#include "render/xlsx_write.h"

/* What the recap is narrowed to. */
struct saring {
	struct str periode;
	struct id unit;
};
#define FORM_RECORD struct saring
static const struct field saring_fields[] = {FIELD(CHOICE, periode, "Periode") FIELD(
	PICK, unit, "Unit", .finder = UNIT_FINDER, HINT("Sebagian namanya atau kodenya."))};
static const struct form_table saring_form = FORM_TABLE("rekap_saring", saring_fields);
#undef FORM_RECORD

static enum err read_filters(struct request *req, struct list *list, struct saring *saring,
			     struct evaluation_periode *periode)
{
	struct job *job = request_job(req);
	enum err err;

	list_read(list, req, &saring_form, saring);
	err = evaluation_pick_in(job, &list->form, FORM_AT(&list->form, struct saring, periode),
				 periode);
	return err ? err
		   : unit_pick_or_highest(job, &list->form,
					  FORM_AT(&list->form, struct saring, unit),
					  PERM_EVALUATION_RECAP);
}

static struct str unit_url(const struct list *list, const struct evaluation_periode *periode,
			   const struct id *unit_id)
{
	return str_format(list->form.mem, "/rekap?periode=%d-%d&unit=%.*s", periode->tahun,
			  periode->nomor, STR_ARG(id_str(list->form.mem, unit_id)));
}

/* The unit above, where the actor may see it too. */
static enum err above_fill(struct job *job, const struct unit *here, struct rekap_view *view)
{
	struct str scope = access_scope_jalur(job->actor, PERM_EVALUATION_RECAP);
	struct unit *above;
	enum err err;

	if (id_is_none(&here->induk_id))
		return ERR_OK;
	if ((err = unit_load(job, &here->induk_id, &above)))
		return err;
	if (!str_equal(str_slice(above->jalur, 0, scope.len), scope))
		return ERR_OK;
	view->url_above = unit_url(&view->list, &view->periode, &above->unit_id);
	view->above = above->nama;
	return ERR_OK;
}

static void fill_rows(struct arena *mem, const struct rekap_unit *list, struct rekap_view *view)
{
	view->row = arena_array(mem, struct rekap_row, view->count + 1);
	for (int i = 0; i < view->count; i++) {
		struct rekap_row *row = &view->row[i];

		*row = (struct rekap_row){.row = &list[i]};
		if (i > 0)
			row->url = unit_url(&view->list, &view->periode, &list[i].unit.unit_id);
		row->capaian = list[i].has_capaian ? say(mem, capaian_label(list[i].capaian))
						   : SAY(mem, "belum ditetapkan");
		view->warning_count += list[i].is_saran ? 0 : list[i].peringatan_count;
	}
	if (view->count > UNIT_PAGE)
		list_go_on(&view->list, id_str(mem, &list[view->count - 1].unit.unit_id));
}

static enum err recap_fill(struct job *job, const struct saring *saring, struct rekap_view *view)
{
	struct rekap_span span = {.tahun = view->periode.tahun, .nomor = view->periode.nomor};
	struct rekap_unit *list;
	struct unit *here;
	enum err err;

	span.after = list_after_id(&view->list);
	if (id_is_none(&saring->unit)) /* a unit was looked for and is not found yet */
		return ERR_OK;
	if ((err = unit_load(job, &saring->unit, &here)) || (err = above_fill(job, here, view)))
		return err;
	span.unit = here;
	if ((err = evaluation_recap_below(job, &span, &list, &view->count)))
		return err;
	fill_rows(job->mem, list, view);
	return ERR_OK;
}

enum err recap_page(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct rekap_view view = {.count = 0};
	struct saring saring = {.periode = STR_NONE};
	struct shell shell;
	enum err err;

	if ((err = read_filters(req, &view.list, &saring, &view.periode)) ||
	    (err = recap_fill(job, &saring, &view)))
		return err;
	bool may_export = access_may(job->actor, PERM_EVALUATION_EXPORT);
	if (may_export)
		view.url_xlsx = list_url(&view.list, STR("/rekap.xlsx"), STR_NONE);
	if (may_export && evaluation_bkn_knows(job, view.periode.tahun, view.periode.nomor))
		view.url_bkn = list_url(&view.list, STR("/rekap-bkn.xlsx"), STR_NONE);
	shell_make(req, &shell, "/rekap");
	html_evaluation_recap(respond_html(res, list_status(&view.list)), &shell, &view);
	return ERR_OK;
}

static struct str join_warnings(struct arena *mem, const struct rekap_unit *row)
{
	struct buf said;

	buf_init(&said, mem);
	for (int i = 0; i < row->peringatan_count; i++)
		buf_add_format(&said, "%s%s%.*s", i ? " " : "",
			       row->is_saran ? SAY(mem, "Saran: ").at : "",
			       STR_ARG(row->peringatan[i]));
	return buf_str(&said);
}

static void recap_row(struct arena *mem, struct xlsx *xlsx, const struct rekap_unit *row)
{
	int column = 0;

	xlsx_text(xlsx, column++, row->unit.kode);
	xlsx_text(xlsx, column++, row->unit.nama);
	xlsx_text(xlsx, column++,
		  row->has_capaian ? capaian_label(row->capaian) : SAY(mem, "Belum ditetapkan"));
	xlsx_hundredths(xlsx, column++, (int64_t)row->pegawai * 100);
	xlsx_hundredths(xlsx, column++, (int64_t)row->dinilai * 100);
	for (int i = 0; i < PREDIKAT_COUNT; i++)
		xlsx_hundredths(xlsx, column++, (int64_t)row->jumlah[i] * 100);
	xlsx_text(xlsx, column, join_warnings(mem, row));
	xlsx_next_row(xlsx);
}

static enum err recap_write(struct job *job, struct str path, const struct rekap_unit *list,
			    int count)
{
	static const int widths[] = {14, 44, 18, 10, 10, 12, 10, 16, 10, 14, 80};
	const struct str head[] = {SAY(job->mem, "Kode unit"),
				   SAY(job->mem, "Unit kerja"),
				   SAY(job->mem, "Capaian organisasi"),
				   SAY(job->mem, "Pegawai"),
				   SAY(job->mem, "Dinilai"),
				   SAY(job->mem, "Sangat Baik"),
				   SAY(job->mem, "Baik"),
				   SAY(job->mem, "Butuh Perbaikan"),
				   SAY(job->mem, "Kurang"),
				   SAY(job->mem, "Sangat Kurang"),
				   SAY(job->mem, "Catatan pola distribusi")};
	CLEANUP(xlsx_close) struct xlsx *xlsx = NULL;
	enum err err;

	if ((err = xlsx_open(job->mem, str_cstr(job->mem, path), &xlsx)))
		return err;
	if ((err = xlsx_sheet(xlsx, SAY(job->mem, "Rekap"), widths,
			      (int)(sizeof widths / sizeof widths[0]))))
		return err;
	xlsx_numbers(xlsx, 3, 4 + PREDIKAT_COUNT, 14);
	xlsx_head(xlsx, head, (int)(sizeof head / sizeof head[0]));
	for (int i = 0; i < count; i++)
		recap_row(job->mem, xlsx, &list[i]);
	return xlsx_finish(xlsx);
}

/* All units at and below the chosen one: a file is no page. */
static enum err recap_all(struct request *req, struct rekap_view *view, struct unit **unit,
			  struct rekap_unit **out)
{
	struct job *job = request_job(req);
	struct saring saring = {.periode = STR_NONE};
	enum err err;

	if ((err = read_filters(req, &view->list, &saring, &view->periode)))
		return err;
	if (problems_any(job->faults) || id_is_none(&saring.unit))
		return ERR_NOT_FOUND;
	if ((err = unit_load(job, &saring.unit, unit)))
		return err;
	return evaluation_recap(job, (*unit)->jalur, view->periode.tahun, view->periode.nomor, out,
				&view->count);
}

/* "Rekap-predikat-2026-4-Dinas-Kesehatan.xlsx"; 0 is the whole year. */
static struct str recap_name(struct arena *mem, const struct rekap_view *view,
			     const struct unit *unit)
{
	struct str said = str_format(mem, "Rekap predikat %d %d %.*s", view->periode.tahun,
				     view->periode.nomor, STR_ARG(unit->nama));

	return str_join(mem, file_name_of(mem, said), STR(".xlsx"));
}

static enum err send_sheet(struct job *job, struct response *res, struct str path, struct str name)
{
	struct str body;
	enum err err = file_take(job->mem, str_cstr(job->mem, path), SIZE_MAX, &body);

	return err ? err
		   : respond_bytes(res,
				   "application/vnd.openxmlformats-officedocument."
				   "spreadsheetml.sheet",
				   name, body);
}

static struct str sheet_path(struct job *job)
{
	struct id name = id_make();

	return str_format(job->mem, "%s/rekap-%.*s.tmp", job->data_dir,
			  STR_ARG(id_str(job->mem, &name)));
}

enum err recap_file(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct rekap_view view = {.count = 0};
	struct str path = sheet_path(job);
	struct rekap_unit *list;
	struct unit *unit;
	enum err err;

	if ((err = recap_all(req, &view, &unit, &list)) ||
	    (err = recap_write(job, path, list, view.count)))
		return err;
	return send_sheet(job, res, path, recap_name(job->mem, &view, unit));
}

/* The same people as e-Kinerja BKN lays them out (BKN-01). */
enum err recap_bkn_file(struct request *req, struct response *res)
{
	struct job *job = request_job(req);
	struct rekap_view view = {.count = 0};
	struct bkn_recap recap = {.count = 0};
	struct str path = sheet_path(job);
	struct rekap_unit *list;
	struct unit *unit;
	enum err err;

	if ((err = recap_all(req, &view, &unit, &list)) ||
	    (err = evaluation_bkn(job, unit, view.periode.tahun, view.periode.nomor, &recap)) ||
	    (err = evaluation_bkn_write(job, path, &recap)))
		return err;
	return send_sheet(job, res, path,
			  str_join(job->mem, STR("BKN-"), recap_name(job->mem, &view, unit)));
}
