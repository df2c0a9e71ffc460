#include "indexer/html/document.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/html/markup_limits.h"
#include "indexer/html/page_source.h"

namespace dateline {

/// The memory of one parse, freed at once: Gumbo's own clean-up goes down the tree by recursion, which a page of a
/// million open tags turns into a crash, and takes a fifth of the time besides.
class Document::Arena {
public:
    /// `expected_bytes`: of the first block, so that a line of a page does not take a megabyte.
    explicit Arena(std::size_t expected_bytes) : block_bytes_(std::min(expected_bytes, most_block_bytes)) {}

    void* take(std::size_t bytes) {
        constexpr std::size_t alignment = alignof(std::max_align_t);
        bytes = (bytes + alignment - 1) / alignment * alignment;
        if (bytes > left_) {
            const std::size_t block = std::max(bytes, block_bytes_);
            blocks_.push_back(std::make_unique_for_overwrite<std::max_align_t[]>(block / alignment + 1));
            block_bytes_ = most_block_bytes;
            free_ = reinterpret_cast<char*>(blocks_.back().get());
            left_ = block;
        }
        void* taken = free_;
        free_ += bytes;
        left_ -= bytes;
        return taken;
    }

private:
    static constexpr std::size_t most_block_bytes = std::size_t{1} << 20;

    std::size_t block_bytes_;
    std::vector<std::unique_ptr<std::max_align_t[]>> blocks_;
    char* free_ = nullptr;
    std::size_t left_ = 0;
};

namespace {

using TagTable = std::array<Tag, static_cast<std::size_t>(GUMBO_TAG_LAST)>;

const TagTable& tag_table() {
    static const TagTable table = [] {
        TagTable tags{};
        for (std::size_t i = 0; i < tags.size(); ++i) {
            tags.at(i) = tag_named(gumbo_normalized_tagname(static_cast<GumboTag>(i)));
        }
        return tags;
    }();
    return table;
}

bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE; }

bool is_text(const GumboNode& node) {
    return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA || node.type == GUMBO_NODE_WHITESPACE;
}

/// Copies Gumbo's tree into the array, without recursion.
class Flattener {
public:
    Flattener(const PageSource& source, std::vector<Node>& nodes, std::vector<Attribute>& attributes)
        : source_(source), nodes_(nodes), attributes_(attributes) {}

    void flatten(const GumboNode& root) {
        std::vector<Frame> open;
        open.push_back({&root, add_element(root, 0), 0});
        while (!open.empty()) {
            Frame& frame = open.back();
            const GumboVector& children = frame.node->v.element.children;
            if (frame.next_child == children.length) {
                nodes_[frame.id].end = static_cast<NodeId>(nodes_.size());
                open.pop_back();
                continue;
            }
            const auto& child = *static_cast<const GumboNode*>(children.data[frame.next_child++]);
            const NodeId parent = frame.id;
            if (is_text(child)) {
                add_text(child, parent);
            } else if (is_element(child)) {
                const NodeId id = add_element(child, parent);
                open.push_back({&child, id, 0});
            }
        }
    }

private:
    struct Frame {
        const GumboNode* node;
        NodeId id;
        unsigned next_child;
    };

    NodeId add_element(const GumboNode& node, NodeId parent) {
        const GumboElement& element = node.v.element;
        const auto id = static_cast<NodeId>(nodes_.size());
        Node copy{.tag = tag_table().at(static_cast<std::size_t>(element.tag)),
                  .parent = parent,
                  .end = id + 1,
                  .first_attribute = static_cast<std::uint32_t>(attributes_.size()),
                  .attributes = element.attributes.length,
                  .text = {}};
        if (element.tag_namespace != GUMBO_NAMESPACE_HTML) {
            copy.tag = Tag::svg;
        }
        for (unsigned i = 0; i < element.attributes.length; ++i) {
            const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
            attributes_.push_back({attribute.name, attribute.value});
        }
        nodes_.push_back(copy);
        return id;
    }

    void add_text(const GumboNode& node, NodeId parent) {
        const auto id = static_cast<NodeId>(nodes_.size());
        const std::string_view text = node.v.text.text;
        nodes_.push_back({.tag = Tag::text,
                          .parent = parent,
                          .end = id + 1,
                          .text = nodes_[parent].tag == Tag::script ? script_behind(text) : text});
    }

    /// The script that `source_of_page` put this number in the place of.
    std::string_view script_behind(std::string_view text) const {
        std::size_t index = source_.scripts.size();
        std::from_chars(text.data(), text.data() + text.size(), index);
        return index < source_.scripts.size() ? source_.scripts[index] : text;
    }

    const PageSource& source_;
    std::vector<Node>& nodes_;
    std::vector<Attribute>& attributes_;
};

}  // namespace

Document::Document(std::string html)
    : page_(std::move(html)),
      source_(source_of_page(page_)),
      arena_(std::make_unique<Arena>(source_.html.size() * 8 + 4096)) {
    source_.html = limit_markup(std::move(source_.html));
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = [](void* arena, std::size_t bytes) { return static_cast<Arena*>(arena)->take(bytes); };
    options.deallocator = [](void*, void*) {};
    options.userdata = arena_.get();
    options.max_errors = 0;
    const GumboOutput* output = gumbo_parse_with_options(&options, source_.html.data(), source_.html.size());
    Flattener(source_, nodes_, attributes_).flatten(*output->root);
}

Document::~Document() = default;

std::string_view Document::attribute(NodeId id, std::string_view name) const {
    const auto all = attributes(id);
    const auto found = std::ranges::find(all, name, &Attribute::name);
    return found == all.end() ? std::string_view() : found->value;
}

bool Document::has_attribute(NodeId id, std::string_view name) const {
    const auto all = attributes(id);
    return std::ranges::find(all, name, &Attribute::name) != all.end();
}

std::string Document::text_of(NodeId id, std::size_t enough) const {
    std::string text;
    for (NodeId at = id; at < nodes_[id].end && text.size() < enough;) {
        const Node& node = nodes_[at];
        if (node.tag == Tag::text) {
            text += node.text;
        } else if (at != id && is_silent(node.tag)) {
            at = node.end;
            continue;
        } else if (node.tag == Tag::br || is_block(node.tag)) {
            text += ' ';
        }
        ++at;
    }
    return squeeze_space(text);
}

NodeId Document::find(Tag tag, NodeId from) const {
    NodeId id = from;
    while (id < size() && nodes_[id].tag != tag) {
        ++id;
    }
    return id;
}

}  // namespace dateline
