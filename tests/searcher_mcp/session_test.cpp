#include "searcher/mcp/session.h"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "searcher/mcp/tools/registry.h"
#include "tests/searcher_suggestion/corpus_index.h"
#include "tests/support/temp_dir.h"

namespace dateline::mcp {
namespace {

/// A session over corpus/.
class CorpusSession {
public:
    explicit CorpusSession(const ProtocolVersion& version = newest_version()) : session_(options(), version) {}

    Json ask(std::string_view message) {
        const auto answer = session_.answer(read_incoming(message));
        return answer ? *answer : Json();
    }
    Json ask(const std::string& method, const Json& params) {
        return ask(Json{{"jsonrpc", "2.0"}, {"id", 1}, {"method", method}, {"params", params}}.dump());
    }
    Json initialize(const std::string& version) { return ask("initialize", {{"protocolVersion", version}}); }

    Session& session() { return session_; }

private:
    SessionOptions options() {
        return {.context = [this] { return ToolContext{searcher_, {}}; }, .program_version = "1.2.3"};
    }

    dateline::tests::TempDir folder_;
    Searcher searcher_{dateline::tests::index_corpus(folder_.path() / "index", 40)};
    Session session_;
};

TEST_CASE("the version asked for is agreed on, else the newest is offered") {
    CorpusSession client;
    for (const ProtocolVersion& version : protocol_versions()) {
        const std::string name(version.name);
        CHECK(client.initialize(name)["result"]["protocolVersion"] == name);
        CHECK(client.session().version().name == name);
    }
    CHECK(client.initialize("2099-01-01")["result"]["protocolVersion"] == newest_version().name);
    CHECK(client.ask("initialize", Json::object())["error"]["code"] == -32602);
}

TEST_CASE("the first answer says who and how") {
    const Json result = CorpusSession().initialize("2025-06-18")["result"];
    CHECK(result["serverInfo"]["name"] == "dateline");
    CHECK(result["serverInfo"]["version"] == "1.2.3");
    CHECK(result["capabilities"].contains("tools"));
    CHECK(result["instructions"].get<std::string>().find("\"abducted citizens\" is an exact phrase") !=
          std::string::npos);
}

TEST_CASE("notifications and a client's answers are not answered") {
    CorpusSession client;
    CHECK(client.ask(R"({"jsonrpc":"2.0","method":"notifications/initialized"})").is_null());
    CHECK(client.ask(R"({"jsonrpc":"2.0","method":"notifications/unheard-of"})").is_null());
    CHECK(client.ask(R"({"jsonrpc":"2.0","method":"tools/list"})").is_null());
    CHECK(client.ask(R"({"jsonrpc":"2.0","id":4,"result":{}})").is_null());
}

TEST_CASE("a ping is answered, also before anything was agreed on") {
    CHECK(CorpusSession().ask(R"({"jsonrpc":"2.0","id":"p","method":"ping"})") ==
          Json{{"jsonrpc", "2.0"}, {"id", "p"}, {"result", Json::object()}});
}

TEST_CASE("what cannot be done is told by the numbers of JSON-RPC") {
    CorpusSession client;
    CHECK(client.ask("prompts/list", Json::object())["error"]["code"] == -32601);
    CHECK(client.ask("{")["error"]["code"] == -32700);
    CHECK(client.ask("{}")["error"]["code"] == -32600);
    CHECK(client.ask("tools/list", {{"cursor", "x"}})["error"]["code"] == -32602);
    CHECK(client.ask("tools/call", Json::object())["error"]["code"] == -32602);
    CHECK(client.ask("tools/call", {{"name", "write_article"}})["error"]["code"] == -32602);
    CHECK(client.ask("resources/read", {{"uri", "dateline://article/none"}})["error"]["code"] == -32002);
    CHECK(client.ask("resources/read", {{"uri", "dateline://article/%zz"}})["error"]["code"] == -32002);
    CHECK(client.ask("resources/read", {{"uri", "dateline://article/%f"}})["error"]["code"] == -32002);
    CHECK(client.ask("resources/read", {{"uri", "file:///etc/passwd"}})["error"]["code"] == -32002);
}

TEST_CASE("batches are answered where the version has them") {
    const std::string batch =
        R"([{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","method":"notifications/initialized"},)"
        R"({"jsonrpc":"2.0","id":2,"method":"nothing"}])";
    CorpusSession client;
    client.initialize("2025-03-26");
    const Json answers = client.ask(batch);
    REQUIRE(answers.size() == 2);
    CHECK(answers[0]["id"] == 1);
    CHECK(answers[1]["error"]["code"] == -32601);
    CHECK(client.ask(R"([{"jsonrpc":"2.0","method":"notifications/initialized"}])").is_null());
    CHECK(client.ask("[]")["error"]["code"] == -32600);
    const Json late =
        client.ask(R"([{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18"}}])");
    CHECK(late[0]["error"]["code"] == -32600);

    client.initialize("2025-06-18");
    CHECK(client.ask(batch)["error"]["code"] == -32600);
}

