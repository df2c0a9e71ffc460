#include "indexer/writer/batch.h"

#include <tsl/robin_map.h>
#include <xapian.h>
#include <xxhash.h>

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "common/error.h"
#include "common/index/article_text.h"
#include "common/index/field_frequency.h"
#include "common/index/fields.h"
#include "common/index/mention_words.h"
#include "common/index/terms.h"
#include "common/index/token_stream.h"
#include "common/index/varint.h"
#include "common/text/folding.h"
#include "common/text/segmenter.h"

namespace dateline {
namespace {

/// Longer forms are cut in the dictionary: nobody quotes them, and one line of base64 must not fill it.
constexpr std::size_t max_literal_bytes = 255;
constexpr std::uint32_t no_term = std::numeric_limits<std::uint32_t>::max();

struct TransparentHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return XXH3_64bits(text.data(), text.size()); }
};

/// The keys stand beside their hashes in one array: half the misses of a map of nodes.
template <typename Value>
using StringMap = tsl::robin_map<std::string, Value, TransparentHash, std::equal_to<>,
                                 std::allocator<std::pair<std::string, Value>>, true>;

/// What is known of a word form.
struct KnownForm {
    std::uint32_t number = 0;       ///< in the word table
    std::uint32_t folded_term = 0;  ///< number of Terms
};

/// Xapian terms met so far, numbered, with the counts of the article at hand.
class Terms {
public:
    std::uint32_t number(std::string term) {
        const auto [found, is_new] = numbers_.try_emplace(term, static_cast<std::uint32_t>(terms_.size()));
        if (is_new) {
            counts_.push_back({.sort_key = first_bytes(term)});
            terms_.push_back(std::move(term));
        }
        return found->second;
    }

    void count(std::uint32_t term, TextField field) {
        Counts& counts = counts_[term];
        if (!counts.touched) {
            counts.touched = true;
            touched_.emplace_back(counts.sort_key, term);
        }
        ++counts.frequency.count[static_cast<std::size_t>(field)];
    }

    /// Gives each term counted and its packed frequencies to `visit` and forgets the counts. The terms come in the
    /// order of their first eight bytes, which is nearly that of all their bytes: Xapian takes sorted terms faster, and
    /// comparing numbers costs a tenth of comparing strings.
    template <typename Visit>
    void take(Visit visit) {
        std::sort(touched_.begin(), touched_.end());
        for (const auto& [sort_key, term] : touched_) {
            visit(terms_[term], counts_[term].frequency.pack());
            counts_[term] = {.sort_key = sort_key};
        }
        touched_.clear();
    }

    std::size_t size() const { return terms_.size(); }
    void clear() {
        numbers_.clear();
        terms_.clear();
        counts_.clear();
    }

private:
    struct Counts {
        std::uint64_t sort_key = 0;
        FieldFrequency frequency{};
        bool touched = false;
    };

    static std::uint64_t first_bytes(std::string_view term) {
        std::uint64_t bytes = 0;
        for (std::size_t i = 0; i < sizeof bytes; ++i) {
            bytes = bytes << 8U | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0U);
        }
        return bytes;
    }

    StringMap<std::uint32_t> numbers_;
    std::vector<std::string> terms_;
    std::vector<Counts> counts_;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> touched_;  ///< sort key, term
};

Xapian::WritableDatabase create_database(const std::filesystem::path& folder) {
    // No term list: segments never change, so Xapian need not find the terms of a document again. No sync: the database
    // is read back and compacted by this process, and worth nothing after a crash.
    constexpr int flags = Xapian::DB_BACKEND_GLASS | Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_TERMLIST |
                          Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;
    return Xapian::WritableDatabase(folder.string(), flags);
}

}  // namespace

std::size_t Batch::bytes() const {
    return stream_ends.size() * sizeof(std::uint64_t) + streams.size() + columns.bytes() + stored.bytes() +
           mention_ends.size() * sizeof(std::uint64_t) + mentions.size();
}

ContentHash content_hash(const Article& article) {
    std::string bytes;
    bytes.reserve(article.body.size() + article.title.size() + article.lead.size() + 1024);
    for (const std::string* text :
         {&article.id, &article.title, &article.lead, &article.body, &article.source, &article.section}) {
        put_string(bytes, *text);
    }
    for (const Caption& caption : article.captions) {
        put_string(bytes, caption.text);
        put_string(bytes, caption.credit);
    }
    put_string(bytes, article.published ? to_iso(article.published->date) + article.published->from : std::string());
    for (const auto* list : {&article.authors, &article.agencies}) {
        put_varint(bytes, list->size());
        for (const std::string& value : *list) put_string(bytes, value);
    }
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    return {hash.low64, hash.high64};
}

class BatchBuilder::Indexing {
public:
    explicit Indexing(std::size_t most_remembered) : most_remembered_(most_remembered) {}

    Batch build(std::span<const HashedArticle> articles, const std::filesystem::path& postings,
                const std::shared_ptr<WordTable>& words) {
        if (words != words_) forget();
        words_ = words;
        Batch batch;
        batch.postings = postings;
        batch.words = words;
        Xapian::WritableDatabase database = create_database(postings);
        for (const HashedArticle& article : articles) {
            if (std::max(terms_.size(), forms_.size()) > most_remembered_) forget();
            database.add_document(index(article, batch));
        }
        database.commit();
        database.close();
        batch.stored.close_block();
        batch.articles = static_cast<std::uint32_t>(articles.size());
        return batch;
    }

private:
    void forget() {
        forms_.clear();
        terms_.clear();
        pairs_.clear();
    }

