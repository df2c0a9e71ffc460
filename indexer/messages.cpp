#include "indexer/messages.h"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include "common/index/varint.h"

namespace dateline {

namespace {

template <typename Value, typename Plain>
concept Is = std::same_as<std::remove_const_t<Value>, Plain>;

// The members of each value, once for both ways. Whoever adds one is told here by the compiler.

template <typename Visit, Is<Caption> Value>
void visit_members(Visit& visit, Value& value) {
    auto& [text, credit] = value;
    visit(text, credit);
}

template <typename Visit, Is<Date> Value>
void visit_members(Visit& visit, Value& value) {
    auto& [seconds, offset_minutes, precision] = value;
    visit(seconds, offset_minutes, precision);
}

template <typename Visit, Is<Published> Value>
void visit_members(Visit& visit, Value& value) {
    auto& [date, from] = value;
    visit(date, from);
}

template <typename Visit, Is<Article> Value>
void visit_members(Visit& visit, Value& value) {
    auto& [id, path, member, place, url, urls, title, lead, body, captions, authors, agencies, source, section,
           language, published, version] = value;
    visit(id, path, member, place, url, urls, title, lead, body, captions, authors, agencies, source, section, language,
          published, version);
}

template <typename Visit, Is<Skipped> Value>
void visit_members(Visit& visit, Value& value) {
    auto& [path, member, place, reason, detail] = value;
    visit(path, member, place, reason, detail);
}

template <typename Visit, Is<RawArticle> Value>
void visit_members(Visit& visit, Value& value) {
    auto& [stated, copied_text, html, html_title, html_lead, html_body, not_article, date_texts, warnings,
           input_bytes] = value;
    visit(stated, copied_text, html, html_title, html_lead, html_body, not_article, date_texts, warnings, input_bytes);
}

template <typename Visit, Is<Story> Value>
void visit_members(Visit& visit, Value& value) {
    auto& [article, warnings, not_article] = value;
    visit(article, warnings, not_article);
}

template <typename Visit, Is<PassedOver> Value>
void visit_members(Visit& visit, Value& value) {
    auto& [kind] = value;
    visit(kind);
}

template <typename Visit, Is<ReadingFailed> Value>
void visit_members(Visit& visit, Value& value) {
    auto& [what] = value;
    visit(what);
}

template <typename Visit, Is<InputFile> Value>
void visit_members(Visit& visit, Value& value) {
    auto& [path, origin, size_bytes] = value;
    visit(path, origin, size_bytes);
}

class Writer {
public:
    template <typename... Values>
    void operator()(const Values&... values) {
        (put(values), ...);
    }
    std::string take() { return std::move(bytes_); }

private:
    void put(const std::string& text) { put_string(bytes_, text); }
    template <typename First, typename Second>
    void put(const std::pair<First, Second>& pair) {
        (*this)(pair.first, pair.second);
    }
    template <typename Value>
    void put(const std::optional<Value>& value) {
        put(std::uint64_t{value.has_value()});
        if (value) put(*value);
    }
    template <typename Value>
    void put(const std::vector<Value>& values) {
        put(std::uint64_t{values.size()});
        for (const Value& value : values) put(value);
    }
    template <typename Value>
    void put(const Value& value) {
        if constexpr (std::is_integral_v<Value> || std::is_enum_v<Value>) {
            put_varint(bytes_, static_cast<std::uint64_t>(value));
        } else {
            visit_members(*this, value);
        }
    }

    std::string bytes_;
};

class Reading {
public:
    explicit Reading(std::string_view bytes) : bytes_(bytes) {}

    template <typename... Values>
    void operator()(Values&... values) {
        (take(values), ...);
    }

private:
    void take(std::string& text) { text = bytes_.string(); }
    template <typename First, typename Second>
    void take(std::pair<First, Second>& pair) {
        (*this)(pair.first, pair.second);
    }
    template <typename Value>
    void take(std::optional<Value>& value) {
        if (bytes_.varint() != 0) take(value.emplace());
    }
    template <typename Value>
    void take(std::vector<Value>& values) {
        for (std::uint64_t left = bytes_.varint(); left > 0; --left) take(values.emplace_back());
    }
    template <typename Value>
    void take(Value& value) {
        if constexpr (std::is_integral_v<Value> || std::is_enum_v<Value>) {
            value = static_cast<Value>(bytes_.varint());
        } else {
            visit_members(*this, value);
        }
    }

    ByteReader bytes_;
};

template <typename Value>
std::string bytes_of(const Value& value) {
    Writer writer;
    writer(value);
    return writer.take();
}

template <typename Value>
Value value_of(std::string_view bytes) {
    Value value;
    Reading reading(bytes);
    reading(value);
    return value;
}

/// Fills the alternative of this number.
template <typename Variant, std::size_t... Numbers>
void take_alternative(std::uint64_t number, Variant& variant, Reading& reading,
                      std::index_sequence<Numbers...> /*all*/) {
    const bool is_known = ((number == Numbers && (reading(variant.template emplace<Numbers>()), true)) || ...);
    if (!is_known) throw TruncatedBytes();
}

}  // namespace

std::string to_bytes(const RawArticle& article) { return bytes_of(article); }
std::string to_bytes(const Story& story) { return bytes_of(story); }
std::string to_bytes(const InputFile& file) { return bytes_of(file); }
RawArticle raw_article_of(std::string_view bytes) { return value_of<RawArticle>(bytes); }
Story story_of(std::string_view bytes) { return value_of<Story>(bytes); }
InputFile input_file_of(std::string_view bytes) { return value_of<InputFile>(bytes); }

std::string to_bytes(const Finding& finding) {
    Writer writer;
    writer(std::uint64_t{finding.what.index()}, finding.position_bytes);
    std::visit([&writer](const auto& what) { writer(what); }, finding.what);
    return writer.take();
}

Finding finding_of(std::string_view bytes) {
    Finding finding;
    Reading reading(bytes);
    std::uint64_t number = 0;
    reading(number, finding.position_bytes);
    take_alternative(number, finding.what, reading,
                     std::make_index_sequence<std::variant_size_v<decltype(finding.what)>>());
    return finding;
}

}  // namespace dateline
