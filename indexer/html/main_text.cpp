#include "indexer/html/main_text.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/html/block_filter.h"
#include "indexer/html/element_names.h"
#include "indexer/html/stated_text.h"
#include "indexer/html/word_overlap.h"
#include "indexer/wording/captions.h"
#include "indexer/wording/notices.h"

namespace dateline {

namespace {

/// Finds the element that holds the article's text.
class ContainerFinder {
public:
    ContainerFinder(const Document& document, const PageNames& names, const ProseSums& prose, NodeId headline)
        : document_(document), names_(names), prose_(prose), headline_(headline) {}

    NodeId find() const {
        const NodeId body = document_.find(Tag::body);
        NodeId found = descend(body < document_.size() ? body : 0);
        while (found != 0 && !may_contain(document_[found].tag)) {
            found = document_[found].parent;
        }
        return with_other_parts(named_body(story_of_headline(found)));
    }

private:
    /// Of several stories in a row, each under a headline of its own, the one of the page's headline.
    NodeId story_of_headline(NodeId found) const {
        constexpr std::size_t least_text = 300;
        if (headline_ == 0 || !document_.contains(found, headline_) || document_[headline_].tag != Tag::h1) {
            return found;
        }
        NodeId story = headline_;
        while (document_[story].parent != found) {
            story = document_[story].parent;
        }
        const auto other = [&] {
            for (NodeId id = document_[story].end; id < document_[found].end; ++id) {
                if (document_[id].tag == Tag::h1) {
                    return true;
                }
            }
            return false;
        };
        return prose_.in(story) >= least_text && other() ? descend(story) : found;
    }

    /// Down to the smallest element that still holds nearly all of what its parent holds.
    NodeId descend(NodeId id) const {
        constexpr double nearly_all = 0.8;
        while (true) {
            const auto whole = static_cast<double>(prose_.in(id));
            std::optional<NodeId> next;
            for (const NodeId child : Children(document_, id)) {
                if (document_[child].tag != Tag::text && static_cast<double>(prose_.in(child)) > whole * nearly_all) {
                    next = child;
                }
            }
            if (!next || whole == 0) {
                return id;
            }
            id = *next;
        }
    }

    static bool may_contain(Tag tag) {
        return tag == Tag::div || tag == Tag::section || tag == Tag::article || tag == Tag::main || tag == Tag::td ||
               tag == Tag::body || tag == Tag::center || tag == Tag::other || tag == Tag::span;
    }

    /// What its makers call the body, around the element found or inside it.
    NodeId named_body(NodeId found) const {
        constexpr double most = 0.6;
        for (NodeId up = found; up != 0; up = document_[up].parent) {
            const bool same_text = static_cast<double>(prose_.in(found)) > static_cast<double>(prose_.in(up)) * most;
            if (!same_text || document_[up].tag == Tag::body) {
                break;
            }
            if (names_[up].article_body) {
                return up;
            }
        }
        const auto enough = static_cast<std::size_t>(static_cast<double>(prose_.in(found)) * most);
        for (NodeId id = found + 1; id < document_[found].end;) {
            const Tag tag = document_[id].tag;
            if (tag == Tag::text || prose_.in(id) <= enough) {
                id = document_[id].end;
                continue;
            }
            if (names_[id].article_body) {
                return id;
            }
            ++id;
        }
        return found;
    }

    /// A body may be parted into several elements of one name, with advertisements between.
    NodeId with_other_parts(NodeId found) const {
        constexpr std::size_t least_text = 100;
        const std::string_view name = document_.attribute(found, "class");
        if (!names_[found].article_body || name.empty() || found == 0) {
            return found;
        }
        const NodeId parent = document_[found].parent;
        for (const NodeId other : Children(document_, parent)) {
            if (other != found && document_[other].tag == document_[found].tag &&
                document_.attribute(other, "class") == name && prose_.in(other) >= least_text) {
                return parent;
            }
        }
        return found;
    }

    const Document& document_;
    const PageNames& names_;
    const ProseSums& prose_;
    NodeId headline_;
};

/// Chooses the blocks of the container that are the article's text.
class TextChooser {
public:
    TextChooser(const Document& document, const std::vector<Block>& blocks, const std::vector<BlockRole>& roles,
                const ProseSums& prose, NodeId container, std::string_view title)
        : document_(document),
          blocks_(blocks),
          roles_(roles),
          prose_(prose),
          container_(container),
          title_(title),
          keep_(blocks.size(), false) {}

