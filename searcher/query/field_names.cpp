#include "searcher/query/field_names.h"

#include <algorithm>

#include "common/dates/nearest_name.h"
#include "common/text/ascii.h"

namespace dateline::query {

const FieldName* FieldNames::find(std::string_view written) const {
    const std::string wanted = lower_ascii(written);
    const auto found =
        std::find_if(names_.begin(), names_.end(), [&](const FieldName& name) { return name.written == wanted; });
    return found == names_.end() ? nullptr : &*found;
}

std::string_view FieldNames::nearest(std::string_view written) const {
    std::vector<std::string_view> names;
    for (const FieldName& name : names_) names.emplace_back(name.written);
    const auto nearest = nearest_name(written, names);
    return nearest ? names[*nearest] : std::string_view();
}

}  // namespace dateline::query
