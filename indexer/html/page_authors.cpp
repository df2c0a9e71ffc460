#include "indexer/html/page_authors.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/text/utf8.h"
#include "indexer/html/element_names.h"
#include "indexer/html/word_overlap.h"
#include "indexer/wording/byline.h"
#include "indexer/wording/letters.h"

namespace dateline {

namespace {

bool is_address(std::string_view text) {
    return text.find("://") != std::string_view::npos || text.starts_with('@') || text.starts_with("www.") ||
           text.find("facebook.com") != std::string_view::npos;
}

bool is_generic(std::string_view name) {
    const std::vector<std::string> words = plain_words(name);
    constexpr auto generic = std::to_array<std::string_view>(
        {"admin",     "administrator", "editor",   "staff",   "webmaster", "redaktion", "redaction",
         "redacción", "redazione",     "author",   "unknown", "none",      "user",      "root",
         "redakcja",  "rédaction",     "newsroom", "guest",   "web",       "na"});
    return words.empty() || (words.size() == 1 && std::ranges::find(generic, words.front()) != generic.end());
}

void add_name(std::vector<std::string>& authors, const std::string& name) {
    if (!name.empty() && std::ranges::find(authors, name) == authors.end()) {
        authors.push_back(name);
    }
}

bool has_letter(std::string_view text) {
    return std::ranges::any_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    });
}

/// "By Ann Lee", "Written by Ann Lee", and "ByAnn Lee" where two elements run together.
std::string_view without_byline_word(std::string_view text) {
    constexpr auto words =
        std::to_array<std::string_view>({"Written by", "written by", "Posted by", "Story by", "By:", "By", "by", "BY",
                                         "Author:", "Author", "Von", "von", "Par", "par", "Por", "por"});
    for (const std::string_view word : words) {
        if (!text.starts_with(word) || text.size() == word.size()) {
            continue;
        }
        const char next = text[word.size()];
        if (next == ' ' || ((word == "By" || word == "by") && next >= 'A' && next <= 'Z')) {
            return trim(text.substr(word.size()));
        }
    }
    return text;
}

/// A text of one name or several. One that shows no sign of several stays as it is, whatever it looks like: "Rapid7".
void add_split(std::vector<std::string>& authors, std::string_view text) {
    text = without_byline_word(trim(text));
    if (text.empty() || text.front() == '(' || !has_letter(text)) {
        return;
    }
    constexpr auto joints = std::to_array<std::string_view>(
        {",",  " and ", " AND ", " & ", " und ", " et ", " y ", " e ", " en ", " och ",  " og ",  " и ",
         "、", "|",     ";",     "/",   "•",     "·",    "@",   ":",   " - ",  " with ", " mit ", " avec "});
    if (std::ranges::none_of(joints, [text](std::string_view joint) { return text.find(joint) != text.npos; })) {
        add_name(authors, squeeze_space(text));
        return;
    }
    const Byline byline = split_byline(text);
    for (const auto* names : {&byline.authors, &byline.agencies}) {
        for (const std::string& name : *names) {
            add_name(authors, name);
        }
    }
}

class AuthorFinder {
public:
    AuthorFinder(const Document& document, const PageNames& names, const std::vector<Block>& blocks,
                 const PageHead& head, const LinkedArticle& linked, NodeId title, NodeId text)
        : document_(document),
          names_(names),
          blocks_(blocks),
          head_(head),
          linked_(linked),
          title_(title),
          text_(text) {}

    std::vector<std::string> find() const {
        using Place = std::vector<std::string> (AuthorFinder::*)() const;
        constexpr auto places =
            std::to_array<Place>({&AuthorFinder::of_linked_data, &AuthorFinder::of_metas, &AuthorFinder::of_microdata,
                                  &AuthorFinder::of_named_elements, &AuthorFinder::of_byline});
        std::vector<std::string> fallback;
        for (const Place place : places) {
            const std::vector<std::string> names = (this->*place)();
            if (names.empty()) {
                continue;
            }
            if (std::ranges::none_of(names, [this](const std::string& name) { return is_site(name); })) {
                return names;
            }
            std::vector<std::string> people;
            std::ranges::copy_if(names, std::back_inserter(people),
                                 [this](const std::string& name) { return !is_site(name); });
            if (!people.empty()) {
                return people;
            }
            if (fallback.empty()) {
                fallback = names;
            }
        }
        return fallback;
    }

private:
    bool is_site(const std::string& name) const {
        return is_generic(name) || word_overlap(name, linked_.publisher) > 0.66 ||
               word_overlap(name, head_.meta({"og:site_name"})) > 0.66;
    }

    std::vector<std::string> of_linked_data() const {
        std::vector<std::string> names;
        for (const std::string& author : linked_.authors) {
            add_split(names, author);
        }
        return names;
    }

    std::vector<std::string> of_metas() const {
        std::vector<std::string> names;
        for (const std::string_view key : {"author", "article:author", "parsely-author", "byl", "sailthru.author",
                                           "dc.creator", "dcterms.creator", "article:author_name", "cxenseparse:author",
                                           "citation_author", "authors", "articleauthor", "og:article:author"}) {
            for (const auto& [name, content] : head_.metas) {
                if (name == key && !content.empty() && !is_address(content)) {
                    add_split(names, content);
                }
            }
            if (!names.empty()) {
                return names;
            }
        }
        if (is_byline_word(lower_case(head_.meta({"twitter:label1"})))) {
            add_split(names, head_.meta({"twitter:data1"}));
        }
        return names;
    }

