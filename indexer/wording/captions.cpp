#include "indexer/wording/captions.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/ascii.h"
#include "common/text/utf8.h"
#include "indexer/wording/byline.h"
#include "indexer/wording/letters.h"

namespace dateline {

namespace {

/// Labels of credits, in lower case; a colon, a comma or a slash follows.
constexpr auto credit_labels = std::to_array<std::string_view>({"image",
                                                                "image credit",
                                                                "image source",
                                                                "images",
                                                                "photo",
                                                                "photo credit",
                                                                "photos",
                                                                "photograph",
                                                                "photographs",
                                                                "photo by",
                                                                "picture",
                                                                "pictures",
                                                                "credit",
                                                                "credits",
                                                                "source",
                                                                "foto",
                                                                "fotos",
                                                                "bild",
                                                                "bilder",
                                                                "bildquelle",
                                                                "quelle",
                                                                "image",
                                                                "crédit",
                                                                "crédits",
                                                                "crédit photo",
                                                                "photographie",
                                                                "imagen",
                                                                "crédito",
                                                                "fotografía",
                                                                "imagem",
                                                                "créditos",
                                                                "fotografia",
                                                                "immagine",
                                                                "beeld",
                                                                "kuva",
                                                                "zdjęcie",
                                                                "fot.",
                                                                "kép",
                                                                "fotó",
                                                                "фото",
                                                                "снимок",
                                                                "صورة",
                                                                "صورة من",
                                                                "الصورة",
                                                                "مصدر الصورة",
                                                                "تصوير",
                                                                "图",
                                                                "圖",
                                                                "图片",
                                                                "圖片",
                                                                "写真",
                                                                "撮影",
                                                                "사진",
                                                                "ภาพ",
                                                                "foto von",
                                                                "photo courtesy of",
                                                                "image courtesy of"});

/// Labels of captions.
constexpr auto caption_labels = std::to_array<std::string_view>(
    {"legende:", "bildunterschrift:", "caption:", "caption,", "image caption,", "image caption:", "file photo:",
     "file:", "légende :", "légende:", "pie de foto:", "legenda:", "didascalia:", "▲", "△", "図：", "archive:"});

/// Names of picture agencies that lines ending a caption are made of.
constexpr auto picture_agencies = std::to_array<std::string_view>({"getty images",
                                                                   "getty",
                                                                   "shutterstock",
                                                                   "istock",
                                                                   "istockphoto",
                                                                   "picture alliance",
                                                                   "picture-alliance",
                                                                   "imago",
                                                                   "alamy",
                                                                   "wikimedia commons",
                                                                   "unsplash",
                                                                   "pexels",
                                                                   "pixabay",
                                                                   "adobe stock",
                                                                   "epa",
                                                                   "epa-efe",
                                                                   "ap photo",
                                                                   "reuters",
                                                                   "afp",
                                                                   "zuma press",
                                                                   "wikipedia",
                                                                   "flickr",
                                                                   "imago images",
                                                                   "depositphotos",
                                                                   "handout",
                                                                   "courtesy photo",
                                                                   "public domain"});

/// What stands between a caption and its credit on one line.
constexpr auto credit_joints = std::to_array<std::string_view>({"Photograph: ",
                                                                "Photo: ",
                                                                "PHOTO: ",
                                                                "Photo by ",
                                                                "Photos by ",
                                                                "Image: ",
                                                                "IMAGE: ",
                                                                "Credit: ",
                                                                "CREDIT: ",
                                                                "Foto: ",
                                                                "FOTO: ",
                                                                "Bild: ",
                                                                "Quelle: ",
                                                                "Photo credit: ",
                                                                "Image credit: ",
                                                                "Picture: ",
                                                                "Crédit : ",
                                                                "Crédits : ",
                                                                "Photo : ",
                                                                "Фото: ",
                                                                "Fot. ",
                                                                "Image Credits:",
                                                                "- Copyright ",
                                                                "Copyright ",
                                                                "© ",
                                                                "图：",
                                                                "圖：",
                                                                "圖／",
                                                                "写真：",
                                                                "Courtesy of ",
                                                                "Image courtesy of "});
constexpr std::size_t longest_joint = 20;

constexpr std::size_t widest_credit = 120;

bool is_label_end(std::string_view rest) {
    return rest.starts_with(':') || rest.starts_with("：") || rest.starts_with(" :") || rest.starts_with("／") ||
           rest.starts_with(" ©");
}

/// The credit behind a label at the front; "" where no label stands there.
std::string_view behind_label(std::string_view line) {
    const std::string lowered = lower_case(cut_at_code_point(line, 40));
    for (const std::string_view label : credit_labels) {
        if (!lowered.starts_with(label)) {
            continue;
        }
        const std::string_view rest = line.substr(label.size());
        if (is_label_end(rest)) {
            return trim(rest.substr(rest.starts_with("：") || rest.starts_with("／") || rest.starts_with(" ©") ? 3
                                    : rest.starts_with(" :")                                                   ? 2
                                                                                                               : 1));
        }
        const bool by = label.ends_with(" by") || label.ends_with(" of") || label.ends_with(" von");
        const bool comma = rest.starts_with(',') && label.find("source") != std::string_view::npos;
        const bool said_by = rest.starts_with(" by ") || rest.starts_with(" courtesy of ") || rest.starts_with("s by ");
        if (by || comma || said_by) {
            return trim(rest.substr(comma ? 1 : by ? 0 : rest.find("y ") + 2));
        }
    }
    return {};
}

/// "(NASA/JPL)" alone, "[CERN]" alone: without the brackets.
std::string_view bracketed(std::string_view line) {
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"(", ")"}, {"[", "]"}, {"（", "）"}}) {
        if (line.starts_with(open) && line.ends_with(close) && line.size() > open.size() + close.size()) {
            const std::string_view inside = line.substr(open.size(), line.size() - open.size() - close.size());
            return inside.find(open) == std::string_view::npos ? inside : std::string_view{};
        }
    }
    return {};
}

