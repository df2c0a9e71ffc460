#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/error.h"
#include "common/index/fields.h"

/// What names are called when an index is asked, from a file that people edit. Nothing is indexed anew.
///
///     [place]
///     stop = ["Reuters"]                        # is no place, and nothing else
///
///     [place.names]
///     "United States" = ["US", "America"]       # these are called so
///
///     [place.types]
///     "Washington Post" = "org"                 # is another kind of thing
///
///     [[person.split]]
///     name = "John Moor"                        # in articles that name the Harbour Office too
///     with = { org = "Harbour Office" }
///     as = "John Moor (harbour master)"         # this is meant
///
/// There are the kinds `person`, `org`, `place` and `misc`. Names are compared letter by letter with those of the
/// index, the normal forms that facets show. What a name is called is looked up again, so lists may build on each
/// other.
namespace dateline {

/// A file of aliases that cannot be understood: names file, line and what is wrong.
class AliasesError : public UsageError {
public:
    using UsageError::UsageError;
};

/// A name of one kind.
struct TypedName {
    const Field* field = nullptr;  ///< never null
    std::string name;

    bool operator==(const TypedName&) const = default;
    bool operator<(const TypedName& other) const {
        return std::pair(field->name, std::string_view(name)) <
               std::pair(other.field->name, std::string_view(other.name));
    }
};

class Aliases {
public:
    /// One name that is two things, told apart by what else an article names.
    struct Split {
        TypedName name;
        TypedName with;
        std::string as;
    };

    /// Reads the text of a file; `file` is what errors call it. Throws AliasesError.
    static Aliases parse(std::string_view text, const std::string& file);
    /// Throws IoError where the file cannot be read.
    static Aliases read(const std::filesystem::path& path);

    bool empty() const { return called_.empty() && splits_.empty(); }
    /// What each name of the index that the file changes is called in the end; nothing where it is stopped. Splits come
    /// on top.
    const std::map<TypedName, std::optional<TypedName>>& called() const { return called_; }
    /// Their names are those that the index has.
    const std::vector<Split>& splits() const { return splits_; }

private:
    std::map<TypedName, std::optional<TypedName>> called_;
    std::vector<Split> splits_;
};

}  // namespace dateline
