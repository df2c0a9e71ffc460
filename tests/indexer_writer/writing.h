#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "indexer/writer/index_writer.h"

/// What the tests of the writer share: small articles, a run of batches, and the model an index is held against.
namespace dateline::tests {

/// What an index must hold: the body of each article by its id.
using Model = std::map<std::string, std::string>;

Article make_article(const std::string& id, const std::string& body);
HashedArticle hashed(const std::string& id, const std::string& body);

/// One run of a program: batches numbered in the order of the input, by one thread.
class Run {
public:
    explicit Run(IndexWriter& writer) : writer_(writer), builder_(writer.make_builder()) {}

    /// The articles (id and body) as one batch.
    std::vector<Fate> add(const std::vector<std::pair<std::string, std::string>>& articles);

private:
    IndexWriter& writer_;
    BatchBuilder builder_;
    std::uint64_t next_ = 0;
};

/// Opens the index, adds these articles as one batch and publishes.
std::vector<Fate> add_all(const std::filesystem::path& index,
                          const std::vector<std::pair<std::string, std::string>>& articles);

/// What an index holds. An id that stands there twice has its bodies joined by a plus sign.
Model held_by(const std::filesystem::path& index);

/// What `indexer check` says, a line for each problem.
std::string problems_of(const std::filesystem::path& index);

}  // namespace dateline::tests
