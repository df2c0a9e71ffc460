// What an index knows of a thing by its name: Searcher::entity.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "common/error.h"
#include "common/text/folding.h"
#include "searcher/entity_profile.h"
#include "searcher/match/date_counts.h"
#include "searcher/match/date_unit.h"
#include "searcher/match/deadline.h"
#include "searcher/match/keyword_cursor.h"
#include "searcher/query/tree.h"
#include "searcher/search.h"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 4> types_of_names{"person", "org", "place", "misc"};
constexpr std::size_t most_others = 5;
constexpr std::size_t most_forms = 8;

/// The articles that count, segment by segment, in the order of their rows.
using RowsOfSegments = std::vector<std::vector<std::uint32_t>>;

RowsOfSegments all_rows(const Index& index) {
    RowsOfSegments rows;
    for (const auto& segment : index.segments()) {
        rows.emplace_back();
        for (std::uint32_t row = 0; row < segment->articles(); ++row) {
            if (!segment->deletions().contains(row)) rows.back().push_back(row);
        }
    }
    return rows;
}

RowsOfSegments rows_of(const std::vector<Hit>& hits, std::size_t segments) {
    RowsOfSegments rows(segments);
    for (const Hit& hit : hits) rows[hit.segment].push_back(hit.row);
    for (auto& of_segment : rows) std::ranges::sort(of_segment);
    return rows;
}

/// In how many of these articles each name stands.
std::vector<std::uint64_t> count_articles(const ValueNames& names, const std::vector<std::uint32_t>& rows,
                                          Deadline& deadline) {
    constexpr std::uint32_t no_row = 0xFFFFFFFF;
    std::vector<std::uint64_t> counts(names.size());
    std::vector<std::uint32_t> last_row(names.may_repeat() ? names.size() : 0, no_row);
    for (const std::uint32_t row : rows) {
        deadline.check();
        names.each(row, [&](std::uint32_t name) {
            if (last_row.empty() || std::exchange(last_row[name], row) != row) ++counts[name];
        });
    }
    return counts;
}

/// How nearly a name is the one asked for, as the number of times its articles count: with it among other words, the
/// same but for case and diacritics, or the same. So a family name finds the man who is named whole in many articles,
/// though a few name him by it alone.
enum class Likeness : std::uint8_t { has_it = 1, folded = 5, same = 10 };

struct NameCandidate {
    NamedThing thing;
    Likeness likeness = Likeness::has_it;

    std::uint64_t worth() const { return thing.articles * static_cast<std::uint64_t>(likeness); }
};

/// What may be meant by a name, the best first.
std::vector<NameCandidate> candidates(const std::string& name, const std::string& type, const RowsOfSegments& rows,
                                      MatchContext& context) {
    const query::NodePtr asked = query::make_node(query::Phrase{name, query::Exactness::folded, {}});
    const std::string folded = fold(name);
    std::map<std::pair<std::string_view, std::string>, NameCandidate> all;
    for (std::size_t segment = 0; segment < rows.size(); ++segment) {
        for (const std::string_view field : types_of_names) {
            if (!type.empty() && type != field) continue;
            const ValueNames& names = context.names(segment).of(*find_field(field));
            const std::vector<bool> matching = matching_names(names, *asked, context.analyzer());
            if (std::ranges::find(matching, true) == matching.end()) continue;
            const std::vector<std::uint64_t> counts = count_articles(names, rows[segment], context.deadline());
            for (std::uint32_t number = 0; number < names.size(); ++number) {
                if (!matching[number] || counts[number] == 0) continue;
                NameCandidate& found = all[{field, std::string(names.name(number))}];
                found.thing = {field, std::string(names.name(number)), found.thing.articles + counts[number]};
            }
            // An alias is as good as the name.
            for (const ValueNames::Also& also : names.also()) {
                const auto found = all.find({field, std::string(names.name(also.number))});
                if (found != all.end() && also.written == name) found->second.likeness = Likeness::same;
            }
        }
    }
    std::vector<NameCandidate> sorted;
    for (auto& [key, candidate] : all) {
        if (candidate.thing.name == name) candidate.likeness = Likeness::same;
        else if (fold(candidate.thing.name) == folded)
            candidate.likeness = std::max(candidate.likeness, Likeness::folded);
        sorted.push_back(std::move(candidate));
    }
    std::ranges::stable_sort(sorted,
                             [](const NameCandidate& a, const NameCandidate& b) { return a.worth() > b.worth(); });
    return sorted;
}

/// Goes through the articles and gathers what a profile tells of one thing.
class ProfileGatherer {
public:
    ProfileGatherer(MatchContext& context, const RowsOfSegments& rows, const NamedThing& thing)
        : context_(context), rows_(rows), thing_(thing), field_(*find_field(thing.type)) {
        for (std::size_t segment = 0; segment < rows.size(); ++segment) named_.push_back(rows_that_name(segment));
    }

