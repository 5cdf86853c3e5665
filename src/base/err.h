/* SPDX-License-Identifier: Apache-2.0 */
/* What can go wrong, in one closed list. An err becomes a status, an exit code or a sentence in one
   switch each. */
#ifndef ABDI_BASE_ERR_H
#define ABDI_BASE_ERR_H

#define MUST_CHECK __attribute__((warn_unused_result))
#define CLEANUP(close_fn) __attribute__((cleanup(close_fn)))
#define PRINTF_LIKE(fmt, args) __attribute__((format(printf, fmt, args)))

/* What can go wrong; an err becomes a status, an exit code or a sentence in one switch each. */
enum err {
	ERR_OK,
	ERR_INVALID, /* the user's input has faults; they stand in struct problems */
	ERR_SIGN_IN, /* nobody is signed in, or the session ended */
	ERR_FORBIDDEN, /* signed in, but not allowed this deed */
	ERR_NOT_FOUND, /* absent, or belongs to another agency: the same answer */
	ERR_CONFLICT, /* somebody saved the record after we loaded it */
	ERR_TOO_LARGE, /* more bytes or rows than a named limit */
	ERR_BUSY, /* a bounded queue is full; try again shortly */
	ERR_STORE, /* the database failed; surely nothing of it was kept */
	ERR_UNKNOWN, /* it was lost while committing: kept or not, nobody can know; the same key
	                again is safe */
	ERR_HALTED, /* the database lost what it had confirmed: no change until a person has
	               looked */
	ERR_IO, /* a file or the network failed */
};

/* The err's name for logs, for example "ERR_CONFLICT". */
const char *err_name(enum err err);
/* What came of a command and what to do, for who runs the server: "abdi import: <it>". */
const char *err_told(enum err err);

#endif
