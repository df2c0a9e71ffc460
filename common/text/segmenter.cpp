#include "common/text/segmenter.h"

#include <algorithm>
#include <array>

#include "common/text/character_class.h"
#include "common/text/code_point.h"
#include "common/text/sentences.h"

namespace dateline {
namespace {

using enum CharacterClass;

/// One code point and where the next begins.
struct Next {
    UChar32 code_point = -1;
    CharacterClass kind = other;
    std::uint32_t end = 0;
};

class Scanner {
public:
    Scanner(std::string_view text, std::vector<Segment>& out)
        : text_(text.substr(0, max_text_bytes)), size_(static_cast<std::uint32_t>(text_.size())), out_(out) {}

    void run() {
        while (at_ < size_) step();
    }

private:
    Next look(std::uint32_t at) const {
        if (at >= size_) return {-1, other, size_};
        const auto byte = static_cast<unsigned char>(text_[at]);
        if (byte < 0x80) return {byte, class_of(byte), at + 1};
        std::size_t end = at;
        const UChar32 c = decode_code_point(text_, end);
        return {c, class_of(c), static_cast<std::uint32_t>(end)};
    }

    /// WB4: what follows, with the combining marks and format characters before it passed over.
    Next look_past_extend(std::uint32_t at) const {
        Next next = look(at);
        while (next.kind == extend) next = look(next.end);
        return next;
    }

    void step() {
        const Next next = look(at_);
        switch (next.kind) {
        case letter:
        case digit:
        case connector: word(at_, next); break;
        case character: add(at_, skip_extend(next.end), true); break;
        case currency: {
            const Next after = look(next.end);
            if (after.kind == digit) word(at_, after);
            else at_ = next.end;
            break;
        }
        default: at_ = next.end;
        }
    }

    std::uint32_t skip_extend(std::uint32_t at) const {
        for (Next next = look(at); next.kind == extend; next = look(at)) at = next.end;
        return at;
    }

    /// A word from `begin`, whose first letter or digit is `current`.
    void word(std::uint32_t begin, Next current) {
        bool has_letter = false;
        std::uint32_t end = current.end;
        while (true) {
            has_letter = has_letter || current.kind == letter;
            end = skip_extend(current.end);
            const Next next = look(end);
            if (next.kind == letter || next.kind == digit || next.kind == connector) {
                current = next;
                continue;
            }
            const Next after = joins(current, next) ? look_past_extend(next.end) : Next{};
            if (after.code_point < 0 || !joined(current, next, after)) break;
            if (next.kind == apostrophe && elides(begin, end)) {
                add(begin, end, false);
                begin = next.end;
            }
            current = after;
        }
        finish_word(begin, end, current.kind, has_letter);
    }

    static bool joins(const Next& before, const Next& middle) {
        switch (middle.kind) {
        case full_stop: return before.kind == letter || before.kind == digit;
        case apostrophe: return before.kind == letter || before.kind == digit;
        case mid_letter: return before.kind == letter;
        case mid_number: return before.kind == digit;
        default: return false;
        }
    }

    /// WB6, WB7, WB11, WB12: both sides of the middle must be letters, or both digits. A full stop between a lower-case
    /// and an upper-case letter is a missing space, not a part of a word.
    static bool joined(const Next& before, const Next& middle, const Next& after) {
        if (before.kind != after.kind) return false;
        if (before.kind != letter || middle.kind != full_stop) return true;
        return !(u_islower(before.code_point) && u_isupper(after.code_point));
    }

    /// `l'avion`, `d'eau`, `qu'il`: Romance elision.
    bool elides(std::uint32_t begin, std::uint32_t end) const {
        const std::string_view head = text_.substr(begin, end - begin);
        if (head.size() == 1) return std::string_view("lLdDjJmMnNsStTcC").find(head[0]) != std::string_view::npos;
        static constexpr std::array<std::string_view, 12> elided{"qu",  "Qu",  "QU",   "dell", "Dell", "dall",
                                                                 "all", "All", "nell", "Nell", "sull", "un"};
        return std::find(elided.begin(), elided.end(), head) != elided.end();
    }

    void finish_word(std::uint32_t begin, std::uint32_t end, CharacterClass last, bool has_letter) {
        const Next next = look(end);
        if (last == letter && next.code_point == '.' && is_acronym(begin, end)) end = next.end;
        else if (last == digit && !has_letter && next.kind == percent) end = next.end;
        add(begin, end, false);
    }

    /// Single letters with full stops between: `U.S`, `е.б.р`.
    bool is_acronym(std::uint32_t begin, std::uint32_t end) const {
        bool dotted = false;
        for (std::uint32_t at = begin; at < end;) {
            const Next one = look(at);
            if (one.kind != letter) return false;
            at = one.end;
            if (at == end) return dotted;
            if (text_[at] != '.') return false;
            dotted = true;
            ++at;
        }
        return false;
    }

    void add(std::uint32_t begin, std::uint32_t end, bool is_character) {
        Segment segment{begin, end, Break::none, is_character, !out_.empty() && begin == last_end_ && begin != 0};
        if (any_) segment.break_before = break_before(segment);
        else segment.glued = false;
        out_.push_back(segment);
        any_ = true;
        last_begin_ = begin;
        last_end_ = end;
        at_ = end;
    }

    Break break_before(const Segment& segment) const {
        const std::string_view between = text_.substr(last_end_, segment.begin - last_end_);
        if (between.size() <= 1 && text_[last_end_ - 1] != '.') return Break::none;
        if (between.find("\n\n") != std::string_view::npos) return Break::paragraph;
        const std::string_view before = text_.substr(last_begin_, last_end_ - last_begin_);
        const std::string_view after = text_.substr(segment.begin, segment.end - segment.begin);
        return sentence_ends(before, between, after) ? Break::sentence : Break::none;
    }

    std::string_view text_;
    std::uint32_t size_;
    std::vector<Segment>& out_;
    std::uint32_t at_ = 0;
    std::uint32_t last_begin_ = 0;
    std::uint32_t last_end_ = 0;
    bool any_ = false;
};

}  // namespace

void segment(std::string_view text, std::vector<Segment>& out) { Scanner(text, out).run(); }

}  // namespace dateline
