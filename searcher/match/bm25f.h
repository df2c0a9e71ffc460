#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "common/index/columns.h"
#include "common/index/field_frequency.h"
#include "common/index/index.h"
#include "searcher/match/score_part.h"

namespace dateline {

/// Parameters of BM25F, one struct for all of ranking.
///
/// The weighted frequency of a term is  w = sum over fields  weight_f * tf_f / (1 - b_f + b_f * length_f / average_f),
/// where lead and body, which are one text in most articles, share one length,
/// its contribution  idf * w * (k1 + 1) / (k1 + w),  its idf  ln(r) with  r = (N - n + 0.5) / (n + 0.5),  and
/// ln(1 + r / 2)  where r is below 2.
/// Robertson, Zaragoza: The Probabilistic Relevance Framework: BM25 and Beyond, 2009, section 3.6. The idf is theirs
/// (Robertson, Sparck Jones: Relevance Weighting of Search Terms, 1976), bent so that it never is negative, as in
/// Xapian: a word in half of the articles still counts, but for less than with Lucene's ln(1 + r).
struct Bm25fParameters {
    double k1 = 2.0;
    /// title, lead, body, caption
    std::array<double, text_field_count> weight{3.0, 1.2, 1.0, 0.7};
    std::array<double, text_field_count> b{0.3, 0.4, 0.4, 0.3};
};

class Bm25f {
public:
    Bm25f(const Bm25fParameters& parameters, const CollectionStatistics& statistics)
        : k1_(parameters.k1), articles_(static_cast<double>(statistics.articles)) {
        const double text_average = statistics.average_length[lead] + statistics.average_length[body];
        for (std::size_t i = 0; i < text_field_count; ++i) {
            const bool in_text = i == lead || i == body;
            const double average = std::max(in_text ? text_average : statistics.average_length[i], 1.0);
            weight_[i] = parameters.weight[i];
            constant_[i] = 1 - parameters.b[i];
            per_token_[i] = parameters.b[i] / average;
        }
    }

    double idf(double document_frequency) const {
        const double ratio = (std::max(articles_ - document_frequency, 0.0) + 0.5) / (document_frequency + 0.5);
        return std::log(ratio < 2 ? 1 + ratio / 2 : ratio);
    }

    double score(double idf, const FieldFrequency& frequency, const FieldLengths& lengths) const {
        const double weighted = this->weighted(frequency, lengths);
        return idf * weighted * (k1_ + 1) / (k1_ + weighted);
    }

    /// The same, with all it is made of.
    ScorePart part(double idf, const FieldFrequency& frequency, const FieldLengths& lengths) const {
        ScorePart part{.idf = idf, .frequency = frequency, .lengths = lengths};
        for (std::size_t i = 0; i < text_field_count; ++i) {
            FieldFrequency alone;
            alone.count[i] = frequency.count[i];
            part.fields[i] = weighted(alone, lengths);
        }
        part.weighted = weighted(frequency, lengths);
        part.score = score(idf, frequency, lengths);
        return part;
    }

    double k1() const { return k1_; }

private:
    static constexpr auto lead = static_cast<std::size_t>(TextField::lead);
    static constexpr auto body = static_cast<std::size_t>(TextField::body);

    double weighted(const FieldFrequency& frequency, const FieldLengths& lengths) const {
        double weighted = 0;
        const double text_length = lengths[lead] + lengths[body];
        for (std::size_t i = 0; i < text_field_count; ++i) {
            if (frequency.count[i] == 0) continue;
            weighted += weight_[i] * frequency.count[i] /
                        (constant_[i] + per_token_[i] * (i == lead || i == body ? text_length : lengths[i]));
        }
        return weighted;
    }

    double k1_;
    double articles_;
    std::array<double, text_field_count> weight_{};
    std::array<double, text_field_count> constant_{};
    std::array<double, text_field_count> per_token_{};
};

}  // namespace dateline
