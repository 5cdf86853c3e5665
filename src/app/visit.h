/* SPDX-License-Identifier: Apache-2.0 */
/* Whose visitor somebody is before they have signed in: the agency named by the path (/w/<slug>),
   by the host name the operator gave it, or by being the only one of this installation. */
#ifndef ABDI_APP_VISIT_H
#define ABDI_APP_VISIT_H
#include "account/installation.h"
#include "db/store.h"
#include "http/exchange.h"
#include "http/pool.h"

struct visits; /* what the operator set, and agencies remembered for seconds */

/* hosts: "layanan.example.go.id=kota-contoh, …", from the setting ABDI_HOSTS. */
struct visits *visits_make(struct store *store, struct str hosts);
void visits_free(struct visits *visits);
/* Is every part of it a host name and a slug? Says on standard error which is not. */
MUST_CHECK enum err visits_check_hosts(struct str hosts);
/* The agency this request has come to; the none id where a page can do without. ERR_NOT_FOUND: it
   is one of an agency's pages for its public, and names none of ours. */
MUST_CHECK enum err visits_arrive(struct visits *visits, struct request *req, struct agency *out);
/* The same from memory alone, for who shall not wait; false: it is not remembered, or longer than
   an hour ago. What has become old is found anew in that pool, once, for those who come later. */
bool visits_recall(struct visits *visits, struct pool *pool, struct request *req,
		   struct agency *out);

#endif
