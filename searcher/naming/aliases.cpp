#include "searcher/naming/aliases.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace dateline {
namespace {

/// A kind whose names can be aliased.
bool has_names(const Field& field) { return field.placed && field.kind == FieldKind::keyword && field.parts.empty(); }

/// Reads one file into what it says, name by name, before anything is looked up again.
class AliasesReader {
public:
    AliasesReader(std::string_view text, const std::string& file) : file_(file) {
        try {
            for (const auto& [kind, section] : toml::parse(text)) take_kind(std::string(kind.str()), section);
        } catch (const toml::parse_error& error) {
            refuse(error.source(), std::string(error.description()));
        }
    }

    std::map<TypedName, std::optional<TypedName>> called;
    std::vector<Aliases::Split> splits;

private:
    [[noreturn]] void refuse(const toml::source_region& place, const std::string& what) const {
        throw AliasesError(fmt::format("{}:{}: {}", file_, place.begin.line, what));
    }
    [[noreturn]] void refuse(const toml::node& node, const std::string& what) const { refuse(node.source(), what); }

    const Field& kind_of(const std::string& name, const toml::node& node) const {
        const Field* field = find_field(name);
        if (field == nullptr || !has_names(*field))
            refuse(node, fmt::format("'{}' is no kind of name; there are person, org, place and misc", name));
        return *field;
    }

    const toml::table& table(const toml::node& node, std::string_view what) const {
        if (const toml::table* found = node.as_table()) return *found;
        refuse(node, fmt::format("{} must be a table", what));
    }

    std::string text(const toml::node& node) const {
        if (const auto value = node.value<std::string>(); value && !value->empty()) return *value;
        refuse(node, "a name in quotes is wanted");
    }

    std::vector<std::string> texts(const toml::node& node) const {
        const toml::array* list = node.as_array();
        if (list == nullptr) refuse(node, "a list of names is wanted: [\"US\", \"America\"]");
        std::vector<std::string> names;
        for (const toml::node& item : *list) names.push_back(text(item));
        return names;
    }

    void take_kind(const std::string& kind, const toml::node& node) {
        const Field& field = kind_of(kind, node);
        for (const auto& [key, part] : table(node, fmt::format("[{}]", kind))) {
            if (key == "stop") take_stopped(field, part);
            else if (key == "names") take_names(field, part);
            else if (key == "types") take_types(field, part);
            else if (key == "split") take_splits(field, part);
            else
                refuse(part, fmt::format("'{}' is not known; below [{}] there are stop, names, types and split",
                                         std::string(key.str()), kind));
        }
    }

    void add(TypedName from, const std::optional<TypedName>& to, const toml::node& node) {
        if (to == from) return;
        const auto [known, is_new] = called.try_emplace(std::move(from), to);
        if (!is_new) refuse(node, fmt::format("'{}' stands twice as {}", known->first.name, known->first.field->name));
    }

    void take_stopped(const Field& field, const toml::node& node) {
        for (std::string& name : texts(node)) add({&field, std::move(name)}, std::nullopt, node);
    }

    void take_names(const Field& field, const toml::node& node) {
        for (const auto& [key, others] : table(node, "names")) {
            for (std::string& name : texts(others))
                add({&field, std::move(name)}, TypedName{&field, std::string(key.str())}, others);
        }
    }

    void take_types(const Field& field, const toml::node& node) {
        for (const auto& [key, kind] : table(node, "types")) {
            const std::string name(key.str());
            add({&field, name}, TypedName{&kind_of(text(kind), kind), name}, kind);
        }
    }

    void take_splits(const Field& field, const toml::node& node) {
        const toml::array* list = node.as_array();
        if (list == nullptr) refuse(node, fmt::format("split must be written [[{}.split]]", field.name));
        for (const toml::node& item : *list) {
            const toml::table& split = table(item, "split");
            const toml::node* name = split.get("name");
            const toml::node* with = split.get("with");
            const toml::node* as = split.get("as");
            if (name == nullptr || with == nullptr || as == nullptr || split.size() != 3)
                refuse(item, "a split has name, with and as");
            const toml::table& companion = table(*with, "with");
            if (companion.size() != 1) refuse(*with, "with is one name: { org = \"Harbour Office\" }");
            const auto other = companion.begin();
            splits.push_back({{&field, text(*name)},
                              {&kind_of(std::string(other->first.str()), other->second), text(other->second)},
                              text(*as)});
        }
    }

    const std::string& file_;
};

}  // namespace

Aliases Aliases::parse(std::string_view text, const std::string& file) {
    AliasesReader read(text, file);
    Aliases aliases;
    for (const auto& [name, first] : read.called) {
        std::optional<TypedName> last = first;
        for (std::size_t steps = 0; last; ++steps) {
            const auto next = read.called.find(*last);
            if (next == read.called.end()) break;
            if (steps > read.called.size())
                throw AliasesError(
                    fmt::format("{}: '{}' is called by a name that is called '{}' again: take one of these out", file,
                                name.name, name.name));
            last = next->second;
        }
        aliases.called_.emplace(name, std::move(last));
    }
    aliases.splits_ = std::move(read.splits);
    return aliases;
}

Aliases Aliases::read(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) throw IoError("cannot read the aliases in " + path.string());
    const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (stream.bad()) throw IoError("cannot read the aliases in " + path.string());
    return parse(text, path.string());
}

}  // namespace dateline
