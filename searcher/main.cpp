#include "searcher/commands/commands.h"

int main(int argc, char** argv) {
    return dateline::run_program("searcher", "Search an index of news articles that `indexer` made",
                                 "`searcher COMMAND --help` tells more of each.", dateline::searcher_commands(), argc,
                                 argv);
}
