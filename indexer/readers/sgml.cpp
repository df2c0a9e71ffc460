#include "indexer/readers/sgml.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/readers/input_buffer.h"
#include "indexer/readers/sgml_article.h"

namespace dateline {

namespace {

constexpr std::string_view trec_name = "DOC";
constexpr std::string_view reuters_name = "REUTERS";

/// Whether a tag with this name begins at `position`: `<DOC>`, `<reuters ...>`, `</DOC>`.
bool is_tag(std::string_view text, std::size_t position, std::string_view opening, std::string_view name) {
    const std::string_view rest = text.substr(position);
    const std::size_t length = opening.size() + name.size();
    if (rest.size() <= length || !rest.starts_with(opening) ||
        !same_name(rest.substr(opening.size(), name.size()), name)) {
        return false;
    }
    const char after = rest[length];
    return after == '>' || after == ' ' || after == '\n' || after == '\r' || after == '\t';
}

/// Longest tag beginning that must be in sight to be recognised.
constexpr std::size_t tag_lookahead = 16;

/// Reads one input; lives as long as that.
class SgmlRun {
public:
    SgmlRun(Input& input, const ReaderSink& sink) : input_(input), sink_(sink), buffer_(input.bytes, input.path) {}

    void run() {
        while (more_ && take_to_article()) {
            ++number_;
            read_article();
        }
        if (number_ == 0) {
            skip("no text", "there is no <DOC> and no <REUTERS>", "");
        }
    }

private:
    /// Takes everything before the next article and notes its name; false where none follows.
    bool take_to_article() {
        while (true) {
            const std::size_t position = buffer_.unread().find('<');
            if (position == std::string_view::npos) {
                buffer_.take(buffer_.unread().size());
                if (!buffer_.fill()) {
                    return false;
                }
                continue;
            }
            buffer_.take(position);
            if (buffer_.unread().size() < tag_lookahead) {
                buffer_.fill();
            }
            if (const std::string_view name = article_name(buffer_.unread(), 0); !name.empty()) {
                name_ = name;
                return true;
            }
            buffer_.take(1);
        }
    }

    static std::string_view article_name(std::string_view text, std::size_t position) {
        return is_tag(text, position, "<", trec_name)      ? trec_name
               : is_tag(text, position, "<", reuters_name) ? reuters_name
                                                           : std::string_view{};
    }

    /// Length of the article at the front of the window through its end tag; npos where it is not closed before the
    /// next article, the end of the input or the limit.
    std::size_t article_length() {
        std::size_t position = 1;
        while (true) {
            position = buffer_.unread().find('<', position);
            if (position == std::string_view::npos) {
                position = buffer_.unread().size();
                if (!buffer_.fill()) {
                    return std::string_view::npos;
                }
                continue;
            }
            if (buffer_.unread().size() - position < tag_lookahead) {
                buffer_.fill();
            }
            if (is_tag(buffer_.unread(), position, "</", name_)) {
                const std::size_t close = buffer_.unread().find('>', position);
                return close == std::string_view::npos ? close : close + 1;
            }
            if (is_tag(buffer_.unread(), position, "<", name_)) {
                return std::string_view::npos;
            }
            ++position;
        }
    }

    void read_article() {
        const std::size_t length = article_length();
        if (length == std::string_view::npos) {
            const bool too_large = buffer_.full();
            buffer_.take(1);
            return too_large ? skip("too large", "the article goes on for more than 64 MiB")
                             : skip("malformed", "<" + std::string(name_) + "> is not closed");
        }
        article(buffer_.unread().substr(0, length));
        buffer_.take(length);
    }

    void article(std::string_view bytes) {
        std::string document(bytes);
        const std::size_t replaced = repair_utf8(document);
        strip_controls(document);
        auto raw = name_ == trec_name ? trec_article(document) : reuters_article(document);
        if (!raw) {
            return skip("no text", "the article has neither an id nor a headline nor text");
        }
        if (replaced > 0) {
            raw->warnings.push_back(std::to_string(replaced) + " bytes were not UTF-8");
        }
        raw->stated.path = input_.path;
        raw->stated.member = input_.member;
        raw->stated.place = place();
        raw->input_bytes = bytes.size();
        more_ = sink_.article(std::move(*raw));
    }

    std::string place() const { return "article " + std::to_string(number_); }

    void skip(std::string reason, std::string detail) { skip(std::move(reason), std::move(detail), place()); }

    void skip(std::string reason, std::string detail, std::string place) {
        more_ = sink_.skipped({input_.path, input_.member, std::move(place), std::move(reason), std::move(detail)});
    }

    Input& input_;
    const ReaderSink& sink_;
    InputBuffer buffer_;
    std::string_view name_;
    std::size_t number_ = 0;
    bool more_ = true;
};

}  // namespace

void SgmlReader::read(Input& input, const ReaderOptions& /*options*/, const ReaderSink& sink) const {
    SgmlRun(input, sink).run();
}

}  // namespace dateline
