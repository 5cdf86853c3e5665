/* SPDX-License-Identifier: Apache-2.0 */
/* While serving, every line on standard error is JSON: what libraries write there by themselves
   becomes lines of the log. */
#ifndef ABDI_APP_STRAY_H
#define ABDI_APP_STRAY_H

/* From here on: the log goes to the standard error of before, and what anybody else writes to it is
   read by a thread of its own. Without it (no pipe to be had) all stays as it was. */
void stray_begin(void);
/* Everything written so far is in the log. */
void stray_end(void);

#endif
