#include "indexer/story/web_address.h"

#include <algorithm>
#include <array>

#include "common/text/ascii.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

struct Address {
    std::string scheme;
    std::string host;   ///< with a port that is not the scheme's
    std::string path;   ///< "" or from its slash on
    std::string query;  ///< without `?`

    bool is_web() const { return scheme == "http" || scheme == "https"; }
    std::string text() const { return scheme + "://" + host + path + (query.empty() ? "" : "?" + query); }
};

Address parts_of(std::string_view url) {
    Address address;
    const std::size_t colon = url.find("://");
    if (colon == std::string_view::npos) {
        return address;
    }
    address.scheme = lower_ascii(url.substr(0, colon));
    std::string_view rest = url.substr(colon + 3);
    rest = rest.substr(0, rest.find('#'));
    const std::size_t question = rest.find('?');
    address.query = question == std::string_view::npos ? "" : std::string(rest.substr(question + 1));
    rest = rest.substr(0, question);
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    address.host = lower_ascii(rest.substr(0, slash));
    address.path = rest.substr(slash);
    const std::string_view port = address.scheme == "http" ? ":80" : ":443";
    if (address.host.ends_with(port)) {
        address.host.resize(address.host.size() - port.size());
    }
    return address;
}

bool follows_readers(std::string_view parameter) {
    constexpr auto beginnings = std::to_array<std::string_view>(
        {"utm_", "at_campaign", "at_medium", "pk_", "mtm_", "hsa_", "mc_", "vero_", "wt_mc", "stm_"});
    constexpr auto names = std::to_array<std::string_view>(
        {"fbclid", "gclid",   "dclid",   "gbraid",      "wbraid",        "msclkid",
         "yclid",  "twclid",  "igshid",  "ocid",        "cmpid",         "icid",
         "ncid",   "smid",    "smtyp",   "sr_share",    "xtor",          "_ga",
         "_gl",    "ref_src", "ref_url", "ns_campaign", "ns_mchannel",   "ns_source",
         "spm",    "mkt_tok", "wprov",   "guccounter",  "guce_referrer", "guce_referrer_sig",
         "ftag"});
    const std::string name = lower_ascii(parameter.substr(0, parameter.find('=')));
    return std::ranges::find(names, name) != names.end() ||
           std::ranges::any_of(beginnings, [&name](std::string_view begin) { return name.starts_with(begin); });
}

/// `amp=1`, `amp`, `outputType=amp`.
bool asks_for_amp(std::string_view parameter) {
    const std::string lower = lower_ascii(parameter);
    return lower == "amp" || lower == "amp=1" || lower == "amp=true" || lower == "outputtype=amp" ||
           lower == "_amp=true";
}

template <typename Drop>
std::string query_without(std::string_view query, Drop drop) {
    std::string kept;
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        if (const std::string_view parameter = query.substr(0, end); !parameter.empty() && !drop(parameter)) {
            kept += (kept.empty() ? "" : "&") + std::string(parameter);
        }
        query.remove_prefix(std::min(query.size(), end + 1));
    }
    return kept;
}

void drop_mobile_host(std::string& host) {
    for (const std::string_view mark : {"m.", "mobile.", "amp.", "www.", "mobil."}) {
        if (host.starts_with(mark) && host.find('.', mark.size()) != std::string::npos) {
            host.erase(0, mark.size());
        }
    }
}

void drop_amp_path(std::string& path) {
    while (path.ends_with('/')) {
        path.pop_back();
    }
    if (path.ends_with("/amp")) {
        path.resize(path.size() - 4);
    } else if (path.ends_with(".amp")) {
        path.resize(path.size() - 4);
    } else if (path.ends_with(".amp.html")) {
        path.replace(path.size() - 9, 9, ".html");
    } else if (path.starts_with("/amp/") && path.size() > 5) {
        path.erase(0, 4);
    }
    while (path.ends_with('/')) {
        path.pop_back();
    }
}

}  // namespace

std::string tidy_address(std::string_view url) {
    Address address = parts_of(trim(url));
    if (!address.is_web() || address.host.empty()) {
        return std::string(url);
    }
    address.query = query_without(address.query, follows_readers);
    return address.text();
}

std::string joint_address(std::string_view url) {
    Address address = parts_of(trim(url));
    if (!address.is_web() || address.host.empty()) {
        return std::string(url);
    }
    address.scheme = "https";
    address.query = query_without(address.query, [](std::string_view parameter) {
        return follows_readers(parameter) || asks_for_amp(parameter);
    });
    drop_mobile_host(address.host);
    drop_amp_path(address.path);
    return address.text();
}

}  // namespace dateline
