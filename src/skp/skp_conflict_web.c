/* SPDX-License-Identifier: Apache-2.0 */
/* What happened meanwhile, in words. */
#include "skp/skp_conflict_web.h"

#include "base/say.h"

struct conflict *skp_conflict_begin(struct arena *mem, const struct skp *skp, const char *tail)
{
	bool may_edit = law_skp_may_edit(skp);
	struct conflict *conflict = conflict_make(mem, skp_url(mem, skp, may_edit ? tail : ""));

	if (!may_edit)
		conflict_close(
			conflict,
			say_format(mem,
				   "SKP ini sekarang berstatus %.*s, jadi isinya tidak "
				   "dapat diubah. Tulisan Anda masih ada di bawah; salin "
				   "bila perlu.",
				   STR_ARG(str_lower(mem, say(mem, skp_state_label(skp->state))))));
	return conflict;
}

struct conflict *skp_conflict_plain(struct arena *mem, const struct skp *skp, const char *tail,
				    struct str sentence)
{
	struct conflict *conflict = skp_conflict_begin(mem, skp, tail);

	if (!conflict->is_closed)
		conflict->sentence = sentence;
	return conflict;
}
