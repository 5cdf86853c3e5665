/* SPDX-License-Identifier: Apache-2.0 */
/* Calls expat; nothing else does. No entity is ever followed. */
#include "render/xml.h"

#include <expat.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

struct xml_reader {
	XML_Parser parser;
	struct xml_handler handler;
	int64_t fed, begun; /* bytes handed over; where what is being read begins */
	int depth;
	bool saw_dtd, is_excessive;
};

/* Bytes the parser that runs on this thread holds: names, attributes and depth all cost it memory,
   so one bound holds them all. expat passes nothing along to its allocator. */
static _Thread_local size_t held;

static bool may_hold(size_t size)
{
	return size <= XML_MEMORY_MAX && held <= XML_MEMORY_MAX - size;
}

static void *hold(size_t size)
{
	void *at = may_hold(size) ? malloc(size) : NULL;

	held += at ? malloc_usable_size(at) : 0;
	return at;
}

static void *hold_again(void *before, size_t size)
{
	size_t was = before ? malloc_usable_size(before) : 0;
	void *at = may_hold(size) ? realloc(before, size) : NULL;

	if (at)
		held += malloc_usable_size(at) - was;
	return at;
}

static void let_go(void *at)
{
	held -= at ? malloc_usable_size(at) : 0;
	free(at);
}

static const XML_Memory_Handling_Suite bounded = {hold, hold_again, let_go};

static void give_up(struct xml_reader *reader)
{
	reader->is_excessive = true;
	(void)XML_StopParser(reader->parser, XML_FALSE);
}

static const char *local_name(const char *name)
{
	const char *colon = strchr(name, ':');

	return colon ? colon + 1 : name;
}

static void XMLCALL on_start(void *data, const XML_Char *name, const XML_Char **attrs)
{
	struct xml_reader *reader = data;
	int count = 0;

	while (attrs[count])
		count++;
	if (++reader->depth > XML_DEPTH_MAX || count > 2 * XML_ATTRS_MAX) {
		give_up(reader);
		return;
	}
	if (reader->handler.start)
		reader->handler.start(reader->handler.arg, local_name(name), attrs);
}

static void XMLCALL on_end(void *data, const XML_Char *name)
{
	struct xml_reader *reader = data;

	reader->depth--;
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
	reader->parser = XML_ParserCreate_MM(NULL, &bounded, NULL);
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

/* A tag or comment that goes on over many portions is read from its beginning with each of them. */
static bool is_endless(struct xml_reader *reader)
{
	XML_Index at = XML_GetCurrentByteIndex(reader->parser);

	if (at >= 0)
		reader->begun = at;
	return reader->fed - reader->begun > XML_TOKEN_MAX;
}

enum err xml_reader_feed(struct xml_reader *reader, struct str bytes, bool is_last)
{
	if (!reader->parser)
		return ERR_IO;
	enum XML_Status status = XML_Parse(reader->parser, bytes.at, (int)bytes.len, is_last);

	reader->fed += (int64_t)bytes.len;
	reader->is_excessive |= XML_GetErrorCode(reader->parser) == XML_ERROR_NO_MEMORY;
	if (status == XML_STATUS_OK && !is_last && is_endless(reader))
		reader->is_excessive = true;
	return status == XML_STATUS_OK && !reader->is_excessive ? ERR_OK : ERR_INVALID;
}

bool xml_reader_is_excessive(const struct xml_reader *reader)
{
	return reader->is_excessive;
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
