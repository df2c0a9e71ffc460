// /mcp on a server without a socket.

#include <doctest/doctest.h>

#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "searcher/mcp/http/mcp_route.h"
#include "searcher/output/json_values.h"
#include "searcher/server/service.h"
#include "tests/searcher_suggestion/corpus_index.h"
#include "tests/support/temp_dir.h"

namespace dateline::mcp {
namespace {

const std::string ping_message = R"({"jsonrpc":"2.0","id":1,"method":"ping"})";

class McpService {
public:
    explicit McpService(const std::string& allowed_origin = "") {
        const auto index = folder_.path() / "index";
        dateline::tests::index_corpus(index, 40);
        live_ = std::make_unique<LiveIndex>(index, EditedFile<query::Synonyms>{}, EditedFile<Aliases>{});
        service_ = std::make_unique<Service>(
            *live_, std::vector<Route>{mcp_route({.program_version = "1", .allowed_origin = allowed_origin})},
            Service::Options{});
    }

    http::Response ask(const std::string& method, http::Pairs headers, std::string body) {
        http::Request request{.method = method, .target = "/mcp"};
        request.headers = std::move(headers);
        request.body = std::move(body);
        request.received = std::chrono::steady_clock::now();
        return service_->answer(request, 0);
    }

    http::Response post(std::string body, http::Pairs more = {}) {
        http::Pairs headers{{"Host", "127.0.0.1:8080"},
                            {"Content-Type", "application/json"},
                            {"Accept", "application/json, text/event-stream"}};
        for (auto& header : more) headers.push_back(std::move(header));
        return ask("POST", std::move(headers), std::move(body));
    }

private:
    dateline::tests::TempDir folder_;
    std::unique_ptr<LiveIndex> live_;
    std::unique_ptr<Service> service_;
};

TEST_CASE("a request is answered, a notification taken") {
    McpService mcp;
    const http::Response pong = mcp.post(ping_message);
    CHECK(pong.status == 200);
    CHECK(pong.header("Content-Type") == "application/json");
    CHECK(Json::parse(pong.body)["id"] == 1);
    const http::Response taken = mcp.post(R"({"jsonrpc":"2.0","method":"notifications/initialized"})");
    CHECK(taken.status == 202);
    CHECK(taken.body.empty());
    CHECK(mcp.post(R"({"jsonrpc":"2.0","id":1,"method":"nothing"})").status == 200);
    CHECK(mcp.post("junk").status == 400);
    CHECK(mcp.post("").status == 400);
}

TEST_CASE("the header says which version is spoken") {
    McpService mcp;
    const std::string batch = "[" + ping_message + "]";
    CHECK(Json::parse(mcp.post(batch).body).is_array());
    CHECK(Json::parse(mcp.post(batch, {{"MCP-Protocol-Version", "2025-03-26"}}).body).is_array());
    CHECK(Json::parse(mcp.post(batch, {{"MCP-Protocol-Version", "2025-06-18"}}).body)["error"]["code"] == -32600);
    CHECK(mcp.post(ping_message, {{"MCP-Protocol-Version", "1999-01-01"}}).status == 400);
    const std::string call = R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":)"
                             R"({"name":"search_news","arguments":{"query":"japan"}}})";
    const Json result = Json::parse(mcp.post(call, {{"mcp-protocol-version", "2025-06-18"}}).body)["result"];
    CHECK(result["structuredContent"]["total"] == 12);
}

TEST_CASE("there is no stream to open and no session to end") {
    McpService mcp;
    for (const char* method : {"GET", "DELETE", "PUT"}) {
        const http::Response refused = mcp.ask(method, {{"Host", "127.0.0.1"}, {"Accept", "text/event-stream"}}, "");
        CHECK(refused.status == 405);
        CHECK(refused.header("Allow") == "POST");
    }
}

TEST_CASE("what is sent and what is taken is JSON") {
    McpService mcp;
    const auto status = [&](const std::string& type, const std::string& accept) {
        return mcp.ask("POST", {{"Host", "h"}, {"Content-Type", type}, {"Accept", accept}}, ping_message).status;
    };
    CHECK(status("application/json; charset=utf-8", "*/*") == 200);
    CHECK(status("Application/JSON", "text/event-stream;q=0.5, application/json;q=0.9") == 200);
    CHECK(status("application/json", "application/*") == 200);
    CHECK(status("application/json", "") == 200);
    CHECK(status("application/json", "text/event-stream") == 406);
    CHECK(status("text/plain", "*/*") == 415);
    CHECK(status("", "*/*") == 415);
}

TEST_CASE("pages from elsewhere may not ask, unless they were named") {
    const auto status = [](McpService& mcp, const std::string& origin) {
        return mcp.post(ping_message, {{"Origin", origin}}).status;
    };
    McpService closed;
    CHECK(status(closed, "http://127.0.0.1:8080") == 200);
    CHECK(status(closed, "https://evil.example") == 403);
    CHECK(status(closed, "null") == 403);
    McpService open_to_one("https://assistant.example");
    CHECK(status(open_to_one, "https://assistant.example") == 200);
    CHECK(status(open_to_one, "https://evil.example") == 403);
    McpService open_to_all("*");
    CHECK(status(open_to_all, "https://evil.example") == 200);
}

}  // namespace
}  // namespace dateline::mcp
