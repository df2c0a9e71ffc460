#include "common/cli/completions.h"

#include <fmt/format.h>

#include <string_view>
#include <vector>

namespace dateline {
namespace {

/// Every name a word of the command line may be completed to: all options'.
std::string option_words(const CommandText& command) {
    std::vector<std::string> words;
    for (const OptionText& option : command.options) {
        words.insert(words.end(), option.names.begin(), option.names.end());
    }
    return fmt::format("{}", fmt::join(words, " "));
}

/// The first line of a text without what a shell's quotes would trip over.
std::string summary(std::string_view text, std::string_view drop) {
    std::string out;
    for (const char c : text.substr(0, text.find('\n'))) {
        if (drop.find(c) == std::string_view::npos) {
            out += c;
        }
    }
    return out;
}

// ---- bash: a case over the subcommand, in it a case over the word before ----

std::string bash_values(const CommandText& command) {
    std::string out;
    for (const OptionText& option : command.options) {
        if (option.kind == ValueKind::none) {
            continue;
        }
        std::string action = "COMPREPLY=()";
        if (option.kind == ValueKind::choice) {
            action = fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$word\"))", fmt::join(option.choices, " "));
        } else if (option.kind == ValueKind::file) {
            action = "compopt -o filenames; COMPREPLY=($(compgen -f -- \"$word\"))";
        } else if (option.kind == ValueKind::folder) {
            action = "compopt -o filenames; COMPREPLY=($(compgen -d -- \"$word\"))";
        }
        out += fmt::format("                {}) {}; return ;;\n", fmt::join(option.names, "|"), action);
    }
    return out;
}

std::string bash_command(const CommandText& command, std::string_view pattern) {
    std::string out = fmt::format("        {})\n", pattern);
    if (const std::string values = bash_values(command); !values.empty()) {
        out += "            case \"$before\" in\n" + values + "            esac\n";
    }
    out += fmt::format("            words='{}' ;;\n", option_words(command));
    return out;
}

// ---- zsh: _arguments specifications ----

std::string zsh_action(const OptionText& option) {
    switch (option.kind) {
    case ValueKind::none: return "";
    case ValueKind::text: return fmt::format(":{}: ", option.value_name);
    case ValueKind::choice: return fmt::format(":{}:({})", option.value_name, fmt::join(option.choices, " "));
    case ValueKind::file: return fmt::format(":{}:_files", option.value_name);
    case ValueKind::folder: return fmt::format(":{}:_files -/", option.value_name);
    }
    return "";
}

std::string zsh_arguments(const CommandText& command, std::string_view indent) {
    std::string out;
    for (const OptionText& option : command.options) {
        const std::string text = summary(option.description, "'[]:\\");
        for (const std::string& name : option.names) {
            // Long options take their value behind "=" or as the next word.
            const bool equals = option.kind != ValueKind::none && name.starts_with("--");
            out += fmt::format("{}'{}{}{}[{}]{}' \\\n", indent, option.repeats ? "*" : "", name, equals ? "=" : "",
                               text, zsh_action(option));
        }
    }
    for (const OptionText& argument : command.positionals) {
        out += fmt::format("{}'{}:{}:{}' \\\n", indent, argument.repeats ? "*" : "", argument.names.front(),
                           argument.kind == ValueKind::choice ? fmt::format("({})", fmt::join(argument.choices, " "))
                           : argument.kind == ValueKind::text ? " "
                                                              : "_files");
    }
    return out;
}

// ---- fish: one `complete` line an option ----

void fish_options(std::string& out, const CommandText& command, std::string_view program, std::string_view condition) {
    for (const OptionText& option : command.options) {
        out += fmt::format("complete -c {}", program);
        if (!condition.empty()) {
            out += fmt::format(" -n '{}'", condition);
        }
        for (const std::string& name : option.names) {
            out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
        }
        switch (option.kind) {
        case ValueKind::none: break;
        case ValueKind::text: out += " -x"; break;
        case ValueKind::choice: out += fmt::format(" -x -a '{}'", fmt::join(option.choices, " ")); break;
        case ValueKind::file: out += " -r -F"; break;
        case ValueKind::folder: out += " -x -a '(__fish_complete_directories)'"; break;
        }
        out += fmt::format(" -d '{}'\n", summary(option.description, "'\\"));
    }
}

}  // namespace

