/* SPDX-License-Identifier: Apache-2.0 */
/* The thin layer over clock and chance, so that a test or a simulator can put its own in place. */
#ifndef ABDI_BASE_SYS_H
#define ABDI_BASE_SYS_H
#include <stddef.h>
#include <stdint.h>

/* UTC microseconds. Only main, the gate and the command line call it; below them time is a
   parameter. */
int64_t clock_now(void);
/* The same as the file system writes down, whatever clock a test uses. */
int64_t clock_files(void);
/* Process CPU time, µs. */
int64_t clock_cpu(void);
/* Bytes of memory this process may use: the machine's, or what its container is held to. */
int64_t memory_total(void);
void random_bytes(void *out, size_t len);

/* A test's clock and seeded chance; NULL puts the real ones back. */
void sys_use_clock(int64_t (*now)(void));
void sys_use_random(void (*fill)(void *out, size_t len));

#endif
