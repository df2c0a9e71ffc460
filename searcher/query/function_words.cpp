#include "searcher/query/function_words.h"

#include <algorithm>
#include <array>

namespace dateline::query {
namespace {

/// Blanks around every word, so that a word is found with its blanks.
constexpr std::array<std::string_view, 7> lists{
    " a about after all also an and any are as at be because been before being between but by can could did do does "
    "for from had has have he her his how i if in into is it its many may me might more most much must my not of on or "
    "our out over shall she should so some such than that the their them then there these they this those to under up "
    "upon was we were what when where which while who whom whose why will with would you your ",
    " als am an auch auf aus bei bis da das dass dem den der des die du ein eine einem einen einer eines er es für hat "
    "hatte ich ihr im in ist man mit nach nicht oder seit sich sie sind über um und unter vom von vor waren wann war "
    "warum was wegen welche welchen welcher welches wer wie wieso wird wo wurde wurden zu zum zur zwischen ",
    " a à au aux avec ce ces cette comment dans de depuis des du elle en entre est et été était il ils la le les leur "
    "leurs lors mais ne on ont ou où par pas pour pourquoi quand que quel quelle quelles quels qui sa sans se ses son "
    "sont sur un une ",
    " a al como cómo con cual cuál cuales cuando cuándo de del desde donde dónde el ella en entre era es esta este "
    "fue ha han hay la las lo los más no o para pero por porque que qué quien quién se sin sobre son su sus un una y ",
    " a ai al alla anche che chi ci come con cosa cui da dal dalla degli dei del della delle di dove e è era gli ha "
    "hanno i il in la le lo ma nei nel nella non o per perché più quale quali quando se si sono su sul sulla tra un "
    "una uno ",
    " aan als bij dat de der deze die dit door een en er het hij hoe hun ik in is maar met naar niet of om onder ons "
    "ook op over te tot tussen uit van veel voor waarom waar wanneer was wat we welk welke werd werden wie worden "
    "wordt zij zijn ze ",
    " a à ao aos as até com como da das de desde do dos e é ela ele em entre era foi há mais mas na nas não no nos o "
    "onde os ou para pela pelo por porque quais qual quando que quem se sem seu seus são sobre sua suas um uma ",
};

bool holds(std::string_view list, const std::string& word) {
    return list.find(" " + word + " ") != std::string_view::npos;
}

}  // namespace

std::vector<bool> are_function_words(const std::vector<std::string>& words) {
    const auto count = [&](std::string_view list) {
        return std::count_if(words.begin(), words.end(), [&](const std::string& word) { return holds(list, word); });
    };
    const auto best =
        std::max_element(lists.begin(), lists.end(), [&](const auto& a, const auto& b) { return count(a) < count(b); });
    std::vector<bool> are;
    for (const std::string& word : words) are.push_back(holds(*best, word));
    return are;
}

}  // namespace dateline::query