    Xapian::Document index(const HashedArticle& hashed, Batch& batch) {
        const Article& article = hashed.article;
        const ArticleTexts texts = texts_of(article);
        FieldLengths lengths{};
        MentionPlacer placer(texts, hashed.mentions);
        std::uint32_t words_before = 0;
        for (const TextField field : text_fields) {
            if (field != TextField::title) put_varint(batch.streams, stream::field_break);
            const std::size_t words = index_text(texts[field], field, batch.streams);
            placer.place(field, segments_, words_before);
            words_before += static_cast<std::uint32_t>(words);
            lengths[static_cast<std::size_t>(field)] = static_cast<std::uint16_t>(std::min<std::size_t>(words, 65535));
        }
        batch.stream_ends.push_back(batch.streams.size());

        Xapian::Document document;
        terms_.take([&](const std::string& term, std::uint32_t frequency) { document.add_term(term, frequency); });
        document.add_boolean_term(terms::id(article.id));
        add_columns(hashed, lengths, placer, batch, document);
        MentionPlaceWriter places(batch.mentions);
        for (const MentionPlace& place : placer.places()) places.add(place);
        batch.mention_ends.push_back(batch.mentions.size());
        batch.stored.add(article);
        return document;
    }

    std::size_t index_text(std::string_view text, TextField field, std::string& streams) {
        segments_.clear();
        segment(text, segments_);
        std::uint32_t last_character = no_term;
        for (const Segment& place : segments_) {
            const std::string_view literal =
                text.substr(place.begin, std::min<std::size_t>(place.end - place.begin, max_literal_bytes));
            const KnownForm form = known_form(literal);
            if (place.break_before == Break::sentence) put_varint(streams, stream::sentence_break);
            if (place.break_before == Break::paragraph) put_varint(streams, stream::paragraph_break);
            put_varint(streams, form.number);
            terms_.count(form.folded_term, field);
            if (place.break_before == Break::paragraph) last_character = no_term;
            if (place.character && last_character != no_term)
                terms_.count(pair_term(last_character, form.folded_term), field);
            last_character = place.character ? form.folded_term : no_term;
        }
        return segments_.size();
    }

    KnownForm known_form(std::string_view literal) {
        if (const auto known = forms_.find(literal); known != forms_.end()) return known->second;
        const std::string folded = fold(literal);
        const KnownForm form{words_->number(folded, literal), terms_.number(terms::word(folded))};
        if (form.folded_term >= folded_of_term_.size()) folded_of_term_.resize(form.folded_term + 1);
        folded_of_term_[form.folded_term] = folded;
        forms_.emplace(std::string(literal), form);
        return form;
    }

    std::uint32_t pair_term(std::uint32_t first, std::uint32_t second) {
        const std::uint64_t key = std::uint64_t{first} << 32U | second;
        if (const auto known = pairs_.find(key); known != pairs_.end()) return known->second;
        return pairs_.emplace(key, terms_.number(terms::pair(folded_of_term_[first], folded_of_term_[second])))
            .first->second;
    }

    static void add_columns(const HashedArticle& hashed, const FieldLengths& lengths, const MentionPlacer& mentions,
                            Batch& batch, Xapian::Document& document) {
        const Article& article = hashed.article;
        std::vector<std::vector<std::string>> values;
        for (const Field* field : keyword_columns()) {
            values.push_back(field->placed ? mentions.values(field->name) : field->values(article));
            if (field->prefix.empty()) continue;
            for (const std::string& value : values.back()) add_keyword_terms(*field, value, document);
        }
        batch.columns.add(PackedDate::pack(article.published),
                          article.published ? article.published->date.offset_minutes : std::int16_t{0}, lengths,
                          hashed.hash, values);
    }

    /// A keyword is found by each of its words; whether a phrase of them stands in one value is decided on the value.
    static void add_keyword_terms(const Field& field, const std::string& value, Xapian::Document& document) {
        std::vector<Segment> places;
        segment(value, places);
        for (const Segment& place : places) {
            document.add_boolean_term(terms::keyword(
                field.prefix, fold(std::string_view(value).substr(place.begin, place.end - place.begin))));
        }
    }

    std::size_t most_remembered_;
    std::shared_ptr<WordTable> words_;
    StringMap<KnownForm> forms_;
    Terms terms_;
    std::vector<std::string> folded_of_term_;
    std::unordered_map<std::uint64_t, std::uint32_t> pairs_;
    std::vector<Segment> segments_;
};

BatchBuilder::BatchBuilder(std::size_t most_remembered) : indexing_(std::make_unique<Indexing>(most_remembered)) {}
BatchBuilder::BatchBuilder(BatchBuilder&&) noexcept = default;
BatchBuilder& BatchBuilder::operator=(BatchBuilder&&) noexcept = default;
BatchBuilder::~BatchBuilder() = default;

Batch BatchBuilder::build(std::span<const HashedArticle> articles, const std::filesystem::path& postings,
                          const std::shared_ptr<WordTable>& words) try {
    return indexing_->build(articles, postings, words);
} catch (const Xapian::Error& error) {
    throw IoError("cannot write " + postings.string() + ": " + error.get_description());
}

}  // namespace dateline
