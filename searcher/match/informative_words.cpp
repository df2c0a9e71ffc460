#include "searcher/match/informative_words.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "common/index/article_text.h"
#include "common/text/utf8.h"
#include "searcher/query/tree.h"

namespace dateline {
namespace {

/// In small indexes a tenth of the articles is less than a story is told in.
constexpr double least_frequent = 5;
constexpr std::size_t shortest_letters = 3;

/// A word of one article, over all its forms.
struct WordInArticle {
    double weighted = 0;
    std::map<std::string, std::size_t> forms;
};

struct Candidate {
    double weight = 0;  ///< without the idf
    std::map<std::string, std::size_t> forms;
};

struct Ranked {
    double rank = 0;
    InformativeWord word;
};

bool may_inform(std::string_view folded) {
    const bool has_digit = std::any_of(folded.begin(), folded.end(), [](char c) { return c >= '0' && c <= '9'; });
    return !has_digit && count_code_points(folded) >= shortest_letters;
}

std::map<std::string, WordInArticle> words_of(const Article& article, const Analyzer& analyzer,
                                              const InformativeParameters& parameters) {
    std::map<std::string, WordInArticle> words;
    const ArticleTexts texts = texts_of(article);
    for (const TextField field : text_fields) {
        const std::string_view text = texts[field];
        for (const Token& token : analyzer.tokens(text)) {
            if (token.place.character || !may_inform(token.folded)) continue;
            const std::string literal(text.substr(token.place.begin, token.place.end - token.place.begin));
            WordInArticle& word = words[analyzer.stem(literal, article.language)];
            word.weighted += parameters.weight[static_cast<std::size_t>(field)];
            ++word.forms[token.folded];
        }
    }
    return words;
}

/// e to the power of each score, so scaled that all sum to 1.
std::vector<double> likelihoods(std::span<const Hit> articles) {
    std::vector<double> likelihoods;
    double sum = 0;
    for (const Hit& article : articles) {
        likelihoods.push_back(std::exp(article.score - articles.front().score));
        sum += likelihoods.back();
    }
    for (double& likelihood : likelihoods) likelihood /= sum;
    return likelihoods;
}

/// To what can be read in an interpreted query, and above zero.
double rounded(double boost) {
    constexpr double parts_of_one = 1000;
    return std::max(std::round(boost * parts_of_one), 1.0) / parts_of_one;
}

const std::string& most_frequent(const std::map<std::string, std::size_t>& forms) {
    return std::max_element(forms.begin(), forms.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

}  // namespace

std::vector<InformativeWord> informative_words(std::span<const Hit> articles, MatchContext& context,
                                               const InformativeParameters& parameters) {
    std::map<std::string, Candidate> candidates;  // by stem
    const std::vector<double> likelihood = likelihoods(articles);
    for (std::size_t i = 0; i < articles.size(); ++i) {
        const Article article = context.index().segments()[articles[i].segment]->article(articles[i].row);
        for (auto& [stem, word] : words_of(article, context.analyzer(), parameters)) {
            Candidate& candidate = candidates[stem];
            candidate.weight += likelihood[i] * word.weighted / (word.weighted + parameters.saturation);
            for (const auto& [form, count] : word.forms) candidate.forms[form] += count;
        }
    }
    const double most =
        std::max(parameters.most_frequent * static_cast<double>(context.index().statistics().articles), least_frequent);
    std::vector<Ranked> ranked;
    for (const auto& [stem, candidate] : candidates) {
        const std::string& form = most_frequent(candidate.forms);
        // The written form alone is quickly looked up and at most as frequent as all forms.
        if (static_cast<double>(context.document_frequency(terms::word(form))) > most) continue;
        const double frequency = context.stemmed_frequency(form, form);
        if (frequency <= 0 || frequency > most) continue;
        const double idf = context.ranking().idf(frequency);
        ranked.push_back({candidate.weight * idf, {form, candidate.weight * (parameters.idf_in_weight ? idf : 1)}});
    }
    std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
        return a.rank != b.rank ? a.rank > b.rank : a.word.text < b.word.text;
    });
    ranked.resize(std::min(ranked.size(), parameters.most_words));
    std::vector<InformativeWord> words;
    double sum = 0;
    for (Ranked& each : ranked) {
        sum += each.word.weight;
        words.push_back(std::move(each.word));
    }
    for (InformativeWord& word : words) word.weight /= sum;
    return words;
}

query::NodePtr any_of_words(std::span<const InformativeWord> words, double factor) {
    std::vector<query::NodePtr> children;
    for (const InformativeWord& word : words) {
        children.push_back(
            query::make_node(query::Modified{.kind = query::Modified::Kind::boost,
                                             .value = rounded(word.weight * factor),
                                             .child = query::make_node(query::Word{.text = word.text})}));
    }
    return children.empty() ? nullptr : query::make_or(std::move(children));
}

}  // namespace dateline
