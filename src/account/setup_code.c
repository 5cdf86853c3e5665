/* SPDX-License-Identifier: Apache-2.0 */
/* One code a process, kept in memory alone. */
#include "account/setup_code.h"

#include "account/activation.h"
#include "base/crypto.h"

#include <string.h>

/* Of this process: a restart makes another. Written before the first request, read by all
   threads. */
static char demanded[32];

struct str setup_code_demand(struct arena *mem)
{
	struct str code = activation_make(mem);

	memset(demanded, 0, sizeof(demanded));
	memcpy(demanded, code.at, code.len < sizeof(demanded) ? code.len : sizeof(demanded) - 1);
	return code;
}

bool setup_code_is_demanded(void)
{
	return demanded[0] != '\0';
}

bool setup_code_matches(struct arena *mem, struct str typed)
{
	return !setup_code_is_demanded() ||
	       crypto_equal(activation_normal(mem, typed), str_from(demanded));
}
