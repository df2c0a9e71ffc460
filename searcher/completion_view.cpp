#include "searcher/completion_view.h"

#include "searcher/output/json_values.h"

namespace dateline {

std::string completions_as_json(const std::string& typed, const std::vector<Completion>& completions,
                                double elapsed_ms) {
    Json list = Json::array();
    for (const Completion& completion : completions) {
        list.push_back({{"text", completion.text}, {"kind", completion.kind}, {"articles", completion.articles}});
    }
    return json_text({{"prefix", typed}, {"completions", list}, {"elapsed_ms", elapsed_ms}}, 2) + "\n";
}

}  // namespace dateline
