# Puts files into a program:
#
#   dateline_embed_files(OUTPUT embedded_files.cpp FILES assets/a.css assets/b.js)
#
# makes a source with their bytes, for searcher/page/embedded_files.h. It is made when CMake runs, so that it is there
# for tools that only look; a change of a file makes CMake run again.
function(dateline_embed_files)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "OUTPUT" "FILES")
    set(arrays "")
    set(rows "")
    set(all "")
    list(LENGTH arg_FILES count)
    foreach(file IN LISTS arg_FILES)
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
        cmake_path(GET file FILENAME name)
        string(MAKE_C_IDENTIFIER "${name}" array)
        file(READ "${file}" hex HEX)
        file(SHA256 "${file}" hash)
        string(APPEND all "${name} ${hash}\n")
        string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
        string(APPEND arrays "constexpr unsigned char ${array}[] = {${bytes}};\n")
        string(APPEND rows
            "        EmbeddedFile{\"${name}\", {reinterpret_cast<const char*>(${array}), sizeof ${array}}},\n")
    endforeach()
    string(SHA256 hash "${all}")
    string(SUBSTRING "${hash}" 0 12 hash)
    # Written only where it differs.
    file(CONFIGURE OUTPUT "${arg_OUTPUT}" @ONLY CONTENT
"#include \"searcher/page/embedded_files.h\"

#include <array>

namespace dateline::page {
namespace {

@arrays@
}  // namespace

std::span<const EmbeddedFile> embedded_files() {
    static const std::array<EmbeddedFile, @count@> files{
@rows@    };
    return files;
}

std::string_view embedded_files_hash() { return \"@hash@\"; }

}  // namespace dateline::page
")
endfunction()
