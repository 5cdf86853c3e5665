/* SPDX-License-Identifier: Apache-2.0 */
/* Which new passwords are too easy to guess. Works offline: common words and how people dress them
   up. */
#ifndef ABDI_ACCOUNT_PASSWORD_RULE_H
#define ABDI_ACCOUNT_PASSWORD_RULE_H
#include "base/str.h"

/* Made of at most two common words or words of own, or only of digits, signs, keyboard runs and
   repetitions. own: the person's NIP, name and e-mail, in any order. */
bool password_is_common(struct arena *mem, struct str password, struct str own);

#endif
