/* SPDX-License-Identifier: Apache-2.0 */
/* Fills what stands around a page from the request: person, menu, note, theme. */
#ifndef ABDI_HTTP_SHELL_WEB_H
#define ABDI_HTTP_SHELL_WEB_H
#include "http/request.h"
#include "render/shell.h"

/* active: the path of the menu entry the page belongs to ("/skp"), or "". Takes the note left by the page before. */
void shell_make(struct request *req, struct shell *out, const char *active);

#endif
