#include "searcher/page/page_address.h"

#include <fmt/format.h>

#include "common/text/ascii.h"

namespace dateline::page {
namespace {

/// Of RFC 3986, section 2.3.
bool is_unreserved(char byte) {
    return is_upper_ascii(byte) || is_lower_ascii(byte) || is_digit_ascii(byte) || byte == '-' || byte == '.' ||
           byte == '_' || byte == '~';
}

void append_percent_encoded(std::string& out, std::string_view text) {
    for (const char byte : text) {
        if (is_unreserved(byte)) out += byte;
        else if (byte == ' ') out += '+';
        else fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned char>(byte));
    }
}

AddressWriter with_state(std::string_view path, const PageAddress& page) {
    AddressWriter address(path);
    address.add("q", page.query);
    for (const auto& [name, value] : page.settings) address.add(name, value);
    return address;
}

}  // namespace

std::string PageAddress::setting(const std::string& name) const {
    const auto found = settings.find(name);
    return found == settings.end() ? std::string() : found->second;
}

AddressWriter& AddressWriter::add(std::string_view name, std::string_view value) {
    if (value.empty()) return *this;
    out_.append(has_parameters_ ? "&" : "?").append(name).append("=");
    append_percent_encoded(out_, value);
    has_parameters_ = true;
    return *this;
}

std::string address_of(const PageAddress& page) {
    AddressWriter address = with_state("/", page);
    if (page.offset > 0) address.add("offset", fmt::format("{}", page.offset));
    return address.take();
}

std::string address_with_query(const PageAddress& page, std::string query) {
    return address_of({std::move(query), page.settings, 0});
}

std::string article_address(const PageAddress& page, std::string_view id) {
    return with_state("/article", page).add("id", id).take();
}

std::string_view web_address(std::string_view url) {
    constexpr std::size_t longest_scheme = 8;
    return is_web_address(lower_ascii(url.substr(0, longest_scheme))) ? url : std::string_view();
}

}  // namespace dateline::page
