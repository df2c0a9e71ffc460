#include "indexer/storytelling.h"

#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include "common/index/varint.h"
#include "indexer/messages.h"

namespace dateline {
namespace {

using Clock = std::chrono::steady_clock;

/// Stories go back together while there are few of them and they come fast: each message wakes the other side.
constexpr std::size_t enough_bytes = std::size_t{64} << 10;
constexpr std::chrono::milliseconds enough_time{50};

/// What goes over at once, if it is more than one article: as much as stays in memory that is in use already.
constexpr std::size_t most_request_bytes = std::size_t{256} << 10;

/// What the helper does with a request, which is articles one after the other.
void answer(const ConfinedStorytelling::Tell& tell, std::string_view request, const HelperProcess::Send& send) {
    ByteReader articles(request);
    std::string stories;
    auto begin = Clock::now();
    while (!articles.done()) {
        put_string(stories, to_bytes(tell(raw_article_of(articles.string()))));
        const auto now = Clock::now();
        if (stories.size() < enough_bytes && now - begin < enough_time) continue;
        if (!send(std::exchange(stories, {}))) return;
        begin = now;
    }
    if (!stories.empty()) send(stories);
}

}  // namespace

ConfinedStorytelling::ConfinedStorytelling(Tell tell, const HelperProcess::Limits& limits)
    : limits_(limits),
      helper_([tell = std::move(tell)](std::string_view request,
                                       const HelperProcess::Send& send) { answer(tell, request, send); },
              limits) {}

ConfinedStorytelling::Asked ConfinedStorytelling::tell_some(std::span<const RawArticle> articles,
                                                            std::size_t most_bytes, std::vector<Told>& told) {
    request_.clear();
    std::size_t asked = 0;
    while (asked < articles.size() && (asked == 0 || request_.size() < most_bytes)) {
        put_string(request_, to_bytes(articles[asked++]));
    }
    const std::size_t all = told.size() + asked;
    const Ending ending = helper_.ask(request_, [&told](std::string_view message) {
        ByteReader stories(message);
        while (!stories.done()) told.emplace_back(story_of(stories.string()));
        return true;
    });
    if (told.size() == all) return {{ConfinedEnd::done, ""}, asked};
    if (ending.end != ConfinedEnd::done) return {ending, asked};
    return {{ConfinedEnd::failed, "fewer stories than articles"}, asked};
}

std::vector<ConfinedStorytelling::Told> ConfinedStorytelling::tell(std::span<const RawArticle> articles) {
    std::vector<Told> told;
    bool one_by_one = false;  // to find the one that ended the process
    while (told.size() < articles.size()) {
        const auto rest = articles.subspan(told.size());
        const auto [ending, asked] = tell_some(rest, one_by_one ? 0 : most_request_bytes, told);
        if (ending.end == ConfinedEnd::done) continue;
        one_by_one = asked > 1;
        if (!one_by_one) told.emplace_back(reason_of(ending, limits_));
    }
    return told;
}

}  // namespace dateline
