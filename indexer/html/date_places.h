#pragma once

#include <string_view>

#include "indexer/html/document.h"
#include "indexer/html/element_names.h"

namespace dateline {

/// Where on a page a date stands, and whether it tells of the article there. Views into a page that has to live as
/// long.
class DatePlaces {
public:
    /// `title`: the heading, `text`: the node the text begins with; 0 where there is none.
    DatePlaces(const Document& document, const PageNames& names, NodeId title, NodeId text)
        : document_(document), names_(names), title_(title), text_(text) {}

    /// Among what readers wrote.
    bool in_comment(NodeId id) const;
    /// In what the story quotes or shows: a caption, a quotation, an embedded post.
    bool in_quotation(NodeId id) const;
    /// "Updated" in the element, its class or just before it.
    bool tells_of_change(NodeId id) const;
    /// In a part of the page that is about others: it holds neither headline nor text.
    bool is_aside(NodeId id) const;
    /// In a bar above the headline, which shows what day it is today.
    bool is_in_bar(NodeId id) const;
    /// Around the headline, or the beginning of the text where there is none.
    bool is_near(NodeId id) const;
    /// Between the headline and the beginning of the text, or right beside them.
    bool is_at_headline(NodeId id) const;
    /// Behind the headline and before the text, where articles have their date.
    bool is_under_headline(NodeId id) const;

private:
    const Document& document_;
    const PageNames& names_;
    NodeId title_;
    NodeId text_;
};

}  // namespace dateline
