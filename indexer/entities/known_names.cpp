#include "indexer/entities/known_names.h"

#include <algorithm>
#include <array>
#include <span>

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
    Row{"ASEAN"sv, "Association of Southeast Asian Nations"sv},
    Row{"AU"sv, "African Union"sv},
    Row{"America"sv, "United States"sv},
    Row{"Asean"sv, "Association of Southeast Asian Nations"sv},
    Row{"Association of South East Asian Nations"sv, "Association of Southeast Asian Nations"sv},
    Row{"BBC"sv, "British Broadcasting Corporation"sv},
    Row{"BIS"sv, "Bank for International Settlements"sv},
    Row{"Bombay"sv, "Mumbai"sv},
    Row{"Bosnia"sv, "Bosnia and Herzegovina"sv},
    Row{"Bosnia-Herzegovina"sv, "Bosnia and Herzegovina"sv},
    Row{"Britain"sv, "United Kingdom"sv},
    Row{"Burma"sv, "Myanmar"sv},
    Row{"CIA"sv, "Central Intelligence Agency"sv},
    Row{"COMECON"sv, "Comecon"sv},
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
    Row{"EC Commission"sv, "European Commission"sv},
    Row{"ECB"sv, "European Central Bank"sv},
    Row{"EEC"sv, "European Community"sv},
    Row{"EFTA"sv, "European Free Trade Association"sv},
    Row{"EIB"sv, "European Investment Bank"sv},
    Row{"EU"sv, "European Union"sv},
    Row{"East Timor"sv, "Timor-Leste"sv},
    Row{"European Economic Community"sv, "European Community"sv},
    Row{"FAO"sv, "Food and Agriculture Organization"sv},
    Row{"FBI"sv, "Federal Bureau of Investigation"sv},
    Row{"FDA"sv, "Food and Drug Administration"sv},
    Row{"Fed"sv, "Federal Reserve"sv},
    Row{"Federal Republic of Germany"sv, "Germany"sv},
    Row{"Federal Reserve Board"sv, "Federal Reserve"sv},
    Row{"Federal Reserve System"sv, "Federal Reserve"sv},
    Row{"GATT"sv, "General Agreement on Tariffs and Trade"sv},
    Row{"GCC"sv, "Gulf Cooperation Council"sv},
    Row{"Great Britain"sv, "United Kingdom"sv},
    Row{"Gulf Co-operation Council"sv, "Gulf Cooperation Council"sv},
    Row{"Hague"sv, "The Hague"sv},
    Row{"Holland"sv, "Netherlands"sv},
    Row{"Holy See"sv, "Vatican City"sv},
    Row{"IAEA"sv, "International Atomic Energy Agency"sv},
    Row{"IATA"sv, "International Air Transport Association"sv},
    Row{"IEA"sv, "International Energy Agency"sv},
    Row{"ILO"sv, "International Labour Organization"sv},
    Row{"IMF"sv, "International Monetary Fund"sv},
    Row{"IOC"sv, "International Olympic Committee"sv},
    Row{"Iata"sv, "International Air Transport Association"sv},
    Row{"International Bank for Reconstruction and Development"sv, "World Bank"sv},
    Row{"International Labor Organization"sv, "International Labour Organization"sv},
    Row{"Islamic Republic of Iran"sv, "Iran"sv},
    Row{"Kampuchea"sv, "Cambodia"sv},
    Row{"Kiev"sv, "Kyiv"sv},
    Row{"Macao"sv, "Macau"sv},
    Row{"Macedonia"sv, "North Macedonia"sv},
    Row{"Madras"sv, "Chennai"sv},
    Row{"N Korea"sv, "North Korea"sv},
    Row{"NASA"sv, "National Aeronautics and Space Administration"sv},
    Row{"NATO"sv, "North Atlantic Treaty Organization"sv},
    Row{"Nasa"sv, "National Aeronautics and Space Administration"sv},
    Row{"Nato"sv, "North Atlantic Treaty Organization"sv},
    Row{"New York City"sv, "New York"sv},
    Row{"OAPEC"sv, "Organization of Arab Petroleum Exporting Countries"sv},
    Row{"OAS"sv, "Organization of American States"sv},
    Row{"OECD"sv, "Organisation for Economic Co-operation and Development"sv},
    Row{"OPEC"sv, "Organization of the Petroleum Exporting Countries"sv},
    Row{"OSCE"sv, "Organization for Security and Co-operation in Europe"sv},
    Row{"Opec"sv, "Organization of the Petroleum Exporting Countries"sv},
    Row{"Organisation for Economic Cooperation and Development"sv,
        "Organisation for Economic Co-operation and Development"sv},
    Row{"Organisation of Petroleum Exporting Countries"sv, "Organization of the Petroleum Exporting Countries"sv},
    Row{"Organization for Economic Co-operation and Development"sv,
        "Organisation for Economic Co-operation and Development"sv},
    Row{"Organization for Economic Cooperation and Development"sv,
        "Organisation for Economic Co-operation and Development"sv},
    Row{"Organization of Petroleum Exporting Countries"sv, "Organization of the Petroleum Exporting Countries"sv},
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
    Row{"SEC"sv, "Securities and Exchange Commission"sv},
    Row{"Saigon"sv, "Ho Chi Minh City"sv},
    Row{"Saint Petersburg"sv, "St. Petersburg"sv},
    Row{"St Petersburg"sv, "St. Petersburg"sv},
    Row{"Swaziland"sv, "Eswatini"sv},
    Row{"T\u00FCrkiye"sv, "Turkey"sv},
    Row{"UAE"sv, "United Arab Emirates"sv},
    Row{"UK"sv, "United Kingdom"sv},
    Row{"UN"sv, "United Nations"sv},
    Row{"UNCTAD"sv, "United Nations Conference on Trade and Development"sv},
    Row{"UNESCO"sv, "United Nations Educational, Scientific and Cultural Organization"sv},
    Row{"UNHCR"sv, "United Nations High Commissioner for Refugees"sv},
    Row{"UNICEF"sv, "United Nations Children's Fund"sv},
    Row{"US"sv, "United States"sv},
    Row{"US of A"sv, "United States"sv},
    Row{"USA"sv, "United States"sv},
    Row{"USSR"sv, "Soviet Union"sv},
    Row{"Ulan Bator"sv, "Ulaanbaatar"sv},
    Row{"Unesco"sv, "United Nations Educational, Scientific and Cultural Organization"sv},
    Row{"Unicef"sv, "United Nations Children's Fund"sv},
    Row{"Union of Soviet Socialist Republics"sv, "Soviet Union"sv},
    Row{"United States of America"sv, "United States"sv},
    Row{"Vatican"sv, "Vatican City"sv},
    Row{"Viet Nam"sv, "Vietnam"sv},
    Row{"WHO"sv, "World Health Organization"sv},
    Row{"WTO"sv, "World Trade Organization"sv},
    Row{"Washington DC"sv, "Washington"sv},
    Row{"Zaire"sv, "Democratic Republic of Congo"sv},
};
static_assert(std::ranges::is_sorted(known, {}, &Row::written));

