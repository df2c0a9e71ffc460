#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/story/page_body.h"
#include "indexer/wording/agencies.h"
#include "indexer/wording/byline.h"
#include "indexer/wording/captions.h"
#include "indexer/wording/desks.h"
#include "indexer/wording/notices.h"
#include "indexer/wording/paragraphs.h"
#include "indexer/wording/signature.h"

namespace dateline {

namespace {

std::string in_one_line(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) {
        text += (text.empty() ? "" : "; ") + part;
    }
    return text;
}

struct Row {
    std::string_view line;
    std::string_view expected;
};

/// `authors | agencies`, "" where the line is none.
std::string shown(const std::optional<Byline>& byline) {
    return byline ? in_one_line(byline->authors) + " | " + in_one_line(byline->agencies) : "";
}

}  // namespace

TEST_CASE("bylines") {
    constexpr std::array rows{
        Row{"By Yereth Rosen", "Yereth Rosen | "},
        Row{"By Eric Auchard and Paul Thomasch", "Eric Auchard; Paul Thomasch | "},
        Row{"BY ANN LEE, BO EK AND DI FO", "ANN LEE; BO EK; DI FO | "},
        Row{"By Ann Lee, Staff Writer", "Ann Lee | "},
        Row{"By Ann Lee | August 29, 2012", "Ann Lee | "},
        Row{"ByNewsroom", "Newsroom | "},
        Row{"Von Anna Groß und Bernd Kurz", "Anna Groß; Bernd Kurz | "},
        Row{"Par Anne Le Goff avec AFP", "Anne Le Goff | AFP"},
        Row{"Автор: Анна Иванова", "Анна Иванова | "},
        Row{"โดย กองบรรณาธิการ", "กองบรรณาธิการ | "},
        Row{"Review by Ann Lee Contributor", "Ann Lee | "},
        Row{"By Emma MackenzieLifestyle Writer", "Emma Mackenzie | "},
        Row{"By Reuters", " | Reuters"},
        Row{"By K.D., T.S.", "K.D.; T.S. | "},
        Row{"By the end of the day all was over", ""},
        Row{"Text of the agreement", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        CHECK(shown(byline_of_line(row.line)) == row.expected);
    }
    CHECK(name_before_date("Ann Lee · Example News · Posted: Aug 08, 2024 4:00 AM EDT") == "Ann Lee");
    CHECK(name_before_date("Posted: Aug 08, 2024").empty());
}

TEST_CASE("closing signatures") {
    constexpr std::array rows{
        Row{"msh/rc (AFP, dpa)", "msh; rc | AFP; dpa"},
        Row{"(Reuters)", " | Reuters"},
        Row{"AFP/dpa", " | AFP; dpa"},
        Row{"вк/ам (дпа, АФП)", "вк; ам | дпа; АФП"},
        Row{"red", "red | "},
        Row{"More to come (see below)", ""},
        Row{"The end.", ""},
        Row{"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        CHECK(shown(signature_of_line(row.line)) == row.expected);
    }
}

TEST_CASE("agencies in datelines") {
    constexpr std::array rows{
        Row{"TOKYO (Reuters) - The bank said", "Reuters"},
        Row{"PASADENA, California (AP) -- A spacecraft", "AP"},
        Row{"BERLIN, Aug 29 (dpa/AFP) – Der", "dpa; AFP"},
        Row{"The company (Reuters reported) - said", ""},
        Row{"He (Bo Ek) - said", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        CHECK(in_one_line(dateline_agencies(row.line)) == row.expected);
    }
}

TEST_CASE("captions and credits") {
    constexpr std::array credits{
        Row{"Image: picture-alliance/dpa", "picture-alliance/dpa"},
        Row{"Image : picture agency/PA", "picture agency/PA"},
        Row{"IMAGE SOURCE,NASA/JOHNS HOPKINS APL", "NASA/JOHNS HOPKINS APL"},
        Row{"(NASA/JPL)", "NASA/JPL"},
        Row{"Photo by Ann Lee", "Ann Lee"},
        Row{"Getty Images", "Getty Images"},
        Row{"The image: a bridge at night, seen from the north", ""},
        Row{"The minister said so.", ""},
    };
    for (const Row& row : credits) {
        CAPTURE(row.line);
        CHECK(credit_of_line(row.line).value_or("") == row.expected);
    }
    constexpr std::array captions{
        Row{"The castle. Photograph: Ann Lee/AP", "The castle. | Ann Lee/AP"},
        Row{"The Moon seen from orbit (Image credit: NASA)", "The Moon seen from orbit | NASA"},
        Row{"A detector in its cavern near Geneva [CERN]", "A detector in its cavern near Geneva | CERN"},
        Row{"Legende: Der Komet, aufgenommen von Rosetta. ESA", "Der Komet, aufgenommen von Rosetta. | ESA"},
        Row{"返回舱在内蒙古草原着陆。（图：新闻图片）", "返回舱在内蒙古草原着陆。 | 新闻图片"},
        Row{"A bridge at night", ""},
    };
    for (const Row& row : captions) {
        CAPTURE(row.line);
        const auto caption = caption_of_line(row.line);
        CHECK((caption ? caption->text + " | " + caption->credit : "") == row.expected);
    }
}

TEST_CASE("lines of the page rather than the article") {
    struct NoticeRow {
        std::string_view line;
        Notice notice;
    };
    constexpr std::array rows{
        NoticeRow{"Advertisement", Notice::line},
        NoticeRow{"Skip to content", Notice::line},
        NoticeRow{"5 min read", Notice::line},
        NoticeRow{"Werbung", Notice::line},
        NoticeRow{"Поделиться", Notice::line},
        NoticeRow{"Read more: The bridge in numbers", Notice::teaser},
        NoticeRow{"À lire aussi : Comprendre", Notice::teaser},
        NoticeRow{"Related stories", Notice::related},
        NoticeRow{"関連記事", Notice::related},
        NoticeRow{"More from Sport", Notice::related},
        NoticeRow{"© 2014 Example Tribune", Notice::end},
        NoticeRow{"Leave a comment", Notice::end},
        NoticeRow{"The bridge was opened", Notice::none},
        NoticeRow{"Shares fell on Friday", Notice::none},
    };
    for (const NoticeRow& row : rows) {
        CAPTURE(row.line);
        CHECK(notice_of(row.line) == row.notice);
    }
}

TEST_CASE("owners in copyright lines") {
    constexpr std::array rows{
        Row{"© 2014 Example Tribune", "Example Tribune"},
        Row{"© Le Courrier Exemple 2015", "Le Courrier Exemple"},
        Row{"Copyright © 2004-2025 Columbia Example, All Rights Reserved.", "Columbia Example"},
        Row{"© 2009 – 2012 Example", "Example"},
        Row{"Copyright The Example Ledger Limited 2017. All rights reserved.", "The Example Ledger"},
        Row{"Copyright © 2009 All Rights Reserved.", ""},
        Row{"© 2023 Copyright Example World - All rights reserved.", "Example World"},
        Row{"جميع الحقوق محفوظة © صحيفة المثال 2021", "صحيفة المثال"},
        Row{"No owner", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        CHECK(copyright_owner(row.line) == row.expected);
    }
}

TEST_CASE("what a line says the text is from") {
    CHECK(stated_source("Source: Example World Service") == "Example World Service");
    CHECK(stated_source("2012年8月29日 来源：示例日报") == "示例日报");
    CHECK(stated_source("The source: a report of the town hall") == "");
    CHECK(stated_source("Source: the minister said so in the afternoon.") == "");
    CHECK(named_home("Beispiel Wissen, zur Startseite") == "Beispiel Wissen");
    CHECK(named_home("Beispiel Wissen") == "");
}

TEST_CASE("desks") {
    for (const std::string_view desk : {"Newsroom", "Money Desk", "Example Weekly Staff", "Redacción", "قسم الثقافة"}) {
        CAPTURE(desk);
        CHECK(is_desk(desk));
    }
    for (const std::string_view other :
         {"Ann Lee", "Desk", "Staff of the hospital", "What the newsroom of the paper saw"}) {
        CAPTURE(other);
        CHECK_FALSE(is_desk(other));
    }
}

TEST_CASE("paragraphs") {
    constexpr std::array rows{
        Row{"one  line \t only", "one line only"},
        Row{"wrapped \nlines\n\nnext", "wrapped lines\n\nnext"},
        Row{"First paragraph.\nSecond paragraph.", "First paragraph.\n\nSecond paragraph."},
        Row{"A Malaysian newspaper agreed to pay former Singapore prime\nminister Lee\nover allegations.",
            "A Malaysian newspaper agreed to pay former Singapore prime minister Lee over allegations."},
        Row{"\n\n a \n\n\n b ", "a\n\nb"},
        Row{"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        CHECK(tidy_paragraphs(row.line) == row.expected);
    }
    CHECK(ends_sentence("He said “no.”"));
    CHECK(ends_sentence("終わり。」"));
    CHECK_FALSE(ends_sentence("The bridge (left)"));
}

}  // namespace dateline
