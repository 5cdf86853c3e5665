/* SPDX-License-Identifier: Apache-2.0 */
/* What of the catalogue waits for whom (kabar/duty.def). */
#ifndef ABDI_LAYANAN_LAYANAN_WAITING_H
#define ABDI_LAYANAN_LAYANAN_WAITING_H
#include "base/waiting.h"

/* Standards that heads of units decide. */
waiting_ask standar_waits;

#endif
