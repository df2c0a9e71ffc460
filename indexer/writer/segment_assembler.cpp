#include "indexer/writer/segment_assembler.h"

#include <xapian.h>

#include <algorithm>
#include <future>
#include <map>

#include "common/error.h"
#include "common/index/fields.h"
#include "common/index/token_stream.h"
#include "common/index/varint.h"

namespace dateline {
namespace {

void compact_postings(const std::filesystem::path& target, std::span<const SegmentPart> parts) try {
    Xapian::Database all;
    for (const SegmentPart& part : parts) all.add_database(Xapian::Database(part.postings.string()));
    all.compact(target.string(), Xapian::DBCOMPACT_SINGLE_FILE);
    sync_existing_file(target);
} catch (const Xapian::Error& error) {
    throw IoError("cannot write " + target.string() + ": " + error.get_description());
}

/// The languages of a segment's articles, as far as there are stemmers for them: each has a bit.
class StemmedLanguages {
public:
    explicit StemmedLanguages(const Analyzer& analyzer) : languages_(analyzer.settings().stemmed_languages) {}

    std::uint64_t bit(std::string_view language) const {
        const auto found = std::lower_bound(languages_.begin(), languages_.end(), language);
        if (found == languages_.end() || *found != language) return 0;
        return std::uint64_t{1} << (found - languages_.begin());
    }
    const std::vector<std::string>& all() const { return languages_; }

private:
    const std::vector<std::string>& languages_;
};

/// The forms of all parts, each list of forms once, how often each occurs, and in articles of which languages.
class AllForms {
public:
    AllForms(std::span<const SegmentPart> parts, const Analyzer& analyzer) : analyzer_(analyzer), languages_(analyzer) {
        for (const SegmentPart& part : parts) {
            if (!first_of_.try_emplace(part.forms, forms_.size()).second) continue;
            forms_.insert(forms_.end(), part.forms->begin(), part.forms->end());
        }
        uses_.resize(forms_.size());
        for (const SegmentPart& part : parts) count(part);
    }

    /// Writes the dictionary of the forms that occur.
    void write(const std::filesystem::path& path) {
        std::vector<std::size_t> used;
        std::vector<WordForm> used_forms;
        std::vector<std::uint64_t> used_counts;
        for (std::size_t i = 0; i < forms_.size(); ++i) {
            if (uses_[i].count == 0) continue;
            used.push_back(i);
            used_forms.push_back(forms_[i]);
            used_counts.push_back(uses_[i].count);
        }
        const auto numbers = write_words(path, used_forms, used_counts, stems(used), true);
        numbers_.resize(forms_.size());
        for (std::size_t i = 0; i < used.size(); ++i) numbers_[used[i]] = numbers[i];
    }

    /// Final numbers of a part's forms: element i is for number first_word_id + i.
    std::span<const std::uint32_t> numbers(const SegmentPart& part) const {
        return std::span(numbers_).subspan(first_of_.at(part.forms), part.forms->size());
    }

private:
    struct Use {
        std::uint64_t count = 0;
        std::uint64_t languages = 0;
    };

    void count(const SegmentPart& part) {
        const std::span<Use> uses = std::span(uses_).subspan(first_of_.at(part.forms), part.forms->size());
        std::uint64_t begin = 0;
        for (std::size_t row = 0; row < part.stream_ends.size(); ++row) {
            const std::uint64_t language = languages_.bit(language_of(part, row));
            for (StreamReader reader(part.streams.substr(begin, part.stream_ends[row] - begin)); !reader.done();) {
                const std::uint32_t number = reader.next();
                if (number < first_word_id) continue;
                if (number - first_word_id >= uses.size()) throw_damaged();
                Use& use = uses[number - first_word_id];
                ++use.count;
                use.languages |= language;
            }
            begin = part.stream_ends[row];
        }
    }

    static std::string_view language_of(const SegmentPart& part, std::size_t row) {
        static const Field& field = *find_field("language");
        if (part.new_columns != nullptr) return part.new_columns->first_value(field, row);
        const KeywordColumn& column = part.columns->keyword(field);
        const auto ordinals = column.of(row);
        return ordinals.empty() ? std::string_view() : column.value(ordinals.front());
    }

