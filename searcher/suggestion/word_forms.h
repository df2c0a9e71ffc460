#pragma once

#include <string>

#include "common/index/index.h"

namespace dateline {

/// A folded word as articles write it: folded where they do, else the shortest of its forms, `Yokota` before `YOKOTA`.
std::string usual_form(const Index& index, const std::string& folded);

}  // namespace dateline
