# Every library that Dateline stands on. A room names the target on the left of
# the arrow in its LINKS; what it links, it may include.
#
#   Xapian         xapian::xapian    the index itself
#   ICU            ICU::uc ICU::i18n segmentation, folding, normalization
#   CLD2           CLD2::cld2        which language a text is in
#   spdlog + fmt   spdlog::spdlog    messages; fmt::format
#   CLI11          CLI11::CLI11      command lines
#   nlohmann_json  nlohmann_json::nlohmann_json   writing JSON
#   simdjson       simdjson::simdjson             reading JSON
#   libcsv         CSV::csv          reading tables
#   libxml2        LibXml2::LibXml2  reading and writing XML
#   Gumbo          PkgConfig::GUMBO               parsing HTML as browsers do
#   GMime          PkgConfig::GMIME               parsing mail
#   md4c           PkgConfig::MD4C                parsing Markdown
#   poppler-cpp    PkgConfig::POPPLER_CPP         reading PDF
#   yaml-cpp       PkgConfig::YAML_CPP            front matter in YAML
#   toml++         PkgConfig::TOMLPLUSPLUS        front matter in TOML, aliases
#   xxHash         PkgConfig::XXHASH
#   Zstandard      PkgConfig::ZSTD
#   libarchive     LibArchive::LibArchive         files of files: zip, tar, 7z
#   zlib, bzip2, liblzma, Brotli   ZLIB::ZLIB BZip2::BZip2 LibLZMA::LibLZMA PkgConfig::BROTLI   compressed streams
#   libmicrohttpd  PkgConfig::MICROHTTPD         HTTP, the server's side
#   robin-map      tsl::robin_map    hash tables in one array
#   mimalloc       mimalloc          the allocator of the two programs
#   doctest        doctest::doctest  unit tests
#
# A new one is added here and to the package list in `dev`.

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

pkg_check_modules(XAPIAN REQUIRED IMPORTED_TARGET xapian-core>=1.4)
add_library(xapian::xapian ALIAS PkgConfig::XAPIAN)

find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(LibXml2 REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(simdjson REQUIRED)
find_package(tsl-robin-map REQUIRED)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(GMIME REQUIRED IMPORTED_TARGET gmime-3.0)
# It wants a macro for large files, which 64 bits do not need, and a precompiled header does not stand.
set_property(TARGET PkgConfig::GMIME PROPERTY INTERFACE_COMPILE_OPTIONS "")
pkg_check_modules(MICROHTTPD REQUIRED IMPORTED_TARGET libmicrohttpd>=0.9.75)
pkg_check_modules(MD4C REQUIRED IMPORTED_TARGET md4c)
pkg_check_modules(POPPLER_CPP REQUIRED IMPORTED_TARGET poppler-cpp>=22)
pkg_check_modules(YAML_CPP REQUIRED IMPORTED_TARGET yaml-cpp)
pkg_check_modules(TOMLPLUSPLUS REQUIRED IMPORTED_TARGET tomlplusplus)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
find_package(LibArchive REQUIRED)
find_package(ZLIB REQUIRED)
find_package(BZip2 REQUIRED)
find_package(LibLZMA REQUIRED)
pkg_check_modules(BROTLI REQUIRED IMPORTED_TARGET libbrotlidec)

# CLD2 brings neither a CMake package nor a .pc file.
find_library(CLD2_LIBRARY NAMES cld2 REQUIRED)
find_path(CLD2_INCLUDE_DIR NAMES cld2/public/compact_lang_det.h REQUIRED)
add_library(CLD2::cld2 UNKNOWN IMPORTED)
set_target_properties(CLD2::cld2 PROPERTIES
    IMPORTED_LOCATION "${CLD2_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${CLD2_INCLUDE_DIR}")

# Neither does libcsv.
find_library(CSV_LIBRARY NAMES csv REQUIRED)
find_path(CSV_INCLUDE_DIR NAMES csv.h REQUIRED)
add_library(CSV::csv UNKNOWN IMPORTED)
set_target_properties(CSV::csv PROPERTIES
    IMPORTED_LOCATION "${CSV_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${CSV_INCLUDE_DIR}")

# A sanitizer brings its own allocator; two of them in one program do not mix.
if(DATELINE_MIMALLOC AND NOT DATELINE_SANITIZE)
    find_package(mimalloc REQUIRED)
endif()

if(DATELINE_TESTS)
    find_package(doctest REQUIRED)
endif()
