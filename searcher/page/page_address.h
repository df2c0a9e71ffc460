#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

/// The state of the page is its address, all of it: a link shows the same to whoever opens it.
namespace dateline::page {

/// What the address of a page of results says. Settings have the names and values of the options of `searcher search`.
struct PageAddress {
    std::string query;
    std::map<std::string, std::string> settings{};  ///< `sort`, `match`, `zone`, ...; what is not there has its default
    std::size_t offset = 0;

    std::string setting(const std::string& name) const;
};

/// `/?q=peace+talks&sort=newest`.
std::string address_of(const PageAddress& page);
/// The same page of answers to another query, from its beginning.
std::string address_with_query(const PageAddress& page, std::string query);
/// An article as read from this page: with what satisfies its query marked.
std::string article_address(const PageAddress& page, std::string_view id);

/// `path?a=b&c=d`. Empty values are left out.
class AddressWriter {
public:
    explicit AddressWriter(std::string_view path) : out_(path) {}
    AddressWriter& add(std::string_view name, std::string_view value);
    std::string take() { return std::move(out_); }

private:
    std::string out_;
    bool has_parameters_ = false;
};

/// An address on the web, as it is; empty for anything else that a browser would do something with: scripts, data,
/// addresses of this server.
std::string_view web_address(std::string_view url);

}  // namespace dateline::page
