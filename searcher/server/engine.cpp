#include "searcher/server/engine.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <exception>
#include <utility>

namespace dateline {

Engine::Engine(const LiveIndex& live, const Options& options) : live_(live), options_(options) { open(); }

void Engine::open() {
    // The generation first: a change that comes meanwhile is seen at the next look.
    const std::uint64_t generation = live_.generation();
    auto searcher = std::make_unique<Searcher>(Index::open(live_.folder()), options_.list_memory_bytes);
    auto completer = std::make_unique<Completer>(searcher->index(), options_.list_memory_bytes / 2);
    synonyms_ = live_.synonyms();
    aliases_ = live_.aliases();
    completer_ = std::move(completer);
    searcher_ = std::move(searcher);
    generation_ = generation;
}

void Engine::refresh() {
    if (generation_ == live_.generation()) return;
    try {
        open();
    } catch (const std::exception& error) {
        spdlog::warn("{}; answers go on from revision {}", error.what(), revision());
    }
}

std::chrono::milliseconds Engine::allowed(std::optional<std::chrono::milliseconds> asked) const {
    return asked ? std::min(*asked, options_.query_timeout) : options_.query_timeout;
}

Request Engine::prepared(Request request) const {
    request.synonyms = synonyms_;
    request.aliases = aliases_;
    request.timeout = allowed(request.timeout);
    request.cancelled = options_.cancelled;
    return request;
}

EntityRequest Engine::prepared(EntityRequest request) const {
    request.articles = prepared(std::move(request.articles));
    return request;
}

SimilarRequest Engine::prepared(SimilarRequest request) const {
    request.timeout = allowed(request.timeout);
    request.cancelled = options_.cancelled;
    return request;
}

std::unique_ptr<Searcher> Engine::separate_searcher() const {
    return std::make_unique<Searcher>(Index::open(live_.folder()), 0);
}

}  // namespace dateline
