#include "indexer/commands/commands.h"
#include "indexer/large_pages.h"

int main(int argc, char** argv) {
    dateline::prefer_large_pages();
    return dateline::run_program("indexer", "Turn any pile of news articles into an index that `searcher` searches",
                                 "`indexer COMMAND --help` tells more of each.", dateline::indexer_commands(), argc,
                                 argv);
}
