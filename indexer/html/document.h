#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/html/page_source.h"
#include "indexer/html/tag.h"

/// A web page as the HTML standard parses it (Gumbo), in one array.
namespace dateline {

using NodeId = std::uint32_t;

/// An element or a text. Nodes stand in the order of the document, so the subtree of node `n` is [n, end).
struct Node {
    Tag tag = Tag::other;
    NodeId parent = 0;
    NodeId end = 0;
    std::uint32_t first_attribute = 0;
    std::uint32_t attributes = 0;
    /// Of a text, as written but for runs of white space, entities decoded; of a style sheet nothing.
    std::string_view text;
};

struct Attribute {
    std::string_view name;  ///< lower case
    std::string_view value;
};

/// Owns its nodes and texts; views into it live as long. Not movable while viewed.
class Document {
public:
    /// Never refuses: broken markup is mended as browsers do; nesting (page_source.h), elements and attributes
    /// (markup_limits.h) are limited. Wants valid UTF-8.
    explicit Document(std::string html);
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;
    ~Document();

    NodeId size() const { return static_cast<NodeId>(nodes_.size()); }
    const Node& operator[](NodeId id) const { return nodes_[id]; }
    std::span<const Attribute> attributes(NodeId id) const {
        return std::span(attributes_).subspan(nodes_[id].first_attribute, nodes_[id].attributes);
    }
    /// The value of an attribute, "" where it is not there, or none of those that page_source.h keeps.
    std::string_view attribute(NodeId id, std::string_view name) const;
    bool has_attribute(NodeId id, std::string_view name) const;
    /// All text in a subtree, white space squeezed, scripts, styles and the like left out; `<br>` and blocks part
    /// words. No more than about `enough` bytes of it, in whole texts.
    std::string text_of(NodeId id, std::size_t enough = std::string::npos) const;
    /// The first element with that tag from `from` on, `size()` where none follows.
    NodeId find(Tag tag, NodeId from = 0) const;
    /// Whether `inner` lies in the subtree of `outer`.
    bool contains(NodeId outer, NodeId inner) const { return inner >= outer && inner < nodes_[outer].end; }

private:
    class Arena;

    std::string page_;
    PageSource source_;
    std::unique_ptr<Arena> arena_;
    std::vector<Node> nodes_;
    std::vector<Attribute> attributes_;
};

/// Ids of the children of an element, for range-based loops.
class Children {
public:
    Children(const Document& document, NodeId parent) : document_(document), parent_(parent) {}

    class Iterator {
    public:
        Iterator(const Document& document, NodeId id) : document_(&document), id_(id) {}
        NodeId operator*() const { return id_; }
        Iterator& operator++() {
            id_ = (*document_)[id_].end;
            return *this;
        }
        bool operator==(const Iterator& other) const { return id_ == other.id_; }

    private:
        const Document* document_;
        NodeId id_;
    };

    Iterator begin() const { return {document_, parent_ + 1}; }
    Iterator end() const { return {document_, document_[parent_].end}; }

private:
    const Document& document_;
    NodeId parent_;
};

}  // namespace dateline
