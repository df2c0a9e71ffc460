#include "indexer/readers/mail.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/indexer_readers/read_all.h"

namespace dateline {

namespace {

using tests::read_all;

using Lines = std::vector<std::string>;

/// `place|title|text` of each article, then `place!reason` of what was skipped.
Lines mail_summary(const std::string& bytes) {
    const auto readings = read_all(MailReader(), bytes);
    Lines lines;
    for (const RawArticle& raw : readings.articles) {
        const std::string& text = raw.html_body.empty() ? raw.stated.body : raw.html_body;
        lines.push_back(raw.stated.place + "|" + raw.stated.title + "|" + text);
    }
    for (const Skipped& skipped : readings.skipped) lines.push_back(skipped.place + "!" + skipped.reason);
    return lines;
}

RawArticle only(const std::string& bytes) {
    auto readings = read_all(MailReader(), bytes);
    REQUIRE(readings.articles.size() == 1);
    return readings.articles.front();
}

std::string multipart(const std::string& kind, const std::vector<std::string>& parts) {
    std::string bytes = "Subject: A\nMIME-Version: 1.0\nContent-Type: multipart/" + kind + "; boundary=xx\n\n";
    for (const std::string& part : parts) bytes += "--xx\n" + part + "\n";
    return bytes + "--xx--\n";
}

std::string part(const std::string& type, const std::string& text) { return "Content-Type: " + type + "\n\n" + text; }

}  // namespace

TEST_CASE("a newsletter: subject, sender, day, id") {
    const RawArticle raw = only(
        "Return-Path: <x@example.org>\r\nFrom: =?utf-8?q?Le_Courrier_d=E2=80=99Exemple?= <lettre@example.org>\r\n"
        "To: reader@example.com\r\nSubject: =?ISO-8859-1?B?TGUgcG9udCBlc3Qgb3V2ZXJ0IOAgdG91cw==?=\r\n"
        "Date: Wed, 29 Aug 2012 10:00:00 +0200\r\nMessage-ID: <1@example.org>\r\nContent-Language: fr\r\n"
        "Archived-At: <https://example.org/1>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=iso-8859-1\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\nLe pont est =\r\nouvert =E0 tous.\r\n");
    CHECK(raw.stated.title == "Le pont est ouvert à tous");
    CHECK(raw.stated.source == "Le Courrier d’Exemple");
    CHECK(raw.stated.id == "1@example.org");
    CHECK(raw.stated.url == "https://example.org/1");
    CHECK(raw.stated.language == "fr");
    CHECK(raw.stated.body == "Le pont est ouvert à tous.\n");
    REQUIRE(raw.date_texts.size() == 1);
    CHECK(raw.date_texts[0].first == "mail:Date");
    CHECK(raw.date_texts[0].second == "Wed, 29 Aug 2012 10:00:00 +0200");
}

TEST_CASE("mailboxes in all their variants") {
    struct Row {
        std::string bytes;
        Lines expected;
    };
    const std::vector<Row> rows{
        {"From a@b.org Wed Aug 29 10:00:00 2012\nSubject: A\n\nOne.\n\nFrom a@b.org Wed Aug 29 11:00:00 2012\nSubject: "
         "B\n\nTwo.\n",
         {"message 1|A|One.\n\n", "message 2|B|Two.\n"}},
        {"From - Wed Aug 29 10:00:00 2012\r\nSubject: A\r\n\r\nOne.\r\n\r\nFrom - \r\nSubject: B\r\n\r\nTwo.\r\n",
         {"message 1|A|One.\n\n", "message 2|B|Two.\n"}},
        {"From a@b.org Wed Aug 29 10:00:00 2012\nSubject: A\n\nOne.\nFrom a@b.org Wed Aug 29 11:00:00 2012\nSubject: "
         "B\n\nTwo.\n",
         {"message 1|A|One.\n", "message 2|B|Two.\n"}},
        {"From a@b.org Wed Aug 29 10:00:00 2012\nSubject: A\n\nOne.\n\nFrom here on it is text.\n>From the "
         "mayor.\n>>From "
         "him.\n",
         {"message 1|A|One.\n\nFrom here on it is text.\nFrom the mayor.\n>From him.\n"}},
        {"From a@b.org Wed Aug 29 10:00:00 2012\nX-Empty: 1\n\n\nFrom a@b.org Wed Aug 29 11:00:00 2012\nSubject: "
         "B\n\nTwo.\n",
         {"message 2|B|Two.\n", "message 1!no text"}},
        {"Subject: A\n\nOne.\n", {"|A|One.\n"}},
        {"", {"!no text"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.bytes);
        CHECK(mail_summary(row.bytes) == row.expected);
    }
}

TEST_CASE("of alternatives HTML is read, parts in a row are one text, files are named") {
    const std::string plain = part("text/plain", "Plain words of the letter.");
    const std::string html = part("text/html; charset=utf-8", "<p>Words of the letter.</p>");
    CHECK(mail_summary(multipart("alternative", {plain, html})) == Lines{"|A|<p>Words of the letter.</p>"});
    CHECK(mail_summary(multipart("alternative", {html, plain})) == Lines{"|A|<p>Words of the letter.</p>"});
    CHECK(mail_summary(
              multipart("alternative", {plain, part("text/html", "<style>p { color: red }</style><img src=a>")})) ==
          Lines{"|A|Plain words of the letter."});
    CHECK(mail_summary(multipart("mixed", {html, part("text/plain", "More.\n\nLast.")})) ==
          Lines{"|A|<p>Words of the letter.</p><p>More.</p><p>\nLast.</p>"});
    CHECK(mail_summary(multipart("related", {html, part("text/plain", "No.")})) ==
          Lines{"|A|<p>Words of the letter.</p>"});
    const RawArticle with_file = only(multipart(
        "mixed", {plain, "Content-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\n\n%PDF"}));
    CHECK(with_file.warnings == Lines{"an attached file is not read: a.pdf"});
}

TEST_CASE("what the sender hides is no text") {
    const RawArticle raw = only(
        "Subject: A\nContent-Type: text/html\n\n<div style=\"display: "
        "none\"><div>Preview</div></div><p>Shown.</p><span "
        "style='DISPLAY:NONE'>Again</span><p>Too.</p>");
    CHECK(raw.html_body == "<p>Shown.</p><p>Too.</p>");
}

TEST_CASE("messages attached to a message are articles of their own") {
    const std::string inner =
        "Content-Type: message/rfc822\n\nSubject: B\nDate: Wed, 29 Aug 2012 10:00:00 +0000\n\nTwo.\n";
    CHECK(mail_summary(multipart("mixed", {part("text/plain", "See below."), inner})) ==
          Lines{"|A|See below.", "attached 1|B|Two.\n"});
    CHECK(mail_summary(multipart("mixed", {inner})) == Lines{"|B|Two.\n"});
    CHECK(mail_summary(multipart("digest", {"\nSubject: B\n\nTwo.", "\nSubject: C\n\nThree."})) ==
          Lines{"|B|Two.", "attached 1|C|Three."});
}

TEST_CASE("signatures and flowed lines") {
    CHECK(only("Subject: A\nContent-Type: text/plain; format=flowed\n\nOne \ntwo.\n\nThree.\n-- \nThe desk\n")
              .stated.body == "One two.\n\nThree.");
    CHECK(only("Subject: A\n\n-- \nOnly this.\n").stated.body.find("Only this.") != std::string::npos);
}

TEST_CASE("headers that are not as they should be") {
    CHECK(only("Subject: Caf\xE9 offen\n\nText.\n").stated.title == "Café offen");
    CHECK(only("Subject: Caf\xC3\xA9 offen\n\nText.\n").stated.title == "Café offen");
    CHECK(only("From: news@example.org\nSubject: A\n\nText.\n").stated.source == "example.org");
    CHECK(only("Subject: A\n\nText.\n").date_texts.empty());
    CHECK(only("Subject: A\nContent-Type: text/plain; charset=nonsense\n\nstra\xDF"
               "e\n")
              .stated.body == "straße\n");
    CHECK(only("Subject: A\nContent-Transfer-Encoding: base64\n\nVGV4dC4K!!!\n").stated.body == "Text.\n");
}

TEST_CASE("large files attached cost nothing, and what no letter has is refused") {
    std::string file;
    while (file.size() < 6'000'000) file += std::string(76, 'A') + "\n";
    const RawArticle raw = only(multipart("mixed", {part("text/plain", "Text."),
                                                    "Content-Type: a/b\nContent-Transfer-Encoding: base64\n"
                                                    "Content-Disposition: attachment; filename=a\n\n" +
                                                        file}));
    CHECK(raw.stated.body == "Text.");
    CHECK(raw.warnings.size() == 1);
    std::string many = "Subject: A\n";
    while (many.size() < 2'000'000) many += "X: y\n";
    CHECK(mail_summary(many + "\nText.") == Lines{"!too large"});
}

TEST_CASE("parts inside parts without end are followed only so far") {
    std::string bytes = "Subject: A\n";
    for (int i = 0; i < 3000; ++i) {
        const std::string mark = "b" + std::to_string(i);
        bytes += "Content-Type: multipart/mixed; boundary=" + mark + "\n\n--" + mark + "\n";
    }
    CHECK(read_all(MailReader(), bytes + "Content-Type: text/plain\n\nText.").articles.size() == 1);
}

}  // namespace dateline
