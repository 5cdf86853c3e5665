/* SPDX-License-Identifier: Apache-2.0 */
/* What taking in and doing share. */
#ifndef ABDI_BERKAS_BERKAS_STEP_H
#define ABDI_BERKAS_BERKAS_STEP_H
#include "berkas/berkas_own.h"
#include "kontak/kantor.h"

/* Behind every promise of our time stand those that wait, and behind them what is ready. */
#define URUT_WAITS INT64_C(10000000000000000)
#define URUT_READY (2 * URUT_WAITS)

/* The hours of its office, from the day it came. */
MUST_CHECK enum err berkas_office(struct job *job, const struct berkas *b, struct kantor *out);
/* Complete now: the standard in force today is its own, and its promise begins. */
MUST_CHECK enum err berkas_complete(struct job *job, struct berkas *b);
/* Its place in lists, and the day its person is forgotten. */
MUST_CHECK enum err berkas_place(struct job *job, struct berkas *b);
/* Who is counted: the officer, or the unit when it is nobody of the agency. */
struct id berkas_pelaku(const struct job *job, const struct berkas *b);
/* Into its history, and into the trail. */
MUST_CHECK enum err berkas_told(struct job *job, const struct berkas *b, struct berkas_jejak *jejak,
				const char *deed);

#endif
