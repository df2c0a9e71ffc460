#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "searcher/page/page_address.h"
#include "searcher/requests/parameter.h"
#include "searcher/search.h"

/// The views as whole documents of HTML. Without scripts they search, page and read; scripts fetch the same documents
/// and put them in place, so nothing is written twice.
namespace dateline::page {

struct Page {
    int status = 200;  ///< of HTTP
    std::string html{};
};

/// What the server adds to every question.
struct AskingRules {
    std::shared_ptr<const query::Synonyms> synonyms{};
    std::shared_ptr<const Aliases> aliases{};
    std::optional<std::chrono::milliseconds> timeout{};
    const std::atomic<bool>* cancelled = nullptr;  ///< as in Request
};

/// The parameters that are settings of a page: those of `searcher search` that change an answer, not what is shown.
std::span<const Parameter> page_settings();

/// Answers to the page's query; where it is empty what the index has, and its newest articles. What is wrong with the
/// query is a page that says so, 400; what takes too long, 503.
Page results_page(Searcher& searcher, const PageAddress& page, const AskingRules& rules = {});

/// The address of the page with the period `from` to `to`, either of them empty or both, in place of its dates.
std::string address_with_period(const PageAddress& page, std::string_view from, std::string_view to);

/// An article; 404 where there is none.
Page article_page(Searcher& searcher, const PageAddress& page, const std::string& id, const AskingRules& rules = {});

/// What went wrong elsewhere, for a reader.
Page error_page(int status, std::string_view sentence);

}  // namespace dateline::page
