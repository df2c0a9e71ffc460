#include "searcher/query/lexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "common/text/ascii.h"
#include "common/text/utf8.h"
#include "searcher/query/query_error.h"

namespace dateline::query {

namespace {

struct QuotePair {
    std::string_view open;
    std::array<std::string_view, 3> close;  ///< any of them; unused ones empty
};

/// The printer relies on this: whatever opens a phrase, it is closed by `"` or by `»` too, so no phrase holds both, but
/// for those in braces, which are printed in braces.
constexpr std::array quote_pairs{
    QuotePair{"\"", {"\"", "", ""}},  QuotePair{"“", {"”", "“", "\""}}, QuotePair{"”", {"”", "\"", ""}},
    QuotePair{"„", {"“", "”", "\""}}, QuotePair{"«", {"»", "", ""}},    QuotePair{"»", {"«", "»", ""}},
    QuotePair{"{", {"}", "", ""}},
};

struct OperatorWord {
    std::string_view written;
    Token::Kind kind;
};

constexpr std::array operator_words{
    OperatorWord{"AND", Token::Kind::and_op},
    OperatorWord{"OR", Token::Kind::or_op},
    OperatorWord{"NOT", Token::Kind::not_op},
};

bool is_ascii_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

/// White space and control characters part words, and so does the byte order mark.
bool is_blank(char32_t point) { return is_space(point) || is_dropped_control(point); }

class Lexer {
public:
    Lexer(std::string_view query, const FieldNames& fields) : query_(query), fields_(fields) {}

    std::vector<Token> run() {
        check_bytes();
        for (skip_blanks(); at_ < query_.size(); skip_blanks()) {
            if (tokens_.size() >= max_tokens) {
                fail({at_, at_ + 1}, fmt::format("the query has more than {} words and signs", max_tokens),
                     "ask for less at once");
            }
            read_token();
        }
        push(Token::Kind::end, at_);
        return std::move(tokens_);
    }

private:
    void check_bytes() const {
        if (query_.size() > max_query_bytes) {
            throw QueryError(fmt::format("the query is longer than {} bytes", max_query_bytes),
                             query_.substr(0, valid_utf8_prefix(query_.substr(0, 200))), {0, 1},
                             "ask for less at once");
        }
        const std::size_t invalid = valid_utf8_prefix(query_);
        if (invalid != query_.size()) {
            fail({invalid, invalid + 1}, "the query is not valid UTF-8", "write it in UTF-8");
        }
        const std::size_t nul = query_.find('\0');
        if (nul != std::string_view::npos) {
            fail({nul, nul + 1}, "the query has a NUL character in it", "leave it out");
        }
    }

    void read_token() {
        const Token* const field = pending_field();
        const std::size_t begin = at_;
        const char byte = query_[at_];
        if (byte == '=' && field != nullptr && field->field->has_exact_values()) check_exact_value(*field->field);
        if (byte == '(' || byte == ')') {
            ++at_;
            push(byte == '(' ? Token::Kind::open : Token::Kind::close, begin);
            if (byte == ')') read_suffixes();
        } else if (starts_literal()) {
            ++at_;
            read_operand(begin, true, field);
        } else if (is_sign() && takes_signs(field)) {
            ++at_;
            push(byte == '-' ? Token::Kind::minus : Token::Kind::plus, begin);
        } else {
            read_operand(begin, false, field);
        }
    }

    /// The field whose value comes next.
    const Token* pending_field() const {
        return !tokens_.empty() && tokens_.back().kind == Token::Kind::field ? &tokens_.back() : nullptr;
    }

    /// `section:=` and `section:=(a OR b)`.
    void check_exact_value(const FieldName& field) const {
        if (starts_literal()) return;
        fail({at_, at_ + 1}, "`=` stands directly before one value",
             fmt::format("write {0}:=Asia or {0}:=\"North Korea\"; for several {0}:(=Asia OR =\"North Korea\")",
                         field.written));
    }

    static bool takes_signs(const Token* field) { return field == nullptr || field->field->kind == FieldKind::text; }

