/* SPDX-License-Identifier: Apache-2.0 */
/* The table of secrets, by name. */
#include "audit/secret.h"

#include "generated/audit_sql.h"

enum err secret_find(const struct job *job, struct str nama, struct str *isi)
{
	return sql_secret_find(job, nama, isi);
}

enum err secret_add(const struct job *job, struct str nama, struct str isi)
{
	return sql_secret_add(job, nama, isi);
}
