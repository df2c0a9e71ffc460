#include "searcher/match/posting_lists.h"

#include <algorithm>

#include "common/index/terms.h"

namespace dateline {
namespace {

/// Shorter lists are as quickly read from Xapian.
constexpr std::uint64_t least_decoded = 32;
/// Terms whose frequency is remembered, and classes.
constexpr std::size_t most_known = 200'000;
constexpr std::size_t most_classes = 50'000;

}  // namespace

PostingReader::PostingReader(std::shared_ptr<const DecodedList> list) : decoded_(std::move(list)) {
    if (!decoded_->rows.empty()) row_ = decoded_->rows[0];
}

void PostingReader::next() {
    if (decoded_) {
        ++index_;
        row_ = index_ < decoded_->rows.size() ? decoded_->rows[index_] : Cursor::end;
        return;
    }
    ++at_;
    settle();
}

void PostingReader::skip_to(std::uint32_t row) {
    if (row_ >= row) return;
    if (row == Cursor::end) {  // its docid would be 0
        row_ = Cursor::end;
        return;
    }
    if (!decoded_) {
        at_.skip_to(row + 1);
        settle();
        return;
    }
    // Gallop, then halve: short steps cost little, long ones a logarithm.
    const std::vector<std::uint32_t>& rows = decoded_->rows;
    std::size_t step = 1;
    std::size_t low = index_;
    while (low + step < rows.size() && rows[low + step] < row) {
        low += step;
        step *= 2;
    }
    const std::size_t high = std::min(low + step, rows.size());
    index_ = static_cast<std::size_t>(std::lower_bound(rows.begin() + static_cast<std::ptrdiff_t>(low + 1),
                                                       rows.begin() + static_cast<std::ptrdiff_t>(high), row) -
                                      rows.begin());
    row_ = index_ < rows.size() ? rows[index_] : Cursor::end;
}

PostingLists::Known& PostingLists::known(const std::string& term) {
    if (const auto found = known_.find(term); found != known_.end()) return found->second;
    if (known_.size() >= most_known) {
        std::erase_if(known_, [](const auto& entry) { return entry.second.decoded == nullptr; });
    }
    return known_.emplace(term, Known{segment_->postings().get_termfreq(term), 0, nullptr}).first->second;
}

std::uint64_t PostingLists::document_frequency(const std::string& term) { return known(term).document_frequency; }

PostingReader PostingLists::open(const std::string& term) {
    Known& entry = known(term);
    if (++entry.opened == 2) decode(term, entry);
    if (entry.decoded) return PostingReader(entry.decoded);
    return PostingReader(segment_->postings().postlist_begin(term));
}

void PostingLists::decode(const std::string& term, Known& entry) {
    const std::size_t bytes = entry.document_frequency * DecodedList::bytes_per_posting;
    if (entry.document_frequency < least_decoded || bytes > bytes_left_) return;
    bytes_left_ -= bytes;
    auto list = std::make_shared<DecodedList>();
    list->rows.reserve(entry.document_frequency);
    list->frequencies.reserve(entry.document_frequency);
    const Xapian::Database& postings = segment_->postings();
    for (auto at = postings.postlist_begin(term); at != postings.postlist_end(term); ++at) {
        list->add(*at - 1, FieldFrequency::unpack(at.get_wdf()));
    }
    entry.decoded = std::move(list);
}

LanguageMask PostingLists::present_languages() {
    if (present_ == 0) present_ = RowLanguages(*segment_).present();
    return present_;
}

KnownClass& PostingLists::stemmed(const Analyzer& analyzer, const std::string& literal, const std::string& folded) {
    if (const auto found = stemmed_.find(literal); found != stemmed_.end()) return found->second;
    if (stemmed_.size() >= most_classes) {
        std::erase_if(stemmed_, [](const auto& entry) { return entry.second.merged == nullptr; });
    }
    KnownClass of_words{.words = stemmed_class(*segment_, present_languages(), analyzer, literal, folded)};
    for (const ClassWord& word : of_words.words.words)
        of_words.postings += document_frequency(terms::word(word.folded));
    return stemmed_.emplace(literal, std::move(of_words)).first->second;
}

std::vector<TermAlternative> PostingLists::open(KnownClass& of_words) {
    if (++of_words.opened == 2) merge(of_words);
    std::vector<TermAlternative> alternatives;
    if (of_words.merged) {
        alternatives.push_back({PostingReader(of_words.merged)});
        return alternatives;
    }
    for (const ClassWord& word : of_words.words.words) {
        alternatives.push_back({open(terms::word(word.folded)), word.languages, word.forms});
    }
    return alternatives;
}

template <typename Visit>
void PostingLists::for_each_posting(const ClassWord& word, Visit visit) {
    const RowLanguages languages(*segment_);
    const std::string term = terms::word(word.folded);
    const Xapian::Database& postings = segment_->postings();
    for (auto at = postings.postlist_begin(term); at != postings.postlist_end(term); ++at) {
        const std::uint32_t row = *at - 1;
        if (word.languages == all_languages || (languages.bit(row) & word.languages) != 0)
            visit(row, FieldFrequency::unpack(at.get_wdf()));
    }
}

/// One list is as good as several, and quicker to walk, unless the token stream has to be asked for forms.
void PostingLists::merge(KnownClass& of_words) {
    const auto& words = of_words.words.words;
    const bool whole = std::all_of(words.begin(), words.end(), [](const auto& word) { return word.forms.empty(); });
    if (!whole || (words.size() < 2 && words[0].languages == all_languages)) return;
    if (of_words.postings * DecodedList::bytes_per_posting > bytes_left_) return;
    auto list = merged(words);
    bytes_left_ -= list->rows.size() * DecodedList::bytes_per_posting;
    of_words.merged = std::move(list);
}

std::shared_ptr<const DecodedList> PostingLists::merged(const std::vector<ClassWord>& words) {
    std::uint64_t postings = 0;
    for (const ClassWord& word : words) postings += document_frequency(terms::word(word.folded));
    return postings > segment_->articles() / 8 ? merged_by_row(words) : merged_by_sorting(words);
}

/// Many postings: a counter for each row of the segment.
std::shared_ptr<const DecodedList> PostingLists::merged_by_row(const std::vector<ClassWord>& words) {
    std::vector<FieldFrequency> sums(segment_->articles());
    for (const ClassWord& word : words)
        for_each_posting(word, [&](std::uint32_t row, FieldFrequency frequency) { sums[row] += frequency; });
    auto list = std::make_shared<DecodedList>();
    for (std::uint32_t row = 0; row < sums.size(); ++row) {
        if (sums[row].any()) list->add(row, sums[row]);
    }
    return list;
}

std::shared_ptr<const DecodedList> PostingLists::merged_by_sorting(const std::vector<ClassWord>& words) {
    std::vector<std::pair<std::uint32_t, FieldFrequency>> all;
    for (const ClassWord& word : words)
        for_each_posting(word, [&](std::uint32_t row, FieldFrequency frequency) { all.emplace_back(row, frequency); });
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    auto list = std::make_shared<DecodedList>();
    for (std::size_t i = 0; i < all.size();) {
        const std::uint32_t row = all[i].first;
        FieldFrequency sum;
        for (; i < all.size() && all[i].first == row; ++i) sum += all[i].second;
        list->add(row, sum);
    }
    return list;
}

}  // namespace dateline