bool names_picture_agency(std::string_view text) {
    const std::string lowered = lower_case(text);
    return std::ranges::any_of(picture_agencies, [&lowered](std::string_view name) {
        const std::size_t at = lowered.find(name);
        if (at == std::string::npos) {
            return false;
        }
        const std::size_t end = at + name.size();
        const bool starts = at == 0 || !((lowered[at - 1] >= 'a' && lowered[at - 1] <= 'z'));
        const bool ends = end == lowered.size() || !((lowered[end] >= 'a' && lowered[end] <= 'z'));
        return starts && ends;
    });
}

/// Where a credit inside a caption begins: `Photograph: `, `(Image credit: `, ` - Copyright `.
struct Joint {
    std::size_t caption_end;
    std::size_t credit_begin;
};

std::optional<Joint> joint_in(std::string_view line) {
    // Only the end of a line is looked at: credits are short.
    const std::size_t tail_begin = line.size() - std::min(line.size(), widest_credit + longest_joint);
    const std::string_view tail = line.substr(tail_begin);
    for (const std::string_view joint : credit_joints) {
        const std::size_t in_tail = tail.rfind(joint);
        const std::size_t at = tail_begin + in_tail;
        if (in_tail == std::string_view::npos || at == 0 || line.size() - at > widest_credit) {
            continue;
        }
        std::string_view caption = line.substr(0, at);
        while (!caption.empty() && std::string_view(" ([-|").find(caption.back()) != std::string_view::npos) {
            caption.remove_suffix(1);
        }
        if (caption.ends_with("（")) {
            caption.remove_suffix(3);
        }
        return Joint{caption.size(), at + joint.size()};
    }
    return std::nullopt;
}

std::string_view without_closing_bracket(std::string_view credit) {
    credit = trim(credit);
    if (credit.ends_with("）")) {
        return credit.substr(0, credit.size() - 3);
    }
    const bool unbalanced = (credit.ends_with(')') && credit.find('(') == std::string_view::npos) ||
                            (credit.ends_with(']') && credit.find('[') == std::string_view::npos);
    return unbalanced ? trim(credit.substr(0, credit.size() - 1)) : credit;
}

std::string_view without_caption_label(std::string_view line) {
    const std::string lowered = lower_case(cut_at_code_point(line, 40));
    for (const std::string_view label : caption_labels) {
        if (lowered.starts_with(label)) {
            return trim(line.substr(label.size()));
        }
    }
    return line;
}

