/* SPDX-License-Identifier: Apache-2.0 */
/* Mail by the installation's server (ABDI_SMTP_URL): text, one person a message. A message takes as
   long as the deadline at most; no thread that serves people waits for one, but for the trial. */
#ifndef ABDI_KABAR_MAIL_H
#define ABDI_KABAR_MAIL_H
#include "base/str.h"

#define MAIL_SECONDS 20 /* from the first packet to the last answer */

/* Which server, as the operator set it; kept for the life of the process. sender:
   "abdi@kota.go.id". An empty url: none. ERR_INVALID says why on standard error: what is neither
   smtp:// nor smtps://, or a sender that is no address. */
MUST_CHECK enum err mail_configure(struct str url, struct str sender);
bool mail_is_configured(void);
/* One address, without a name: what a header or an envelope could be broken with is refused. */
bool mail_address_is_sound(struct str address);

/* A mail to be sent. */
struct mail {
	struct str to, subject, body; /* lines end with \n */
};

/* May be given up from another thread: *is_stopping becomes true. */
MUST_CHECK enum err mail_send(const struct mail *mail, const _Atomic bool *is_stopping);

/* What became of the last ones, for who sets the server up. */
struct mail_state {
	int64_t sent_at, failed_at; /* UTC µs; 0: none since the program began */
	char why[160]; /* of the last failure, in the library's English */
};
struct mail_state mail_state(void);

#endif
