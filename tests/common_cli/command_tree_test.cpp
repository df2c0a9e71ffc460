#include "common/cli/command_tree.h"

#include <doctest/doctest.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <string>
#include <vector>

#include "common/cli/completions.h"
#include "common/cli/man_page.h"
#include "tests/support/temp_dir.h"

namespace dateline {
namespace {

/// A small program with one of everything.
struct Program {
    CLI::App app{"Keep birds\n\nIt keeps them\n  in a table", "aviary"};
    bool loud = false;
    std::string format = "text";
    std::string folder;
    std::string secret;
    int limit = 10;
    std::vector<std::string> files;

    Program() {
        app.add_flag("-l,--loud", loud, "Say \"more\"");
        app.add_option("--secret", secret, "Not for people")->group("");
        CLI::App* add = app.add_subcommand("add", "Add birds");
        add->add_option("--format", format, "How they come's told")
            ->check(CLI::IsMember({"text", "json"}))
            ->capture_default_str();
        add->add_option("-n,--limit", limit, "At most so many");
        add->add_option("files", files, "Files of birds")->type_name("FILE")->required();
        app.add_subcommand("list", "List [all] birds")
            ->add_option("--index", folder, "Where they live")
            ->check(CLI::ExistingDirectory);
        app.add_subcommand("internal", "Not for people")->group("");
    }
};

/// Runs a command; what it wrote, with its exit code when that is not 0.
std::string output_of(const std::string& command) {
    std::string out;
    FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    REQUIRE(pipe != nullptr);
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
        out += static_cast<char>(c);
    }
    const int status = pclose(pipe);
    return status == 0 ? out : out + "exit " + std::to_string(WEXITSTATUS(status));
}

}  // namespace

TEST_CASE("describe") {
    const CommandText program = describe(Program().app);
    CHECK(program.name == "aviary");
    REQUIRE(program.options.size() == 2);  // --help first; --secret is not there
    CHECK(program.options[1].names == std::vector<std::string>{"-l", "--loud"});
    CHECK(program.options[1].kind == ValueKind::none);
    REQUIRE(program.subcommands.size() == 2);

    const CommandText& add = program.subcommands[0];
    REQUIRE(add.options.size() == 3);
    CHECK(add.options[1].kind == ValueKind::choice);
    CHECK(add.options[1].choices == std::vector<std::string>{"text", "json"});
    CHECK(add.options[1].default_value == "text");
    CHECK(add.options[2].kind == ValueKind::text);
    CHECK(add.options[2].value_name == "INT");
    REQUIRE(add.positionals.size() == 1);
    CHECK(add.positionals[0].names == std::vector<std::string>{"files"});
    CHECK(add.positionals[0].kind == ValueKind::file);
    CHECK(add.positionals[0].required);
    CHECK(add.positionals[0].repeats);

    CHECK(program.subcommands[1].options[1].kind == ValueKind::folder);
}

TEST_CASE("man_page") {
    const std::string page = man_page(describe(Program().app), "1.2");
    for (const char* part : {
             ".TH AVIARY 1 \"\" \"Dateline 1.2\" \"User Commands\"\n",
             ".SH NAME\naviary \\- Keep birds\n",
             ".SH SYNOPSIS\n\\fBaviary add\\fR [\\fIOPTIONS\\fR] \\fIFILES\\fR...\n",
             ".SH DESCRIPTION\nIt keeps them\n",
             ".TP\n\\fB\\-l\\fR, \\fB\\-\\-loud\\fR\nSay \"more\".\n",
             ".TP\n\\fB\\-\\-format\\fR \\fITEXT\\fR\nHow they come's told. One of: text, json. "
             "Default: text.\n",
             ".SH EXIT STATUS\n.TP\n\\fB0\\fR\n",
         }) {
        CAPTURE(part);
        CHECK(page.find(part) != std::string::npos);
    }
    CHECK(page.find("secret") == std::string::npos);
    CHECK(page.find("internal") == std::string::npos);
}

TEST_CASE("a completion script of bash completes") {
    const tests::TempDir folder;
    folder.write("aviary.bash", bash_completion(describe(Program().app)));
    folder.write("bird.json", "");
    const auto complete = [&](const std::string& words) {
        const std::string script = "cd " + folder.path().string() +
                                   "; . ./aviary.bash; compopt() { :; }; COMP_WORDS=(" + words +
                                   "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _aviary; "
                                   "echo -n \"${COMPREPLY[*]}\"";
        folder.write("script", script);
        return output_of("bash " + (folder.path() / "script").string());
    };
    CHECK(complete("aviary ''") == "-h --help -l --loud add list");
    CHECK(complete("aviary a") == "add");
    CHECK(complete("aviary --l") == "--loud");
    CHECK(complete("aviary add --") == "--help --format --limit");
    CHECK(complete("aviary add --format ''") == "text json");
    CHECK(complete("aviary --loud add --format j") == "json");
    CHECK(complete("aviary add --limit ''").empty());
    CHECK(complete("aviary add b") == "bird.json");
}

TEST_CASE("completion scripts of zsh and fish") {
    const std::string zsh = zsh_completion(describe(Program().app));
    for (const char* part : {"#compdef aviary\n", "'add:Add birds'\n",
                             "'--format=[How they comes told]:TEXT:(text json)' \\\n", "'*:files:_files' \\\n"}) {
        CAPTURE(part);
        CHECK(zsh.find(part) != std::string::npos);
    }
    const std::string fish = fish_completion(describe(Program().app));
    for (const char* part : {
             "complete -c aviary -n __fish_use_subcommand -f -a add -d 'Add birds'\n",
             "complete -c aviary -n '__fish_seen_subcommand_from add' -l format -x -a 'text json'",
         }) {
        CAPTURE(part);
        CHECK(fish.find(part) != std::string::npos);
    }
    CHECK((zsh + fish).find("secret") == std::string::npos);
}

}  // namespace dateline
