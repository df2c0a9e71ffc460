#pragma once

#include <string>
#include <string_view>

/// Bytes in any encoding -> UTF-8.
namespace dateline {

/// The encoding meant by what pages and mails call it (WHATWG Encoding Standard, 4.2), lower case.
std::string charset_meant_by(std::string_view name);

/// The text of `bytes` in the encoding of that name (IANA or as pages write it); "" where the name is unknown. What has
/// no meaning in it becomes U+FFFD. Names that the WHATWG Encoding Standard reads as Windows-1252 (ISO-8859-1, ASCII)
/// are read so, and likewise GB2312 as GB18030, Shift_JIS as Windows-31J and the like.
std::string decode(std::string_view bytes, std::string_view charset);

/// The encoding `bytes` seem to be in, by the frequency of their byte sequences (ICU); "" where it cannot be told.
std::string detect_charset(std::string_view bytes);

/// The encoding a byte order mark names, "" where there is none.
std::string_view charset_of_mark(std::string_view bytes);

struct Decoded {
    std::string text;      ///< valid UTF-8, without byte order mark
    std::string charset;   ///< what it was taken for
    std::size_t replaced;  ///< characters that had no meaning
};

/// The text of bytes that say `declared` of themselves ("" for nothing): a byte order mark decides; bytes that are
/// UTF-8 beyond doubt are UTF-8 whatever they declare (pages saved by browsers keep the old declaration); then the
/// declaration; then what is detected.
Decoded decode_declared(std::string_view bytes, std::string_view declared);

}  // namespace dateline
