#include "indexer/html/block_filter.h"

#include <algorithm>

#include "indexer/html/element_names.h"

namespace dateline {

namespace {

/// Which of the signs count: where names hide nearly all of a page's text they are not to be believed.
enum class Trust : std::uint8_t { all, tags_and_comments };

/// What an element says of all in it.
BlockRole role_of_element(const Document& document, const ElementNames& names, NodeId id, Trust trust) {
    const Tag tag = document[id].tag;
    switch (tag) {
    case Tag::html:
    case Tag::body: return BlockRole::text;
    case Tag::nav:
    case Tag::menu:
    case Tag::aside:
    case Tag::footer:
    case Tag::form:
    case Tag::fieldset:
    case Tag::dialog:
    case Tag::label: return BlockRole::boilerplate;
    case Tag::figcaption:
    case Tag::caption: return BlockRole::caption;
    case Tag::time: return BlockRole::byline;
    default: break;
    }
    if (names.comments) {
        return BlockRole::comment;
    }
    if (names.consent) {
        return BlockRole::consent;
    }
    if (trust == Trust::tags_and_comments) {
        return BlockRole::text;
    }
    if (names.caption) {
        return BlockRole::caption;
    }
    if (names.social_post) {
        return BlockRole::text;
    }
    if (names.boilerplate && !names.article_body) {
        return BlockRole::boilerplate;
    }
    if (names.byline && !names.article_body) {
        return BlockRole::byline;
    }
    if (names.hidden) {
        return BlockRole::hidden;
    }
    return names.lead ? BlockRole::lead : BlockRole::text;
}

/// Whether an element holds so much of the page's running text that it is text, whatever it is called.
bool is_text_after_all(BlockRole role, std::size_t inside, std::size_t whole) {
    constexpr std::size_t shortest_story = 300;
    const auto holds = [inside, whole](double share) {
        return static_cast<double>(inside) > static_cast<double>(whole) * share;
    };
    switch (role) {
    case BlockRole::consent: return holds(0.85) && whole - inside < shortest_story;  // a questionnaire of many pages
    case BlockRole::comment: return holds(0.85);
    case BlockRole::hidden: return holds(0.7);
    case BlockRole::caption:
    case BlockRole::lead: return holds(0.6);
    default: return holds(0.4);
    }
}

}  // namespace

ProseSums::ProseSums(const Document& document, const std::vector<Block>& blocks, const std::vector<BlockRole>& roles)
    : document_(document), blocks_(blocks), sums_{0} {
    sums_.reserve(blocks.size() + 1);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const bool counts = roles[i] == BlockRole::text && blocks[i].is_prose();
        sums_.push_back(sums_.back() + (counts ? blocks[i].width - blocks[i].linked : 0));
    }
}

std::size_t ProseSums::in(NodeId element) const {
    const auto begin = std::ranges::lower_bound(blocks_, element, {}, &Block::first);
    const auto end = std::ranges::lower_bound(begin, blocks_.end(), document_[element].end, {}, &Block::first);
    return sums_[static_cast<std::size_t>(end - blocks_.begin())] -
           sums_[static_cast<std::size_t>(begin - blocks_.begin())];
}

namespace {

std::vector<BlockRole> roles_by(const Document& document, const PageNames& names, const std::vector<Block>& blocks,
                                Trust trust) {
    std::vector<BlockRole> roles(blocks.size(), BlockRole::text);
    const ProseSums all(document, blocks, roles);
    std::size_t block = 0;
    for (NodeId id = 0; id < document.size() && block < blocks.size();) {
        const Node& node = document[id];
        if (node.tag == Tag::text || is_silent(node.tag)) {
            id = node.tag == Tag::text ? id + 1 : node.end;
            continue;
        }
        const BlockRole role = role_of_element(document, names[id], id, trust);
        constexpr std::size_t longest_lead = 600;  // a longer one is the beginning of the text
        const std::size_t inside = all.in(id);
        if (role == BlockRole::text || (role == BlockRole::lead && inside > longest_lead) ||
            is_text_after_all(role, inside, all.in(0))) {
            ++id;
            continue;
        }
        while (block < blocks.size() && blocks[block].first < id) {
            ++block;
        }
        for (; block < blocks.size() && blocks[block].first < node.end; ++block) {
            // A label inside a paragraph does not make the paragraph one.
            if (blocks[block].last < node.end) {
                roles[block] = role;
            }
        }
        // What is hidden may hold what is worse.
        id = role == BlockRole::hidden ? id + 1 : node.end;
    }
    return roles;
}

}  // namespace

std::vector<BlockRole> roles_of(const Document& document, const PageNames& names, const std::vector<Block>& blocks) {
    constexpr double too_little = 0.2;
    std::vector<BlockRole> roles = roles_by(document, names, blocks, Trust::all);
    const auto text_of = [&](const std::vector<BlockRole>& by) {
        return static_cast<double>(ProseSums(document, blocks, by).in(0));
    };
    std::vector<BlockRole> trusting_less = roles_by(document, names, blocks, Trust::tags_and_comments);
    return text_of(roles) < text_of(trusting_less) * too_little ? trusting_less : roles;
}

}  // namespace dateline
