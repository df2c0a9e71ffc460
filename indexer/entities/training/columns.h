#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/entities/labels.h"

/// Texts with their names marked, as column files hold them: a word a line, its tag behind it (BIO2, IOB1 or BIOES), an
/// empty line after each sentence, `-DOCSTART-` between documents.
namespace dateline::entities {

struct TaggedSentence {
    std::vector<std::string> words;
    std::vector<Label> labels;
};

using TaggedDocument = std::vector<TaggedSentence>;

/// Reads a column file. Without borders of documents, ten sentences make one. Throws IoError naming file and line for
/// what is no such file or has a type other than PER, ORG, LOC and MISC.
std::vector<TaggedDocument> read_columns(const std::filesystem::path& file);

}  // namespace dateline::entities
