#include "indexer/readers/front_matter.h"

#include <simdjson.h>
#include <toml++/toml.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>

#include "common/text/utf8.h"
#include "indexer/readers/json_fields.h"
#include "indexer/readers/json_splitter.h"

namespace dateline {

namespace {

/// Longer ones are not front matter, whatever they look like.
constexpr std::size_t most_front_matter_bytes = std::size_t{64} << 10;
constexpr std::size_t most_fields = 500;
constexpr int deepest_field = 3;

std::string_view line_at(std::string_view text, std::size_t at) { return text.substr(at, text.find('\n', at) - at); }

/// Gathers fields whatever they were written in.
class FrontFields {
public:
    explicit FrontFields(std::vector<FrontField>& fields) : fields_(fields) {}

    bool full() const { return fields_.size() >= most_fields; }
    void add(const std::string& name, std::string text) {
        if (!full()) {
            fields_.push_back({name, std::move(text)});
        }
    }

private:
    std::vector<FrontField>& fields_;
};

/// Members of `name` are its own fields, but that `author: {name: ...}` is a way to write an author.
std::string member_name(const std::string& name, std::string_view member) {
    return name.empty() ? std::string(member) : member == "name" ? name : name + "." + std::string(member);
}

void add_yaml(const std::string& name, const YAML::Node& node, int depth, FrontFields& fields) {
    if (fields.full()) {
        return;
    }
    if (node.IsScalar()) {
        fields.add(name, node.Scalar());
    } else if (node.IsSequence() && depth < deepest_field) {
        for (const YAML::Node& item : node) {
            add_yaml(name, item, depth + 1, fields);
        }
    } else if (node.IsMap() && depth < deepest_field) {
        for (const auto& member : node) {
            if (member.first.IsScalar()) {
                add_yaml(member_name(name, member.first.Scalar()), member.second, depth + 1, fields);
            }
        }
    }
}

std::string toml_text(const toml::node& node) {
    if (const auto* text = node.as_string()) {
        return text->get();
    }
    std::ostringstream out;
    node.visit([&out](const auto& value) {
        if constexpr (toml::is_value<decltype(value)>) {
            out << value.get();
        }
    });
    return out.str();
}

void add_toml(const std::string& name, const toml::node& node, int depth, FrontFields& fields) {
    if (fields.full()) {
        return;
    }
    if (node.is_value()) {
        fields.add(name, toml_text(node));
    } else if (const auto* items = node.as_array(); items != nullptr && depth < deepest_field) {
        for (const toml::node& item : *items) {
            add_toml(name, item, depth + 1, fields);
        }
    } else if (const auto* table = node.as_table(); table != nullptr && depth < deepest_field) {
        for (const auto& member : *table) {
            add_toml(member_name(name, member.first.str()), member.second, depth + 1, fields);
        }
    }
}

void add_json(const std::string& name, simdjson::dom::element value, int depth, FrontFields& fields) {
    using simdjson::dom::element_type;
    if (fields.full()) {
        return;
    }
    switch (value.type()) {
    case element_type::STRING: fields.add(name, std::string(std::string_view(value))); break;
    case element_type::INT64:
    case element_type::UINT64: fields.add(name, simdjson::minify(value)); break;
    case element_type::ARRAY:
        for (const simdjson::dom::element item : simdjson::dom::array(value)) {
            if (depth < deepest_field) {
                add_json(name, item, depth + 1, fields);
            }
        }
        break;
    case element_type::OBJECT:
        for (const auto member : simdjson::dom::object(value)) {
            if (depth < deepest_field) {
                add_json(member_name(name, member.key), member.value, depth + 1, fields);
            }
        }
        break;
    default: break;
    }
}

std::string_view unquoted(std::string_view text) {
    text = trim(text);
    const bool quoted = text.size() > 1 && (text.front() == '"' || text.front() == '\'') && text.front() == text.back();
    return quoted ? text.substr(1, text.size() - 2) : text;
}

/// `name: text` or `name = text`, when a name stands at the front of the line; items `- text` belong to the name
/// before.
void add_lines(std::string_view text, char sign, FrontFields& fields) {
    std::string name;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view line = line_at(text, at);
        at += line.size() + 1;
        const std::size_t end = line.find(sign);
        if (end != std::string_view::npos && end > 0 && line.front() != ' ' && line.front() != '-' &&
            line.front() != '#') {
            name = std::string(trim(line.substr(0, end)));
            if (const std::string_view value = unquoted(line.substr(end + 1)); !value.empty()) {
                fields.add(name, std::string(value));
            }
        } else if (const std::string_view item = trim(line); item.starts_with("- ") && !name.empty()) {
            fields.add(name, std::string(unquoted(item.substr(2))));
        }
    }
}

void read_yaml(std::string_view text, FrontMatter& front) {
    FrontFields fields(front.fields);
    try {
        add_yaml("", YAML::Load(std::string(text)), 0, fields);
    } catch (const YAML::Exception& error) {
        front.fields.clear();
        front.warnings.push_back("the front matter is broken at line " + std::to_string(error.mark.line + 2) + " (" +
                                 error.msg + ") and was read line by line");
        add_lines(text, ':', fields);
    }
}

void read_toml(std::string_view text, FrontMatter& front) {
    FrontFields fields(front.fields);
    try {
        add_toml("", toml::parse(text), 0, fields);
    } catch (const toml::parse_error& error) {
        front.fields.clear();
        front.warnings.push_back("the front matter is broken at line " + std::to_string(error.source().begin.line + 1) +
                                 " (" + std::string(error.description()) + ") and was read line by line");
        add_lines(text, '=', fields);
    }
}

/// Front matter between two lines; nothing where the second does not come.
std::optional<FrontMatter> fenced(std::string_view text, std::string_view fence, std::string_view other_end,
                                  void (*read)(std::string_view, FrontMatter&)) {
    const std::size_t begin = line_at(text, 0).size() + 1;
    for (std::size_t at = begin; at < std::min(text.size(), most_front_matter_bytes);) {
        const std::string_view line = line_at(text, at);
        if (const std::string_view end = trim(line); end == fence || end == other_end) {
            FrontMatter front;
            front.length = std::min(at + line.size() + 1, text.size());
            read(text.substr(begin, at - begin), front);
            return front;
        }
        at += line.size() + 1;
    }
    return std::nullopt;
}

std::optional<FrontMatter> json_object(std::string_view text) {
    const std::size_t length = JsonSplitter().value_length(text.substr(0, most_front_matter_bytes));
    simdjson::dom::parser parser;
    simdjson::dom::element value;
    if (length == JsonSplitter::unfinished || length == 0 ||
        parser.parse(simdjson::padded_string(text.substr(0, length))).get(value) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    FrontMatter front;
    front.length = length;
    FrontFields fields(front.fields);
    add_json("", value, 0, fields);
    return front;
}

/// Lines `title: ...` without fences, as MultiMarkdown has them: two known names, one of them the title.
std::optional<FrontMatter> bare_lines(std::string_view text) {
    const std::size_t length = std::min(text.find("\n\n"), text.size());
    if (length > most_front_matter_bytes) {
        return std::nullopt;
    }
    FrontMatter front;
    front.length = length;
    FrontFields fields(front.fields);
    add_lines(text.substr(0, length), ':', fields);
    const FieldNames names({});
    std::size_t known = 0;
    bool title = false;
    for (const FrontField& field : front.fields) {
        if (const auto match = names.find(field.name, false)) {
            ++known;
            title = title || match->kind == FieldKind::title;
        }
    }
    const auto lines = static_cast<std::size_t>(std::ranges::count(text.substr(0, length), '\n')) + 1;
    return title && known >= 2 && front.fields.size() == lines ? std::optional(std::move(front)) : std::nullopt;
}

bool is_fence(std::string_view text, std::string_view fence) { return trim(line_at(text, 0)) == fence; }

/// Whether a line says something of a name: `title: ...`.
bool names_something(std::string_view line, char sign) {
    const std::size_t end = line.find(sign);
    return end != std::string_view::npos && end > 0 &&
           line.substr(0, end).find_first_of(".!?") == std::string_view::npos;
}

}  // namespace

std::optional<FrontMatter> read_front_matter(std::string_view text) {
    if (is_fence(text, "---")) {
        return fenced(text, "---", "...", read_yaml);
    }
    if (is_fence(text, "+++")) {
        return fenced(text, "+++", "+++", read_toml);
    }
    if (text.starts_with('{')) {
        return json_object(text);
    }
    return bare_lines(text);
}

bool begins_with_front_matter(std::string_view text) {
    const bool yaml = is_fence(text, "---");
    if (!yaml && !is_fence(text, "+++")) {
        return false;
    }
    constexpr int first_lines = 5;  // comments and empty lines may come first
    std::size_t at = line_at(text, 0).size() + 1;
    for (int i = 0; i < first_lines && at < text.size(); ++i) {
        const std::string_view line = line_at(text, at);
        if (names_something(line, yaml ? ':' : '=')) {
            return true;
        }
        at += line.size() + 1;
    }
    return false;
}

}  // namespace dateline
