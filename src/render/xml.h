/* SPDX-License-Identifier: Apache-2.0 */
/* A streaming XML reader that refuses document type declarations, and with them all entity tricks
   (reliability F4). */
#ifndef ABDI_RENDER_XML_H
#define ABDI_RENDER_XML_H
#include "base/str.h"

/* Far more than any writer of spreadsheets makes. */
#define XML_DEPTH_MAX 100
#define XML_ATTRS_MAX 100 /* of one tag */
#define XML_TOKEN_MAX ((int64_t)256 << 10) /* bytes of one tag or comment, to a portion more */
#define XML_MEMORY_MAX ((size_t)16 << 20) /* what the parser itself may hold */

struct xml_reader;

/* Names come without their namespace prefix. attrs is name, value, …, NULL, with prefixes. Any may
   be NULL. */
struct xml_handler {
	void (*start)(void *arg, const char *name, const char **attrs);
	void (*end)(void *arg, const char *name);
	void (*text)(void *arg, struct str text);
	void *arg;
};

/* Tells the handler what it reads. */
struct xml_reader *xml_reader_make(struct arena *mem, const struct xml_handler *handler);
void xml_reader_close(struct xml_reader **reader); /* for CLEANUP */
/* ERR_INVALID: not well-formed, cut short, with a DTD, or past a bound above. Readers of one thread
   are used one after the other. */
MUST_CHECK enum err xml_reader_feed(struct xml_reader *reader, struct str bytes, bool is_last);
bool xml_reader_saw_dtd(const struct xml_reader *reader);
bool xml_reader_is_excessive(const struct xml_reader *reader);
/* The value of an attribute by its local name, or STR_NONE. */
struct str xml_attr(const char **attrs, const char *name);

#endif
