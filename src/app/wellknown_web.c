/* SPDX-License-Identifier: Apache-2.0 */
/* Addresses that machines ask for: crawlers, password managers, who found a weakness, a proxy. */
#include "app/wellknown.h"

#include "base/log.h"
#include "generated/routes.h"
#include "http/response.h"

#define SECURITY_DAYS 180 /* RFC 9116 wants the text renewed within a year: it is, each day */

static struct str contact;

enum err wellknown_configure(struct str security_contact)
{
	contact = security_contact;
	if (contact.len == 0 || str_starts(contact, "mailto:") || str_starts(contact, "https://") ||
	    str_starts(contact, "tel:"))
		return ERR_OK;
	log_error("settings", "ABDI_SECURITY_CONTACT: mailto:…, https://… or tel:…");
	return ERR_INVALID;
}

/* Pages that show anything of anybody ask for a sign-in; there is nothing else to keep away. */
enum err robots_file(struct request *req, struct response *res)
{
	(void)req;
	buf_add_cstr(respond_text(res, 200), "User-agent: *\nDisallow:\n");
	return ERR_OK;
}

enum err change_password_page(struct request *req, struct response *res)
{
	(void)req;
	return respond_see_other(res, STR("/sandi"));
}

enum err security_file(struct request *req, struct response *res)
{
	struct date until = date_add_days(request_job(req)->today, SECURITY_DAYS);
	struct str day = date_iso(request_mem(req), until);

	if (contact.len == 0)
		return ERR_NOT_FOUND;
	buf_add_format(respond_text(res, 200),
		       "Contact: %.*s\nExpires: %.*sT00:00:00Z\nPreferred-Languages: id, en\n",
		       STR_ARG(contact), STR_ARG(day));
	return ERR_OK;
}

/* What a proxy in front shows when it refuses a form for its size: our page, in its place. */
enum err too_large_file(struct request *req, struct response *res)
{
	(void)req;
	(void)res;
	return ERR_TOO_LARGE;
}
