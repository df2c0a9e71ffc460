#include "indexer/html/date_places.h"

#include <algorithm>
#include <string>

#include "indexer/wording/date_wording.h"
#include "indexer/wording/letters.h"

namespace dateline {

namespace {

/// Farthest from the headline where its date may be, in nodes, however far away the text begins.
constexpr NodeId longest_head = 400;

/// Whether a word of change is the last word of its kind: "Published 3 May, updated" does, "Updated 3 May,
/// published" does not.
bool names_change_last(std::string_view lower) {
    return speaks_of_change(lower.substr(lower.size() > 40 ? lower.size() - 40 : 0)) &&
           lower.rfind("publi") == std::string_view::npos;
}

}  // namespace

bool DatePlaces::in_comment(NodeId id) const {
    for (NodeId up = document_[id].parent; up != 0 && document_[up].tag != Tag::body; up = document_[up].parent) {
        if (names_[up].comments) {
            return true;
        }
    }
    return false;
}

bool DatePlaces::in_quotation(NodeId id) const {
    for (NodeId up = document_[id].parent; up != 0 && document_[up].tag != Tag::body; up = document_[up].parent) {
        const Tag tag = document_[up].tag;
        const bool holds_all = document_.contains(up, title_) || document_.contains(up, text_);
        if (!holds_all && (tag == Tag::figure || tag == Tag::figcaption || tag == Tag::blockquote ||
                           names_[up].caption || names_[up].social_post)) {
            return true;
        }
    }
    return false;
}

bool DatePlaces::tells_of_change(NodeId id) const {
    NodeId up = id;
    for (int level = 0; level < 2 && up != 0; ++level, up = document_[up].parent) {
        for (const std::string_view attribute : {"class", "itemprop", "id"}) {
            const std::string value = lower_case(document_.attribute(up, attribute));
            if (value.find("modif") != std::string::npos || value.find("update") != std::string::npos) {
                return true;
            }
        }
    }
    constexpr std::size_t enough = 200;
    const std::string text = lower_case(document_.text_of(document_[id].parent, enough));
    const std::string own = lower_case(document_.text_of(id, enough));
    const std::size_t at = text.find(own);
    return speaks_of_change(own) || (!own.empty() && at != std::string::npos && names_change_last(text.substr(0, at)));
}

bool DatePlaces::is_aside(NodeId id) const {
    for (NodeId up = document_[id].parent; up != 0; up = document_[up].parent) {
        const Tag tag = document_[up].tag;
        const bool holds_story =
            (title_ != 0 && document_.contains(up, title_)) || (text_ != 0 && document_.contains(up, text_));
        if (holds_story) {
            return false;
        }
        if (tag == Tag::aside || tag == Tag::nav || tag == Tag::footer || names_[up].comments) {
            return true;
        }
    }
    return false;
}

bool DatePlaces::is_in_bar(NodeId id) const {
    if (id >= title_) {
        return false;
    }
    for (NodeId up = document_[id].parent; up != 0; up = document_[up].parent) {
        if (document_.contains(up, title_) || document_.contains(up, text_)) {
            return false;
        }
        if (document_[up].tag == Tag::nav || names_[up].boilerplate) {
            return true;
        }
    }
    return false;
}

bool DatePlaces::is_near(NodeId id) const {
    constexpr NodeId around = 250;
    if (title_ == 0) {
        return text_ != 0 && id + around > text_ && id < text_ + around;
    }
    return id + around > title_ && id < std::max(title_, std::min(text_, title_ + longest_head)) + around;
}

bool DatePlaces::is_at_headline(NodeId id) const {
    constexpr NodeId beside = 60;
    const NodeId text = std::max(text_, title_);
    const NodeId begin = title_ == 0 ? text_ : title_;
    return begin != 0 && id + beside > begin && id < std::min(text, begin + longest_head) + beside;
}

bool DatePlaces::is_under_headline(NodeId id) const {
    return title_ != 0 && id >= document_[title_].end && id < std::min(text_, title_ + longest_head);
}

}  // namespace dateline
