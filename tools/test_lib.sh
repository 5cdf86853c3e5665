# SPDX-License-Identifier: Apache-2.0
# Shared by test_all and test_postgres: runs a kind of test and adds "passed failed" to out/counts.
out=$PWD/out
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
	echo "units, $1: done"
}
stories() { # LABEL: node's own runner; counts come from its summary
	log="$out/stories.$1.log"
	ABDI_PROGRAM="$PWD/build/abdi" node --test --test-concurrency=1 --test-reporter=tap tests/stories/ >"$log" 2>&1
	code=$?
	passed=$(sed -n 's/^# pass \([0-9]*\)$/\1/p' "$log" | tail -n 1)
	failed=$(sed -n 's/^# fail \([0-9]*\)$/\1/p' "$log" | tail -n 1)
	if [ "$code" -ne 0 ] && [ "${failed:-0}" -eq 0 ]; then failed=1; fi
	echo "${passed:-0} ${failed:-1}" >>"$out/counts"
	[ "${failed:-1}" -eq 0 ] || { echo "FAILED stories, $1"; grep -A 25 '^ *not ok' "$log" | head -n 120; }
	echo "stories, $1: done"
}
