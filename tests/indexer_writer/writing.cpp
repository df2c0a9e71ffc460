#include "tests/indexer_writer/writing.h"

#include "common/index/index.h"
#include "indexer/index_check.h"

namespace dateline::tests {

Article make_article(const std::string& id, const std::string& body) {
    return {.id = id,
            .path = "test",
            .title = "Title of " + id,
            .body = body,
            .captions = {{"Picture of " + id, "Agency"}},
            .authors = {"Ann", "Author " + id},
            .source = "Courier",
            .language = body.size() % 2 == 0 ? "en" : "de",
            .published = Published{date_of_year(1990 + static_cast<int>(body.size() % 30)), "test"}};
}

HashedArticle hashed(const std::string& id, const std::string& body) {
    Article article = make_article(id, body);
    const ContentHash hash = content_hash(article);
    return {std::move(article), hash};
}

std::vector<Fate> Run::add(const std::vector<std::pair<std::string, std::string>>& articles) {
    std::vector<HashedArticle> batch;
    for (const auto& [id, body] : articles) batch.push_back(hashed(id, body));
    const std::uint64_t number = next_++;
    auto fates = writer_.decide(number, batch).fates;
    writer_.add(number, batch, builder_);
    return fates;
}

std::vector<Fate> add_all(const std::filesystem::path& index,
                          const std::vector<std::pair<std::string, std::string>>& articles) {
    IndexWriter writer(index, {});
    auto fates = Run(writer).add(articles);
    writer.finish();
    return fates;
}

Model held_by(const std::filesystem::path& index) {
    Model held;
    const Index opened = Index::open(index);
    for (const auto& segment : opened.segments()) {
        for (std::size_t row = 0; row < segment->articles(); ++row) {
            if (segment->deletions().contains(row)) continue;
            const Article article = segment->article(row);
            std::string& body = held[article.id];
            body = body.empty() ? article.body : body + "+" + article.body;
        }
    }
    return held;
}

std::string problems_of(const std::filesystem::path& index) {
    std::string problems;
    for (const std::string& problem : check_index(index, [](const std::string&) {})) problems += problem + "\n";
    return problems;
}

}  // namespace dateline::tests
