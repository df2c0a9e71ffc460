#include "searcher/suggestion/word_forms.h"

#include "common/text/letter_case.h"

namespace dateline {

std::string usual_form(const Index& index, const std::string& folded) {
    std::string best;
    for (const auto& segment : index.segments()) {
        const Words& words = segment->words();
        const IdRange ids = words.find(folded);
        for (std::uint32_t id = ids.begin; id < ids.end; ++id) {
            const std::string form(words.literal(id, folded));
            if (form == folded) return form;
            const bool better =
                best.empty() || form.size() < best.size() || (form.size() == best.size() && form > best);
            if (better) best = form;
        }
    }
    return best.empty() ? folded : best;
}

}  // namespace dateline
