#pragma once

#include <spdlog/spdlog.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/article.h"
#include "common/date.h"
#include "common/index/mention.h"
#include "indexer/writer/index_writer.h"
#include "searcher/output/json_values.h"
#include "searcher/server/api_routes.h"
#include "searcher/server/service.h"
#include "tests/searcher_suggestion/corpus_index.h"
#include "tests/support/temp_dir.h"

namespace dateline::tests {

/// Adds one article to an index.
inline void publish(const std::filesystem::path& index, const std::string& id, const std::string& body,
                    std::vector<Mention> mentions = {}, std::optional<Published> published = {}) {
    Article article;
    article.id = id;
    article.title = id;
    article.body = body;
    article.published = std::move(published);
    IndexWriter writer(index, {.jobs = 1});
    BatchBuilder builder = writer.make_builder();
    const std::vector<HashedArticle> batch{{article, content_hash(article), std::move(mentions)}};
    writer.add(0, batch, builder);
    writer.finish();
}

/// The articles of corpus/ and two in which names and days were found, and a server over them without a socket.
class ServedCorpus {
public:
    explicit ServedCorpus(const Service::Options& options = {}) {
        spdlog::set_level(spdlog::level::off);
        index_corpus(index(), 40);
        publish(index(), "named-1", "Megan Zett spoke on 29 August 2012 and said no more.",
                {{MentionKind::person, TextField::body, "Megan Zett", 0, 10},
                 {MentionKind::date, TextField::body, "2012-08-29", 20, 34}});
        publish(index(), "named-2", "The Zett Bank of Zett gave the Zett Prize to Megan Zett on 29 August 2012.",
                {{MentionKind::organization, TextField::body, "Zett Bank", 4, 13},
                 {MentionKind::location, TextField::body, "Zett", 17, 21},
                 {MentionKind::other, TextField::body, "Zett Prize", 31, 41},
                 {MentionKind::person, TextField::body, "Megan Zett", 45, 55},
                 {MentionKind::date, TextField::body, "2012-08-29", 59, 73}},
                Published{from_iso("2012-08-30").value(), "field:date"});
        live_ = std::make_unique<LiveIndex>(index(), edited<query::Synonyms>(synonyms()), edited<Aliases>(aliases()));
        service_ = std::make_unique<Service>(*live_, api_routes(), options);
    }

    std::filesystem::path index() const { return folder_.path() / "index"; }
    std::filesystem::path synonyms() const { return folder_.path() / "synonyms.txt"; }
    std::filesystem::path aliases() const { return folder_.path() / "aliases.toml"; }
    Service& service() { return *service_; }
    const LiveIndex& live() const { return *live_; }

    http::Response ask(std::string method, std::string target, http::Pairs headers = {}) {
        http::Request request;
        request.method = std::move(method);
        request.target = std::move(target);
        request.headers = std::move(headers);
        request.received = std::chrono::steady_clock::now();
        return service_->answer(request, 0);
    }
    http::Response get(std::string target, http::Pairs headers = {}) {
        return ask("GET", std::move(target), std::move(headers));
    }
    Json json(std::string target) { return Json::parse(get(std::move(target)).body); }

private:
    template <typename Value>
    static EditedFile<Value> edited(const std::filesystem::path& file) {
        return {.path = file, .read = [file]() -> std::shared_ptr<const Value> {
                    if (!std::filesystem::exists(file)) return nullptr;
                    return std::make_shared<const Value>(Value::read(file));
                }};
    }

    TempDir folder_;
    std::unique_ptr<LiveIndex> live_;
    std::unique_ptr<Service> service_;
};

/// Keeps what a stream writes, and takes no more than so many bytes.
class KeptStream : public http::BodyStream {
public:
    explicit KeptStream(std::size_t most = SIZE_MAX) : most_(most) {}
    bool write(std::string_view bytes) override {
        text.append(bytes);
        ++writes;
        return text.size() < most_;
    }

    std::string text{};
    std::size_t writes = 0;

private:
    std::size_t most_;
};

}  // namespace dateline::tests
