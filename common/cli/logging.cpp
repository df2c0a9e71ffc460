#include "common/cli/logging.h"

#include <spdlog/sinks/base_sink.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <mutex>
#include <string_view>
#include <utility>

#include "common/cli/status_line.h"

namespace dateline {
namespace {

std::string_view label(spdlog::level::level_enum level) {
    switch (level) {
    case spdlog::level::warn: return "warning: ";
    case spdlog::level::err:
    case spdlog::level::critical: return "error: ";
    default: return "";
    }
}

std::string_view color(spdlog::level::level_enum level) {
    return level == spdlog::level::warn ? "\x1b[1;33m" : "\x1b[1;31m";
}

class PeopleSink final : public spdlog::sinks::base_sink<std::mutex> {
public:
    PeopleSink(std::string program, bool use_color) : program_(std::move(program)), use_color_(use_color) {}

protected:
    void sink_it_(const spdlog::details::log_msg& message) override {
        std::string line;
        if (const std::string_view prefix = label(message.level); !prefix.empty()) {
            line = program_ + ": ";
            if (use_color_) {
                line.append(color(message.level)).append(prefix).append("\x1b[0m");
            } else {
                line += prefix;
            }
        }
        line.append(message.payload.data(), message.payload.size());
        line += '\n';
        status_line::write_above(line);
    }

    void flush_() override {}  // every message is flushed as it is written

private:
    std::string program_;
    bool use_color_;
};

spdlog::level::level_enum level_of(Verbosity verbosity) {
    switch (verbosity) {
    case Verbosity::silent: return spdlog::level::err;
    case Verbosity::quiet: return spdlog::level::warn;
    case Verbosity::normal: return spdlog::level::info;
    case Verbosity::verbose: return spdlog::level::debug;
    case Verbosity::debug: return spdlog::level::trace;
    }
    return spdlog::level::info;
}

}  // namespace

void set_up_logging(std::string program, Verbosity verbosity, const Terminal& terminal) {
    auto sink = std::make_shared<PeopleSink>(std::move(program), terminal.color);
    auto logger = std::make_shared<spdlog::logger>("dateline", std::move(sink));
    logger->set_level(level_of(verbosity));
    spdlog::set_default_logger(std::move(logger));
}

}  // namespace dateline
