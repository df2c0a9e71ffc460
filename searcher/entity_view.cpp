#include "searcher/entity_view.h"

#include <fmt/format.h>

#include "searcher/mention_view.h"
#include "searcher/output/bars.h"

namespace dateline {
namespace {

std::string_view in_words(std::string_view type) {
    if (type == "person") return "person";
    if (type == "org") return "organization";
    if (type == "place") return "place";
    return "other name";
}

class EntityText {
public:
    EntityText(const EntityProfile& profile, std::size_t width, bool colours)
        : profile_(profile), width_(width), colours_(colours) {}

    std::string write() {
        StyledText head(profile_.name, Style::bold);
        head.append(fmt::format(" · {} · {} of {} article{}, {} mention{}", in_words(profile_.type), profile_.articles,
                                profile_.all_articles, profile_.all_articles == 1 ? "" : "s", profile_.mentions,
                                profile_.mentions == 1 ? "" : "s"));
        add(head);
        add_forms();
        for (const NamedThing& other : profile_.others)
            add(StyledText(
                fmt::format("  also found: {} · {} · {}", other.name, in_words(other.type), other.articles)));
        add_mention("First", profile_.first);
        add_mention("Latest", profile_.latest);
        out_ += "\n" + timeline_heading(profile_.timeline) + "\n";
        for (const std::string& line : draw_bars(profile_.timeline, width_)) out_ += line + "\n";
        for (const CompanionsOfType& of_type : profile_.companions) add_companions(of_type);
        return std::move(out_);
    }

private:
    void add(const StyledText& text, const std::string& indent = "") {
        add_lines(text, indent, width_, colours_, out_);
    }

    void add_forms() {
        std::string forms;
        for (const WrittenForm& form : profile_.written)
            forms += fmt::format("{}{} {}", forms.empty() ? "" : " · ", form.text, form.mentions);
        if (!forms.empty()) add(StyledText("written " + forms), "  ");
        std::string aliases;
        for (const std::string& alias : profile_.aliases) aliases += (aliases.empty() ? "" : " · ") + alias;
        if (!aliases.empty()) add(StyledText("aliases " + aliases), "  ");
    }

    void add_mention(std::string_view which, const std::optional<EntityMention>& mention) {
        if (!mention) return;
        out_ += "\n";
        StyledText head(std::string(which) + " · ", Style::bold);
        head.append(line_of(mention->source));
        add(head);
        add(styled(mention->sentence), "  ");
        add(StyledText(mention->source.id, Style::dim), "  ");
    }

    void add_companions(const CompanionsOfType& of_type) {
        if (of_type.companions.empty()) return;
        out_ += fmt::format("\n{} in the same articles\n", of_type.type);
        for (const Companion& companion : of_type.companions) {
            add(StyledText(fmt::format("{} · {} of its {} · {:.1f}", companion.name, companion.articles,
                                       companion.all_articles, companion.association)),
                "  ");
        }
    }

    const EntityProfile& profile_;
    std::size_t width_;
    bool colours_;
    std::string out_;
};

Json to_json(const std::optional<EntityMention>& mention) {
    if (!mention) return {};
    return {{"article", to_json(mention->source)}, {"sentence", to_json(mention->sentence)}};
}

Json to_json(const std::vector<CompanionsOfType>& all) {
    Json json = Json::object();
    for (const CompanionsOfType& of_type : all) {
        Json list = Json::array();
        for (const Companion& companion : of_type.companions) {
            list.push_back({{"name", companion.name},
                            {"articles", companion.articles},
                            {"all_articles", companion.all_articles},
                            {"association", companion.association}});
        }
        json[std::string(of_type.type)] = std::move(list);
    }
    return json;
}

}  // namespace

std::string entity_as_text(const EntityProfile& profile, std::size_t width, bool colours) {
    return EntityText(profile, width, colours).write();
}

std::string entity_as_json(const EntityProfile& profile) {
    Json written = Json::array();
    for (const WrittenForm& form : profile.written)
        written.push_back({{"text", form.text}, {"mentions", form.mentions}});
    Json others = Json::array();
    for (const NamedThing& other : profile.others)
        others.push_back({{"type", other.type}, {"name", other.name}, {"articles", other.articles}});
    const Json json{{"name", profile.name},
                    {"type", profile.type},
                    {"interpreted", profile.interpreted},
                    {"articles", profile.articles},
                    {"all_articles", profile.all_articles},
                    {"mentions", profile.mentions},
                    {"aliases", profile.aliases},
                    {"written", written},
                    {"others", others},
                    {"first", to_json(profile.first)},
                    {"latest", to_json(profile.latest)},
                    {"timeline", to_json(profile.timeline)},
                    {"companions", to_json(profile.companions)},
                    {"elapsed_ms", static_cast<double>(profile.elapsed_us) / 1000}};
    return json_text(json, 2);
}

}  // namespace dateline
