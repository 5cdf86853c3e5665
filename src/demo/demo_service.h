/* SPDX-License-Identifier: Apache-2.0 */
/* What the offices of the demonstration serve (demo_service.def). */
#ifndef ABDI_DEMO_DEMO_SERVICE_H
#define ABDI_DEMO_DEMO_SERVICE_H
#include "demo/demo_town.h"
#include "law/janji.h"

#define DEMO_SYARAT 5
#define DEMO_VERSIONS 2 /* of a standard: until the end of August, and since */
#define DEMO_SERVICES 6

/* A service. */
struct demo_service {
	int kind;
	const char *slug, *nama, *nama_en, *ringkas, *kelompok;
	enum janji_satuan satuan;
	int promised[DEMO_VERSIONS];
	const char *syarat[DEMO_SYARAT]; /* "name|remark" */
};
extern const struct demo_service demo_services[DEMO_SERVICES];
/* The first office of that kind; -1: this town has none. */
int demo_office_of_kind(const struct demo_town *town, int kind);

#endif
