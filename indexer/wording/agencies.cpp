#include "indexer/wording/agencies.h"

#include <algorithm>
#include <array>

#include "common/text/utf8.h"

namespace dateline {

namespace {

/// As written in signatures and datelines.
constexpr std::array known_agencies{
    "AFP",
    "AFPE",
    "AP",
    "Associated Press",
    "The Associated Press",
    "Reuters",
    "REUTERS",
    "Reuter",
    "dpa",
    "DPA",
    "UPI",
    "EFE",
    "ANSA",
    "Ansa",
    "PTI",
    "ANI",
    "IANS",
    "Kyodo",
    "KYODO",
    "Jiji",
    "JIJI",
    "Xinhua",
    "TASS",
    "Tass",
    "Itar-Tass",
    "ITAR-TASS",
    "RIA",
    "RIA Novosti",
    "Interfax",
    "INTERFAX",
    "Yonhap",
    "YONHAP",
    "CNA",
    "ANP",
    "Belga",
    "BELGA",
    "APA",
    "SDA",
    "sda",
    "ATS",
    "ats",
    "Keystone-SDA",
    "KNA",
    "kna",
    "epd",
    "EPD",
    "sid",
    "SID",
    "dapd",
    "ddp",
    "AFX",
    "PA",
    "PA Media",
    "Press Association",
    "AAP",
    "CP",
    "The Canadian Press",
    "NTB",
    "TT",
    "Ritzau",
    "STT",
    "PAP",
    "ČTK",
    "CTK",
    "MTI",
    "Tanjug",
    "Hina",
    "HINA",
    "Beta",
    "BTA",
    "Anadolu",
    "AA",
    "DHA",
    "IHA",
    "İHA",
    "IRNA",
    "ISNA",
    "MENA",
    "SANA",
    "WAFA",
    "SPA",
    "WAM",
    "KUNA",
    "QNA",
    "Petra",
    "Antara",
    "ANTARA",
    "Bernama",
    "VNA",
    "KCNA",
    "NAN",
    "APS",
    "TAP",
    "MAP",
    "Lusa",
    "LUSA",
    "Europa Press",
    "EP",
    "Notimex",
    "Télam",
    "Telam",
    "Agência Brasil",
    "Agencia EFE",
    "Bloomberg",
    "Dow Jones",
    "RTR",
    "rtr",
    "AFP/dpa",
    "Ukrinform",
    "Unian",
    "ТАСС",
    "РИА Новости",
    "Интерфакс",
    "Рейтер",
    "АФП",
    "АП",
    "ДПА",
    "дпа",
    "Франс Пресс",
    "رويترز",
    "أ ف ب",
    "أ.ف.ب",
    "ا ف ب",
    "فرانس برس",
    "د ب أ",
    "د.ب.أ",
    "أ ب",
    "أ.ب",
    "أسوشيتد برس",
    "新华社",
    "新華社",
    "中新社",
    "中央社",
    "法新社",
    "路透社",
    "美联社",
    "共同",
    "共同通信",
    "時事",
    "時事通信",
    "ロイター",
    "連合ニュース",
    "聯合ニュース",
    "รอยเตอร์",
    "เอเอฟพี",
    "เอพี",
};

constexpr std::size_t longest_dateline_bytes = 120;

/// Cuts at `,`, `;`, `/`, `、`, `،` and the word "and" in a few languages.
std::vector<std::string_view> items_of(std::string_view list) {
    constexpr std::array<std::string_view, 12> separators{",",     ";",    "/",   "、",  "،",  " and ",
                                                          " und ", " et ", " y ", " и ", "，", " with "};
    std::vector<std::string_view> items{list};
    for (const std::string_view separator : separators) {
        std::vector<std::string_view> finer;
        for (std::string_view item : items) {
            for (std::size_t at = item.find(separator); at != std::string_view::npos; at = item.find(separator)) {
                finer.push_back(item.substr(0, at));
                item.remove_prefix(at + separator.size());
            }
            finer.push_back(item);
        }
        items = std::move(finer);
    }
    return items;
}

/// What stands behind the brackets of a dateline: a dash.
bool begins_with_dash(std::string_view text) {
    constexpr std::array<std::string_view, 4> dashes{"-", "–", "—", "―"};
    return std::ranges::any_of(dashes, [text](std::string_view dash) { return text.starts_with(dash); });
}

}  // namespace

bool is_agency(std::string_view name) { return std::ranges::find(known_agencies, name) != known_agencies.end(); }

std::optional<std::vector<std::string>> agency_list(std::string_view text) {
    std::vector<std::string> agencies;
    for (const std::string_view item : items_of(text)) {
        const std::string_view name = trim(item);
        if (name.empty() || !is_agency(name)) {
            return std::nullopt;
        }
        agencies.emplace_back(name);
    }
    return agencies;
}

std::vector<std::string> dateline_agencies(std::string_view body) {
    const std::string_view start = cut_at_code_point(body, longest_dateline_bytes);
    const std::size_t open = start.find('(');
    const std::size_t close = start.find(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open ||
        start.substr(0, open).find('\n') != std::string_view::npos) {
        return {};
    }
    const bool dash = begins_with_dash(trim(start.substr(close + 1)));
    auto agencies = agency_list(start.substr(open + 1, close - open - 1));
    return dash && agencies ? std::move(*agencies) : std::vector<std::string>{};
}

}  // namespace dateline
