#!/bin/sh
# Does check_layers see what it is there to see? A small tree with one violation
# of each kind, and the complaints expected of it.
#
#     check_layers_test.sh PATH/TO/check_layers

set -eu
check=$1
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT

mkdir -p "$tree/common/text" "$tree/common/new" "$tree/indexer/readers" "$tree/searcher/query"
cat >"$tree/table" <<'END'
common/        ->
common/text/   -> common/
indexer/main   -> common/ indexer/readers/   # a pair of its own
indexer/readers/ -> common/
searcher/query/  -> common/ common/text/one
<lib/ only in common/text/* indexer/main
END

echo '#include "common/error.h"' >"$tree/common/text/fine.h"
printf '#pragma once\n\n#  include "common/text/fine.h"\n' >"$tree/common/up.h"
echo '#include "searcher/query/ast.h"' >"$tree/indexer/readers/across.cpp"
echo '#include "indexer/main.h"' >"$tree/indexer/readers/to_main.cpp"
echo '#include "ast.h"' >"$tree/searcher/query/short.cpp"
printf '#include "common/text/one.h"\n#include "common/text/two.h"\n' >"$tree/searcher/query/pairs.cpp"
echo '#include <common/error.h>' >"$tree/searcher/query/angle.cpp"
printf '#include <vector>\n#include <lib/a.h>\n' >"$tree/indexer/readers/library.cpp"
printf '#include <lib/a.h>\n#include "indexer/readers/x.h"\n' >"$tree/indexer/main.cpp"
echo '// nothing' >"$tree/common/new/room.h"

status=0
"$check" "$tree" "$tree/table" >"$tree/actual" || status=$?
cat >"$tree/expected" <<'END'
common/new/room.h:1: the table has no line for this file or its folder
common/up.h:3: common/ may not include common/text/ ("common/text/fine.h")
indexer/readers/across.cpp:1: indexer/readers/ may not include searcher/query/ ("searcher/query/ast.h")
indexer/readers/library.cpp:2: <lib/a.h> is only for common/text/* indexer/main
indexer/readers/to_main.cpp:1: indexer/readers/ may not include indexer/main ("indexer/main.h")
searcher/query/angle.cpp:1: <common/error.h>: our own headers are included with quotes
searcher/query/pairs.cpp:2: searcher/query/ may not include common/text/ ("common/text/two.h")
searcher/query/short.cpp:1: "ast.h" is in no room; write includes from the root
10 files, 8 violations
END
diff -u "$tree/expected" "$tree/actual"
[ "$status" -eq 1 ]

# A table that runs in a circle, a table that cannot be read.
mkdir "$tree/empty"
printf 'a/ -> b/\nb/ -> c\nc -> a/\n' >"$tree/circle"
! "$check" "$tree/empty" "$tree/circle" >"$tree/actual"
grep -q 'the table runs in a circle: a/ -> b/ -> c -> a/' "$tree/actual"
printf 'a/ -> b/\nb/ ->\nb/x -> a/one\n' >"$tree/circle"
! "$check" "$tree/empty" "$tree/circle" >"$tree/actual"
grep -q 'the table runs in a circle: a/ -> b/x -> a/' "$tree/actual"
printf 'a/ -> gone/\n' >"$tree/dangling"
status=0
"$check" "$tree/empty" "$tree/dangling" 2>"$tree/actual" || status=$?
[ "$status" -eq 2 ]
grep -q 'gone/ has no line of its own' "$tree/actual"
echo "check_layers sees each kind of violation"