    std::uint64_t articles() const {
        return std::accumulate(named_.begin(), named_.end(), std::uint64_t{0},
                               [](std::uint64_t sum, const auto& rows) { return sum + rows.size(); });
    }

    Timeline timeline(DateUnit unit) const {
        DateCounts counts;
        for (std::size_t segment = 0; segment < named_.size(); ++segment) {
            for (const std::uint32_t row : named_[segment]) counts.add(dates(segment)[row]);
        }
        return counts.timeline(unit);
    }

    CompanionsOfType companions(std::string_view type, std::size_t most) const {
        const Field& field = *find_field(type);
        std::map<std::string, Companion, std::less<>> by_name;
        std::uint64_t all = 0;
        for (std::size_t segment = 0; segment < rows_.size(); ++segment) {
            const ValueNames& names = context_.names(segment).of(field);
            const std::vector<std::uint64_t> both = count_articles(names, named_[segment], context_.deadline());
            for (std::uint32_t number = 0; number < both.size(); ++number) {
                if (both[number] > 0) by_name[std::string(names.name(number))].articles += both[number];
            }
            all += rows_[segment].size();
        }
        if (type == thing_.type) by_name.erase(thing_.name);
        add_all_articles(field, by_name);
        CompanionsOfType found{type, {}};
        for (auto& [name, companion] : by_name) {
            companion.name = name;
            companion.association = log_likelihood_ratio(companion.articles, articles(), companion.all_articles, all);
            found.companions.push_back(std::move(companion));
        }
        std::ranges::stable_sort(found.companions, std::greater<>{}, &Companion::association);
        if (found.companions.size() > most) found.companions.resize(most);
        return found;
    }

    /// The forms it is written in, and how often it is named at all.
    std::uint64_t count_forms(std::vector<WrittenForm>& forms) const {
        std::map<std::string, std::uint64_t> by_form;
        std::uint64_t mentions = 0;
        for (std::size_t segment = 0; segment < named_.size(); ++segment) {
            std::map<std::vector<std::uint32_t>, std::pair<std::uint64_t, FormPlace>> by_words;
            for (const std::uint32_t row : named_[segment]) {
                context_.deadline().check();
                mentions += add_forms(segment, row, by_words);
            }
            for (const auto& [words, form] : by_words) by_form[text_of(segment, form.second)] += form.first;
        }
        for (const auto& [text, count] : by_form) {
            if (!text.empty()) forms.push_back({text, count});
        }
        std::ranges::stable_sort(forms, std::greater<>{}, &WrittenForm::mentions);
        if (forms.size() > most_forms) forms.resize(most_forms);
        return mentions;
    }

    /// The mention of the earliest dated article, or of the latest.
    std::optional<EntityMention> mention(bool latest) const {
        std::optional<std::pair<std::size_t, std::uint32_t>> best;
        std::int64_t best_date = 0;
        for (std::size_t segment = 0; segment < named_.size(); ++segment) {
            for (const std::uint32_t row : named_[segment]) {
                const PackedDate date = dates(segment)[row];
                if (date.is_undated()) continue;
                const bool is_better = latest ? date.value > best_date : date.value < best_date;
                if (best && !is_better) continue;
                best = {segment, row};
                best_date = date.value;
            }
        }
        if (!best) return std::nullopt;
        const auto place = first_place(best->first, best->second);
        if (!place) return std::nullopt;
        const SentenceReader reader(segment_of(best->first), best->second, context_.analyzer());
        auto sentence = reader.sentence(*place, nullptr);
        if (!sentence) return std::nullopt;
        return EntityMention{reader.source(), std::move(*sentence)};
    }

private:
    struct FormPlace {
        std::uint32_t row = 0;
        MentionPlace place;
    };
    using FormsByWords = std::map<std::vector<std::uint32_t>, std::pair<std::uint64_t, FormPlace>>;

    const IndexSegment& segment_of(std::size_t segment) const { return *context_.index().segments()[segment]; }
    std::span<const PackedDate> dates(std::size_t segment) const { return segment_of(segment).columns().dates(); }

    std::vector<std::uint32_t> rows_that_name(std::size_t segment) {
        const ValueNames& names = context_.names(segment).of(field_);
        const auto number = names.find(thing_.name);
        std::vector<std::uint32_t> found;
        if (!number) return found;
        for (const std::uint32_t row : rows_[segment]) {
            context_.deadline().check();
            bool has_it = false;
            names.each(row, [&](std::uint32_t name) { has_it = has_it || name == *number; });
            if (has_it) found.push_back(row);
        }
        return found;
    }

    void add_all_articles(const Field& field, std::map<std::string, Companion, std::less<>>& by_name) const {
        for (std::size_t segment = 0; segment < rows_.size(); ++segment) {
            const ValueNames& names = context_.names(segment).of(field);
            const std::vector<std::uint64_t> all = count_articles(names, rows_[segment], context_.deadline());
            for (std::uint32_t number = 0; number < all.size(); ++number) {
                if (all[number] == 0) continue;
                const auto companion = by_name.find(names.name(number));
                if (companion != by_name.end()) companion->second.all_articles += all[number];
            }
        }
    }

