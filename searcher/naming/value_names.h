#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/index/segment.h"
#include "searcher/naming/aliases.h"

/// What the values in the columns of a segment are called when the index is asked: as they stand there, or as aliases
/// have it, or as what they tell (the country of a place). Names are numbered; a number counts in one ValueNames.
namespace dateline {

/// The names of one field in one segment.
class ValueNames {
public:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    /// A name by which the file of aliases, but no value, may know another.
    struct Also {
        std::string_view written;
        std::uint32_t number = none;
        bool of_this_field = false;  ///< else values of this field may be called so and yet be another thing
    };

    /// A column as it is, with what aliases change of it. `aliases` may be null, else it must outlive this.
    ValueNames(const Field& field, const IndexSegment& segment, const Aliases* aliases);
    /// What the names of other fields tell (Field::told_by).
    ValueNames(const Field& field, const std::vector<const ValueNames*>& parts);

    /// Numbers are below this. Not all need be in use.
    std::uint32_t size() const { return own_values() + static_cast<std::uint32_t>(added_.size()); }
    std::string_view name(std::uint32_t number) const {
        return number < own_values() ? own_->value(number) : std::string_view(added_[number - own_values()]);
    }
    std::optional<std::uint32_t> find(std::string_view name) const;
    /// The name of a value that an article has in a column; none where it has no name in this field.
    std::uint32_t number(const Field& column, std::uint32_t ordinal, std::uint32_t row) const;

    /// Gives the numbers of an article's names, in the order of its values; one comes twice where may_repeat().
    template <typename Take>
    void each(std::uint32_t row, Take&& take) const {
        for (const Source& source : sources_) {
            for (const std::uint32_t ordinal : source.column->of(row)) {
                const std::uint32_t number = number_in(source, ordinal, row);
                if (number != none) take(number);
            }
        }
    }

    /// Whether two values of an article may have one name.
    bool may_repeat() const { return may_repeat_; }
    /// Other names for these, by which they may be asked for.
    const std::vector<Also>& also() const { return also_; }

private:
    struct Source {
        const Field* field = nullptr;
        const KeywordColumn* column = nullptr;
        std::vector<std::uint32_t> numbers{};  ///< by ordinal; empty: the ordinals themselves
    };
    struct Split {
        std::uint32_t from = none;
        const KeywordColumn* with_column = nullptr;
        std::uint32_t with_ordinal = none;
        std::uint32_t to = none;
    };

    std::uint32_t own_values() const { return own_ == nullptr ? 0 : static_cast<std::uint32_t>(own_->value_count()); }
    std::uint32_t add(std::string_view name);
    std::vector<std::uint32_t>& numbers_of(const Field& field, const IndexSegment& segment);
    void apply(const Aliases& aliases, const Field& field, const IndexSegment& segment);
    void apply_splits(const Aliases& aliases, const Field& field, const IndexSegment& segment);
    std::uint32_t number_in(const Source& source, std::uint32_t ordinal, std::uint32_t row) const {
        const std::uint32_t number = source.numbers.empty() ? ordinal : source.numbers[ordinal];
        return splits_.empty() ? number : split(number, row);
    }
    std::uint32_t split(std::uint32_t number, std::uint32_t row) const;

    const KeywordColumn* own_ = nullptr;
    std::vector<std::string> added_;  ///< names that are no value of the own column
    std::unordered_map<std::string, std::uint32_t> added_numbers_;
    std::vector<Source> sources_;
    std::vector<Split> splits_;
    std::vector<Also> also_;
    bool may_repeat_ = false;
};

/// The names of all fields in one segment, each made when it is first asked for.
class SegmentNames {
public:
    /// All must outlive this; `aliases` may be null.
    SegmentNames(const IndexSegment& segment, const Aliases* aliases) : segment_(segment), aliases_(aliases) {}

    /// Of a field with a column, or one that others tell.
    const ValueNames& of(const Field& field);
    /// The same of all that a field stands for: `entity` for persons, organizations, places and others.
    std::vector<const ValueNames*> all_of(const Field& field);

    const IndexSegment& segment() const { return segment_; }

private:
    const IndexSegment& segment_;
    const Aliases* aliases_;
    std::map<const Field*, std::unique_ptr<const ValueNames>> made_;
};

/// The number of a value in a column; nothing where no article has it.
std::optional<std::uint32_t> find_value(const KeywordColumn& column, std::string_view value);

}  // namespace dateline
