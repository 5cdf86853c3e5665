/* SPDX-License-Identifier: Apache-2.0 */
/* One JSON line an event on standard error. Never pass personal data: names, NIP, NIK, texts people wrote. */
#ifndef ABDI_BASE_LOG_H
#define ABDI_BASE_LOG_H
#include "base/err.h"

void log_info(const char *event, const char *fmt, ...) PRINTF_LIKE(2, 3);
void log_error(const char *event, const char *fmt, ...) PRINTF_LIKE(2, 3);

#endif