    /// The stems of the forms used, by language; places are those in `used`.
    std::vector<LanguageStems> stems(std::span<const std::size_t> used) const {
        std::vector<LanguageStems> all;
        for (const std::string& language : languages_.all()) {
            LanguageStems stems{language, {}};
            for (std::uint32_t i = 0; i < used.size(); ++i) {
                if ((uses_[used[i]].languages & languages_.bit(language)) == 0) continue;
                stems.stems.push_back({i, analyzer_.stem(forms_[used[i]].literal, language)});
            }
            if (!stems.stems.empty()) all.push_back(std::move(stems));
        }
        return all;
    }

    [[noreturn]] static void throw_damaged() {
        throw IndexError(IndexError::Kind::corrupt,
                         "a token stream names a word its dictionary does not have; run `indexer check`");
    }

    const Analyzer& analyzer_;
    StemmedLanguages languages_;
    std::map<const std::vector<WordForm>*, std::size_t> first_of_;
    std::vector<WordForm> forms_;
    std::vector<Use> uses_;
    std::vector<std::uint32_t> numbers_;
};

/// One article's stream with the final numbers.
void renumber(std::string_view bytes, std::span<const std::uint32_t> numbers, std::string& out) {
    for (StreamReader reader(bytes); !reader.done();) {
        const std::uint32_t number = reader.next();
        put_varint(out, number < first_word_id ? number : numbers[number - first_word_id]);
    }
}

void write_streams(const std::filesystem::path& path, std::span<const SegmentPart> parts, const AllForms& forms) {
    SectionFileWriter file(path, token_stream_kind, 2);
    std::vector<std::uint64_t> offsets{0};
    std::string out;
    file.begin_section();
    for (const SegmentPart& part : parts) {
        const auto numbers = forms.numbers(part);
        std::uint64_t begin = 0;
        for (const std::uint64_t end : part.stream_ends) {
            out.clear();
            renumber(part.streams.substr(begin, end - begin), numbers, out);
            file.write(out);
            offsets.push_back(offsets.back() + out.size());
            begin = end;
        }
    }
    file.section(offsets);
    file.finish(true);
}

void write_columns(const std::filesystem::path& path, std::span<const SegmentPart> parts) {
    ColumnsBuilder columns;
    for (const SegmentPart& part : parts) {
        if (part.columns != nullptr) columns.append(*part.columns);
        else columns.append(*part.new_columns);
    }
    columns.write(path, true);
}

void write_mentions(const std::filesystem::path& path, std::span<const SegmentPart> parts) {
    SectionFileWriter file(path, mention_places_kind, 2);
    std::vector<std::uint64_t> offsets{0};
    file.begin_section();
    for (const SegmentPart& part : parts) {
        file.write(part.mentions);
        const std::uint64_t before = offsets.back();
        for (const std::uint64_t end : part.mention_ends) offsets.push_back(before + end);
    }
    file.section(offsets);
    file.finish(true);
}

void write_stored(const std::filesystem::path& path, std::span<const SegmentPart> parts) {
    std::vector<StoredView> views;
    for (const SegmentPart& part : parts) views.push_back(part.stored);
    write_stored_articles(path, views, true);
}

}  // namespace

SegmentPart part_of(const Batch& batch, const std::vector<WordForm>& forms) {
    return {.postings = batch.postings,
            .articles = batch.articles,
            .forms = &forms,
            .stream_ends = batch.stream_ends,
            .streams = batch.streams,
            .new_columns = &batch.columns,
            .stored = batch.stored.view(),
            .mention_ends = batch.mention_ends,
            .mentions = batch.mentions};
}

SegmentPart part_of(const IndexSegment& segment, const std::filesystem::path& folder,
                    const std::vector<WordForm>& forms) {
    return {.postings = folder / segment_files::postings,
            .articles = segment.articles(),
            .forms = &forms,
            .stream_ends = segment.streams().ends(),
            .streams = segment.streams().bytes(),
            .columns = &segment.columns(),
            .stored = segment.stored().view(),
            .mention_ends = segment.mention_places().ends(),
            .mentions = segment.mention_places().bytes()};
}

void assemble_segment(const std::filesystem::path& folder, std::span<const SegmentPart> parts, const Analyzer& analyzer,
                      bool parallel) {
    auto postings = std::async(parallel ? std::launch::async : std::launch::deferred,
                               [&] { compact_postings(folder / segment_files::postings, parts); });
    AllForms forms(parts, analyzer);
    forms.write(folder / segment_files::words);
    write_streams(folder / segment_files::stream, parts, forms);
    write_columns(folder / segment_files::columns, parts);
    write_stored(folder / segment_files::articles, parts);
    write_mentions(folder / segment_files::mentions, parts);
    postings.get();
    sync_folder(folder);
}

}  // namespace dateline
