#include "searcher/match/address_cursor.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "common/text/ascii.h"
#include "searcher/match/expansion.h"

namespace dateline {
namespace {

bool take_scheme(std::string_view& address) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!address.starts_with(scheme)) continue;
        address.remove_prefix(scheme.size());
        return true;
    }
    return false;
}

/// An address as it is compared: in lower case, without its scheme and a slash at its end.
struct Address {
    explicit Address(std::string_view url) : bytes(lower_ascii(url)) {
        std::string_view rest = bytes;
        has_scheme = take_scheme(rest);
        if (rest.ends_with('/')) rest.remove_suffix(1);
        text = rest;
        host = text.substr(0, text.find_first_of("/?#"));
        host = host.substr(host.find('@') + 1);
        host = host.substr(0, host.find(':'));
    }
    Address(const Address&) = delete;
    Address& operator=(const Address&) = delete;

    std::string bytes;
    std::string_view text;
    std::string_view host;  ///< without user and port
    bool has_scheme = false;

    /// What stands behind the host and port.
    std::string_view path() const { return text.substr(std::min(text.find_first_of("/?#"), text.size())); }
};

using AddressTest = std::function<bool(const Address&)>;

bool is_word_sign(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte < 0; }

bool has_part(std::string_view address, std::string_view part) {
    for (std::size_t at = address.find(part); at != std::string_view::npos; at = address.find(part, at + 1)) {
        const std::size_t end = at + part.size();
        const bool begins = at == 0 || !is_word_sign(address[at - 1]) || !is_word_sign(part.front());
        const bool ends = end == address.size() || !is_word_sign(address[end]) || !is_word_sign(part.back());
        if (begins && ends) return true;
    }
    return false;
}

bool is_in_domain(std::string_view host, std::string_view domain) {
    return host.ends_with(domain) &&
           (host.size() == domain.size() || domain.starts_with('.') || host[host.size() - domain.size() - 1] == '.');
}

bool begins_with_path(std::string_view path, std::string_view begin) {
    return path.starts_with(begin) && (path.size() == begin.size() || !is_word_sign(path[begin.size()]));
}

AddressTest nothing() {
    return [](const Address&) { return false; };
}

AddressTest site_test(std::string_view value) {
    const Address asked(value);
    if (asked.host.empty()) return nothing();
    return [host = std::string(asked.host), path = std::string(asked.path())](const Address& address) {
        return is_in_domain(address.host, host) && begins_with_path(address.path(), path);
    };
}

AddressTest url_test(std::string_view value) {
    const Address asked(value);
    if (asked.text.empty()) return nothing();
    if (asked.has_scheme)
        return [text = std::string(asked.text)](const Address& address) { return address.text == text; };
    return [part = lower_ascii(value)](const Address& address) { return has_part(address.text, part); };
}

AddressTest pattern_test(FieldKind kind, std::string_view pattern) {
    const Address asked(pattern);
    return [kind, text = std::string(asked.text)](const Address& address) {
        return matches_wildcards(text, kind == FieldKind::site ? address.host : address.text);
    };
}

/// From the tree of a field's values to a test of an address.
class TestBuilder {
public:
    explicit TestBuilder(FieldKind kind) : kind_(kind) {}

    AddressTest build(const query::Node& node) const {
        return std::visit([this](const auto& value) { return build(value); }, node.value);
    }

private:
    AddressTest build(const query::Word& word) const { return value(word.text); }
    AddressTest build(const query::Phrase& phrase) const { return value(phrase.text); }
    AddressTest build(const query::And& node) const {
        return [tests = build_all(node.children)](const Address& address) {
            return std::all_of(tests.begin(), tests.end(), [&](const AddressTest& test) { return test(address); });
        };
    }
    AddressTest build(const query::Or& node) const {
        return [tests = build_all(node.children)](const Address& address) {
            return std::any_of(tests.begin(), tests.end(), [&](const AddressTest& test) { return test(address); });
        };
    }
    AddressTest build(const query::Not& node) const {
        return [test = build(*node.child)](const Address& address) { return !test(address); };
    }
    AddressTest build(const query::Required& node) const { return build(*node.child); }
    AddressTest build(const query::InField& node) const { return build(*node.child); }
    // The parser refuses these for values that are compared as written.
    AddressTest build(const query::Pattern&) const { return nothing(); }
    AddressTest build(const query::Sequence&) const { return nothing(); }
    AddressTest build(const query::Near&) const { return nothing(); }
    AddressTest build(const query::Modified&) const { return nothing(); }
    AddressTest build(const query::LengthRange&) const { return nothing(); }
    AddressTest build(const query::DateRange&) const { return nothing(); }

    AddressTest value(std::string_view text) const {
        if (text.find('*') != std::string_view::npos) return pattern_test(kind_, text);
        return kind_ == FieldKind::site ? site_test(text) : url_test(text);
    }
    std::vector<AddressTest> build_all(const std::vector<query::NodePtr>& nodes) const {
        std::vector<AddressTest> tests;
        for (const query::NodePtr& node : nodes) tests.push_back(build(*node));
        return tests;
    }

    FieldKind kind_;
};

class AddressCursor : public Cursor {
public:
    AddressCursor(FieldKind kind, AddressTest test, const IndexSegment& segment)
        : kind_(kind), test_(std::move(test)), segment_(segment) {}

    void begin() override { skip_to(0); }
    void next() override { skip_to(row_ + 1); }
    void skip_to(std::uint32_t row) override {
        for (row_ = row; row_ < segment_.articles(); ++row_) {
            if (is_match(row_)) return;
        }
        row_ = end;
    }
    bool contains(std::uint32_t row) override {
        if (!is_match(row)) return false;
        row_ = row;
        return true;
    }
    /// Whatever it finds, it has to look at every article.
    std::uint64_t cost() const override { return segment_.articles(); }

private:
    bool is_match(std::uint32_t row) const {
        const Card card = segment_.stored().card(row);
        if (kind_ == FieldKind::date_source) return passes(card.published_from);
        const auto urls = card.urls();
        return passes(card.url) ||
               std::any_of(urls.begin(), urls.end(), [this](std::string_view url) { return passes(url); });
    }

    bool passes(std::string_view text) const { return !text.empty() && test_(Address(text)); }

    FieldKind kind_;
    AddressTest test_;
    const IndexSegment& segment_;
};

}  // namespace

CursorPtr address_cursor(FieldKind kind, const query::Node& node, const IndexSegment& segment) {
    return std::make_unique<AddressCursor>(kind, TestBuilder(kind).build(node), segment);
}

}  // namespace dateline
