/* SPDX-License-Identifier: Apache-2.0 */
/* What the page of devices shows. */
#ifndef ABDI_ACCOUNT_DEVICE_VIEW_H
#define ABDI_ACCOUNT_DEVICE_VIEW_H
#include "account/device.h"
#include "render/html.h"
#include "render/shell.h"

/* A device with its times in words. */
struct device_item {
	const struct device *device;
	struct str seen, seen_iso, signed_in, signed_in_iso;
};

#endif
