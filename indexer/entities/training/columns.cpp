#include "indexer/entities/training/columns.h"

#include <fmt/format.h>

#include <fstream>
#include <optional>
#include <string_view>

#include "common/error.h"
#include "common/text/utf8.h"

namespace dateline::entities {
namespace {

constexpr std::size_t sentences_without_borders = 10;

struct Tag {
    char prefix = 'O';
    EntityType type = EntityType::other;

    bool operator==(const Tag&) const = default;
};

std::optional<Tag> tag_of(std::string_view text) {
    if (text == "O") return Tag{};
    if (text.size() < 3 || text[1] != '-') return std::nullopt;
    for (std::size_t i = 0; i < entity_types; ++i) {
        const auto type = static_cast<EntityType>(i);
        if (text.substr(2) == name_of(type)) return Tag{text[0], type};
    }
    return std::nullopt;
}

bool ends_name(const Tag& tag) { return tag.prefix == 'E' || tag.prefix == 'S' || tag.prefix == 'O'; }

/// Whether a new name begins at `tag`, which follows `before`.
bool begins_name(const Tag& before, const Tag& tag) {
    if (tag.prefix == 'O') return false;
    return tag.prefix == 'B' || tag.prefix == 'S' || ends_name(before) || before.type != tag.type;
}

std::vector<Label> labels_of(const std::vector<Tag>& tags) {
    std::vector<Label> labels(tags.size(), outside);
    for (std::size_t i = 0; i < tags.size(); ++i) {
        if (tags[i].prefix == 'O') continue;
        const bool first = begins_name(i == 0 ? Tag{} : tags[i - 1], tags[i]);
        const bool last = i + 1 == tags.size() || tags[i + 1].prefix == 'O' || begins_name(tags[i], tags[i + 1]);
        const Place place = first ? (last ? Place::single : Place::begin) : (last ? Place::end : Place::inner);
        labels[i] = label_of(tags[i].type, place);
    }
    return labels;
}

class Gatherer {
public:
    void word(std::string_view word, Tag tag) {
        words_.emplace_back(word);
        tags_.push_back(tag);
    }

    void end_sentence() {
        if (words_.empty()) return;
        document_.push_back({std::move(words_), labels_of(tags_)});
        words_.clear();
        tags_.clear();
    }

    void end_document() {
        end_sentence();
        if (!document_.empty()) documents_.push_back(std::move(document_));
        document_.clear();
    }

    std::vector<TaggedDocument> finish(bool borders_known) {
        end_document();
        if (borders_known || documents_.empty()) return std::move(documents_);
        std::vector<TaggedDocument> cut;
        for (TaggedSentence& sentence : documents_.front()) {
            if (cut.empty() || cut.back().size() == sentences_without_borders) cut.emplace_back();
            cut.back().push_back(std::move(sentence));
        }
        return cut;
    }

private:
    std::vector<TaggedDocument> documents_;
    TaggedDocument document_;
    std::vector<std::string> words_;
    std::vector<Tag> tags_;
};

}  // namespace

std::vector<TaggedDocument> read_columns(const std::filesystem::path& file) {
    std::ifstream stream(file);
    if (!stream) throw IoError("cannot read " + file.string());
    Gatherer gatherer;
    bool borders_known = false;
    std::size_t number = 0;
    for (std::string line; std::getline(stream, line);) {
        ++number;
        if (trim(line).empty()) {
            gatherer.end_sentence();
            continue;
        }
        const std::string_view text = trim(line);
        const std::size_t word_end = text.find_first_of("\t ");
        const std::string_view word = text.substr(0, word_end);
        if (word == "-DOCSTART-") {
            gatherer.end_document();
            borders_known = true;
            continue;
        }
        if (word_end == std::string_view::npos) throw IoError(fmt::format("{}:{}: no tag", file.string(), number));
        std::string_view rest = trim(text.substr(word_end));
        if (rest.ends_with("\tn")) rest = trim(rest.substr(0, rest.size() - 1));  // no blank follows the word
        const std::size_t last = rest.find_last_of("\t ");
        const auto tag = tag_of(last == std::string_view::npos ? rest : rest.substr(last + 1));
        if (!tag) throw IoError(fmt::format("{}:{}: '{}' is no tag we know", file.string(), number, rest));
        gatherer.word(word, *tag);
    }
    if (stream.bad()) throw IoError("cannot read " + file.string());
    return gatherer.finish(borders_known);
}

}  // namespace dateline::entities
