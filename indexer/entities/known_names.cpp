#include "indexer/entities/known_names.h"

#include <algorithm>
#include <array>

namespace dateline::entities {
namespace {

using namespace std::string_view_literals;

struct Row {
    std::string_view written;  ///< without full stops
    std::string_view usual;
};

// Sorted by what is written. Each usual name is the one English-language news writes out.
constexpr std::array known{
    Row{"ADB"sv, "Asian Development Bank"sv},
    Row{"AFP"sv, "Agence France-Presse"sv},
    Row{"AP"sv, "Associated Press"sv},
    Row{"APEC"sv, "Asia-Pacific Economic Cooperation"sv},
    Row{"AU"sv, "African Union"sv},
    Row{"America"sv, "United States"sv},
    Row{"BBC"sv, "British Broadcasting Corporation"sv},
    Row{"Bombay"sv, "Mumbai"sv},
    Row{"Britain"sv, "United Kingdom"sv},
    Row{"Burma"sv, "Myanmar"sv},
    Row{"CIA"sv, "Central Intelligence Agency"sv},
    Row{"Calcutta"sv, "Kolkata"sv},
    Row{"Congo-Kinshasa"sv, "Democratic Republic of Congo"sv},
    Row{"Cote d'Ivoire"sv, "Ivory Coast"sv},
    Row{"Czechia"sv, "Czech Republic"sv},
    Row{"C\u00F4te d'Ivoire"sv, "Ivory Coast"sv},
    Row{"DPRK"sv, "North Korea"sv},
    Row{"DR Congo"sv, "Democratic Republic of Congo"sv},
    Row{"DRC"sv, "Democratic Republic of Congo"sv},
    Row{"Democratic People's Republic of Korea"sv, "North Korea"sv},
    Row{"Democratic Republic of the Congo"sv, "Democratic Republic of Congo"sv},
    Row{"EC"sv, "European Commission"sv},
    Row{"ECB"sv, "European Central Bank"sv},
    Row{"EU"sv, "European Union"sv},
    Row{"East Timor"sv, "Timor-Leste"sv},
    Row{"FAO"sv, "Food and Agriculture Organization"sv},
    Row{"FBI"sv, "Federal Bureau of Investigation"sv},
    Row{"Fed"sv, "Federal Reserve"sv},
    Row{"Federal Republic of Germany"sv, "Germany"sv},
    Row{"Federal Reserve Board"sv, "Federal Reserve"sv},
    Row{"GATT"sv, "General Agreement on Tariffs and Trade"sv},
    Row{"Great Britain"sv, "United Kingdom"sv},
    Row{"Holland"sv, "Netherlands"sv},
    Row{"IAEA"sv, "International Atomic Energy Agency"sv},
    Row{"IEA"sv, "International Energy Agency"sv},
    Row{"ILO"sv, "International Labour Organization"sv},
    Row{"IMF"sv, "International Monetary Fund"sv},
    Row{"IOC"sv, "International Olympic Committee"sv},
    Row{"Islamic Republic of Iran"sv, "Iran"sv},
    Row{"Kiev"sv, "Kyiv"sv},
    Row{"Macedonia"sv, "North Macedonia"sv},
    Row{"Madras"sv, "Chennai"sv},
    Row{"N Korea"sv, "North Korea"sv},
    Row{"NASA"sv, "National Aeronautics and Space Administration"sv},
    Row{"NATO"sv, "North Atlantic Treaty Organization"sv},
    Row{"Nato"sv, "North Atlantic Treaty Organization"sv},
    Row{"OAS"sv, "Organization of American States"sv},
    Row{"OECD"sv, "Organisation for Economic Co-operation and Development"sv},
    Row{"OPEC"sv, "Organization of the Petroleum Exporting Countries"sv},
    Row{"OSCE"sv, "Organization for Security and Co-operation in Europe"sv},
    Row{"Opec"sv, "Organization of the Petroleum Exporting Countries"sv},
    Row{"PLO"sv, "Palestine Liberation Organization"sv},
    Row{"PRC"sv, "China"sv},
    Row{"Peking"sv, "Beijing"sv},
    Row{"People's Republic of China"sv, "China"sv},
    Row{"ROK"sv, "South Korea"sv},
    Row{"Rangoon"sv, "Yangon"sv},
    Row{"Republic of Ireland"sv, "Ireland"sv},
    Row{"Republic of Korea"sv, "South Korea"sv},
    Row{"Russian Federation"sv, "Russia"sv},
    Row{"S Korea"sv, "South Korea"sv},
    Row{"Saigon"sv, "Ho Chi Minh City"sv},
    Row{"Swaziland"sv, "Eswatini"sv},
    Row{"T\u00FCrkiye"sv, "Turkey"sv},
    Row{"UAE"sv, "United Arab Emirates"sv},
    Row{"UK"sv, "United Kingdom"sv},
    Row{"UN"sv, "United Nations"sv},
    Row{"UNESCO"sv, "United Nations Educational, Scientific and Cultural Organization"sv},
    Row{"UNHCR"sv, "United Nations High Commissioner for Refugees"sv},
    Row{"UNICEF"sv, "United Nations Children's Fund"sv},
    Row{"US"sv, "United States"sv},
    Row{"US of A"sv, "United States"sv},
    Row{"USA"sv, "United States"sv},
    Row{"USSR"sv, "Soviet Union"sv},
    Row{"Ulan Bator"sv, "Ulaanbaatar"sv},
    Row{"Union of Soviet Socialist Republics"sv, "Soviet Union"sv},
    Row{"United States of America"sv, "United States"sv},
    Row{"Viet Nam"sv, "Vietnam"sv},
    Row{"WHO"sv, "World Health Organization"sv},
    Row{"WTO"sv, "World Trade Organization"sv},
};
static_assert(std::ranges::is_sorted(known, {}, &Row::written));

}  // namespace

std::optional<std::string_view> usual_name(std::string_view name, EntityType type) {
    if (type == EntityType::person || type == EntityType::other) return std::nullopt;
    const auto found = std::ranges::lower_bound(known, name, {}, &Row::written);
    if (found == known.end() || found->written != name) return std::nullopt;
    return found->usual;
}

}  // namespace dateline::entities
