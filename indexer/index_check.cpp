#include "indexer/index_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "common/error.h"
#include "common/index/article_text.h"
#include "common/index/index.h"
#include "common/index/mention_words.h"
#include "common/index/terms.h"

namespace dateline {
namespace {

/// Past this many a segment's problems are only counted.
constexpr std::size_t most_problems = 20;

class SegmentCheck {
public:
    SegmentCheck(const IndexSegment& segment, const Analyzer& analyzer) : segment_(segment), analyzer_(analyzer) {}

    std::vector<std::string> run() {
        check_files();
        if (!problems_.empty()) return problems_;  // what follows would read damaged bytes
        check_articles();
        check_lists();
        check_stems();
        if (found_ > problems_.size())
            problems_.push_back(fmt::format("{}: {} more", name(), found_ - problems_.size()));
        return problems_;
    }

private:
    const std::string& name() const { return segment_.entry().name; }

    void problem(const std::string& what) {
        if (++found_ <= most_problems) problems_.push_back("segment " + name() + ": " + what);
    }

    void check_files() {
        for (const SectionFile* file :
             {&segment_.words().file(), &segment_.streams().file(), &segment_.columns().file(),
              &segment_.stored().file(), &segment_.mention_places().file()}) {
            if (!file->verify()) problem(file->path().filename().string() + " does not fit its checksum");
        }
        const std::string complaint = segment_.check_postings();
        if (!complaint.empty()) problem("Xapian finds its lists damaged: " + complaint);
    }

    void check_articles() {
        forms_ = segment_.words().forms();
        for (std::size_t row = 0; row < segment_.articles(); ++row) {
            const Article article = segment_.article(row);
            if (article.id.empty()) problem(fmt::format("article {} has no id", row));
            if (!segment_.deletions().contains(row) && segment_.find(article.id) != row) {
                problem(fmt::format("article {} is not found by its id {}", row, article.id));
            }
            check_words(row, article);
            check_mentions(row, article);
        }
    }

    /// Found again in the stored texts and placed anew, mentions must give the same places and values.
    void check_mentions(std::size_t row, const Article& article) {
        const std::vector<Mention> mentions = segment_.mentions(row, article);
        const ArticleTexts texts = texts_of(article);
        MentionPlacer placer(texts, mentions);
        std::uint32_t words_before = 0;
        std::vector<Segment> words;
        for (const TextField field : text_fields) {
            words.clear();
            segment(texts[field], words);
            placer.place(field, words, words_before);
            words_before += static_cast<std::uint32_t>(words.size());
        }
        std::string places;
        MentionPlaceWriter writer(places);
        for (const MentionPlace& place : placer.places()) writer.add(place);
        if (places != segment_.mention_places().bytes_of(row))
            problem(fmt::format("article {}: its mentions do not stand where its texts have them", row));
        for (const Field* field : keyword_columns()) {
            if (field->placed && values_of(row, *field) != placer.values(field->name))
                problem(fmt::format("article {}: its values of {} are not those of its mentions", row, field->name));
        }
    }

    std::vector<std::string> values_of(std::size_t row, const Field& field) const {
        const KeywordColumn& column = segment_.columns().keyword(field);
        std::vector<std::string> values;
        for (const std::uint32_t ordinal : column.of(row)) values.emplace_back(column.value(ordinal));
        return values;
    }

    /// The stored text, cut into words again, must be the token stream, word for word and break for break.
    void check_words(std::size_t row, const Article& article) {
        const ArticleTexts texts = texts_of(article);
        StreamReader stream(segment_.streams().of(row));
        std::map<std::string_view, int> words_of_article;
        std::vector<bool>& forms_of_language = forms_of_language_[article.language];
        forms_of_language.resize(forms_.size());
        for (const TextField field : text_fields) {
            const auto next = [&] { return stream.done() ? stream::field_break : stream.next(); };
            if (field != TextField::title && next() != stream::field_break) return differs(row, field);
            const std::string_view text = texts[field];
            std::size_t words = 0;
            for (const Token& token : analyzer_.tokens(text)) {
                const std::uint32_t expected_break =
                    token.place.break_before == Break::sentence ? stream::sentence_break : stream::paragraph_break;
                std::uint32_t number = next();
                if (token.place.break_before != Break::none) {
                    if (number != expected_break) return differs(row, field);
                    number = next();
                }
                if (number < first_word_id || number - first_word_id >= forms_.size()) return differs(row, field);
                const WordForm& form = forms_[number - first_word_id];
                if (form.folded != token.folded) return differs(row, field);
                words_of_article.emplace(form.folded, 0);
                forms_of_language[number - first_word_id] = true;
                ++words;
            }
            if (std::min<std::size_t>(words, 65535) !=
                segment_.columns().lengths()[row][static_cast<std::size_t>(field)]) {
                problem(fmt::format("article {}: its {} has another length than its column says", row,
                                    name_of_field(field)));
            }
        }
        if (!stream.done()) return differs(row, TextField::caption);
        for (const auto& [word, unused] : words_of_article) ++document_frequencies_[word];
    }

