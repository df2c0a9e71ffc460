# Language, warnings, sanitizers: everything the compiler is told about our own
# sources. All of it reaches a target through `dateline_options`.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# Programs land in bin/ of the build folder, whatever room they come from.
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")

# ccache, where there is one. The sloppiness is what it needs to reuse results
# that involve a precompiled header.
find_program(DATELINE_CCACHE ccache)
if(DATELINE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        "${CMAKE_COMMAND}" -E env
        "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime"
        "${DATELINE_CCACHE}")
endif()

add_library(dateline_options INTERFACE)

target_include_directories(dateline_options INTERFACE "${PROJECT_SOURCE_DIR}")

target_compile_options(dateline_options INTERFACE
    -Wall
    -Wextra
    -Wpedantic
    -Wshadow
    -Wconversion
    -Wnon-virtual-dtor
    -Woverloaded-virtual
    -Wold-style-cast
    -Wcast-align
    -Wunused
    -Wformat=2
    -Wimplicit-fallthrough
    -Wextra-semi
    # Designated initializers leave out what keeps its default.
    -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(dateline_options INTERFACE
        -Wduplicated-cond
        -Wlogical-op
        # gcc 12 sees overflows inside libstdc++ that are not there (its bugs
        # 105329, 105651, 106199), and the sanitizers confuse it further. Those
        # the sanitizers themselves, and clang-tidy, watch for.
        -Wno-restrict
        -Wno-array-bounds
        -Wno-stringop-overflow
        -Wno-stringop-overread
        -fdiagnostics-color=auto)
else()
    target_compile_options(dateline_options INTERFACE -fcolor-diagnostics)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_LAUNCHER)
    target_compile_options(dateline_options INTERFACE -fpch-preprocess)
endif()
# Where a room is one source, a name of one file stands in front of a parameter of another, and types of unnamed
# namespaces seem to come from an included file. The builds file by file look after both.
if(CMAKE_UNITY_BUILD)
    target_compile_options(dateline_options INTERFACE -Wno-shadow
        $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()
if(DATELINE_WERROR)
    target_compile_options(dateline_options INTERFACE -Werror)
endif()

# A build without NDEBUG also checks the preconditions of the standard library.
if(NOT CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_definitions(dateline_options INTERFACE _GLIBCXX_ASSERTIONS)
endif()

if(DATELINE_SANITIZE)
    target_compile_options(dateline_options INTERFACE
        "-fsanitize=${DATELINE_SANITIZE}"
        -fno-sanitize-recover=all
        -fno-omit-frame-pointer
        $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    target_link_options(dateline_options INTERFACE "-fsanitize=${DATELINE_SANITIZE}")
endif()

# Everything is instrumented for the fuzzer; only its targets link the driver.
if(DATELINE_FUZZ)
    target_compile_options(dateline_options INTERFACE -fsanitize=fuzzer-no-link)
    target_link_options(dateline_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

if(DATELINE_IPO)
    include(CheckIPOSupported)
    check_ipo_supported()
    set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ON)
endif()
