#include "indexer/readers/entities.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "common/text/utf8.h"

namespace dateline {

namespace {

struct Entity {
    std::string_view name;
    char32_t code_point;
};

/// Sorted by name: XML's five, Latin-1 and the punctuation of HTML 4, and those of the TREC collections (`&hyph;`).
constexpr std::array entities{
    Entity{"AElig", U'Æ'},     Entity{"Aacute", U'Á'}, Entity{"Acirc", U'Â'},  Entity{"Agrave", U'À'},
    Entity{"Aring", U'Å'},     Entity{"Atilde", U'Ã'}, Entity{"Auml", U'Ä'},   Entity{"Ccedil", U'Ç'},
    Entity{"Eacute", U'É'},    Entity{"Ecirc", U'Ê'},  Entity{"Egrave", U'È'}, Entity{"Euml", U'Ë'},
    Entity{"Iacute", U'Í'},    Entity{"Icirc", U'Î'},  Entity{"Igrave", U'Ì'}, Entity{"Iuml", U'Ï'},
    Entity{"Ntilde", U'Ñ'},    Entity{"Oacute", U'Ó'}, Entity{"Ocirc", U'Ô'},  Entity{"Ograve", U'Ò'},
    Entity{"Oslash", U'Ø'},    Entity{"Otilde", U'Õ'}, Entity{"Ouml", U'Ö'},   Entity{"Uacute", U'Ú'},
    Entity{"Ucirc", U'Û'},     Entity{"Ugrave", U'Ù'}, Entity{"Uuml", U'Ü'},   Entity{"aacute", U'á'},
    Entity{"acirc", U'â'},     Entity{"aelig", U'æ'},  Entity{"agrave", U'à'}, Entity{"amp", U'&'},
    Entity{"apos", U'\''},     Entity{"aring", U'å'},  Entity{"atilde", U'ã'}, Entity{"auml", U'ä'},
    Entity{"bdquo", U'„'},     Entity{"blank", U' '},  Entity{"bull", U'•'},   Entity{"ccedil", U'ç'},
    Entity{"cent", U'¢'},      Entity{"cir", U'○'},    Entity{"copy", U'©'},   Entity{"deg", U'°'},
    Entity{"dollar", U'$'},    Entity{"eacute", U'é'}, Entity{"ecirc", U'ê'},  Entity{"egrave", U'è'},
    Entity{"euml", U'ë'},      Entity{"euro", U'€'},   Entity{"frac12", U'½'}, Entity{"frac14", U'¼'},
    Entity{"frac34", U'¾'},    Entity{"gt", U'>'},     Entity{"hellip", U'…'}, Entity{"hyph", U'-'},
    Entity{"iacute", U'í'},    Entity{"icirc", U'î'},  Entity{"iexcl", U'¡'},  Entity{"igrave", U'ì'},
    Entity{"iquest", U'¿'},    Entity{"iuml", U'ï'},   Entity{"laquo", U'«'},  Entity{"ldquo", U'“'},
    Entity{"lsquo", U'‘'},     Entity{"lt", U'<'},     Entity{"mdash", U'—'},  Entity{"middot", U'·'},
    Entity{"nbsp", U'\u00A0'}, Entity{"ndash", U'–'},  Entity{"ntilde", U'ñ'}, Entity{"oacute", U'ó'},
    Entity{"ocirc", U'ô'},     Entity{"oelig", U'œ'},  Entity{"ograve", U'ò'}, Entity{"oslash", U'ø'},
    Entity{"otilde", U'õ'},    Entity{"ouml", U'ö'},   Entity{"para", U'¶'},   Entity{"plusmn", U'±'},
    Entity{"pound", U'£'},     Entity{"quot", U'"'},   Entity{"raquo", U'»'},  Entity{"rdquo", U'”'},
    Entity{"reg", U'®'},       Entity{"rsquo", U'’'},  Entity{"sect", U'§'},   Entity{"szlig", U'ß'},
    Entity{"times", U'×'},     Entity{"trade", U'™'},  Entity{"uacute", U'ú'}, Entity{"ucirc", U'û'},
    Entity{"ugrave", U'ù'},    Entity{"uuml", U'ü'},   Entity{"yen", U'¥'},
};
static_assert(std::ranges::is_sorted(entities, {}, &Entity::name));

constexpr std::size_t longest_name = 10;

std::optional<char32_t> numeric_reference(std::string_view digits) {
    const bool hexadecimal = !digits.empty() && (digits.front() == 'x' || digits.front() == 'X');
    digits.remove_prefix(hexadecimal ? 1 : 0);
    std::uint32_t number = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number, hexadecimal ? 16 : 10);
    if (error != std::errc() || end != digits.data() + digits.size() || digits.empty()) {
        return std::nullopt;
    }
    return static_cast<char32_t>(number);
}

/// `name` is what stands between `&` and `;`.
std::optional<char32_t> reference(std::string_view name) {
    if (!name.empty() && name.front() == '#') {
        return numeric_reference(name.substr(1));
    }
    const auto* const found = std::ranges::lower_bound(entities, name, {}, &Entity::name);
    return found != entities.end() && found->name == name ? std::optional(found->code_point) : std::nullopt;
}

}  // namespace

void append_decoded(std::string& out, std::string_view text) {
    std::size_t position = 0;
    for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
        const std::size_t end = text.substr(0, std::min(text.size(), at + longest_name + 2)).find(';', at);
        if (end == std::string_view::npos) {
            continue;
        }
        if (const auto code_point = reference(text.substr(at + 1, end - at - 1))) {
            out.append(text, position, at - position);
            position = end + 1;
            if (!is_dropped_control(*code_point)) {
                append_code_point(out, *code_point);
            }
        }
    }
    out.append(text, position, std::string_view::npos);
}

}  // namespace dateline
