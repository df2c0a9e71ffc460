#include "searcher/explanation.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, text_field_count> field_names_of_parts{"title", "lead", "body", "caption"};
/// Scores are rounded to this many parts of 1 where they are printed.
constexpr double printed_precision = 1e4;

double printed(double value) { return std::round(value * printed_precision) / printed_precision; }

std::string frequencies_text(const ScorePart& part) {
    std::string text;
    for (std::size_t i = 0; i < text_field_count; ++i) {
        if (part.frequency.count[i] == 0) continue;
        text += fmt::format("{}{} {} of {} = {:.4f}", text.empty() ? "" : ", ", field_names_of_parts[i],
                            part.frequency.count[i], part.lengths[i], part.fields[i]);
    }
    return text;
}

std::string part_text(const ScorePart& part, std::string_view origin) {
    const std::string factor = part.factor == 1 ? "" : fmt::format(", factor {:.4g}", part.factor);
    if (part.weighted == 0) return fmt::format("{:>10.4f}  {}{}{}\n", part.score, part.text, origin, factor);
    return fmt::format("{:>10.4f}  {}{}: idf {:.4f}{}, tf {:.4f} ({})\n", part.score, part.text, origin, part.idf,
                       factor, part.weighted, frequencies_text(part));
}

Json part_json(const ScorePart& part, std::string_view origin) {
    Json fields = Json::object();
    for (std::size_t i = 0; i < text_field_count; ++i) {
        if (part.frequency.count[i] == 0) continue;
        fields[std::string(field_names_of_parts[i])] = {
            {"count", part.frequency.count[i]}, {"length", part.lengths[i]}, {"weighted", part.fields[i]}};
    }
    Json json;
    json["text"] = part.text;
    json["from"] = origin;
    json["score"] = part.score;
    json["factor"] = part.factor;
    json["idf"] = part.idf;
    json["tf"] = part.weighted;
    json["fields"] = std::move(fields);
    return json;
}

/// Of the parts as printed, so that a reader who adds them up gets it.
double printed_sum(const ScoreExplanation& score) {
    double sum = 0;
    for (const auto* parts : {&score.parts, &score.besides}) {
        for (const ScorePart& part : *parts) sum += printed(part.score);
    }
    return sum;
}

}  // namespace

std::string explanation_as_text(const Explanation& explanation) {
    std::string text;
    for (const std::string& note : explanation.notes) text += note + "\n";
    text += fmt::format("{}\n{}\n", explanation.title, explanation.id);
    const ScoreExplanation& score = explanation.score;
    if (!score.matches) return text + fmt::format("does not match {}\n", explanation.interpreted);
    for (const ScorePart& part : score.parts) text += part_text(part, "");
    for (const ScorePart& part : score.besides) text += part_text(part, " (--expand)");
    const double sum = printed_sum(score);
    text += fmt::format("{:>10.4f}  sum\n", sum);
    if (score.recency != 1)
        text +=
            fmt::format("{:>10.4f}  times recency\n{:>10.4f}  score\n", score.recency, sum * printed(score.recency));
    return text +
           "score = factor * idf * tf * (k1 + 1) / (k1 + tf); tf sums over the fields weight * count / length norm\n";
}

std::string explanation_as_json(const Explanation& explanation) {
    Json json;
    json["query"] = explanation.query;
    json["interpreted"] = explanation.interpreted;
    json["id"] = explanation.id;
    json["title"] = explanation.title;
    json["matches"] = explanation.score.matches;
    json["score"] = explanation.score.score;
    json["recency"] = explanation.score.recency;
    json["parts"] = Json::array();
    for (const ScorePart& part : explanation.score.parts) json["parts"].push_back(part_json(part, "query"));
    for (const ScorePart& part : explanation.score.besides) json["parts"].push_back(part_json(part, "expand"));
    json["notes"] = explanation.notes;
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace dateline
