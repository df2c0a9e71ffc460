#include "common/cli/man_page.h"

#include <fmt/format.h>

#include "common/cli/exit_code.h"

namespace dateline {
namespace {

/// Text as roff shows it literally: backslashes and hyphens escaped, and no
/// line that begins with a control character.
std::string roff(std::string_view text) {
    std::string out;
    bool line_start = true;
    for (const char c : text) {
        if (line_start && (c == '.' || c == '\'')) {
            out += "\\&";
        }
        if (c == '\\') {
            out += "\\e";
        } else if (c == '-') {
            out += "\\-";
        } else {
            out += c;
        }
        line_start = c == '\n';
    }
    return out;
}

std::string upper(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        c = (c >= 'a' && c <= 'z') ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return out;
}

/// A description as a sentence; paragraphs where the text has an empty line,
/// and indented lines as they stand.
void append_text(std::string& out, std::string_view text) {
    bool literal = false;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const bool indented = line.starts_with(' ');
        if (indented != literal) {
            out += indented ? ".PP\n.nf\n" : ".fi\n.PP\n";
            literal = indented;
        }
        if (line.empty()) {
            out += ".PP\n";
        } else {
            out += roff(line) + "\n";
        }
    }
    if (literal) {
        out += ".fi\n";
    }
}

/// Descriptions in --help have no full stop; here more may follow.
std::string sentence(std::string_view text) {
    std::string out(text);
    if (!out.empty() && std::string_view(".:!?").find(out.back()) == std::string_view::npos) {
        out += '.';
    }
    return out;
}

void append_option(std::string& out, const OptionText& option) {
    out += ".TP\n";
    for (std::size_t i = 0; i < option.names.size(); ++i) {
        out += (i == 0 ? "" : ", ") + fmt::format("\\fB{}\\fR", roff(option.names[i]));
    }
    if (!option.value_name.empty() && option.names.front().starts_with('-')) {
        out += fmt::format(" \\fI{}\\fR", roff(option.value_name));
    }
    out += "\n";
    out += roff(sentence(option.description));
    if (!option.choices.empty()) {
        out += roff(fmt::format(" One of: {}.", fmt::join(option.choices, ", ")));
    }
    if (!option.default_value.empty()) {
        out += roff(fmt::format(" Default: {}.", option.default_value));
    }
    out += "\n";
}

std::string synopsis(const CommandText& command, std::string_view called) {
    std::string line = fmt::format("\\fB{}\\fR", roff(called));
    if (!command.options.empty()) {
        line += " [\\fIOPTIONS\\fR]";
    }
    for (const OptionText& argument : command.positionals) {
        const std::string name = fmt::format("\\fI{}\\fR", roff(upper(argument.names.front())));
        line += argument.required ? " " + name : " [" + name + "]";
        line += argument.repeats ? "..." : "";
    }
    return line + "\n";
}

void append_arguments(std::string& out, const CommandText& command) {
    for (const OptionText& argument : command.positionals) {
        append_option(out, argument);
    }
    for (const OptionText& option : command.options) {
        append_option(out, option);
    }
}

void append_commands(std::string& out, const CommandText& command, const std::string& called) {
    for (const CommandText& sub : command.subcommands) {
        const std::string sub_called = called + " " + sub.name;
        out += fmt::format(".SS {}\n", synopsis(sub, sub_called));
        append_text(out, sub.description);
        append_arguments(out, sub);
        if (!sub.footer.empty()) {
            out += ".PP\n";
            append_text(out, sub.footer);
        }
        append_commands(out, sub, sub_called);
    }
}

}  // namespace

std::string man_page(const CommandText& program, std::string_view version) {
    std::string out = fmt::format(".TH {} 1 \"\" \"Dateline {}\" \"User Commands\"\n", upper(program.name), version);
    const std::string_view description = program.description;
    const std::string_view summary = description.substr(0, description.find('\n'));
    out += fmt::format(".SH NAME\n{} \\- {}\n", roff(program.name), roff(summary));

    out += ".SH SYNOPSIS\n";
    if (program.subcommands.empty()) {
        out += synopsis(program, program.name);
    }
    for (const CommandText& sub : program.subcommands) {
        out += synopsis(sub, program.name + " " + sub.name) + ".br\n";
    }
    if (summary.size() < description.size()) {
        out += ".SH DESCRIPTION\n";
        append_text(out, description.substr(description.find_first_not_of('\n', summary.size())));
    }
    if (!program.options.empty() || !program.positionals.empty()) {
        out += ".SH OPTIONS\n";
        append_arguments(out, program);
    }
    if (!program.subcommands.empty()) {
        out += ".SH COMMANDS\n";
        append_commands(out, program, program.name);
    }
    if (!program.footer.empty()) {
        out += ".SH NOTES\n";
        append_text(out, program.footer);
    }
    out += ".SH EXIT STATUS\n";
    for (const ExitCodeRow& row : exit_codes()) {
        out += fmt::format(".TP\n\\fB{}\\fR\n{}\n", to_int(row.code), roff(row.meaning));
    }
    return out;
}

}  // namespace dateline
