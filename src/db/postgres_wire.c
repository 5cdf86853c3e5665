/* SPDX-License-Identifier: Apache-2.0 */
/* Values in PostgreSQL's binary form. */
#include "db/postgres_wire.h"

#include <inttypes.h>
#include <stdio.h>

void wire_fill(struct wire *wire, const struct query *q)
{
	for (int i = 0; i < q->block->param_count; i++) {
		const struct param *param = &q->params[i + 1];
		wire->formats[i] = 0;
		wire->lengths[i] = 0;
		switch (param->kind) {
		case PARAM_INT:
			snprintf(wire->numbers[i], NUMBER_MAX, "%" PRId64, param->number);
			wire->values[i] = wire->numbers[i];
			break;
		case PARAM_TEXT:
		case PARAM_BYTES:
		case PARAM_ID:
			wire->values[i] = param->text.at;
			wire->lengths[i] = (int)param->text.len;
			wire->formats[i] = 1;
			break;
		case PARAM_NULL:
		case PARAM_UNSET: wire->values[i] = NULL; break;
		}
	}
}

static uint8_t nibble(char c)
{
	return (uint8_t)(c <= '9' ? c - '0' : c - 'a' + 10);
}

struct str wire_bytes(struct str hex, struct arena *mem)
{
	if (hex.len <= 2 || hex.at[0] != '\\' || hex.at[1] != 'x')
		return STR_NONE;
	size_t len = (hex.len - 2) / 2;
	uint8_t *bytes = arena_alloc(mem, len);
	for (size_t i = 0; i < len; i++)
		bytes[i] = (uint8_t)(nibble(hex.at[2 + 2 * i]) << 4 | nibble(hex.at[3 + 2 * i]));
	return (struct str){(const char *)bytes, len};
}

/* Row level security, forced on the owner too, on every table of an agency; the shared ones are
   those that must be read before the agency is known. The inner SELECT asks for the agency once a
   statement instead of once a row. */
const char POSTGRES_ROW_SECURITY[] =
	"SELECT pg_advisory_xact_lock(7237002); DO $$ DECLARE t name; BEGIN "
	"FOR t IN SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid "
	"WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND a.attname = "
	"'instansi_id' "
	"AND NOT a.attisdropped AND NOT c.relforcerowsecurity "
	"AND c.relname NOT IN ('instansi', 'kunci_masuk', 'dokumen_kode') LOOP "
	"EXECUTE format('CREATE POLICY instansi_sendiri ON %I USING (instansi_id = "
	"(SELECT NULLIF(current_setting(''abdi.instansi'', true), '''')::uuid))', t); "
	"EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t); "
	"END LOOP; END $$";
