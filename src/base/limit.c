/* SPDX-License-Identifier: Apache-2.0 */
/* Each who has one number: the time at which all that was taken has run off again (GCRA). */
#include "base/limit.h"

#include "base/crypto.h"
#include "base/hash.h"

#include <arpa/inet.h>
#include <pthread.h>
#include <stdlib.h>

#define SETS 4096
#define WAYS 4 /* in a full set the one that would be free first gives way */
#define ASKS_MAX 8
#define US_A_SECOND INT64_C(1000000)

struct slot {
	uint64_t who;
	int64_t empty_at; /* UTC µs */
};

struct limiter {
	pthread_mutex_t lock;
	struct hash_key key; /* random, so nobody can aim at somebody else's slot */
	struct slot slots[SETS][WAYS];
};

struct limiter *limiter_make(void)
{
	struct limiter *limiter = calloc(1, sizeof(*limiter));

	if (!limiter)
		abort();
	pthread_mutex_init(&limiter->lock, NULL);
	crypto_random(&limiter->key, sizeof(limiter->key));
	return limiter;
}

void limiter_free(struct limiter *limiter)
{
	if (limiter)
		pthread_mutex_destroy(&limiter->lock);
	free(limiter);
}

static struct slot *slot_of(struct limiter *limiter, uint64_t who)
{
	struct slot *set = limiter->slots[who % SETS], *first = set;

	for (int i = 0; i < WAYS; i++) {
		if (set[i].who == who)
			return &set[i];
		if (set[i].empty_at < first->empty_at)
			first = &set[i];
	}
	*first = (struct slot){.who = who};
	return first;
}

/* µs to wait until one more fits; *empty_at is then the new one. */
static int64_t wait_of(const struct slot *slot, struct limit limit, int64_t now, int64_t *empty_at)
{
	int64_t span = limit.seconds * US_A_SECOND, each = span / limit.count;

	*empty_at = (slot->empty_at > now ? slot->empty_at : now) + each;
	return *empty_at - now - each * limit.count;
}

int limiter_take(struct limiter *limiter, const struct limit_ask *asks, int count, int64_t now)
{
	struct slot *slots[ASKS_MAX];
	int64_t empty_at[ASKS_MAX], longest = 0;

	pthread_mutex_lock(&limiter->lock);
	for (int i = 0; i < count && i < ASKS_MAX; i++) {
		slots[i] = slot_of(limiter, hash_sip(limiter->key, asks[i].who));
		int64_t wait = wait_of(slots[i], asks[i].limit, now, &empty_at[i]);
		longest = wait > longest ? wait : longest;
	}
	for (int i = 0; longest == 0 && i < count && i < ASKS_MAX; i++)
		slots[i]->empty_at = empty_at[i];
	pthread_mutex_unlock(&limiter->lock);
	return (int)((longest + US_A_SECOND - 1) / US_A_SECOND);
}

struct str limit_address(struct arena *mem, struct str address)
{
	struct in6_addr six;
	struct buf half;

	if (inet_pton(AF_INET6, str_cstr(mem, address), &six) != 1)
		return address;
	buf_init(&half, mem);
	buf_add_hex(&half, six.s6_addr, sizeof(six.s6_addr) / 2);
	return buf_str(&half);
}
