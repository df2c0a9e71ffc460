// The indexer on a disk that fills up: it must say so, end with the exit code for input and output, and leave a sound
// index with the first articles of the input; with more room the next run completes it.

#include <sys/mount.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <exception>
#include <iostream>
#include <random>
#include <string>

#include "tests/crash/indexer_run.h"
#include "tests/support/temp_dir.h"

namespace dateline::tests {
namespace {

constexpr int skipped = 77;
constexpr int exit_code_of_input_output = 7;

/// A small file system in memory, gone with the object.
class SmallDisk {
public:
    explicit SmallDisk(std::filesystem::path folder) : folder_(std::move(folder)) {
        std::filesystem::create_directory(folder_);
        mounted_ = ::mount("tmpfs", folder_.c_str(), "tmpfs", 0, "size=4m") == 0;
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() {
        if (mounted_) ::umount2(folder_.c_str(), MNT_DETACH);
    }

    bool mounted() const { return mounted_; }
    void make_larger() const {
        expect(::mount("tmpfs", folder_.c_str(), "tmpfs", MS_REMOUNT, "size=256m") == 0, "cannot make the disk larger");
    }

private:
    std::filesystem::path folder_;
    bool mounted_ = false;
};

/// Words that do not compress well.
Input much_input() {
    std::mt19937 random(23);
    Input input;
    for (int i = 0; i < 1500; ++i) {
        std::string body;
        for (int word = 0; word < 300; ++word) body += std::to_string(random() % 100'000) + "x ";
        body.back() = '.';
        input.emplace_back("id-" + std::to_string(i), body);
    }
    return input;
}

int run(const std::filesystem::path& indexer) {
    const TempDir folder;
    const SmallDisk disk(folder.path() / "disk");
    if (!disk.mounted()) {
        std::cout << "skipped: a file system cannot be mounted here (" << std::strerror(errno) << ")\n";
        return skipped;
    }
    const auto index = folder.path() / "disk" / "index";
    const auto file = folder.path() / "input.jsonl";
    const Input input = much_input();
    write_input(file, input);
    const std::vector<std::string> words{"add", "--index", index.string(), "--commit-every", "50", file.string()};

    IndexerRun full(indexer, words, folder.path() / "log");
    const int code = full.wait();
    expect(code == exit_code_of_input_output, "exit code " + std::to_string(code) + ":\n" + full.messages());
    expect(full.messages().find("No space left on device") != std::string::npos,
           "unclear message:\n" + full.messages());
    expect_sound(index);
    const std::size_t in = expect_prefix(input, {}, held_by(index));
    expect(in > 0 && in < input.size(),
           "the disk was not filled as this test wants it: " + std::to_string(in) + " articles");

    IndexerRun again(indexer, words, folder.path() / "log");
    expect(again.wait() == exit_code_of_input_output, "a second run on the full disk:\n" + again.messages());
    expect_sound(index);
    expect(expect_prefix(input, {}, held_by(index)) >= in, "published articles are lost");

    disk.make_larger();
    IndexerRun last(indexer, words, folder.path() / "log");
    expect(last.wait() == 0, "with more room:\n" + last.messages());
    expect_sound(index);
    expect(expect_prefix(input, {}, held_by(index)) == input.size(),
           "the run with more room did not complete the index");
    std::cout << in << " of " << input.size() << " articles fitted; the rest followed with more room\n";
    return 0;
}

}  // namespace
}  // namespace dateline::tests

int main(int argc, char** argv) {
    if (argc != 3 || std::strcmp(argv[1], "--indexer") != 0) {
        std::cerr << "crash_full_disk --indexer PROGRAM\n";
        return 2;
    }
    if (::geteuid() != 0) {
        std::cout << "skipped: only root may mount a small file system\n";
        return dateline::tests::skipped;
    }
    try {
        return dateline::tests::run(argv[2]);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
