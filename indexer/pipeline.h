#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "indexer/readers/input.h"
#include "indexer/readers/reader.h"
#include "indexer/report.h"

/// The way of an article: input -> sniff -> reader -> story -> fate -> language -> mentions -> analysis -> batch ->
/// index.
namespace dateline {

class IndexWriter;
class MentionFinders;
class Progress;

struct PipelineOptions {
    std::vector<std::string> inputs;
    std::optional<InputList> list;  ///< what is behind `inputs`, where it is known already; else they are looked at
    std::string format;             ///< name of the reader for all inputs; empty: by content
    ReaderOptions reader;
    bool keep_all = false;                     ///< also what is no article: home pages, lists, videos
    const MentionFinders* mentions = nullptr;  ///< what finds names and times; null: nothing does
    unsigned jobs = 1;
    std::size_t commit_every = 0;  ///< as the writer's: no batch is larger; 0 for no bound
};

/// Whether the run read everything, or was interrupted and how far it came.
struct RunEnd {
    bool interrupted = false;
    std::size_t files_read = 0;
    std::size_t files = 0;
};

/// Reads all inputs and adds their articles to the index, with as many threads as `jobs`. What is left out is in the
/// report. Throws IoError or UsageError; what was not published then is not in the index.
RunEnd add_articles(const PipelineOptions& options, IndexWriter& writer, Report& report, Progress& progress);

/// Reads all inputs and gives each article, as it would be indexed, to `visit` in the order of the input.
RunEnd extract_articles(const PipelineOptions& options, Report& report, Progress& progress,
                        const std::function<bool(const Article&)>& visit);

}  // namespace dateline
