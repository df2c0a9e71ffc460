#include "searcher/http/stream_buffer.h"

#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <string>
#include <thread>

namespace dateline::http {
namespace {

TEST_CASE("all that is written is read, in order, by a sender that never waits") {
    StreamBuffer buffer(std::chrono::seconds(10));
    std::atomic<bool> woken{true};
    buffer.set_wake([&] { woken = true; });
    std::string sent;
    std::thread writer([&] {
        for (int i = 0; i < 50'000; ++i) {
            const std::string piece = std::to_string(i) + '\n';
            sent += piece;
            if (!buffer.write(piece)) return;
        }
        buffer.finish(true);
    });
    std::string received;
    for (bool more = true; more;) {
        while (!woken.exchange(false)) std::this_thread::yield();
        for (bool reading = true; reading;) {
            std::array<char, 1000> room{};
            std::size_t taken = 0;
            switch (buffer.read(room.data(), room.size(), taken, [] {})) {
            case StreamBuffer::State::bytes: received.append(room.data(), taken); break;
            case StreamBuffer::State::nothing_yet: reading = false; break;
            case StreamBuffer::State::end: reading = more = false; break;
            case StreamBuffer::State::broken: FAIL("broken");
            }
        }
    }
    writer.join();
    CHECK(received == sent);
}

TEST_CASE("a writer learns that nobody reads any more") {
    StreamBuffer buffer(std::chrono::seconds(60));
    std::thread writer([&] {
        const std::string piece(100'000, 'x');
        while (buffer.write(piece)) {
        }
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    buffer.abandon();
    writer.join();
    CHECK(buffer.abandoned());
}

TEST_CASE("a client that takes nothing for too long is taken for gone") {
    StreamBuffer buffer(std::chrono::seconds(0));
    const std::string piece(300'000, 'x');
    CHECK(buffer.write(piece));
    CHECK_FALSE(buffer.write(piece));
    CHECK(buffer.abandoned());
}

TEST_CASE("an answer that broke off does not end as if it were whole") {
    StreamBuffer buffer(std::chrono::seconds(1));
    CHECK(buffer.write("a"));
    buffer.finish(false);
    std::array<char, 10> room{};
    std::size_t taken = 0;
    CHECK(buffer.read(room.data(), room.size(), taken, [] {}) == StreamBuffer::State::bytes);
    CHECK(buffer.read(room.data(), room.size(), taken, [] {}) == StreamBuffer::State::broken);
}

}  // namespace
}  // namespace dateline::http
