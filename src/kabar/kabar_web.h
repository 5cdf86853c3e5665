/* SPDX-License-Identifier: Apache-2.0 */
/* The bell of every page, and the page of what waits and what was told. */
#ifndef ABDI_KABAR_KABAR_WEB_H
#define ABDI_KABAR_KABAR_WEB_H
#include "http/response.h"
#include "render/shell.h"

/* Counts into the frame what waits for the actor (struct menu, http/shell_web.h). */
void kabar_bell(struct job *job, struct shell *shell);

enum err kabar_page(struct request *req, struct response *res); /* GET /kabar */
enum err kabar_open_page(struct request *req, struct response *res); /* GET /kabar/:kabar_id */
enum err kabar_read_send(struct request *req, struct response *res); /* POST /kabar/dibaca */

#endif