    void read_operand(std::size_t begin, bool literal, const Token* field) {
        if (const QuotePair* pair = quote_at(at_)) {
            read_phrase(*pair, begin, literal || query_[at_] == '{');
            return;
        }
        const bool plain = field == nullptr || field->field->kind == FieldKind::text;
        if (!literal && plain && (read_field(begin) || read_function_or_equals(begin))) {
            return;
        }
        const std::size_t text = at_;
        const bool with_parentheses = field != nullptr && field->field->kind == FieldKind::keyword;
        at_ = end_of_word(at_, with_parentheses);
        if (plain && !literal && read_operator(begin)) {
            return;
        }
        const std::size_t end_of_text = start_of_suffixes(text, at_);
        if (plain) {
            refuse_lone_suffix({text, at_});
            at_ = end_of_text;
        } else if (field->field->kind == FieldKind::keyword && !field->field->as_written && end_of_text != at_) {
            fail({end_of_text, at_}, fmt::format("the values of `{}:` have no places in a text", field->field->written),
                 "leave this out; for a value that is written so put it in quotes");
        }
        const auto found = std::find_if(operator_words.begin(), operator_words.end(), [&](const OperatorWord& row) {
            return !literal && row.written == query_.substr(text, at_ - text);
        });
        push(found == operator_words.end() ? Token::Kind::word : found->kind, begin);
        tokens_.back().text = {text, at_};
        tokens_.back().literal = literal;
        if (plain) {
            read_suffixes();
        }
    }

    /// A proximity operator or a length.
    bool read_operator(std::size_t begin) {
        const std::string_view word = query_.substr(begin, at_ - begin);
        if (const auto near = read_proximity(word)) {
            push(Token::Kind::proximity, begin);
            tokens_.back().meaning.emplace<Near>(Near{nullptr, nullptr, near->reach, near->distance, near->ordered});
            return true;
        }
        if (const std::string_view complaint = proximity_complaint(word); !complaint.empty()) {
            fail({begin, at_}, std::string(complaint),
                 fmt::format("write W/5 (within 5 words), PRE/5 (in this order), W/S (same sentence) or W/P (same "
                             "paragraph); for the word itself \"{}\"",
                             shortened(word)));
        }
        if (const auto length = read_length(word)) {
            push(Token::Kind::length, begin);
            tokens_.back().meaning = LengthRange{length->least, length->most, {begin, at_}};
            return true;
        }
        return false;
    }

    /// Where the modifiers begin that a word ends with: `summit^2`, `kidnaped~1`, `clinton/F50/`.
    std::size_t start_of_suffixes(std::size_t begin, std::size_t end) const {
        for (std::size_t at = begin + 1; at < end; ++at) {
            const char byte = query_[at];
            if (byte != '^' && byte != '~' && byte != '/') continue;
            std::size_t last = at;
            while (last < end) {
                const std::size_t size = suffix_size(query_.substr(last, end - last));
                if (size == 0) break;
                last += size;
            }
            if (last == end) return at;
            refuse_suffix({at, end});
        }
        return end;
    }

    /// `word~0` was meant to be a modifier.
    void refuse_suffix(Span where) const {
        const std::string_view complaint = suffix_complaint(query_.substr(where.begin, where.end - where.begin));
        if (complaint.empty()) return;
        fail(where, std::string(complaint),
             "write word~1 (spelled nearly so), \"some words\"~5 (near each other), "
             "word^2 (weight) or word/F50/ (among the first 50 words)");
    }

    /// `oil /F50/`: with a blank between, neither a word nor a modifier.
    void refuse_lone_suffix(Span where) const {
        const std::string_view text = query_.substr(where.begin, where.end - where.begin);
        if (text.empty() || suffix_size(text) != text.size()) return;
        fail(where, fmt::format("`{}` stands directly behind what it belongs to", shortened(text)),
             fmt::format("leave out the blank: word{0}, \"some words\"{0}; for the signs themselves \"{0}\"",
                         shortened(text)));
    }

    static std::size_t suffix_size(std::string_view text) {
        if (const auto modifier = read_suffix(text)) return modifier->size;
        const auto tilde = read_tilde(text);
        return tilde ? tilde->size : 0;
    }

    /// What stands directly behind a word, phrase or parenthesis and belongs to it.
    void read_suffixes() {
        while (at_ < query_.size()) {
            const std::string_view rest = query_.substr(at_);
            const std::size_t begin = at_;
            if (const auto modifier = read_suffix(rest)) {
                at_ += modifier->size;
                push(Token::Kind::suffix, begin);
                tokens_.back().meaning = *modifier;
            } else if (const auto tilde = read_tilde(rest)) {
                at_ += tilde->size;
                push(Token::Kind::tilde, begin);
                tokens_.back().meaning = *tilde;
            } else {
                refuse_suffix({begin, end_of_word(begin, false)});
                return;
            }
        }
    }

