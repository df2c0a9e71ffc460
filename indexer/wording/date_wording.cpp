#include "indexer/wording/date_wording.h"

#include <algorithm>
#include <array>

namespace dateline {

namespace {

template <typename Words>
bool holds_one(std::string_view text, const Words& words) {
    return std::ranges::any_of(words, [text](std::string_view word) { return text.find(word) != text.npos; });
}

constexpr auto change_words = std::to_array<std::string_view>(
    {"updated",      "update",      "modified",      "last edited",  "last changed",   "edited",      "revised",
     "aktualisiert", "mis à jour",  "mise à jour",   "modifié",      "actualizado",    "actualizada", "atualizado",
     "aggiornato",   "bijgewerkt",  "uppdaterad",    "oppdatert",    "opdateret",      "päivitetty",  "обновлено",
     "изменено",     "aktualizace", "aktualizováno", "aktualizacja", "zaktualizowano", "güncelleme",  "diperbarui",
     "更新",         "改訂",        "แก้ไข"});

constexpr auto publication_words = std::to_array<std::string_view>(
    {"publi", "posted", "created", "veröffentlicht", "erschienen", "erstellt", "pubblicat", "gepubliceerd",
     "опубликован", "yayın", "julkaistu", "udgivet", "发布", "發布", "公開", "配信"});

constexpr auto joining_words =
    std::to_array<std::string_view>({"joined", "member since", "registered", "registriert", "mitglied seit", "inscrit",
                                     "miembro desde", "iscritto", "registrado"});

}  // namespace

bool speaks_of_change(std::string_view lower) { return holds_one(lower, change_words); }
bool speaks_of_publication(std::string_view lower) { return holds_one(lower, publication_words); }
bool speaks_of_joining(std::string_view lower) { return holds_one(lower, joining_words); }

}  // namespace dateline
