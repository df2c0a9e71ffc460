#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

#include "searcher/search.h"
#include "searcher/server/live_index.h"
#include "searcher/suggestion/completion.h"

namespace dateline {

/// What one thread of the server answers with: the newest snapshot of the index, and what goes with it. Not
/// thread-safe; one for each thread.
class Engine {
public:
    struct Options {
        std::chrono::milliseconds query_timeout{2000};           ///< most for any answer
        std::size_t list_memory_bytes = std::size_t{128} << 20;  ///< for lists kept decoded
        const std::atomic<bool>* cancelled = nullptr;            ///< ends what is under way; must outlive the engine
    };

    /// Opens the index. Throws IndexError. `live` must outlive the engine.
    Engine(const LiveIndex& live, const Options& options);

    /// Opens the index anew where it has changed. Where that fails, the log says so and the old snapshot stands.
    void refresh();

    Searcher& searcher() { return *searcher_; }
    Completer& completer() { return *completer_; }
    /// Of the snapshot.
    std::uint64_t revision() const { return searcher_->index().manifest().revision; }
    /// Changes with all that answers are made of besides the request: index, synonyms and aliases.
    std::uint64_t generation() const { return generation_; }
    const LiveIndex& live() const { return live_; }

    /// A request with this server's synonyms, aliases and limits.
    Request prepared(Request request) const;
    EntityRequest prepared(EntityRequest request) const;
    SimilarRequest prepared(SimilarRequest request) const;
    /// A searcher of its own for an answer that outlives the call.
    std::unique_ptr<Searcher> separate_searcher() const;

private:
    void open();
    std::chrono::milliseconds allowed(std::optional<std::chrono::milliseconds> asked) const;

    const LiveIndex& live_;
    Options options_;
    std::uint64_t generation_ = 0;
    std::shared_ptr<const query::Synonyms> synonyms_;
    std::shared_ptr<const Aliases> aliases_;
    std::unique_ptr<Searcher> searcher_;
    std::unique_ptr<Completer> completer_;
};

}  // namespace dateline