/// A last sentence that is only a name in capitals or an agency: "Rosetta. ESA", "conférence. HANDOUT / ONU".
std::optional<Joint> bare_credit_at_end(std::string_view line) {
    const std::size_t at = line.rfind(". ");
    if (at == std::string_view::npos || at < 20) {
        return std::nullopt;
    }
    const std::string_view tail = line.substr(at + 2);
    const bool capitals = tail.size() >= 2 && tail.size() <= 50 && std::ranges::none_of(tail, [](char c) {
                              return (c >= 'a' && c <= 'z') || c == '.' || (c >= '0' && c <= '9');
                          });
    const bool agency = tail.size() <= 60 && !tail.ends_with('.') && names_picture_agency(tail);
    return capitals || agency ? std::optional(Joint{at + 1, at + 2}) : std::nullopt;
}

}  // namespace

namespace {

/// Words with capitals and no digits, as names of outlets and agencies are.
bool looks_like_outlet(std::string_view text) {
    constexpr std::size_t most_words = 5;
    const auto words = words_of(text);
    return !words.empty() && words.size() <= most_words && std::ranges::all_of(words, [](std::string_view word) {
        return is_upper_ascii(word.front()) && word.find_first_of("0123456789:?!") == std::string_view::npos;
    });
}

}  // namespace

std::optional<std::string> credit_of_line(std::string_view line) {
    if (line.size() > widest_credit) {
        return std::nullopt;
    }
    if (const std::string_view credit = behind_label(line); !credit.empty()) {
        return std::string(credit);
    }
    if (const std::string_view inside = bracketed(line); !inside.empty()) {
        const std::string_view labelled = behind_label(inside);
        return std::string(labelled.empty() ? inside : labelled);
    }
    constexpr std::size_t widest_bare_credit = 70;
    if (line.size() <= widest_bare_credit && names_picture_agency(line) && words_of(line).size() <= 6 &&
        !line.ends_with('.')) {
        return std::string(line);
    }
    return line.size() <= widest_bare_credit && line.find('/') != std::string_view::npos && is_name_and_outlet(line)
               ? std::optional(std::string(line))
               : std::nullopt;
}

bool is_name_and_outlet(std::string_view line) {
    constexpr auto signs = std::to_array<std::string_view>({"/", " | ", ", ", ";"});
    return std::ranges::any_of(signs, [line](std::string_view sign) {
        const std::size_t at = line.find(sign);
        return at != std::string_view::npos && looks_like_name(trim(line.substr(0, at))) &&
               looks_like_outlet(trim(line.substr(at + sign.size())));
    });
}

Caption split_caption(std::string_view line) {
    line = without_caption_label(line);
    if (line.ends_with(']')) {
        if (const std::size_t open = line.rfind('['); open != std::string_view::npos && open > 0) {
            return {squeeze_space(line.substr(0, open)), squeeze_space(line.substr(open + 1, line.size() - open - 2))};
        }
    }
    auto joint = joint_in(line);
    if (!joint) {
        joint = bare_credit_at_end(line);
    }
    if (!joint) {
        return {std::string(line), ""};
    }
    return {squeeze_space(line.substr(0, joint->caption_end)),
            std::string(without_closing_bracket(line.substr(joint->credit_begin)))};
}

std::optional<Caption> caption_of_line(std::string_view line) {
    constexpr std::size_t widest_caption = 700;
    if (line.size() > widest_caption) {
        return std::nullopt;
    }
    const bool labelled = without_caption_label(line).size() != line.size();
    const bool square = line.ends_with(']') && line.find('[') != std::string_view::npos && line.find('[') > 20 &&
                        line.size() - line.rfind('[') < 60;
    const bool agency_photo =
        line.find("(AP Photo") != std::string_view::npos || line.find("/AP)") != std::string_view::npos ||
        line.find("via AP)") != std::string_view::npos || line.find("Getty Images)") != std::string_view::npos ||
        line.ends_with("Getty Images") || line.find("/Reuters)") != std::string_view::npos ||
        line.find("REUTERS/") != std::string_view::npos || line.ends_with("（代表撮影）");
    if (labelled || square || agency_photo || joint_in(line)) {
        return split_caption(line);
    }
    return std::nullopt;
}

}  // namespace dateline
