/* SPDX-License-Identifier: Apache-2.0 */
/* One JSON line an event on standard error. Never pass personal data: names, NIP, NIK, texts people
   wrote. */
#ifndef ABDI_BASE_LOG_H
#define ABDI_BASE_LOG_H
#include "base/err.h"

/* Where the lines go: standard error, until another is said. */
void log_to(int fd);
/* A line of the log: what happened, with details. */
void log_info(const char *event, const char *fmt, ...) PRINTF_LIKE(2, 3);
/* The same for what somebody has to look after. */
void log_error(const char *event, const char *fmt, ...) PRINTF_LIKE(2, 3);

#endif
