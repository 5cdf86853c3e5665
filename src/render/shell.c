/* SPDX-License-Identifier: Apache-2.0 */
#include "render/shell.h"

#include "base/id.h"

struct str shell_key(const struct shell *shell)
{
	struct id key;

	if (shell->kept_key.len > 0)
		return shell->kept_key;
	key = id_make();
	return id_str(shell->mem, &key);
}