std::string bash_completion(const CommandText& program) {
    std::vector<std::string> commands;
    for (const CommandText& sub : program.subcommands) {
        commands.push_back(sub.name);
    }
    std::string out = fmt::format(
        "# bash completion for {0}\n"
        "_{0}() {{\n"
        "    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}}\n"
        "    local command='' words='' i\n"
        "    COMPREPLY=()\n",
        program.name);
    if (!commands.empty()) {
        out += fmt::format(
            "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
            "        case \"${{COMP_WORDS[i]}}\" in\n"
            "            {}) command=${{COMP_WORDS[i]}}; break ;;\n"
            "        esac\n"
            "    done\n",
            fmt::join(commands, "|"));
    }
    out += "    case \"$command\" in\n";
    for (const CommandText& sub : program.subcommands) {
        out += bash_command(sub, sub.name);
    }
    CommandText top = program;
    for (const std::string& command : commands) {
        top.options.push_back(OptionText{.names = {command}});
    }
    out += bash_command(top, "*");
    out += fmt::format(
        "    esac\n"
        "    if [[ $word == -* || -z $command && -n '{}' ]]; then\n"
        "        COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
        "    else\n"
        "        compopt -o filenames\n"
        "        COMPREPLY=($(compgen -f -- \"$word\"))\n"
        "    fi\n"
        "}}\n"
        "complete -F _{} {}\n",
        fmt::join(commands, " "), program.name, program.name);
    return out;
}

std::string zsh_completion(const CommandText& program) {
    std::string out = fmt::format("#compdef {0}\n\n_{0}() {{\n", program.name);
    if (program.subcommands.empty()) {
        out += "    _arguments -s \\\n" + zsh_arguments(program, "        ") + "        && return\n";
        return out + fmt::format("}}\n\n_{0} \"$@\"\n", program.name);
    }
    out += "    local context state state_descr line\n    typeset -A opt_args\n";
    out += "    _arguments -C -s \\\n" + zsh_arguments(program, "        ");
    out += "        '1:command:->command' \\\n        '*::argument:->argument' \\\n";
    out += "        && return\n    case $state in\n    command)\n        local -a commands=(\n";
    for (const CommandText& sub : program.subcommands) {
        out += fmt::format("            '{}:{}'\n", sub.name, summary(sub.description, "':\\"));
    }
    out +=
        "        )\n        _describe command commands ;;\n    argument)\n        case $line[1] "
        "in\n";
    for (const CommandText& sub : program.subcommands) {
        out += fmt::format("        {})\n            _arguments -s \\\n", sub.name);
        out += zsh_arguments(sub, "                ") + "                && return ;;\n";
    }
    out += "        esac ;;\n    esac\n";
    return out + fmt::format("}}\n\n_{0} \"$@\"\n", program.name);
}

std::string fish_completion(const CommandText& program) {
    std::string out = fmt::format("# fish completion for {}\n", program.name);
    for (const CommandText& sub : program.subcommands) {
        out += fmt::format("complete -c {} -n __fish_use_subcommand -f -a {} -d '{}'\n", program.name, sub.name,
                           summary(sub.description, "'\\"));
    }
    fish_options(out, program, program.name, program.subcommands.empty() ? "" : "__fish_use_subcommand");
    for (const CommandText& sub : program.subcommands) {
        fish_options(out, sub, program.name, "__fish_seen_subcommand_from " + sub.name);
    }
    return out;
}

}  // namespace dateline
