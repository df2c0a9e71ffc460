#pragma once

#include <functional>
#include <istream>
#include <map>
#include <string>

/// Judgements of relevance, as TREC writes them.
namespace dateline {

/// Of one topic: article id -> relevance. Above 0 is relevant, and the value is the gain of nDCG; 0 and below is not
/// relevant, and neither is an article that is missing.
using Judgements = std::map<std::string, int, std::less<>>;

/// Topic -> its judgements.
using Qrels = std::map<std::string, Judgements, std::less<>>;

/// Reads lines `TOPIC ITERATION ARTICLE RELEVANCE`, the columns parted by white space; empty lines are left out and
/// ITERATION means nothing. Throws UsageError naming `name` and the line where there are not four columns, RELEVANCE is
/// no whole number, or an article is judged twice for a topic.
Qrels read_qrels(std::istream& in, const std::string& name);

/// The same from a file. Throws IoError too.
Qrels read_qrels_file(const std::string& path);

}  // namespace dateline
