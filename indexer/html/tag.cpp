#include "indexer/html/tag.h"

#include <unordered_map>

namespace dateline {

Tag tag_named(std::string_view name) {
    static const std::unordered_map<std::string_view, Tag> tags{
        {"a", Tag::a},
        {"address", Tag::address},
        {"amp-story", Tag::amp_story},
        {"article", Tag::article},
        {"aside", Tag::aside},
        {"audio", Tag::audio},
        {"b", Tag::b},
        {"base", Tag::base},
        {"blockquote", Tag::blockquote},
        {"body", Tag::body},
        {"br", Tag::br},
        {"button", Tag::button},
        {"canvas", Tag::canvas},
        {"caption", Tag::caption},
        {"center", Tag::center},
        {"cite", Tag::cite},
        {"code", Tag::code},
        {"dd", Tag::dd},
        {"details", Tag::details},
        {"dialog", Tag::dialog},
        {"div", Tag::div},
        {"dl", Tag::dl},
        {"dt", Tag::dt},
        {"em", Tag::em},
        {"embed", Tag::embed},
        {"fieldset", Tag::fieldset},
        {"figcaption", Tag::figcaption},
        {"figure", Tag::figure},
        {"font", Tag::font},
        {"footer", Tag::footer},
        {"form", Tag::form},
        {"h1", Tag::h1},
        {"h2", Tag::h2},
        {"h3", Tag::h3},
        {"h4", Tag::h4},
        {"h5", Tag::h5},
        {"h6", Tag::h6},
        {"head", Tag::head},
        {"header", Tag::header},
        {"hr", Tag::hr},
        {"html", Tag::html},
        {"i", Tag::i},
        {"iframe", Tag::iframe},
        {"img", Tag::img},
        {"input", Tag::input},
        {"label", Tag::label},
        {"legend", Tag::legend},
        {"li", Tag::li},
        {"link", Tag::link},
        {"main", Tag::main},
        {"map", Tag::map},
        {"math", Tag::math},
        {"menu", Tag::menu},
        {"meta", Tag::meta},
        {"nav", Tag::nav},
        {"noscript", Tag::noscript},
        {"object", Tag::object},
        {"ol", Tag::ol},
        {"option", Tag::option},
        {"p", Tag::p},
        {"picture", Tag::picture},
        {"pre", Tag::pre},
        {"q", Tag::q},
        {"script", Tag::script},
        {"section", Tag::section},
        {"select", Tag::select},
        {"small", Tag::small},
        {"source", Tag::source},
        {"span", Tag::span},
        {"strong", Tag::strong},
        {"style", Tag::style},
        {"sub", Tag::sub},
        {"summary", Tag::summary},
        {"sup", Tag::sup},
        {"svg", Tag::svg},
        {"table", Tag::table},
        {"tbody", Tag::tbody},
        {"td", Tag::td},
        {"template", Tag::template_},
        {"textarea", Tag::textarea},
        {"tfoot", Tag::tfoot},
        {"th", Tag::th},
        {"thead", Tag::thead},
        {"time", Tag::time},
        {"title", Tag::title},
        {"tr", Tag::tr},
        {"u", Tag::u},
        {"ul", Tag::ul},
        {"video", Tag::video},
    };
    const auto found = tags.find(name);
    return found == tags.end() ? Tag::other : found->second;
}

bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }

bool is_block(Tag tag) {
    switch (tag) {
    case Tag::address:
    case Tag::article:
    case Tag::aside:
    case Tag::blockquote:
    case Tag::body:
    case Tag::caption:
    case Tag::center:
    case Tag::dd:
    case Tag::details:
    case Tag::dialog:
    case Tag::div:
    case Tag::dl:
    case Tag::dt:
    case Tag::fieldset:
    case Tag::figcaption:
    case Tag::figure:
    case Tag::footer:
    case Tag::form:
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
    case Tag::header:
    case Tag::hr:
    case Tag::html:
    case Tag::li:
    case Tag::main:
    case Tag::menu:
    case Tag::nav:
    case Tag::ol:
    case Tag::p:
    case Tag::pre:
    case Tag::section:
    case Tag::summary:
    case Tag::table:
    case Tag::tbody:
    case Tag::td:
    case Tag::tfoot:
    case Tag::th:
    case Tag::thead:
    case Tag::tr:
    case Tag::ul: return true;
    default: return false;
    }
}

bool is_silent(Tag tag) {
    switch (tag) {
    case Tag::audio:
    case Tag::button:
    case Tag::canvas:
    case Tag::embed:
    case Tag::head:
    case Tag::iframe:
    case Tag::input:
    case Tag::map:
    case Tag::math:
    case Tag::noscript:
    case Tag::object:
    case Tag::option:
    case Tag::script:
    case Tag::select:
    case Tag::style:
    case Tag::svg:
    case Tag::template_:
    case Tag::textarea:
    case Tag::video: return true;
    default: return false;
    }
}

}  // namespace dateline
