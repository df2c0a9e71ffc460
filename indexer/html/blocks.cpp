#include "indexer/html/blocks.h"

#include <algorithm>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/wording/paragraphs.h"

namespace dateline {

namespace {

class BlockMaker {
public:
    explicit BlockMaker(const Document& document) : document_(document) {}

    std::vector<Block> make() {
        const NodeId body = document_.find(Tag::body);
        const NodeId root = body < document_.size() ? body : 0;
        open_.push_back({root, root});
        for (NodeId id = root + 1; id < document_[root].end;) {
            close_until(id);
            id = visit(id);
        }
        end_block();
        return std::move(blocks_);
    }

private:
    /// An element that is open, and the block-level one around it or itself.
    struct Open {
        NodeId id;
        NodeId block;
    };

    void close_until(NodeId id) {
        while (document_[open_.back().id].end <= id) {
            const Tag tag = document_[open_.back().id].tag;
            links_ -= tag == Tag::a ? 1U : 0U;
            strongs_ -= tag == Tag::b || tag == Tag::strong ? 1U : 0U;
            if (is_block(tag)) {
                end_block();
            }
            open_.pop_back();
        }
    }

    /// Returns the node to visit next.
    NodeId visit(NodeId id) {
        const Node& node = document_[id];
        if (node.tag == Tag::text) {
            add_text(id, node.text);
            return node.end;
        }
        if (is_silent(node.tag)) {
            return node.end;
        }
        if (node.tag == Tag::br) {
            break_line();
            return node.end;
        }
        const bool block = is_block(node.tag);
        if (block) {
            end_block();
        }
        links_ += node.tag == Tag::a ? 1U : 0U;
        strongs_ += node.tag == Tag::b || node.tag == Tag::strong ? 1U : 0U;
        open_.push_back({id, block ? id : open_.back().block});
        return id + 1;
    }

    void add_text(NodeId id, std::string_view text) {
        if (trim(text).empty()) {
            text_ += text.empty() ? "" : " ";
            return;
        }
        breaks_ = 0;
        if (first_ == 0) {
            first_ = id;
            element_ = open_.back().block;
        }
        last_ = id;
        text_ += text;
        const std::size_t width = width_of(trim(text));
        linked_ += links_ > 0 ? width : 0;
        strong_ += strongs_ > 0 ? width : 0;
    }

    void break_line() {
        text_ += '\n';
        if (++breaks_ == 2) {
            end_block();
        }
    }

    void end_block() {
        std::string text = squeeze_space(text_);
        if (first_ != 0 && !text.empty()) {
            Block block{.element = element_, .first = first_, .last = last_, .text = std::move(text)};
            block.width = width_of(block.text);
            block.linked = std::min(linked_, block.width);
            block.strong = std::min(strong_, block.width);
            block.sentence = ends_sentence(block.text);
            blocks_.push_back(std::move(block));
        }
        text_.clear();
        first_ = 0;
        linked_ = 0;
        strong_ = 0;
    }

    const Document& document_;
    std::vector<Block> blocks_;
    std::vector<Open> open_;
    unsigned links_ = 0;
    unsigned strongs_ = 0;
    unsigned breaks_ = 0;
    std::string text_;
    NodeId first_ = 0;
    NodeId last_ = 0;
    NodeId element_ = 0;
    std::size_t linked_ = 0;
    std::size_t strong_ = 0;
};

}  // namespace

bool Block::is_prose() const {
    constexpr std::size_t shortest_sentence = 40;
    constexpr std::size_t shortest_text = 100;
    return link_share() < 0.5 && width >= (sentence ? shortest_sentence : shortest_text);
}

std::vector<Block> blocks_of(const Document& document) { return BlockMaker(document).make(); }

}  // namespace dateline
