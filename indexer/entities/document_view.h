#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/entities/lexicon.h"
#include "indexer/entities/number_set.h"
#include "indexer/entities/word_form.h"

namespace dateline::entities {

/// A document's words with what the rest of it tells about each: what features are made of. One view serves one
/// document after another; it keeps its memory, and the forms of words that it has met.
class DocumentView {
public:
    /// Words of a document, sentence by sentence. The texts must live while look() runs.
    struct Words {
        std::vector<std::string_view> words;
        std::vector<std::uint32_t> sentences;  ///< the index of each one's first word

        void clear() {
            words.clear();
            sentences.clear();
        }
    };

    /// Words that begin with a capital in an unbroken row inside a sentence.
    struct Run {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;  ///< exclusive; 0: the word is in no run
    };

    /// Other places where the same word stands with a capital, at most this many.
    static constexpr std::size_t most_occurrences = 7;

    struct Evidence {
        bool inside_sentence = false;  ///< it has its capital where no sentence begins
        std::uint8_t occurrences = 0;
        std::uint32_t places[most_occurrences] = {};
    };

    /// Always the same lexicon.
    void look(const Words& words, const Lexicon& lexicon);

    std::size_t size() const { return form_of_token_.size(); }
    /// The form of a token; one that stands for nothing before and behind the sentence of `token`.
    const WordForm& form(std::size_t token) const { return forms_[form_of_token_[token]]; }
    std::uint32_t form_number(std::size_t token) const { return form_of_token_[token]; }
    /// Forms met so far, of this document and those before.
    std::size_t known_forms() const { return forms_.size(); }
    /// How often the view has forgotten all forms to bound its memory: from then on their numbers mean others.
    std::size_t forgettings() const { return forgettings_; }

    std::span<const std::uint32_t> sentences() const { return sentences_; }  ///< with the end of the last
    std::uint32_t sentence_of(std::size_t token) const { return sentence_of_token_[token]; }
    bool is_in_capitals(std::size_t sentence) const { return in_capitals_[sentence]; }

    /// Which lists' names the token is part of: a bit for each list and its place (BIES) in the name, list * 4 + place.
    std::uint64_t listed(std::size_t token) const { return listed_[token]; }
    Run run(std::size_t token) const { return runs_[token]; }
    /// Runs joined across one or two small words that stand in names (`of`, `and the`); none where nothing is joined.
    Run wide_run(std::size_t token) const { return wide_runs_[token]; }

    /// How much the document speaks of sports and of markets, where clubs and firms are named like places and people.
    std::uint8_t topic() const { return topic_; }

    static constexpr std::uint32_t no_group = 0xFFFFFFFF;

    /// Nothing for a word without a capital.
    const Evidence* evidence(std::size_t token) const {
        return group_of_token_[token] == no_group ? nullptr : &evidence_[group_of_token_[token]];
    }
    bool seen_in_lower_case(std::size_t token) const { return small_words_.contains(form(token).lower); }

    /// The same by number: tokens whose looked-up words are equal have one.
    std::uint32_t evidence_number(std::size_t token) const { return group_of_token_[token]; }
    std::size_t evidences() const { return evidence_.size(); }

    /// Whether a word may be part of a name at all: it has a capital or stands within two words of one. Others are
    /// never asked about, which halves the work.
    bool is_candidate(std::size_t token) const { return candidates_[token]; }
    /// The candidates that names consist of, in all but a few of ten thousand: without small words that no capital
    /// follows, and without words that are never names by themselves where no capital stands next to them ("The man",
    /// "on Tuesday"). Learning sees all candidates, tagging asks about these alone, which halves the work once more.
    bool is_likely(std::size_t token) const { return likely_[token]; }

private:
    void take_words(const Words& words, const Lexicon& lexicon);
    void find_sentences_in_capitals();
    void find_candidates();
    void find_likely();
    bool has_capital_within(std::size_t first, std::size_t end) const;
    bool may_be_in_name(std::size_t token, std::size_t begin, std::size_t end) const;
    void find_runs();
    void find_wide_runs();
    void find_topic();
    void find_evidence();
    void find_listed(const Lexicon& lexicon);
    std::uint64_t looked_up(std::size_t token) const;

    std::vector<WordForm> forms_;
    NumberSet form_numbers_;
    std::size_t forgettings_ = 0;
    std::vector<std::uint32_t> last_document_;  ///< by form: the document it was met in last
    std::uint32_t document_ = 0;                ///< number of the one at hand
    std::vector<std::uint32_t> forms_here_;     ///< of the document at hand, each once
    std::vector<std::uint32_t> form_of_token_;
    std::vector<std::uint32_t> sentences_;
    std::vector<std::uint32_t> sentence_of_token_;
    std::vector<bool> in_capitals_;
    std::vector<bool> candidates_;
    std::vector<bool> likely_;
    std::vector<std::uint64_t> listed_;
    std::vector<Run> runs_;
    std::vector<Run> wide_runs_;
    std::uint8_t topic_ = 0;
    NumberSet small_words_;
    NumberSet groups_;
    std::vector<std::uint32_t> group_of_token_;
    std::vector<Evidence> evidence_;
};

}  // namespace dateline::entities
