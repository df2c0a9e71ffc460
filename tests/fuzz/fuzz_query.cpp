#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "searcher/query/parser.h"
#include "searcher/query/printer.h"
#include "searcher/query/query_error.h"
#include "searcher/query/relax.h"
#include "searcher/query/tree.h"
#include "tests/searcher_query/test_fields.h"

using namespace dateline::query;

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

void check(std::string_view query) {
    const ParsedQuery parsed = parse(query, dateline::query::tests::test_fields());
    require(same_tree(*clone(*parsed.tree), *parsed.tree));
    require(same_tree(*parse(print(*parsed.tree), dateline::query::tests::test_fields()).tree, *parsed.tree));
    if (const NodePtr any = make_any(*parsed.tree)) {
        require(same_tree(*parse(print(*any), dateline::query::tests::test_fields()).tree, *any));
    }
}

}  // namespace

/// Any bytes are a query that can be said back, or a QueryError.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        check({reinterpret_cast<const char*>(data), size});
    } catch (const QueryError& error) {
        require(error.column() >= 1 && error.column() <= size + 1);
    }
    return 0;
}
