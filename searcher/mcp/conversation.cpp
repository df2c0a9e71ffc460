#include "searcher/mcp/conversation.h"

#include <fmt/format.h>

#include <optional>

namespace dateline::mcp {

void Conversation::run() {
    while (true) {
        take_what_has_come(waiting_.empty());
        if (state_ == Pipe::State::stopped) return;
        if (waiting_.empty()) {
            if (state_ == Pipe::State::ended) return;
            continue;
        }
        const Incoming incoming = std::move(waiting_.front());
        waiting_.pop_front();
        const auto answer = session_.answer(incoming, [&](const Json& id) { return is_cancelled(id); });
        forget(incoming);
        if (answer && !pipe_.write(json_text(*answer, -1))) return;
    }
}

void Conversation::take_what_has_come(bool wait) {
    if (state_ != Pipe::State::open || waiting_.size() >= most_waiting) return;
    std::string bytes;
    state_ = pipe_.read(bytes, wait);
    lines_.add(bytes);
    if (state_ == Pipe::State::ended) lines_.end();
    while (const auto line = lines_.next()) take_line(*line);
}

void Conversation::take_line(const MessageLines::Line& line) {
    if (line.is_too_long) {
        const std::string reason = fmt::format("a message has at most {} bytes", longest_message_bytes);
        waiting_.push_back({.parts = {Refusal{nullptr, ErrorCode::invalid_request, reason}}});
        return;
    }
    Incoming incoming = read_incoming(line.text);
    for (const Part& part : incoming.parts) take_part(part);
    waiting_.push_back(std::move(incoming));
}

void Conversation::take_part(const Part& part) {
    const auto* message = std::get_if<Message>(&part);
    if (!message) return;
    if (message->is_request()) {
        open_.insert(message->id->dump());
    } else if (message->method == "notifications/cancelled") {
        const auto id = message->params.find("requestId");
        if (id != message->params.end() && is_id(*id) && open_.contains(id->dump())) cancelled_.insert(id->dump());
    }
}

void Conversation::forget(const Incoming& incoming) {
    for (const Part& part : incoming.parts) {
        const auto* message = std::get_if<Message>(&part);
        if (!message || !message->is_request()) continue;
        open_.erase(message->id->dump());
        cancelled_.erase(message->id->dump());
    }
}

bool Conversation::is_cancelled(const Json& id) {
    take_what_has_come(false);
    return cancelled_.contains(id.dump());
}

}  // namespace dateline::mcp
