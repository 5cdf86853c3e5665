/* SPDX-License-Identifier: Apache-2.0 */
/* Calls qpdf for what cairo 1.16 cannot say. Papers are Indonesian whoever asks for them. */
#include "render/pdf_finish.h"

#include <qpdf/qpdf-c.h>

static enum err finish(qpdf_data pdf, struct str drawn)
{
	if (qpdf_read_memory(pdf, "paper", drawn.at, drawn.len, NULL) & QPDF_ERRORS)
		return ERR_IO;
	qpdf_oh root = qpdf_get_root(pdf);
	qpdf_oh_replace_key(pdf, root, "/Lang", qpdf_oh_parse(pdf, "(id-ID)"));
	qpdf_oh_replace_key(pdf, root, "/ViewerPreferences",
			    qpdf_oh_parse(pdf, "<< /DisplayDocTitle true >>"));
	if (qpdf_init_write_memory(pdf) & QPDF_ERRORS)
		return ERR_IO;
	qpdf_set_deterministic_ID(pdf, QPDF_TRUE);
	qpdf_set_object_stream_mode(pdf, qpdf_o_generate);
	return qpdf_write(pdf) & QPDF_ERRORS ? ERR_IO : ERR_OK;
}

enum err pdf_finish(struct arena *mem, struct str drawn, struct str *out)
{
	qpdf_data pdf = qpdf_init();

	qpdf_silence_errors(pdf);
	qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
	enum err err = finish(pdf, drawn);
	if (!err)
		*out = str_copy(mem, (struct str){(const char *)qpdf_get_buffer(pdf),
						  qpdf_get_buffer_length(pdf)});
	qpdf_cleanup(&pdf);
	return err;
}