TEST_CASE("tools are described as far as the version has words for it") {
    struct Case {
        std::string version;
        bool annotations;
        bool structured;
    };
    for (const Case& one : {Case{"2024-11-05", false, false}, Case{"2025-03-26", true, false},
                            Case{"2025-06-18", true, true}, Case{"2025-11-25", true, true}}) {
        CAPTURE(one.version);
        CorpusSession client;
        client.initialize(one.version);
        const Json list = client.ask("tools/list", Json::object())["result"]["tools"];
        REQUIRE(list.size() == tools().size());
        for (const Json& tool : list) {
            CHECK(tool["inputSchema"]["type"] == "object");
            CHECK(tool.contains("annotations") == one.annotations);
            CHECK(tool.contains("title") == one.structured);
            CHECK(tool.contains("outputSchema") == one.structured);
            if (one.annotations) CHECK(tool["annotations"]["readOnlyHint"] == true);
        }
        const Json result =
            client.ask("tools/call", {{"name", "search_news"}, {"arguments", {{"query", "japan"}}}})["result"];
        CHECK(result.contains("structuredContent") == one.structured);
        CHECK(Json::parse(result["content"][0]["text"].get<std::string>())["total"] == 12);
    }
}

TEST_CASE("what a tool refuses is an answer that a model can read") {
    CorpusSession client;
    const auto told = [&](const std::string& tool, const Json& arguments) {
        const Json result = client.ask("tools/call", {{"name", tool}, {"arguments", arguments}})["result"];
        CHECK(result["isError"] == true);
        CHECK_FALSE(result.contains("structuredContent"));
        return result["content"][0]["text"].get<std::string>();
    };
    CHECK(told("search_news", {{"query", "summit titel:x"}}).find("query, column 8: there is no field `titel`") == 0);
    CHECK(told("search_news", Json::object()) == "query is missing: What to find, in the query language");
    CHECK(told("search_news", {{"query", "oil"}, {"limit", 1000}}) == "limit: at most 50 is allowed");
    CHECK(told("facets", {{"query", "oil"}, {"facet", {"colour"}}}).find("there is no facet 'colour'") == 0);
    CHECK(told("read_article", {{"id", "none"}}) == "the index has no article with id none");
    CHECK(told("similar_articles", {{"id", "none"}}) == "the index has no article with id none");
    CHECK(told("verify_quote", {{"id", "a"}, {"quote", "b"}, {"start", 1}}) == "start and end come together");
}

TEST_CASE("a failure that is nobody's mistake is an internal error") {
    Session session({.context = []() -> ToolContext { throw std::runtime_error("disk on fire"); }});
    const Incoming call = read_incoming(
        R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search_news","arguments":{"query":"a"}}})");
    CHECK((*session.answer(call))["error"]["code"] == -32603);
    Session gone({.context = []() -> ToolContext { throw IndexError(IndexError::Kind::missing, "no index at x"); }});
    CHECK((*gone.answer(call))["result"]["content"][0]["text"] == "no index at x");
}

TEST_CASE("an article is a resource, whatever its id is made of") {
    CorpusSession client;
    CHECK(client.ask("resources/list", Json::object())["result"]["resources"].empty());
    CHECK(client.ask("resources/templates/list", Json::object())["result"]["resourceTemplates"][0]["uriTemplate"] ==
          "dateline://article/{id}");
    const Json read = client.ask("resources/read", {{"uri", "dateline://article/ec%2D2020-0605-1"}});
    const Json article = Json::parse(read["result"]["contents"][0]["text"].get<std::string>());
    CHECK(article["id"] == "ec-2020-0605-1");
}

}  // namespace
}  // namespace dateline::mcp
