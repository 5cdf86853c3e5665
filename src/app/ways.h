/* SPDX-License-Identifier: Apache-2.0 */
/* Where somebody goes on from an answer that is no page. */
#ifndef ABDI_APP_WAYS_H
#define ABDI_APP_WAYS_H
#include "http/request.h"
#include "render/error_view.h"
#include "render/shell.h"

/* The page they came from, the list their address lies below, and the first pages of who they
   are. */
void ways_find(struct request *req, const struct shell *shell, int status, struct error_view *view);

#endif
