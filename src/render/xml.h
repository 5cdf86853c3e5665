/* SPDX-License-Identifier: Apache-2.0 */
/* A streaming XML reader that refuses document type declarations, and with them all entity tricks
   (reliability F4). */
#ifndef ABDI_RENDER_XML_H
#define ABDI_RENDER_XML_H
#include "base/str.h"

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
/* ERR_INVALID: not well-formed, cut short, or with a DTD. */
MUST_CHECK enum err xml_reader_feed(struct xml_reader *reader, struct str bytes, bool is_last);
bool xml_reader_saw_dtd(const struct xml_reader *reader);
/* The value of an attribute by its local name, or STR_NONE. */
struct str xml_attr(const char **attrs, const char *name);

#endif
