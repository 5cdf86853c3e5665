# SPDX-License-Identifier: Apache-2.0
# Shared by test_all and test_postgres: runs a kind of test and adds "passed failed" to out/counts.
out=$PWD/out
began=$(date +%s)
done_after() { # WHAT: one line with the seconds since the last one
	now=$(date +%s)
	echo "$1: done, $((now - began)) s"
	began=$now
}
programs_of() { # ROOM…: the names of the unit-test programs of these rooms
	for room; do
		tools/list_sources test | sed -n "s,^src/$room/\(.*\)\.c$,${room}_\1,p"
	done
}
units() { # LABEL BUILD_DIR: runs every unit-test program once
	for program in "$2"/*_test; do
		[ -x "$program" ] || continue
		log="$out/$1.$(basename "$program").log"
		timeout 300 "$program" >"$log" 2>&1
		code=$?
		# cmocka: "[  PASSED  ] 7 test(s)." and "[  FAILED  ] 1 test(s), listed below:"
		passed=$(sed -n 's/.*\[  PASSED  \] \([0-9]*\) test.*/\1/p' "$log" | awk '{n += $1} END {print n + 0}')
		failed=$(sed -n 's/.*\[  FAILED  \] \([0-9]*\) test(s), listed.*/\1/p' "$log" | awk '{n += $1} END {print n + 0}')
		if [ "$code" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
		if [ "$code" -eq 0 ] && [ "$passed" -eq 0 ]; then failed=1; fi
		echo "$passed $failed" >>"$out/counts"
		[ "$failed" -eq 0 ] || { echo "FAILED $1 $(basename "$program") (exit $code)"; grep -vE '^\{|\[ +(RUN|OK)' "$log" | tail -n 40; }
	done
	done_after "units, $1"
}
both_engines() { # LABEL BUILD_DIR
	units "sqlite, $1" "$2"
	tools/with_postgres tools/test_postgres "$1" "$2" || echo "0 1" >>"$out/counts"
	began=$(date +%s)
}
stories() { # LABEL PROGRAM [node's test options and files…]: node's own runner; counts come from its summary
	label=$1
	program=$2
	shift 2
	log="$out/stories.$label.log"
	ABDI_PROGRAM="$program" node --test --test-concurrency=1 --test-reporter=tap "$@" >"$log" 2>&1
	code=$?
	passed=$(sed -n 's/^# pass \([0-9]*\)$/\1/p' "$log" | tail -n 1)
	failed=$(sed -n 's/^# fail \([0-9]*\)$/\1/p' "$log" | tail -n 1)
	if [ "$code" -ne 0 ] && [ "${failed:-0}" -eq 0 ]; then failed=1; fi
	echo "${passed:-0} ${failed:-1}" >>"$out/counts"
	[ "${failed:-1}" -eq 0 ] || { echo "FAILED stories, $label"; grep -A 25 '^ *not ok' "$log" | head -n 120; }
	done_after "stories, $label"
}
