/* SPDX-License-Identifier: Apache-2.0 */
/* Counts failures in a table of fixed size; two keys in one place share their delay. */
#include "account/attempts.h"

#include "base/crypto.h"
#include "base/hash.h"

#include <pthread.h>

#define SLOTS                                                                                      \
	8192 /* two keys in one slot share their delay; the key of the hash is random, so nobody can
	        aim */
#define FORGET_AFTER (INT64_C(900) * 1000000)
#define DOUBLINGS 16

struct slot {
	int failed;
	int64_t at;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static struct hash_key key_of_hash;
static struct slot slots[SLOTS];

static void make_key(void)
{
	crypto_random(&key_of_hash, sizeof(key_of_hash));
}

static struct slot *slot_of(struct str key)
{
	pthread_once(&once, make_key);
	return &slots[hash_sip(key_of_hash, key) % SLOTS];
}

int attempts_wait(struct str key, int free_tries, int longest, int64_t now)
{
	struct slot *slot = slot_of(key);
	int64_t wait = 0;

	pthread_mutex_lock(&lock);
	if (now - slot->at > FORGET_AFTER)
		slot->failed = 0;
	if (slot->failed >= free_tries) {
		int over = slot->failed - free_tries;
		int64_t delay = INT64_C(2) << (over < DOUBLINGS ? over : DOUBLINGS);
		wait = (delay < longest ? delay : longest) - (now - slot->at) / 1000000;
	}
	pthread_mutex_unlock(&lock);
	return wait > 0 ? (int)wait : 0;
}

int attempts_count(struct str key, int64_t now)
{
	struct slot *slot = slot_of(key);

	pthread_mutex_lock(&lock);
	int count = now - slot->at > FORGET_AFTER ? 0 : slot->failed;
	pthread_mutex_unlock(&lock);
	return count;
}

void attempts_failed(struct str key, int64_t now)
{
	struct slot *slot = slot_of(key);

	pthread_mutex_lock(&lock);
	slot->failed += slot->failed < 100000;
	slot->at = now;
	pthread_mutex_unlock(&lock);
}

void attempts_succeeded(struct str key)
{
	struct slot *slot = slot_of(key);

	pthread_mutex_lock(&lock);
	slot->failed = 0;
	pthread_mutex_unlock(&lock);
}