    /// Names in elements that are called authors, nearest to the headline or the text; not those of readers.
    std::vector<std::string> of_named_elements() const {
        constexpr std::size_t longest = 60;
        constexpr std::size_t most = 8;
        std::vector<std::string> names;
        for (NodeId id = 1; id < document_.size() && names.size() < most;) {
            const Node& node = document_[id];
            if (node.tag == Tag::text || node.tag == Tag::body || !is_near(id)) {
                ++id;
                continue;
            }
            const ElementNames& called = names_[id];
            if (called.comments || called.caption || node.tag == Tag::figure) {
                id = node.end;
                continue;
            }
            if (!called.author) {
                ++id;
                continue;
            }
            if (linked_names(id, names)) {
                id = node.end;
                continue;
            }
            const std::string text = document_.text_of(id);
            if (text.empty() || text.size() > longest || !names_author(text, names)) {
                ++id;  // the name may stand in an element inside
                continue;
            }
            id = node.end;
        }
        return names;
    }

    /// Adds names that are links in an element called an author: what stands beside them is a role or a paper.
    bool linked_names(NodeId id, std::vector<std::string>& names) const {
        bool any = false;
        for (NodeId inner = id; inner < document_[id].end; ++inner) {
            if (document_[inner].tag == Tag::a) {
                const std::string text = document_.text_of(inner);
                any = (looks_like_name(without_byline_word(text)) && names_author(text, names)) || any;
            }
        }
        return any;
    }

    /// Adds the names in the text of an element called an author, where it is nothing but names.
    static bool names_author(const std::string& text, std::vector<std::string>& names) {
        std::vector<std::string> found;
        add_split(found, text);
        const bool all_names =
            !found.empty() && std::ranges::all_of(found, [](const std::string& name) { return looks_like_name(name); });
        for (const std::string& name : found) {
            if (all_names) {
                add_name(names, name);
            }
        }
        return all_names;
    }

    std::vector<std::string> of_microdata() const {
        std::vector<std::string> names;
        for (NodeId id = 0; id < document_.size(); ++id) {
            const std::string_view property = document_.attribute(id, "itemprop");
            const std::string_view relation = document_.attribute(id, "rel");
            if ((property == "author" && !in_comment(id)) ||
                (relation == "author" && document_[id].tag == Tag::a && is_near(id))) {
                const std::string text = name_in(id);
                if (!text.empty() && text.size() < 100) {
                    add_split(names, text);
                }
                id = document_[id].end - 1;
            }
        }
        return names;
    }

    bool in_comment(NodeId id) const {
        for (NodeId up = document_[id].parent; up != 0; up = document_[up].parent) {
            const ElementNames& called = names_[up];
            if (document_[up].tag != Tag::body && (called.comments || document_[up].tag == Tag::figure)) {
                return true;
            }
        }
        return false;
    }

    std::string name_in(NodeId id) const {
        for (NodeId inner = id; inner < document_[id].end; ++inner) {
            if (document_.attribute(inner, "itemprop") == "name") {
                const std::string_view content = document_.attribute(inner, "content");
                return content.empty() ? document_.text_of(inner) : std::string(content);
            }
        }
        const std::string_view content = document_.attribute(id, "content");
        return content.empty() ? document_.text_of(id) : std::string(content);
    }

    /// Between the headline and somewhat behind the beginning of the text, or where there is no headline, anywhere.
    bool is_near(NodeId id) const {
        constexpr NodeId behind_text = 60;
        return title_ == 0 || (id + behind_text > title_ && id < std::max(text_, title_) + behind_text);
    }

    /// A visible byline: in an element called one, or worded as one.
    std::vector<std::string> of_byline() const {
        std::vector<std::string> names;
        for (const Block& block : blocks_) {
            constexpr std::size_t widest = 140;
            if (block.width > widest || !is_near(block.first)) {
                continue;
            }
            if (const auto byline = byline_of_line(block.text)) {
                add_split(names, block.text);
                if (!names.empty()) {
                    return names;
                }
            }
        }
        for (const Block& block : blocks_) {
            if (block.width < 60 && is_near(block.first) && looks_like_name(block.text) && in_byline(block.first)) {
                add_split(names, block.text);
                return names;
            }
        }
        return names;
    }

    bool in_byline(NodeId id) const {
        for (int up = 0; up < 4 && id != 0; ++up) {
            id = document_[id].parent;
            if (names_[id].byline) {
                return true;
            }
        }
        return false;
    }

    const Document& document_;
    const PageNames& names_;
    const std::vector<Block>& blocks_;
    const PageHead& head_;
    const LinkedArticle& linked_;
    NodeId title_;
    NodeId text_;
};

}  // namespace

std::vector<std::string> find_authors(const Document& document, const PageNames& names,
                                      const std::vector<Block>& blocks, const PageHead& head,
                                      const LinkedArticle& linked, NodeId title, NodeId text) {
    return AuthorFinder(document, names, blocks, head, linked, title, text).find();
}

}  // namespace dateline