    /// `headline(...)`, `ATLEAST3(...)`, `HD=...`.
    bool read_function_or_equals(std::size_t begin) {
        std::size_t end = at_;
        while (end < query_.size() && (is_ascii_letter(query_[end]) || (query_[end] >= '0' && query_[end] <= '9')))
            ++end;
        if (end == at_ || end == query_.size() || (query_[end] != '(' && query_[end] != '=')) return false;
        const std::string_view name = query_.substr(at_, end - at_);
        if (query_[end] == '=') {
            const bool has_value = end + 1 < query_.size() && !is_blank_at(end + 1) && query_[end + 1] != '=';
            if (has_value && fields_.find(name) != nullptr) refuse_equals(name, end);
            const FieldName* const field = fields_.find(field_before_equals(name));
            if (!has_value || field == nullptr) return false;
            at_ = end + 1;
            push_field(begin, field);
            return true;
        }
        if (const auto function = read_function(name)) {
            at_ = end;
            push(Token::Kind::function, begin);
            tokens_.back().meaning = *function;
            return true;
        }
        if (const std::string_view complaint = function_complaint(name); !complaint.empty())
            fail({begin, end}, std::string(complaint), "write ATLEAST3(word) for articles that have it three times");
        const FieldName* const field = fields_.find(name);
        if (field == nullptr) return false;
        at_ = end;
        push_field(begin, field);
        return true;
    }

    /// `title=summit` was meant to ask a field.
    [[noreturn]] void refuse_equals(std::string_view name, std::size_t equals) const {
        const std::size_t end = end_of_word(equals, false);
        const std::string_view value = query_.substr(equals + 1, end - equals - 1);
        fail({equals, equals + 1}, fmt::format("a colon stands behind the field `{}`", name),
             fmt::format("did you mean `{}:{}`? Or, for the text itself, \"{}\"?", name, shortened(value),
                         shortened(query_.substr(equals - name.size(), end - equals + name.size()))));
    }

    void push_field(std::size_t begin, const FieldName* field) {
        push(Token::Kind::field, begin);
        tokens_.back().field = field;
    }

    void read_phrase(const QuotePair& pair, std::size_t begin, bool literal) {
        const std::size_t text = at_ + pair.open.size();
        std::size_t close = std::string_view::npos;
        std::size_t close_size = 0;
        for (const std::string_view mark : pair.close) {
            const std::size_t found = mark.empty() ? std::string_view::npos : query_.find(mark, text);
            if (found < close) {
                close = found;
                close_size = mark.size();
            }
        }
        if (close == std::string_view::npos) {
            fail({at_, text}, "this quote is not closed", fmt::format("put a {} where it ends", pair.close[0]));
        }
        at_ = close + close_size;
        if (is_all_blank(text, close)) {
            fail({begin, at_}, "there is nothing between these quotes", "put words between them, or leave them out");
        }
        push(Token::Kind::phrase, begin);
        tokens_.back().text = {text, close};
        tokens_.back().literal = literal;
        read_suffixes();
    }

    /// Reads `name:`; nothing where what comes is not a field.
    bool read_field(std::size_t begin) {
        std::size_t colon = at_;
        while (colon < query_.size() && is_ascii_letter(query_[colon])) {
            ++colon;
        }
        if (colon == at_ || colon == query_.size() || query_[colon] != ':') {
            return false;
        }
        const std::string_view name = query_.substr(at_, colon - at_);
        const FieldName* const field = fields_.find(name);
        if (field == nullptr) {
            refuse_unless_word(name, colon);
            return false;
        }
        at_ = colon + 1;
        push_field(begin, field);
        return true;
    }

    /// `Obama: we will`, `http://...` and the Finnish `EU:n` are words; else a colon was meant to
    /// make a field.
    void refuse_unless_word(std::string_view name, std::size_t colon) const {
        const std::size_t end = end_of_word(colon, false);
        const std::string_view rest = query_.substr(colon + 1, end - colon - 1);
        const bool ends_in_colon = rest.empty() && (end == query_.size() || is_blank_at(end) || query_[end] == ')');
        const bool inflected = !rest.empty() && std::all_of(name.begin(), name.end(), is_upper_ascii) &&
                               std::all_of(rest.begin(), rest.end(), is_lower_ascii);
        if (!ends_in_colon && !inflected && !rest.starts_with("//")) {
            refuse_field(name, rest, colon);
        }
    }