    static std::string_view name_of_field(TextField field) {
        for (const Field& row : fields()) {
            if (row.kind == FieldKind::text && row.text_field == field) return row.name;
        }
        return "text";
    }

    void differs(std::size_t row, TextField field) {
        problem(
            fmt::format("article {}: the words of its {} are not those of its stored text", row, name_of_field(field)));
    }

    void check_lists() {
        if (!problems_.empty()) return;
        for (const auto& [word, frequency] : document_frequencies_) {
            const auto listed = segment_.document_frequency(terms::word(word));
            if (listed != frequency)
                problem(fmt::format("'{}' occurs in {} articles, its list has {}", word, frequency, listed));
        }
    }

    /// Every form must be found by its stem in each language it occurs in.
    void check_stems() {
        if (!problems_.empty()) return;
        const Words& words = segment_.words();
        const auto& tables = words.stemmed_languages();
        for (const auto& [language, occurs] : forms_of_language_) {
            if (!analyzer_.has_stemmer(language)) continue;
            const auto table = std::find(tables.begin(), tables.end(), language);
            for (std::size_t i = 0; i < occurs.size(); ++i) {
                if (!occurs[i]) continue;
                const std::string stem = analyzer_.stem(forms_[i].literal, language);
                const std::uint32_t position = static_cast<std::uint32_t>(words.lower_bound(forms_[i].folded));
                const bool is_listed = table != tables.end() && [&] {
                    const auto listed = words.words_of_stem(static_cast<std::size_t>(table - tables.begin()), stem);
                    return std::binary_search(listed.begin(), listed.end(), position);
                }();
                if (!is_listed)
                    problem(fmt::format("'{}' is not found by its stem in {}", forms_[i].literal, language));
            }
        }
    }

    const IndexSegment& segment_;
    const Analyzer& analyzer_;
    std::vector<WordForm> forms_;
    std::map<std::string, std::vector<bool>> forms_of_language_;
    std::map<std::string_view, std::uint64_t> document_frequencies_;
    std::vector<std::string> problems_;
    std::size_t found_ = 0;
};

/// An id in two segments would be found twice.
void check_ids(const Index& index, std::vector<std::string>& problems) {
    for (std::size_t i = 0; i < index.segments().size(); ++i) {
        const IndexSegment& segment = *index.segments()[i];
        for (std::size_t row = 0; row < segment.articles(); ++row) {
            if (segment.deletions().contains(row)) continue;
            const std::string_view id = segment.stored().card(row).id;
            for (std::size_t j = i + 1; j < index.segments().size(); ++j) {
                if (index.segments()[j]->find(id))
                    problems.push_back(fmt::format("the article with id {} is there twice", id));
            }
        }
    }
}

}  // namespace

std::vector<std::string> check_index(const std::filesystem::path& folder,
                                     const std::function<void(const std::string&)>& progress) {
    const Index index = Index::open(folder);
    const Analyzer analyzer = index.analyzer();
    std::vector<std::string> problems;
    for (const auto& segment : index.segments()) {
        progress(segment->entry().name);
        try {
            const auto found = SegmentCheck(*segment, analyzer).run();
            problems.insert(problems.end(), found.begin(), found.end());
        } catch (const std::exception& error) {
            problems.push_back("segment " + segment->entry().name + ": " + error.what());
        }
    }
    if (problems.empty()) check_ids(index, problems);
    return problems;
}

}  // namespace dateline
