#include "indexer/writer/word_table.h"

namespace dateline {

std::uint32_t WordTable::number(std::string_view folded, std::string_view literal) {
    const std::lock_guard lock(mutex_);
    if (const auto known = numbers_.find(literal); known != numbers_.end()) return known->second;
    const auto number = static_cast<std::uint32_t>(forms_.size()) + first_word_id;
    const std::string_view text = text_.emplace_back(std::string(literal).append(folded));
    forms_.push_back({text.substr(literal.size()), text.substr(0, literal.size())});
    numbers_.emplace(forms_.back().literal, number);
    text_bytes_ += text.size();
    return number;
}

std::vector<WordForm> WordTable::forms() const {
    const std::lock_guard lock(mutex_);
    return forms_;
}

std::size_t WordTable::bytes() const {
    constexpr std::size_t overhead = 120;
    const std::lock_guard lock(mutex_);
    return text_bytes_ + forms_.size() * overhead;
}

}  // namespace dateline
