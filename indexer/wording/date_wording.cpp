#include "indexer/wording/date_wording.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/utf8.h"
#include "indexer/wording/letters.h"

namespace dateline {

namespace {

template <typename Words>
bool holds_one(std::string_view text, const Words& words) {
    return std::ranges::any_of(words, [text](std::string_view word) { return text.find(word) != text.npos; });
}

constexpr auto change_words = std::to_array<std::string_view>(
    {"updated",        "update",      "modified",   "last edited",  "last changed", "edited",        "revised",
     "corrected",      "amended",     "korrigiert", "aktualisiert", "mis à jour",   "mise à jour",   "modifié",
     "actualizado",    "actualizada", "atualizado", "aggiornato",   "bijgewerkt",   "uppdaterad",    "oppdatert",
     "opdateret",      "päivitetty",  "обновлено",  "изменено",     "aktualizace",  "aktualizováno", "aktualizacja",
     "zaktualizowano", "güncelleme",  "diperbarui", "更新",         "改訂",         "แก้ไข"});

constexpr auto publication_words = std::to_array<std::string_view>(
    {"publi", "posted", "created", "veröffentlicht", "erschienen", "erstellt", "pubblicat", "gepubliceerd",
     "опубликован", "yayın", "julkaistu", "udgivet", "发布", "發布", "公開", "配信", "نُشر", "نشر في"});

/// Publishing systems have put such a sentence below texts in the language of each.
constexpr auto article_openings = std::to_array<std::string_view>({"this entry was ",
                                                                   "this post was ",
                                                                   "this article was ",
                                                                   "this story was ",
                                                                   "this item was ",
                                                                   "dieser artikel wurde ",
                                                                   "dieser beitrag wurde ",
                                                                   "dieser eintrag wurde ",
                                                                   "diese meldung wurde ",
                                                                   "cet article a été ",
                                                                   "cette entrée a été ",
                                                                   "ce billet a été ",
                                                                   "esta entrada fue ",
                                                                   "este artículo fue ",
                                                                   "este artigo foi ",
                                                                   "esta entrada foi ",
                                                                   "questo articolo è stato ",
                                                                   "questa voce è stata ",
                                                                   "dit bericht is ",
                                                                   "dit artikel is ",
                                                                   "dit bericht werd ",
                                                                   "denna artikel ",
                                                                   "det här inlägget ",
                                                                   "ten wpis został ",
                                                                   "запись опубликована ",
                                                                   "эта запись ",
                                                                   "bu yazı "});

constexpr auto article_endings =
    std::to_array<std::string_view>({"publi", "posted", "written", "filed", "veröffentlicht", "geschrieben", "erstellt",
                                     "eingestellt", "gepostet", "abgelegt", "pubblicat", "geplaatst", "geschreven",
                                     "gepubliceerd", "postad", "skrev", "opublikowany", "опубликована", "tarihinde"});

constexpr auto joining_words =
    std::to_array<std::string_view>({"joined", "member since", "registered", "registriert", "mitglied seit", "inscrit",
                                     "miembro desde", "iscritto", "registrado"});

}  // namespace

bool speaks_of_change(std::string_view lower) { return holds_one(lower, change_words); }
bool speaks_of_publication(std::string_view lower) { return holds_one(lower, publication_words); }
bool speaks_of_this_article(std::string_view text) {
    constexpr std::size_t longest_opening = 48;
    const std::string front = lower_case(cut_at_code_point(text, longest_opening));
    const auto opens = [&front](std::string_view opening) { return front.starts_with(opening); };
    return std::ranges::any_of(article_openings, opens) && holds_one(lower_case(text), article_endings);
}
bool speaks_of_joining(std::string_view lower) { return holds_one(lower, joining_words); }

}  // namespace dateline
