#include "searcher/server/opensearch.h"

#include <fmt/format.h>

#include <sstream>

#include "searcher/output/xml_writer.h"
#include "searcher/server/problem.h"
#include "searcher/server/search_calls.h"

namespace dateline {
namespace {

constexpr const char* host_characters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]";

/// How the client calls this server.
std::string own_address(const http::Request& request) {
    const std::string host = request.header("Host").value_or("");
    if (host.empty() || host.find_first_not_of(host_characters) != std::string::npos)
        throw ProblemError(400, "the Host header names no host");
    const bool is_https = request.header("X-Forwarded-Proto").value_or("") == "https";
    return (is_https ? "https://" : "http://") + host;
}

void add_url(XmlWriter& xml, const char* type, const std::string& address) {
    xml.start("Url");
    xml.attribute("type", type);
    xml.attribute("template", address);
    xml.end();
}

http::Response opensearch(Call& call) {
    const std::string address = own_address(call.request);
    std::ostringstream out;
    XmlWriter xml(out);
    xml.start("OpenSearchDescription");
    xml.attribute("xmlns", "http://a9.com/-/spec/opensearch/1.1/");
    xml.element("ShortName", "Dateline");
    xml.element("Description", "Search news articles");
    xml.element("InputEncoding", "UTF-8");
    add_url(xml, "text/html", address + "/?q={searchTerms}");
    add_url(xml, "application/atom+xml", address + "/feed.atom?q={searchTerms}");
    xml.finish();
    return http::make_response(200, "application/opensearchdescription+xml", std::move(out).str());
}

http::Response feed(Call& call) {
    Request request = search_request_of(call);
    if (!call.values.has("sort")) request.sort = SortOrder::newest;
    const ResultPage page = call.engine.searcher().search(request);
    return page_response(call, request, page, "atom");
}

}  // namespace

Route opensearch_route() {
    return {
        .method = "GET",
        .pattern = "/opensearch.xml",
        .handler = opensearch,
        .kind = "opensearch",
        .summary = "Tells a browser how to search here",
        .answers = {"application/opensearchdescription+xml"},
        .is_open = true,
    };
}

Route feed_route() {
    return {
        .method = "GET",
        .pattern = "/feed.atom",
        .handler = feed,
        .kind = "feed",
        .summary = "A search as a feed, the newest articles first unless `sort` says otherwise",
        .parameters = http_search_parameters_without({"facet", "facet-order", "facet-limit", "timeline", "format"}),
        .answers = {"application/atom+xml"},
    };
}

}  // namespace dateline
