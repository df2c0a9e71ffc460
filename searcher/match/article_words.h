#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/index/field_frequency.h"
#include "searcher/match/word_span.h"

/// One article's token stream, decoded: what proximity is decided on.
namespace dateline {

class ArticleWords {
public:
    /// Decodes a stream (token_stream.h). The memory is used again and again.
    void decode(std::string_view stream);

    std::span<const std::uint32_t> ids() const { return {ids_.data(), size_}; }
    TextField field(std::uint32_t position) const;
    /// The first word of a field, whether it has any or not.
    std::uint32_t field_begin(TextField field) const { return field_begins_[static_cast<std::size_t>(field)]; }
    bool in_one_sentence(WordSpan span) const { return !has_break(sentence_begins_, span); }
    bool in_one_paragraph(WordSpan span) const { return !has_break(paragraph_begins_, span); }
    /// The sentence, or paragraph, that a word stands in.
    WordSpan sentence_of(std::uint32_t position) const { return part_of(sentence_begins_, position); }
    WordSpan paragraph_of(std::uint32_t position) const { return part_of(paragraph_begins_, position); }
    /// Whether distances between the words count: title, lead with body, and captions are three texts.
    bool in_one_text(WordSpan span) const;
    bool in_fields(WordSpan span, FieldMask fields) const {
        return fields == all_text_fields ||
               ((mask_of(field(span.begin)) & fields) != 0 && (mask_of(field(span.end - 1)) & fields) != 0);
    }

private:
    /// Whether something begins inside the span, not with it.
    static bool has_break(const std::vector<std::uint32_t>& begins, WordSpan span) {
        const auto next = std::upper_bound(begins.begin(), begins.end(), span.begin);
        return next != begins.end() && *next < span.end;
    }

    WordSpan part_of(const std::vector<std::uint32_t>& begins, std::uint32_t position) const {
        const auto next = std::upper_bound(begins.begin(), begins.end(), position);
        return {next == begins.begin() ? 0 : *(next - 1),
                next == begins.end() ? static_cast<std::uint32_t>(size_) : *next};
    }

    std::vector<std::uint32_t> ids_;  ///< the first size_ of them
    std::size_t size_ = 0;
    std::vector<std::uint32_t> sentence_begins_;
    std::vector<std::uint32_t> paragraph_begins_;
    std::array<std::uint32_t, text_field_count> field_begins_{};
};

}  // namespace dateline