    /// The places of an article where the thing is named.
    template <typename Take>
    void each_place(std::size_t segment, std::uint32_t row, Take&& take) const {
        const ValueNames& names = context_.names(segment).of(field_);
        const auto number = names.find(thing_.name);
        MentionPlaceReader places = segment_of(segment).mention_places().of(row);
        while (const auto place = places.next()) {
            if (!is_entity(place->kind)) continue;
            const Field& column = *columns_[static_cast<std::size_t>(place->kind)];
            const auto ordinals = segment_of(segment).columns().keyword(column).of(row);
            if (place->value < ordinals.size() && number &&
                names.number(column, ordinals[place->value], row) == *number)
                take(*place);
        }
    }

    std::optional<MentionPlace> first_place(std::size_t segment, std::uint32_t row) const {
        std::optional<MentionPlace> first;
        each_place(segment, row, [&](const MentionPlace& place) {
            if (!first) first = place;
        });
        return first;
    }

    std::uint64_t add_forms(std::size_t segment, std::uint32_t row, FormsByWords& forms) const {
        std::vector<MentionPlace> places;
        each_place(segment, row, [&](const MentionPlace& place) { places.push_back(place); });
        if (places.empty()) return 0;
        ArticleWords words;
        words.decode(segment_of(segment).streams().of(row));
        for (const MentionPlace& place : places) {
            const auto ids = words.ids();
            if (place.first_word + place.words > ids.size()) continue;
            const auto written = ids.subspan(place.first_word, place.words);
            auto& form = forms[{written.begin(), written.end()}];
            if (form.first++ == 0) form.second = {row, place};
        }
        return places.size();
    }

    /// As it stands in the text: words alone have lost their hyphens and full stops.
    std::string text_of(std::size_t segment, const FormPlace& form) const {
        const SentenceReader reader(segment_of(segment), form.row, context_.analyzer());
        return reader.text(form.place);
    }

    MatchContext& context_;
    const RowsOfSegments& rows_;
    const NamedThing& thing_;
    const Field& field_;
    RowsOfSegments named_;
    std::array<const Field*, types_of_names.size()> columns_ = [] {
        std::array<const Field*, types_of_names.size()> columns{};
        for (std::size_t i = 0; i < columns.size(); ++i)
            columns.at(i) = find_field(field_of(static_cast<MentionKind>(i)));
        return columns;
    }();
};

std::vector<std::string> aliases_of(const NamedThing& thing, const Aliases* aliases) {
    std::vector<std::string> names;
    if (aliases == nullptr) return names;
    const TypedName called{find_field(thing.type), thing.name};
    for (const auto& [from, to] : aliases->called()) {
        if (to && *to == called && from.name != thing.name) names.push_back(from.name);
    }
    return names;
}

}  // namespace

std::optional<EntityProfile> Searcher::entity(const EntityRequest& request) {
    const auto begin = std::chrono::steady_clock::now();
    const auto unit = date_unit(request.unit);
    if (!unit) throw UsageError(fmt::format("there is no timeline by '{}'", request.unit));
    if (!request.type.empty() && std::ranges::find(types_of_names, request.type) == types_of_names.end())
        throw UsageError(fmt::format("'{}' is no type of name; there are person, org, place and misc", request.type));
    begin_answer(request.articles);
    EntityProfile profile;
    RowsOfSegments rows;
    if (request.articles.query.empty()) {
        rows = all_rows(index_);
    } else {
        Request asked = request.articles;
        asked.limit = index_.articles();
        asked.offset = 0;
        asked.match = MatchMode::all;
        asked.facets.clear();
        asked.timeline.clear();
        Answer found = answer(asked);
        profile.interpreted = found.interpreted;
        rows = rows_of(found.matches.best, index_.segments().size());
    }
    for (const auto& of_segment : rows) profile.all_articles += of_segment.size();
    const std::vector<NameCandidate> named = candidates(request.name, request.type, rows, *context_);
    if (named.empty()) return std::nullopt;
    const NamedThing& thing = named.front().thing;
    for (std::size_t i = 1; i < named.size() && i <= most_others; ++i) profile.others.push_back(named[i].thing);
    const ProfileGatherer gatherer(*context_, rows, thing);
    profile.name = thing.name;
    profile.type = thing.type;
    profile.aliases = aliases_of(thing, request.articles.aliases.get());
    profile.articles = gatherer.articles();
    profile.mentions = gatherer.count_forms(profile.written);
    profile.timeline = gatherer.timeline(*unit);
    profile.first = gatherer.mention(false);
    profile.latest = gatherer.mention(true);
    for (const std::string_view type : types_of_names)
        profile.companions.push_back(gatherer.companions(type, request.companions));
    profile.elapsed_us =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin).count();
    return profile;
}

}  // namespace dateline
