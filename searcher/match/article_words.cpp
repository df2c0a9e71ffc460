#include "searcher/match/article_words.h"

#include "common/index/token_stream.h"
#include "common/index/words.h"

namespace dateline {

void ArticleWords::decode(std::string_view stream) {
    if (ids_.size() < stream.size()) ids_.resize(stream.size());
    sentence_begins_.clear();
    paragraph_begins_.clear();
    std::size_t field = 0;
    std::uint32_t* out = ids_.data();
    const auto position = [&] { return static_cast<std::uint32_t>(out - ids_.data()); };
    for (StreamReader reader(stream); !reader.done();) {
        const std::uint32_t id = reader.next();
        if (id >= first_word_id) {
            *out++ = id;
            continue;
        }
        sentence_begins_.push_back(position());
        if (id == stream::sentence_break) continue;
        paragraph_begins_.push_back(position());
        if (id == stream::field_break && field + 1 < text_field_count) field_begins_[++field] = position();
    }
    size_ = position();
    while (field + 1 < text_field_count) field_begins_[++field] = position();
}

TextField ArticleWords::field(std::uint32_t position) const {
    std::size_t field = 0;
    while (field + 1 < text_field_count && field_begins_[field + 1] <= position) ++field;
    return text_fields[field];
}

bool ArticleWords::in_one_text(WordSpan span) const {
    const auto is_parted_at = [&](TextField field) {
        const std::uint32_t begin = field_begin(field);
        return span.begin < begin && begin < span.end;
    };
    return !is_parted_at(TextField::lead) && !is_parted_at(TextField::caption);
}

}  // namespace dateline
