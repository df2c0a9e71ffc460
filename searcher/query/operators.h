#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "searcher/query/ast.h"

/// The tables of operators that are written with letters: what they are called in this language and in those of Nexis,
/// Factiva, ProQuest and Ovid. A new spelling is one row.
namespace dateline::query {

/// `W/5`, `NEAR/5`, `near5`, `PRE/3`, `ADJ3`, `W/S`, `W/P`, `SAME`; children are null. Nothing where the word is none.
/// Case does not matter where a number or a stroke tells the operator from a word; `SAME` and `ADJ` are in capitals.
std::optional<Near> read_proximity(std::string_view word);

/// What is wrong with a word that looks like a proximity operator and is none: `NEAR`, `W/0`, `NEAR0`, `w/seg`; empty
/// for others.
std::string_view proximity_complaint(std::string_view word);

/// A modifier and how many bytes it takes.
struct ReadModifier {
    Modified::Kind kind = Modified::Kind::boost;
    double value = 0;
    std::size_t size = 0;
};

/// `ATLEAST3`, `CAPS`, `allcaps`, `nocaps`, as they stand before a parenthesis.
std::optional<ReadModifier> read_function(std::string_view name);

/// What is wrong with a name before a parenthesis that looks like a function and is none: `ATLEAST0`.
std::string_view function_complaint(std::string_view name);

/// `^2`, `^0.5` or `/F50/` at the beginning of the text.
std::optional<ReadModifier> read_suffix(std::string_view text);

/// `~5` at the beginning of the text: the number, and the bytes it takes.
struct ReadTilde {
    unsigned number = 0;
    std::size_t size = 0;
};
std::optional<ReadTilde> read_tilde(std::string_view text);

/// What is wrong with a whole text that looks like a modifier and is none: `^0`, `~0`, `/F0/`.
std::string_view suffix_complaint(std::string_view text);

/// `wc>500`, `wc>=500`, `wc<300`, `wc=200`.
std::optional<LengthRange> read_length(std::string_view word);

/// The field that a name before `=` means in Factiva (`HD=summit`); empty where it means none.
std::string_view field_before_equals(std::string_view name);

}  // namespace dateline::query
