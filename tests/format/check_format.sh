#!/bin/sh
# Is every source formatted as .clang-format says? Prints what differs; `./dev
# format` puts it right.
#
#     check_format.sh ROOT CLANG_FORMAT

set -eu
cd "$1"
clang_format=$2

# The command-line configuration lets root look at a tree that is another
# user's. Without git (a release archive) all sources are looked at.
list=$(mktemp)
said=$(mktemp)
trap 'rm -f "$list" "$said"' EXIT
if ! git -c safe.directory='*' ls-files -z '*.h' '*.cpp' >"$list" 2>/dev/null; then
    find common indexer searcher tests \( -name '*.h' -o -name '*.cpp' \) -print0 >"$list"
fi

count=$(tr -cd '\0' <"$list" | wc -c)
if ! xargs -0 -r -n 16 -P 2 "$clang_format" --dry-run -Werror <"$list" 2>"$said"; then
    # Every difference has three lines there; the files they are in are enough.
    if grep -q 'code should be clang-formatted' "$said"; then
        sed -n 's/^\([^ :]*\):[0-9]*:[0-9]*: error: code should be clang-formatted.*/\1/p' "$said" | sort -u
        echo "these are not formatted; ./dev format does it"
    else
        cat "$said"
    fi
    exit 1
fi
echo "$count files are formatted"
