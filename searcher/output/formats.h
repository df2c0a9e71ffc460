#pragma once

#include <memory>

#include "searcher/output/output.h"

/// The formats, for registry.cpp. What each writes is told in docs/formats.md.
namespace dateline {

std::unique_ptr<Output> make_text_output();
std::unique_ptr<Output> make_json_output();
std::unique_ptr<Output> make_jsonl_output();
std::unique_ptr<Output> make_csv_output();
std::unique_ptr<Output> make_atom_output();
std::unique_ptr<Output> make_csl_json_output();
std::unique_ptr<Output> make_bibtex_output();
std::unique_ptr<Output> make_ris_output();

}  // namespace dateline
