/* SPDX-License-Identifier: Apache-2.0 */
/* The places of the names of accounts. */
#include "account/account_place.h"

#include "base/name.h"
#include "generated/account_sql.h"
#include "org/place.h"

enum err account_places_fill(struct store *store)
{
	static const struct place_kind kind = {sql_places_akun, sql_place_akun_many, name_order};

	return places_fill(store, &kind, 1);
}
