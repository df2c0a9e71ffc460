#pragma once

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

/// Runs the real indexer, and looks at the index it leaves.
namespace dateline::tests {

/// An expectation that was not met.
class Failed : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

inline void expect(bool holds, const std::string& what) {
    if (!holds) throw Failed(what);
}

/// An indexer at work. Its messages go to a file.
class IndexerRun {
public:
    IndexerRun(const std::filesystem::path& indexer, const std::vector<std::string>& arguments,
               std::filesystem::path log);
    IndexerRun(const IndexerRun&) = delete;
    IndexerRun& operator=(const IndexerRun&) = delete;
    ~IndexerRun();

    void kill();
    /// Asks it to end, by SIGTERM.
    void stop();
    /// The exit code, or -1 where a signal ended it.
    int wait();
    std::string messages() const;

private:
    std::filesystem::path log_;
    pid_t process_ = 0;
};

/// Articles by id: the body of each.
using Articles = std::map<std::string, std::string>;
using Input = std::vector<std::pair<std::string, std::string>>;

/// Writes articles as JSON lines.
void write_input(const std::filesystem::path& file, const Input& input);

/// What the index holds; nothing where there is none yet. Fails where an article stands there twice.
Articles held_by(const std::filesystem::path& index);

/// Fails where `indexer check` would find anything. An index that does not exist yet is sound.
void expect_sound(const std::filesystem::path& index);

/// How many of the input's articles are in: fails where they are not the first ones, or where any other article is not
/// as it was `before`.
std::size_t expect_prefix(const Input& input, const Articles& before, const Articles& after);

}  // namespace dateline::tests
