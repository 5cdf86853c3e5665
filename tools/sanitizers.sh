# SPDX-License-Identifier: Apache-2.0
# How programs built with sanitizers are run; below the root of the tree.
# What was freed is kept poisoned for the next 32 MiB: the usual 256 MiB are fresh memory all the time, and units take nearly
# twice as long.
ASAN_OPTIONS=detect_leaks=1:abort_on_error=0:quarantine_size_mb=32 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
LSAN_OPTIONS=suppressions=$PWD/tools/lsan.supp:print_suppressions=0
export ASAN_OPTIONS UBSAN_OPTIONS LSAN_OPTIONS
