#include "searcher/mcp/json_rpc.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace dateline::mcp {
namespace {

Message only_message(std::string_view text) {
    const Incoming incoming = read_incoming(text);
    REQUIRE(incoming.parts.size() == 1);
    REQUIRE(std::holds_alternative<Message>(incoming.parts.front()));
    return std::get<Message>(incoming.parts.front());
}

TEST_CASE("a message with an id is a request, one without a notification") {
    const Message request = only_message(R"({"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"x"}})");
    CHECK(request.is_request());
    CHECK(*request.id == 7);
    CHECK(request.method == "tools/call");
    CHECK(request.params == Json{{"name", "x"}});

    const Message notification = only_message(R"({"jsonrpc":"2.0","method":"notifications/initialized"})");
    CHECK_FALSE(notification.is_request());
    CHECK(notification.params == Json::object());
}

TEST_CASE("an id comes back as it was written") {
    CHECK(*only_message(R"({"jsonrpc":"2.0","id":"1","method":"ping"})").id == "1");
    CHECK(*only_message(R"({"jsonrpc":"2.0","id":-3,"method":"ping"})").id == -3);
    CHECK(*only_message(R"({"jsonrpc":"2.0","id":18446744073709551615,"method":"ping"})").id ==
          18446744073709551615ULL);
}

TEST_CASE("what is no message is refused") {
    struct Case {
        std::string text;
        ErrorCode code;
        Json id;
    };
    const std::string deep(200, '[');
    const std::vector<Case> cases{
        {"", ErrorCode::parse_error, nullptr},
        {"{", ErrorCode::parse_error, nullptr},
        {"hello", ErrorCode::parse_error, nullptr},
        {R"({"jsonrpc":"2.0","id":1,"method":"ping"} {})", ErrorCode::parse_error, nullptr},
        {"{\"jsonrpc\":\"2.0\",\"id\":\"\xff\",\"method\":\"ping\"}", ErrorCode::parse_error, nullptr},
        {R"({"jsonrpc":"2.0","id":"\ud800","method":"ping"})", ErrorCode::parse_error, nullptr},
        {deep, ErrorCode::parse_error, nullptr},
        {deep + std::string(200, ']'), ErrorCode::parse_error, nullptr},
        {"1", ErrorCode::invalid_request, nullptr},
        {"null", ErrorCode::invalid_request, nullptr},
        {"[]", ErrorCode::invalid_request, nullptr},
        {"{}", ErrorCode::invalid_request, nullptr},
        {R"({"id":1,"method":"ping"})", ErrorCode::invalid_request, 1},
        {R"({"jsonrpc":2.0,"id":1,"method":"ping"})", ErrorCode::invalid_request, 1},
        {R"({"jsonrpc":"1.0","id":"a","method":"ping"})", ErrorCode::invalid_request, "a"},
        {R"({"jsonrpc":"2.0","id":1})", ErrorCode::invalid_request, 1},
        {R"({"jsonrpc":"2.0","id":1,"method":5})", ErrorCode::invalid_request, 1},
        {R"({"jsonrpc":"2.0","id":null,"method":"ping"})", ErrorCode::invalid_request, nullptr},
        {R"({"jsonrpc":"2.0","id":1.5,"method":"ping"})", ErrorCode::invalid_request, nullptr},
        {R"({"jsonrpc":"2.0","id":[1],"method":"ping"})", ErrorCode::invalid_request, nullptr},
        {R"({"jsonrpc":"2.0","id":1,"method":"ping","params":[1]})", ErrorCode::invalid_params, 1},
    };
    for (const Case& one : cases) {
        CAPTURE(one.text);
        const Incoming incoming = read_incoming(one.text);
        REQUIRE(incoming.parts.size() == 1);
        const auto* refusal = std::get_if<Refusal>(&incoming.parts.front());
        REQUIRE(refusal != nullptr);
        CHECK(refusal->code == one.code);
        CHECK(refusal->id == one.id);
        CHECK_FALSE(refusal->reason.empty());
    }
}

TEST_CASE("a client's answers and empty notifications say nothing") {
    CHECK(read_incoming(R"({"jsonrpc":"2.0","id":1,"result":{}})").parts.empty());
    CHECK(read_incoming(R"({"jsonrpc":"2.0","id":1,"error":{"code":1,"message":""}})").parts.empty());
    CHECK(read_incoming(R"({"jsonrpc":"2.0","method":"notifications/x","params":[]})").parts.empty());
}

TEST_CASE("a batch is its messages in order") {
    const Incoming batch =
        read_incoming(R"([{"jsonrpc":"2.0","id":1,"method":"ping"}, 5, {"jsonrpc":"2.0","id":2,"result":{}}])");
    CHECK(batch.is_batch);
    REQUIRE(batch.parts.size() == 2);
    CHECK(std::get<Message>(batch.parts[0]).method == "ping");
    CHECK(std::get<Refusal>(batch.parts[1]).code == ErrorCode::invalid_request);
}

}  // namespace
}  // namespace dateline::mcp
