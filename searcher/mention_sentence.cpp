#include "searcher/mention_sentence.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "common/index/article_text.h"
#include "common/text/utf8.h"

namespace dateline {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The words of the sentence around a word.
Range sentence_around(const std::vector<Token>& tokens, std::size_t word) {
    Range words{word, word + 1};
    while (words.begin > 0 && tokens[words.begin].place.break_before == Break::none) --words.begin;
    while (words.end < tokens.size() && tokens[words.end].place.break_before == Break::none) ++words.end;
    return words;
}

/// With the quotes, brackets and full stops that stand directly at its words.
Range with_signs(std::string_view text, Range bytes) {
    while (bytes.begin > 0 && !is_space(text[bytes.begin - 1])) --bytes.begin;
    while (bytes.end < text.size() && !is_space(text[bytes.end])) ++bytes.end;
    return bytes;
}

/// A text on one line; what is removed of white space before a place moves the place.
struct OneLine {
    std::string text;
    std::vector<std::size_t> places;

    OneLine(std::string_view written, const std::vector<std::size_t>& bytes) {
        for (std::size_t i = 0; i <= written.size(); ++i) {
            for (const std::size_t byte : bytes) {
                if (byte == i) places.push_back(count_code_points(text));
            }
            if (i == written.size()) break;
            if (!is_space(written[i])) text += written[i];
            else if (!text.empty() && text.back() != ' ') text += ' ';
        }
    }
};

double weight_of_query(const ArticleMarks* marks, TextField field, Range words) {
    if (marks == nullptr) return 0;
    std::set<std::size_t> parts;
    for (const TokenMark& mark : (*marks)[field]) {
        if (mark.first >= words.begin && mark.end <= words.end) parts.insert(mark.part);
    }
    double weight = 0;
    for (const std::size_t part : parts) weight += part < marks->weights.size() ? marks->weights[part] : 0;
    return weight;
}

}  // namespace

PlaceInText place_in_text(const FieldLengths& lengths, std::uint32_t word) {
    for (const TextField field : text_fields) {
        const std::uint32_t words = lengths.at(static_cast<std::size_t>(field));
        if (word < words) return {field, word};
        word -= words;
    }
    return {text_fields.back(), word};
}

SentenceReader::SentenceReader(const IndexSegment& segment, std::uint32_t row, const Analyzer& analyzer)
    : article_(segment.article(row)), analyzer_(analyzer) {}

std::optional<MentionSentence> SentenceReader::sentence(const MentionPlace& place, const ArticleMarks* marks) const {
    const ArticleTexts texts = texts_of(article_);
    std::size_t word = place.first_word;
    for (const TextField field : text_fields) {
        const std::string_view text = texts[field];
        const std::vector<Token> tokens = analyzer_.tokens(text);
        if (word >= tokens.size()) {
            word -= tokens.size();
            continue;
        }
        const std::size_t last = word + place.words - 1;
        if (place.words == 0 || last >= tokens.size()) return std::nullopt;
        const Range words = sentence_around(tokens, word);
        const std::size_t end_of_words = std::max(words.end, last + 1);
        const Range bytes = with_signs(text, {tokens[words.begin].place.begin, tokens[end_of_words - 1].place.end});
        const std::size_t begin = tokens[word].place.begin - bytes.begin;
        const std::size_t end = tokens[last].place.end - bytes.begin;
        OneLine line(text.substr(bytes.begin, bytes.end - bytes.begin), {begin, end});
        return MentionSentence{std::move(line.text), line.places.front(), line.places.back(),
                               end_of_words - words.begin, weight_of_query(marks, field, words)};
    }
    return std::nullopt;
}

std::string SentenceReader::text(const MentionPlace& place) const {
    const auto found = sentence(place, nullptr);
    if (!found) return {};
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t code_points = 0;
    for (std::size_t at = 0; at < found->text.size() && code_points < found->end; ++code_points) {
        if (code_points == found->begin) first = at;
        next_code_point(found->text, at);
        last = at;
    }
    return found->text.substr(first, last - first);
}

MentionSource SentenceReader::source() const {
    MentionSource source{article_.id, article_.title, article_.url, article_.source, {}};
    if (article_.published) source.published = article_.published->date;
    return source;
}

}  // namespace dateline
