/* SPDX-License-Identifier: Apache-2.0 */
/* Makes a paper twice and compares it byte by byte. */
#include "document/paper_test_support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "document/document_pdf.h"

static void keep(const char *name, struct str pdf)
{
	const char *folder = getenv("ABDI_TEST_KEEP");
	char path[512];

	if (!folder)
		return;
	(void)snprintf(path, sizeof path, "%s/%s.pdf", folder, name);
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(pdf.at, 1, pdf.len, file), pdf.len);
	assert_int_equal(fclose(file), 0);
}

void paper_test_repeats(struct arena *mem, struct str content, struct str url, const char *name)
{
	struct str first, second;

	assert_int_equal(document_pdf(mem, content, url, &first), ERR_OK);
	assert_int_equal(document_pdf(mem, content, url, &second), ERR_OK);
	assert_true(str_starts(first, "%PDF-") && first.len > 5000);
	assert_true(str_equal(first, second));
	keep(name, first);
}
