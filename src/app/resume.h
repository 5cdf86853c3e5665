/* SPDX-License-Identifier: Apache-2.0 */
/* A form that came when the sign-in had ended or was too old: it is kept on the answer, asks for
   the password, and goes on with the same deed. Nothing is kept on the server. It is the one place
   that reads a form without its table: every field goes on as it came, in its order and as often,
   so that the form's own page judges it when the person is back. */
#ifndef ABDI_APP_RESUME_H
#define ABDI_APP_RESUME_H
#include "http/exchange.h"
#include "render/shell.h"

/* Why a form waits for its person to come back. */
enum resume {
	RESUME_NOT,
	RESUME_SIGN_IN, /* the session ended: sign in again, as the same account */
	RESUME_CONFIRM, /* the deed asks for a fresh sign-in: the password once more */
	RESUME_SEND, /* signed in again elsewhere: look, and send once more */
	RESUME_KEYLESS, /* the form brought no key: send once more, with one */
	RESUME_GUEST, /* a visitor's token is another by now, or was not kept: look, and send once
	                 more */
	RESUME_LIMITED, /* too many were sent: send once more later */
	RESUME_CHANGED, /* its key was used for another content: send once more, as a new form */
	RESUME_REFUSED, /* surely not kept: send once more, with the same key */
	RESUME_UNKNOWN, /* perhaps kept: send once more, with the same key, which keeps it once */
};

/* The page that says what waits and how it goes on. */
struct resume_view {
	enum resume mode;
	struct str action, account, login; /* account: whose form it was */
	struct pair *fields; /* as typed */
	int field_count, file_count;
	struct str later; /* RESUME_LIMITED: the clock from which on it may be sent */
};

/* Is this a form of ours, sent by our own page, that was made for an account? Only a browser that
   tells where it comes from is believed, since the session's token can no longer tell. */
MUST_CHECK bool resume_claim(const struct request *req, struct id *akun_id);
/* Does the form bring the password it was asked for? */
bool resume_is_answered(const struct request *req);
/* Is this a field of the gate, and no answer to the form? */
bool resume_is_own(struct str name);
/* The page that keeps the form: 401, or 409, 422 and 429 with what was wrong. Its key stays, unless
   it was of no use. */
void resume_page(struct request *req, enum resume mode, const struct id *akun_id, int status);
/* The same page for a form of the public that was sent too often: 429, to be sent again in so many
   seconds. */
void resume_later(struct request *req, int seconds);
/* The same page for a form the store did not keep, or perhaps did: 503 or 504. It carries the
   token the form brought: whoever made the form up has none. */
void resume_unkept(struct request *req, enum resume mode, int status);
/* Could that page keep this form? Passwords are never written into a page. */
bool resume_can_keep(const struct request *req);
/* Takes the fields of that page away again, so that the handler sees the form as it was. */
void resume_strip(struct request *req);
/* 303 to the page that asks for the password and comes back; a download comes back to the page it
   was on. */
enum err resume_reading(struct request *req);

#endif
