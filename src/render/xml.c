/* SPDX-License-Identifier: Apache-2.0 */
/* Calls expat; nothing else does. No entity is ever followed. */
#include "render/xml.h"

#include <expat.h>
#include <string.h>

struct xml_reader {
	XML_Parser parser;
	struct xml_handler handler;
	bool saw_dtd;
};

static const char *local_name(const char *name)
{
	const char *colon = strchr(name, ':');

	return colon ? colon + 1 : name;
}

static void XMLCALL on_start(void *data, const XML_Char *name, const XML_Char **attrs)
{
	struct xml_reader *reader = data;

	if (reader->handler.start)
		reader->handler.start(reader->handler.arg, local_name(name), attrs);
}

static void XMLCALL on_end(void *data, const XML_Char *name)
{
	struct xml_reader *reader = data;

	if (reader->handler.end)
		reader->handler.end(reader->handler.arg, local_name(name));
}

static void XMLCALL on_text(void *data, const XML_Char *text, int len)
{
	struct xml_reader *reader = data;

	if (reader->handler.text)
		reader->handler.text(reader->handler.arg, (struct str){text, (size_t)len});
}

static void XMLCALL on_doctype(void *data, const XML_Char *name, const XML_Char *system_id,
			       const XML_Char *public_id, int has_internal)
{
	struct xml_reader *reader = data;

	(void)name;
	(void)system_id;
	(void)public_id;
	(void)has_internal;
	reader->saw_dtd = true;
	(void)XML_StopParser(reader->parser, XML_FALSE);
}

struct xml_reader *xml_reader_make(struct arena *mem, const struct xml_handler *handler)
{
	struct xml_reader *reader = arena_new(mem, struct xml_reader);

	reader->handler = *handler;
	reader->parser = XML_ParserCreate(NULL);
	if (!reader->parser)
		return reader;
	XML_SetUserData(reader->parser, reader);
	XML_SetElementHandler(reader->parser, on_start, on_end);
	XML_SetCharacterDataHandler(reader->parser, on_text);
	XML_SetStartDoctypeDeclHandler(reader->parser, on_doctype);
	return reader;
}

void xml_reader_close(struct xml_reader **reader)
{
	if (*reader && (*reader)->parser)
		XML_ParserFree((*reader)->parser);
	*reader = NULL;
}

enum err xml_reader_feed(struct xml_reader *reader, struct str bytes, bool is_last)
{
	if (!reader->parser)
		return ERR_IO;
	if (XML_Parse(reader->parser, bytes.at, (int)bytes.len, is_last) != XML_STATUS_OK)
		return ERR_INVALID;
	return ERR_OK;
}

bool xml_reader_saw_dtd(const struct xml_reader *reader)
{
	return reader->saw_dtd;
}

struct str xml_attr(const char **attrs, const char *name)
{
	for (int i = 0; attrs[i]; i += 2)
		if (strcmp(local_name(attrs[i]), name) == 0)
			return str_from(attrs[i + 1]);
	return STR_NONE;
}
