#pragma once

namespace dateline::tests {

/// How many rounds of random questions are asked. Under the sanitizers, which take ten times as long, a fifth has to
/// do.
constexpr int rounds(int all) {
#ifdef __SANITIZE_ADDRESS__
    return all / 5;
#else
    return all;
#endif
}

}  // namespace dateline::tests