    std::vector<bool> choose() {
        begin_ = index_of(container_);
        end_ = index_of(document_[container_].end);
        for (std::size_t i = begin_; i < end_; ++i) {
            // Text behind a subscription is there, only not shown.
            keep_[i] = roles_[i] == BlockRole::text ||
                       (roles_[i] == BlockRole::hidden && blocks_[i].is_prose() && is_close(i));
        }
        drop_cards_and_link_lists();
        drop_notices();
        trim_front();
        trim_back();
        return std::move(keep_);
    }

private:
    std::size_t index_of(NodeId id) const {
        return static_cast<std::size_t>(std::ranges::lower_bound(blocks_, id, {}, &Block::first) - blocks_.begin());
    }

    /// Not in a box of its own inside the container.
    bool is_close(std::size_t i) const {
        const NodeId parent = document_[blocks_[i].element].parent;
        return parent == container_ || document_[parent].parent == container_;
    }

    struct Extent {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::size_t width = 0;
        std::size_t linked = 0;
        std::size_t linked_headings = 0;
        std::size_t items = 0;
    };

    Extent extent_of(NodeId id) const {
        Extent extent{.begin = index_of(id), .end = index_of(document_[id].end)};
        for (std::size_t i = extent.begin; i < extent.end; ++i) {
            const Block& block = blocks_[i];
            extent.width += block.width;
            extent.linked += block.linked;
            extent.linked_headings += is_heading(document_[block.element].tag) && block.link_share() > 0.8 ? 1U : 0U;
            extent.items += 1;
        }
        return extent;
    }

    void drop(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            keep_[i] = false;
        }
    }

    /// Elements that are mostly links, or small and led by a linked heading: teasers of other articles.
    void drop_cards_and_link_lists() {
        const auto whole = static_cast<double>(prose_.in(container_));
        for (NodeId id = container_ + 1; id < document_[container_].end;) {
            const Node& node = document_[id];
            if (node.tag == Tag::text || !is_block(node.tag) || is_heading(node.tag) || node.tag == Tag::p) {
                ++id;
                continue;
            }
            if (is_card(id, whole)) {
                const Extent extent = extent_of(id);
                drop(extent.begin, extent.end);
                id = node.end;
                continue;
            }
            ++id;
        }
    }

    bool is_card(NodeId id, double whole) const {
        constexpr double small_share = 0.3;
        if (static_cast<double>(prose_.in(id)) > whole * small_share) {
            return false;
        }
        const Extent extent = extent_of(id);
        if (extent.width == 0) {
            return false;
        }
        const double links = static_cast<double>(extent.linked) / static_cast<double>(extent.width);
        const Tag tag = document_[id].tag;
        const bool list = tag == Tag::ul || tag == Tag::ol || tag == Tag::dl || tag == Tag::table;
        if (list && extent.items >= 2 && links > 0.6) {
            return true;
        }
        if (tag == Tag::li || tag == Tag::td || tag == Tag::tr || tag == Tag::dd || tag == Tag::dt) {
            return false;
        }
        constexpr std::size_t widest_card = 400;
        if (extent.linked_headings > 0 && extent.width < widest_card * extent.linked_headings) {
            return true;
        }
        return links > 0.7 && !is_heading_block(extent);
    }

    bool is_heading_block(const Extent& extent) const {
        return extent.items == 1 && is_heading(document_[blocks_[extent.begin].element].tag);
    }

    /// Lines that belong to the page: "Read more: ...", "Advertisement", what follows "Related articles".
    void drop_notices() {
        const auto whole = prose_.in(container_);
        std::size_t seen = 0;
        for (std::size_t i = begin_; i < end_; ++i) {
            if (!keep_[i]) {
                continue;
            }
            const Block& block = blocks_[i];
            constexpr std::size_t widest_notice = 200;
            const Notice notice = block.width <= widest_notice ? notice_of(block.text) : Notice::none;
            switch (notice) {
            case Notice::none: break;
            case Notice::line: keep_[i] = false; break;
            case Notice::teaser: keep_[i] = block.linked == 0 && block.sentence && block.width > 80; break;
            case Notice::related:
                keep_[i] = false;
                drop_links_behind(i);
                break;
            case Notice::end:
                keep_[i] = false;
                if (seen * 10 >= whole * 7) {
                    drop(i, end_);
                }
                break;
            }
            if (keep_[i] && block.is_prose()) {
                seen += block.width;
            }
        }
    }

    void drop_links_behind(std::size_t heading) {
        for (std::size_t i = heading + 1; i < end_; ++i) {
            if (keep_[i] && !(blocks_[i].link_share() > 0.6)) {
                return;
            }
            keep_[i] = false;
        }
    }

    /// Before the first running text: the headline again, bylines, dates, labels.
    void trim_front() {
        for (std::size_t i = begin_; i < end_; ++i) {
            if (!keep_[i]) {
                continue;
            }
            const Block& block = blocks_[i];
            if (block.is_prose() && !(title_.size() > 20 && block.text == title_)) {
                return;
            }
            const Tag tag = document_[block.element].tag;
            if (tag == Tag::li && !(block.link_share() > 0.5) && block.width > 30) {
                return;
            }
            if (block.sentence && block.width > 25 && block.linked == 0 && tag == Tag::p) {
                return;
            }
            keep_[i] = false;
        }
    }

