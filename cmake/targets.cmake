# The words the rooms' CMakeLists.txt are written in:
#
#   dateline_library(NAME common_text
#       SOURCES analyzer.cpp segmenter.cpp
#       LINKS   common ICU::uc)
#   dateline_program(NAME indexer SOURCES main.cpp LINKS indexer_room)
#   dateline_test(NAME common_text SOURCES analyzer_test.cpp LINKS common_text)
#   dateline_manuals(indexer)
#
# (dateline_fuzz stands in tests/fuzz/CMakeLists.txt.)

# One header compiled once and shared by every target of the same flags. Only
# headers of the standard library and fmt: a source still has to include what
# it uses, and the builds without it (tidy, fuzz) tell when it does not.
if(DATELINE_PCH)
    file(WRITE "${PROJECT_BINARY_DIR}/precompiled/precompiled.cpp.in" "// Carries the precompiled header.\n")
    configure_file("${PROJECT_BINARY_DIR}/precompiled/precompiled.cpp.in"
        "${PROJECT_BINARY_DIR}/precompiled/precompiled.cpp" COPYONLY)
    add_library(dateline_precompiled STATIC "${PROJECT_BINARY_DIR}/precompiled/precompiled.cpp")
    target_link_libraries(dateline_precompiled PRIVATE dateline_options fmt::fmt Threads::Threads)
    target_precompile_headers(dateline_precompiled PRIVATE
        <algorithm> <array> <atomic> <chrono> <cstdint> <filesystem> <fstream> <functional> <map>
        <memory> <optional> <sstream> <string> <string_view> <unordered_map> <utility> <variant>
        <vector> <fmt/format.h>)
endif()

function(_dateline_common_settings target)
    target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:dateline_options> fmt::fmt Threads::Threads)
    if(DATELINE_PCH)
        target_precompile_headers(${target} REUSE_FROM dateline_precompiled)
    endif()
endfunction()

# A room: a static library of exactly the sources named. A room with no sources
# yet is an INTERFACE library, so that others can already link it.
function(dateline_library)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME" "SOURCES;LINKS")
    _dateline_check_arguments(dateline_library)
    if(NOT arg_SOURCES)
        add_library(${arg_NAME} INTERFACE)
        target_link_libraries(${arg_NAME} INTERFACE ${arg_LINKS})
        return()
    endif()
    add_library(${arg_NAME} STATIC ${arg_SOURCES})
    _dateline_common_settings(${arg_NAME})
    target_link_libraries(${arg_NAME} PUBLIC ${arg_LINKS})
endfunction()

# A program, installed; mimalloc comes first so that its malloc is the one used.
function(dateline_program)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME" "SOURCES;LINKS")
    _dateline_check_arguments(dateline_program)
    add_executable(${arg_NAME} ${arg_SOURCES})
    if(TARGET mimalloc)
        target_link_libraries(${arg_NAME} PRIVATE mimalloc)
    endif()
    _dateline_common_settings(${arg_NAME})
    target_link_libraries(${arg_NAME} PRIVATE ${arg_LINKS})
    install(TARGETS ${arg_NAME} RUNTIME)
endfunction()

# The doctest binary of one room, run by ctest under the room's name. A room
# with no test sources yet has none.
function(dateline_test)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME;TIMEOUT" "SOURCES;LINKS")
    _dateline_check_arguments(dateline_test)
    if(NOT arg_SOURCES)
        return()
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 300)
    endif()
    add_executable(test_${arg_NAME} ${arg_SOURCES})
    _dateline_common_settings(test_${arg_NAME})
    target_link_libraries(test_${arg_NAME} PRIVATE ${arg_LINKS} tests_support)
    set_target_properties(test_${arg_NAME} PROPERTIES
        RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests")
    add_test(NAME ${arg_NAME} COMMAND test_${arg_NAME})
    set_tests_properties(${arg_NAME} PROPERTIES TIMEOUT ${arg_TIMEOUT})
endfunction()

# The man page and the completions of a program: the program prints them
# itself, from the same table its --help comes from.
function(dateline_manuals program)
    if(NOT DATELINE_MANUALS)
        return()
    endif()
    set(folder "${PROJECT_BINARY_DIR}/share")
    set(man "${folder}/man/man1/${program}.1")
    set(bash "${folder}/bash-completion/completions/${program}")
    set(zsh "${folder}/zsh/site-functions/_${program}")
    set(fish "${folder}/fish/vendor_completions.d/${program}.fish")
    foreach(kind man bash zsh fish)
        cmake_path(GET ${kind} PARENT_PATH parent)
        add_custom_command(
            OUTPUT "${${kind}}"
            COMMAND "${CMAKE_COMMAND}" -E make_directory "${parent}"
            COMMAND ${program} --generate ${kind} > "${${kind}}"
            DEPENDS ${program}
            VERBATIM)
    endforeach()
    add_custom_target(${program}_manuals ALL DEPENDS "${man}" "${bash}" "${zsh}" "${fish}")
    install(FILES "${man}" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
    install(FILES "${bash}" DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
    install(FILES "${zsh}" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions")
    install(FILES "${fish}" DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")
endfunction()

# A misspelt keyword would otherwise vanish without a word.
macro(_dateline_check_arguments caller)
    if(arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "${caller}: what is ${arg_UNPARSED_ARGUMENTS}?")
    endif()
    if(NOT arg_NAME)
        message(FATAL_ERROR "${caller}: NAME is missing")
    endif()
endmacro()
