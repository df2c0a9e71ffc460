#!/bin/sh
# Does run_case fail a case that does not hold? One for each kind of line.
#
#     runner_sees_failure.sh PATH/TO/run_case

set -eu
run_case=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# fails EXIT_CODE LINE...: a case of these lines must end with this exit code.
fails() {
    expected=$1
    shift
    printf '%s\n' "$@" >"$folder/one.case"
    status=0
    "$run_case" --bin /bin --root / "$folder/one.case" >"$folder/said" 2>&1 || status=$?
    if [ "$status" -ne "$expected" ]; then
        echo "exit $status, not $expected:"
        cat "$folder/one.case" "$folder/said"
        exit 1
    fi
}

fails 1 '$ echo one' '> two'
fails 1 '$ echo one' '> one' '> two'
fails 1 '$ echo one; echo two' '> one'
fails 1 '$ echo one' '>none'
fails 1 '$ echo one' '>~ two'
fails 1 '$ echo one' '>! on'
fails 1 '$ echo one' 'exit 1'
fails 1 '$ exit 4'
fails 1 '$ echo one >&2' '2>none'
fails 1 '$ echo one >&2' '2> two'
fails 1 '$ echo one' '> @ANY@two'
fails 2 '# no command'
fails 2 '$ echo one' '= two'
fails 2 '> one' '$ echo one'
fails 0 '$ echo one' '> one'
echo "run_case sees each kind of failure"