    /// Behind the last running text: headings without text, labels, links.
    void trim_back() {
        for (std::size_t i = end_; i > begin_; --i) {
            if (!keep_[i - 1]) {
                continue;
            }
            const Block& block = blocks_[i - 1];
            const Tag tag = document_[block.element].tag;
            constexpr std::size_t widest_closing = 400;
            if (block.width <= widest_closing && i > begin_ + 1 && only_closes_page(block.text)) {
                keep_[i - 1] = false;
                continue;
            }
            if (block.is_prose()) {
                return;
            }
            if (block.link_share() < 0.5 && !is_heading(tag) && (block.sentence || tag == Tag::li || tag == Tag::td)) {
                return;
            }
            keep_[i - 1] = false;
        }
    }

    const Document& document_;
    const std::vector<Block>& blocks_;
    const std::vector<BlockRole>& roles_;
    const ProseSums& prose_;
    NodeId container_;
    std::string_view title_;
    std::vector<bool> keep_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

/// The figure around an element, or the element that is called a caption; 0 where none is.
NodeId figure_of(const Document& document, const PageNames& names, NodeId id) {
    NodeId caption = 0;
    for (NodeId up = id; up != 0; up = document[up].parent) {
        if (document[up].tag == Tag::figure) {
            return up;
        }
        caption = caption == 0 && names[up].caption ? up : caption;
    }
    return caption;
}

/// The standfirst: between headline and text, called so or shown as what the metadata describes the article with.
std::string find_lead(const std::vector<Block>& blocks, const std::vector<BlockRole>& roles, NodeId title, NodeId text,
                      std::string_view summary) {
    constexpr std::size_t narrowest = 25;
    constexpr std::size_t widest = 600;
    constexpr double same = 0.9;
    const WordBag summary_words(summary);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Block& block = blocks[i];
        if (block.first < title || block.first >= text || block.width < narrowest || block.width > widest ||
            block.link_share() > 0.5) {
            continue;
        }
        if (roles[i] == BlockRole::lead || WordBag(block.text).overlap(summary_words) >= same) {
            return block.text;
        }
    }
    return "";
}

/// The captions of the pictures between `begin` and `end`; parts of one caption joined.
std::vector<Caption> find_captions(const Document& document, const PageNames& names, const std::vector<Block>& blocks,
                                   const std::vector<BlockRole>& roles, NodeId begin, NodeId end) {
    std::vector<Caption> captions;
    std::string text;
    NodeId figure = 0;
    const auto finish = [&] {
        Caption caption = split_caption(text);
        if (!text.empty() && std::ranges::find(captions, caption) == captions.end()) {
            captions.push_back(std::move(caption));
        }
        text.clear();
    };
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (roles[i] != BlockRole::caption || blocks[i].first < begin || blocks[i].first >= end) {
            continue;
        }
        const NodeId own = figure_of(document, names, blocks[i].element);
        if (own != figure || own == 0) {
            finish();
            figure = own;
        }
        text += (text.empty() ? "" : " ") + blocks[i].text;
    }
    finish();
    return captions;
}

}  // namespace

MainText find_main_text(const Document& document, const PageNames& names, const std::vector<Block>& blocks,
                        const PageTitle& title, std::string_view summary, std::string_view stated) {
    const std::vector<BlockRole> roles = roles_of(document, names, blocks);
    const ProseSums prose(document, blocks, roles);
    MainText text;
    text.container = ContainerFinder(document, names, prose, title.heading).find();
    std::vector<bool> keep = TextChooser(document, blocks, roles, prose, text.container, title.text).choose();
    constexpr std::size_t enough_stated = 300;
    const StatedText metadata(stated);
    if (metadata.width() >= enough_stated && !correct_by(metadata, blocks, keep)) {
        keep.assign(blocks.size(), false);
        text.paragraphs = metadata.paragraphs();
        text.prose = metadata.width();
    }
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        text.page_linked += blocks[i].linked;
        text.page_prose += blocks[i].is_prose() ? blocks[i].width : 0;
        if (keep[i]) {
            text.first = text.first == 0 ? blocks[i].first : text.first;
            text.prose += blocks[i].is_prose() ? blocks[i].width : 0;
            text.paragraphs.push_back(blocks[i].text);
        }
    }
    const NodeId begin = title.heading == 0 ? text.container : std::min(title.heading, text.container);
    if (title.heading != 0) {
        text.lead = find_lead(blocks, roles, title.heading, text.first, summary);
    }
    text.captions = find_captions(document, names, blocks, roles, begin, document[text.container].end);
    return text;
}

}  // namespace dateline
