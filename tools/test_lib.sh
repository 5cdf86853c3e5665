# SPDX-License-Identifier: Apache-2.0
# Shared by the scripts of the suite: runs a kind of test and adds "passed failed" to out/counts. They run below
# tools/with_postgres, which names a private PostgreSQL in ABDI_TEST_DB; without that name tests run on SQLite.
out=$PWD/out
mkdir -p "$out"
timed() ( # LABEL COMMAND…: one line with its seconds
	what=$1
	began=$(date +%s)
	shift
	"$@"
	code=$?
	echo "$what: done, $(($(date +%s) - began)) s"
	return $code
)
failed() { echo "0 1" >>"$out/counts"; }
on_sqlite() { env -u ABDI_TEST_DB "$@"; }
programs_of() { # ROOM…: the names of the unit-test programs of these rooms
	for room; do
		tools/list_sources test | sed -n "s,^src/$room/\(.*\)\.c$,${room}_\1,p"
	done
}
units() { # KIND of build: every unit-test program once on each engine
	timed "units, sqlite, $1" on_sqlite tools/test_units "sqlite, $1" "build-$1"
	timed "units, postgres, $1" tools/test_units "postgres, $1" "build-$1"
}
