#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/article.h"
#include "indexer/writer/index_writer.h"
#include "searcher/page/page_routes.h"
#include "searcher/server/api_routes.h"
#include "searcher/server/service.h"

using namespace dateline;

namespace {

class NoStream : public http::BodyStream {
public:
    bool write(std::string_view) override { return true; }
};

std::vector<Route> all_routes() {
    std::vector<Route> routes = api_routes();
    for (Route& route : page::page_routes()) routes.push_back(std::move(route));
    return routes;
}

/// A server over two articles; its folder stays in the system's place for such.
class Served {
public:
    Served() : index_(std::filesystem::temp_directory_path() / "dateline-fuzz-http.index") {
        spdlog::set_level(spdlog::level::off);
        std::filesystem::remove_all(index_);
        write();
        live_ = std::make_unique<LiveIndex>(index_, EditedFile<query::Synonyms>{}, EditedFile<Aliases>{});
        Service::Options options;
        options.engine.query_timeout = std::chrono::milliseconds(1000);
        options.access.cors_origin = "https://a.example";
        service_ = std::make_unique<Service>(*live_, all_routes(), options);
    }

    http::Response answer(http::Request& request) { return service_->answer(request, 0); }

private:
    void write() const {
        IndexWriter writer(index_, {.jobs = 1});
        BatchBuilder builder = writer.make_builder();
        std::vector<HashedArticle> batch;
        for (const char* const id : {"1", "https://example.org/a?b=c"}) {
            Article article;
            article.id = id;
            article.title = "Koizumi and Kim sign a declaration";
            article.body = "The North said that five of the abducted citizens were alive.";
            article.language = "en";
            batch.push_back({article, content_hash(article)});
        }
        writer.add(0, batch, builder);
        writer.finish();
    }

    std::filesystem::path index_;
    std::unique_ptr<LiveIndex> live_;
    std::unique_ptr<Service> service_;
};

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

/// The first line is the target, the others are headers `Name: value`, the rest after an empty line the body. Whatever
/// they are, there is an answer, and nothing of it breaks the lines of its head.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Served served;
    std::string_view input(reinterpret_cast<const char*>(data), size);
    const auto line = [&] {
        const std::string_view taken = input.substr(0, input.find('\n'));
        input.remove_prefix(std::min(taken.size() + 1, input.size()));
        return taken;
    };
    http::Request request;
    request.method = size % 7 == 0 ? "POST" : size % 11 == 0 ? "OPTIONS" : "GET";
    request.target = line();
    for (std::string_view header = line(); !header.empty(); header = line()) {
        const std::size_t colon = std::min(header.find(": "), header.size());
        request.headers.emplace_back(header.substr(0, colon), header.substr(std::min(colon + 2, header.size())));
    }
    request.body = input;
    request.received = std::chrono::steady_clock::now();
    const http::Response response = served.answer(request);
    require(response.status >= 200 && response.status < 600 && response.status != 500);
    for (const auto& [name, value] : response.headers)
        require((name + value).find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos);
    NoStream nowhere;
    if (response.stream) response.stream(nowhere);
    return 0;
}
