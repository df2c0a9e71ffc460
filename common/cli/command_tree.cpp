#include "common/cli/command_tree.h"

#include <CLI/CLI.hpp>
#include <string_view>

namespace dateline {
namespace {

/// The choices of a type name such as "TEXT:{json,csv}", as the validator
/// CLI::IsMember writes it.
std::vector<std::string> choices_of(std::string_view type_name) {
    std::vector<std::string> choices;
    const std::size_t open = type_name.find('{');
    const std::size_t close = type_name.find('}', open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || close == std::string_view::npos) {
        return choices;
    }
    std::string_view list = type_name.substr(open + 1, close - open - 1);
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        choices.emplace_back(list.substr(0, comma));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return choices;
}

void describe_value(const CLI::Option& option, OptionText& text) {
    if (option.get_items_expected_max() == 0) {
        return;
    }
    const std::string type_name = option.get_type_name();
    text.choices = choices_of(type_name);
    text.default_value = option.get_default_str();
    text.value_name = type_name.substr(0, type_name.find_first_of(":{ "));
    if (text.value_name.empty()) {
        text.value_name = "VALUE";
    }
    if (!text.choices.empty()) {
        text.kind = ValueKind::choice;
        return;
    }
    const auto says = [&](std::string_view word) { return type_name.find(word) != std::string::npos; };
    text.kind = says("FILE") || says("PATH") ? ValueKind::file : says("DIR") ? ValueKind::folder : ValueKind::text;
}

OptionText describe_option(const CLI::Option& option) {
    OptionText text;
    if (option.nonpositional()) {
        for (const std::string& name : option.get_snames()) {
            text.names.push_back("-" + name);
        }
        for (const std::string& name : option.get_lnames()) {
            text.names.push_back("--" + name);
        }
    } else {
        text.names.push_back(option.get_name(true));
    }
    text.description = option.get_description();
    text.required = option.get_required();
    text.repeats = option.get_expected_max() > 1;
    describe_value(option, text);
    return text;
}

}  // namespace

CommandText describe(const CLI::App& app) {
    CommandText command;
    command.name = app.get_name();
    command.description = app.get_description();
    command.footer = app.get_footer();
    for (const CLI::Option* option : app.get_options()) {
        if (option->nonpositional() && !option->get_group().empty()) {
            command.options.push_back(describe_option(*option));
        } else if (option->get_positional() && !option->get_group().empty()) {
            command.positionals.push_back(describe_option(*option));
        }
    }
    for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; })) {
        if (sub->get_name().empty()) {  // an option group: its options are ours
            CommandText group = describe(*sub);
            command.options.insert(command.options.end(), group.options.begin(), group.options.end());
        } else if (!sub->get_group().empty()) {
            command.subcommands.push_back(describe(*sub));
        }
    }
    return command;
}

}  // namespace dateline
