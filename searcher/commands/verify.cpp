#include "searcher/verify.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>

#include "common/cli/standard_output.h"
#include "common/error.h"
#include "common/text/utf8.h"
#include "searcher/commands/commands.h"

namespace dateline {
namespace {

class VerifyCommand : public Command {
public:
    CLI::App& set_up(CLI::App& program) override {
        CLI::App& command = *program.add_subcommand("verify", "Check that quotes stand in their articles");
        command.add_option("--index", index_, "Folder of the index")->type_name("DIR")->required();
        CLI::Option* file =
            command.add_option("FILE", file_, "JSON Lines of quotes; - or nothing is standard input")->type_name("");
        CLI::Option* id = command.add_option("--id", record_.quote.id, "Check this one quote: the article's id")
                              ->type_name("ID")
                              ->excludes(file);
        CLI::Option* text =
            command.add_option("--quote", record_.quote.text, "The text quoted")->type_name("TEXT")->needs(id);
        id->needs(text);
        command.add_option("--hash", record_.quote.hash, "The article's hash, as results have it")
            ->type_name("HEX")
            ->needs(id);
        command.add_option("--field", record_.quote.field, "Where it stands: title, lead, body or caption")
            ->check(CLI::IsMember({"title", "lead", "body", "caption"}))
            ->needs(id);
        CLI::Option* start = command.add_option("--start", start_, "First code point in the field")
                                 ->type_name("N")
                                 ->check(CLI::NonNegativeNumber)
                                 ->needs(id);
        CLI::Option* end = command.add_option("--end", end_, "Code point behind the last one")
                               ->type_name("N")
                               ->check(CLI::NonNegativeNumber)
                               ->needs(id)
                               ->needs(start);
        start->needs(end);
        one_ = id;
        placed_ = start;
        command.footer(
            "Prints one JSON object a quote: what was given and a verdict, \"true\", \"moved\" with the place where\n"
            "the quote stands now, or \"false\" with the reason. A quote without hash or place is looked for.\n"
            "The exit code is 0 when all are true, else 1. See docs/formats.md.\n"
            "Example:\n"
            "  searcher verify --index news.index --id ec-2020-0605-1 --quote 'abducted citizens'");
        return command;
    }

    ExitCode run(const SharedOptions&) override {
        const Index index = Index::open(index_);
        const bool all_hold = one_->count() > 0 ? verify_one(index) : verify_lines(index);
        return all_hold ? ExitCode::ok : ExitCode::nothing_found;
    }

private:
    bool verify_one(const Index& index) {
        if (placed_->count() > 0) record_.quote.place = QuotePlace{start_, end_};
        return answer(index, record_);
    }

    bool verify_lines(const Index& index) const {
        std::ifstream file;
        if (file_ != "-") {
            file.open(file_);
            if (!file) throw IoError("cannot read " + file_);
        }
        std::istream& in = file_ == "-" ? std::cin : file;
        bool all_hold = true;
        std::string line;
        for (std::size_t number = 1; std::getline(in, line) && standard_output_has_reader(); ++number) {
            if (!trim(line).empty()) all_hold = answer(index, record_of(line, number)) && all_hold;
        }
        if (in.bad()) throw IoError("cannot read " + file_);
        return all_hold;
    }

    QuoteRecord record_of(const std::string& line, std::size_t number) const try {
        return read_quote(line);
    } catch (const UsageError& error) {
        throw UsageError(fmt::format("{}, line {}: {}", file_ == "-" ? "standard input" : file_, number, error.what()));
    }

    static bool answer(const Index& index, const QuoteRecord& record) {
        const Verification verification = verify(index, record.quote);
        standard_output() << verdict_line(record, verification) << '\n';
        return verification.verdict == Verdict::holds;
    }

    std::string index_;
    std::string file_ = "-";
    QuoteRecord record_;  ///< of the command line
    std::size_t start_ = 0;
    std::size_t end_ = 0;
    CLI::Option* one_ = nullptr;
    CLI::Option* placed_ = nullptr;
};

}  // namespace

std::unique_ptr<Command> make_verify_command() { return std::make_unique<VerifyCommand>(); }

}  // namespace dateline