    [[noreturn]] void refuse_field(std::string_view name, std::string_view rest, std::size_t colon) const {
        const std::string_view known_by_equals = field_before_equals(name);
        const std::string_view near = known_by_equals.empty() ? fields_.nearest(name) : known_by_equals;
        const std::string quoted = rest.empty() ? "" : shortened(fmt::format("{}:{}", name, rest));
        std::string proposal =
            near.empty() ? fmt::format("fields are {}", all_fields()) : fmt::format("did you mean `{}:`?", near);
        if (!quoted.empty()) {
            proposal += near.empty() ? fmt::format("; for the text itself write \"{}\"", quoted)
                                     : fmt::format(" Or, for the text itself, \"{}\"?", quoted);
        }
        fail({colon - name.size(), colon}, fmt::format("there is no field `{}`", shortened(name)), proposal);
    }

    std::string all_fields() const {
        std::vector<std::string_view> names;
        for (const FieldName& field : fields_.all()) {
            const std::string_view name = field.kind == FieldKind::date ? field.written : field.canonical;
            if (std::find(names.begin(), names.end(), name) == names.end()) {
                names.push_back(name);
            }
        }
        return fmt::format("{}", fmt::join(names, ", "));
    }

    /// Words end at blanks, quotes and parentheses; the value of a keyword field may hold balanced
    /// ones: `url:https://en.wikipedia.org/wiki/Reading_(town)`.
    std::size_t end_of_word(std::size_t at, bool with_parentheses) const {
        std::size_t depth = 0;
        while (at < query_.size()) {
            const char byte = query_[at];
            std::size_t next = at;
            const char32_t point = next_code_point(query_, next);
            if (is_blank(point) || quote_at(at) != nullptr) {
                break;
            }
            if (byte == '(' || byte == ')') {
                if (!with_parentheses || (byte == ')' && depth == 0) || (byte == '(' && !closes_in_word(next))) {
                    break;
                }
                depth = byte == '(' ? depth + 1 : depth - 1;
            }
            at = next;
        }
        return at;
    }

    bool closes_in_word(std::size_t at) const {
        const std::size_t stop = query_.find_first_of(" \t\r\n()", at);
        return stop != std::string_view::npos && query_[stop] == ')';
    }

    bool is_blank_at(std::size_t at) const { return is_blank(next_code_point(query_, at)); }

    bool is_all_blank(std::size_t at, std::size_t end) const {
        while (at < end) {
            if (!is_blank(next_code_point(query_, at))) {
                return false;
            }
        }
        return true;
    }

    const QuotePair* quote_at(std::size_t at) const {
        const auto found = std::find_if(quote_pairs.begin(), quote_pairs.end(), [&](const QuotePair& pair) {
            return query_.compare(at, pair.open.size(), pair.open) == 0;
        });
        return found == quote_pairs.end() ? nullptr : &*found;
    }

    /// Something to which a sign or `=` belongs stands directly behind it.
    bool something_follows() const {
        const std::size_t next = at_ + 1;
        return next < query_.size() && !is_blank_at(next) && query_[next] != ')';
    }

    bool is_sign() const {
        const char byte = query_[at_];
        return (byte == '-' || byte == '+') && something_follows() && query_[at_ + 1] != byte;
    }

    bool starts_literal() const {
        return query_[at_] == '=' && something_follows() && query_[at_ + 1] != '=' && query_[at_ + 1] != '(';
    }

    void skip_blanks() {
        while (at_ < query_.size() && is_blank_at(at_)) {
            next_code_point(query_, at_);
        }
    }

    void push(Token::Kind kind, std::size_t begin) {
        tokens_.emplace_back();
        tokens_.back().kind = kind;
        tokens_.back().span = {begin, at_};
    }

    [[noreturn]] void fail(Span where, const std::string& message, const std::string& proposal) const {
        throw QueryError(message, query_, where, proposal);
    }

    std::string_view query_;
    const FieldNames& fields_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view query, const FieldNames& fields) { return Lexer(query, fields).run(); }

}  // namespace dateline::query