// Of the United States, Canada and Australia, as datelines shorten them.
constexpr std::array states{
    Row{"Ala"sv, "Alabama"sv},
    Row{"Alta"sv, "Alberta"sv},
    Row{"Ariz"sv, "Arizona"sv},
    Row{"Ark"sv, "Arkansas"sv},
    Row{"BC"sv, "British Columbia"sv},
    Row{"Calif"sv, "California"sv},
    Row{"Colo"sv, "Colorado"sv},
    Row{"Conn"sv, "Connecticut"sv},
    Row{"DC"sv, "Washington"sv},
    Row{"Del"sv, "Delaware"sv},
    Row{"Fla"sv, "Florida"sv},
    Row{"Ga"sv, "Georgia (US)"sv},
    Row{"Ill"sv, "Illinois"sv},
    Row{"Ind"sv, "Indiana"sv},
    Row{"Kan"sv, "Kansas"sv},
    Row{"Ky"sv, "Kentucky"sv},
    Row{"La"sv, "Louisiana"sv},
    Row{"Mass"sv, "Massachusetts"sv},
    Row{"Md"sv, "Maryland"sv},
    Row{"Mich"sv, "Michigan"sv},
    Row{"Minn"sv, "Minnesota"sv},
    Row{"Miss"sv, "Mississippi"sv},
    Row{"Mo"sv, "Missouri"sv},
    Row{"Mont"sv, "Montana"sv},
    Row{"NC"sv, "North Carolina"sv},
    Row{"ND"sv, "North Dakota"sv},
    Row{"NH"sv, "New Hampshire"sv},
    Row{"NJ"sv, "New Jersey"sv},
    Row{"NM"sv, "New Mexico"sv},
    Row{"NSW"sv, "New South Wales"sv},
    Row{"NY"sv, "New York"sv},
    Row{"Neb"sv, "Nebraska"sv},
    Row{"Nev"sv, "Nevada"sv},
    Row{"Okla"sv, "Oklahoma"sv},
    Row{"Ont"sv, "Ontario"sv},
    Row{"Ore"sv, "Oregon"sv},
    Row{"Pa"sv, "Pennsylvania"sv},
    Row{"Que"sv, "Quebec"sv},
    Row{"RI"sv, "Rhode Island"sv},
    Row{"SC"sv, "South Carolina"sv},
    Row{"SD"sv, "South Dakota"sv},
    Row{"Sask"sv, "Saskatchewan"sv},
    Row{"Tenn"sv, "Tennessee"sv},
    Row{"Tex"sv, "Texas"sv},
    Row{"Va"sv, "Virginia"sv},
    Row{"Vt"sv, "Vermont"sv},
    Row{"W Va"sv, "West Virginia"sv},
    Row{"WVa"sv, "West Virginia"sv},
    Row{"Wash"sv, "Washington (state)"sv},
    Row{"Wis"sv, "Wisconsin"sv},
    Row{"Wyo"sv, "Wyoming"sv},
};
static_assert(std::ranges::is_sorted(states, {}, &Row::written));

std::optional<std::string_view> find(std::span<const Row> rows, std::string_view name) {
    const auto found = std::ranges::lower_bound(rows, name, {}, &Row::written);
    if (found == rows.end() || found->written != name) return std::nullopt;
    return found->usual;
}

}  // namespace

std::optional<std::string_view> usual_name(std::string_view name, EntityType type) {
    if (type == EntityType::person || type == EntityType::other) return std::nullopt;
    if (type == EntityType::location) {
        if (const auto state = find(states, name)) return state;
    }
    return find(known, name);
}

}  // namespace dateline::entities
