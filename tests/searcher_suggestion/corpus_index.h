#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/cli/progress.h"
#include "common/cli/terminal.h"
#include "common/index/article_text.h"
#include "common/index/index.h"
#include "indexer/pipeline.h"
#include "indexer/writer/index_writer.h"
#include "tests/support/paths.h"

namespace dateline::tests {

/// An index of all articles of corpus/, in segments of about `commit_every` articles.
inline Index index_corpus(const std::filesystem::path& folder, std::size_t commit_every) {
    {
        IndexWriter writer(folder, {.jobs = 1, .commit_every = commit_every});
        Report report;
        Progress progress(Terminal{}, std::nullopt);
        add_articles({.inputs = {corpus_dir().string()}, .commit_every = commit_every}, writer, report, progress);
    }
    return Index::open(folder);
}

/// All tokens of an article, as it was cut when it was indexed.
inline std::vector<Token> all_tokens(const Article& article, const Analyzer& analyzer) {
    const ArticleTexts texts = texts_of(article);
    std::vector<Token> all;
    for (const TextField field : text_fields) {
        for (Token& token : analyzer.tokens(texts[field])) all.push_back(std::move(token));
    }
    return all;
}

inline std::vector<Article> all_articles(const Index& index) {
    std::vector<Article> articles;
    for (const auto& segment : index.segments()) {
        for (std::size_t row = 0; row < segment->articles(); ++row) {
            if (!segment->deletions().contains(row)) articles.push_back(segment->article(row));
        }
    }
    return articles;
}

}  // namespace dateline::tests
