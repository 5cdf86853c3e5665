/* SPDX-License-Identifier: Apache-2.0 */
/* The names of errors for the log. */
#include "base/err.h"

const char *err_name(enum err err)
{
	switch (err) {
	case ERR_OK: return "ERR_OK";
	case ERR_INVALID: return "ERR_INVALID";
	case ERR_SIGN_IN: return "ERR_SIGN_IN";
	case ERR_FORBIDDEN: return "ERR_FORBIDDEN";
	case ERR_NOT_FOUND: return "ERR_NOT_FOUND";
	case ERR_CONFLICT: return "ERR_CONFLICT";
	case ERR_TOO_LARGE: return "ERR_TOO_LARGE";
	case ERR_BUSY: return "ERR_BUSY";
	case ERR_STORE: return "ERR_STORE";
	case ERR_UNKNOWN: return "ERR_UNKNOWN";
	case ERR_HALTED: return "ERR_HALTED";
	case ERR_IO: return "ERR_IO";
	}
	__builtin_unreachable();
}
