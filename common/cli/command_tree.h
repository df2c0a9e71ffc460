#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace dateline {

/// What an option's value is, as far as a shell can help to complete it.
enum class ValueKind {
    none,    ///< a flag: no value
    text,    ///< anything
    choice,  ///< one of OptionText::choices
    file,    ///< a file or a folder
    folder,  ///< a folder
};

/// One option or positional argument, as a person reads of it.
struct OptionText {
    std::vector<std::string> names;  ///< "-v", "--verbose"; of a positional its one bare name
    ValueKind kind = ValueKind::none;
    std::string value_name;  ///< "FILE"; empty for a flag
    std::vector<std::string> choices;
    std::string default_value;
    std::string description;
    bool required = false;
    bool repeats = false;  ///< may be given more than once
};

/// One command with its subcommands. Manual and completions are made from
/// this, and know nothing of the parser that the command line is read with.
struct CommandText {
    std::string name;
    std::string description;
    std::string footer;
    std::vector<OptionText> options;
    std::vector<OptionText> positionals;
    std::vector<CommandText> subcommands;
};

/// Describes a command line. Options and subcommands of an empty group, which
/// --help hides, are left out.
CommandText describe(const CLI::App& app);

}  // namespace dateline
