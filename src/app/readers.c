/* SPDX-License-Identifier: Apache-2.0 */
/* Calls the readers of readers.def in their order. */
#include "audit/event.h"
#include "document/document.h"
#include "evaluation/evaluation.h"
#include "kabar/notice.h"
#include "skp/skp_move.h"

const struct event_reader event_readers[] = {
#define READER(event, reader) {event, reader},
#include "app/readers.def"
#undef READER
#define NOTICE(name, event, who, icon, tone, sentence, address) {event, notice_tell_##name},
#include "kabar/notice.def"
#undef NOTICE
};

const int event_reader_count = (int)(sizeof(event_readers) / sizeof(*event_readers));
