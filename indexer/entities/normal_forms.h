#pragma once

#include <vector>

#include "common/entity.h"

namespace dateline::entities {

/// Raised whenever the same text gets other names though the model is the same, so that indexes are tagged anew.
inline constexpr unsigned normal_forms_version = 1;

/// Gives each mention in an article the name of the thing it means, so that one thing has one name:
/// - articles, titles, possessives and line breaks are dropped: `the U.N.'s` and `U.N.`, `Mr. Kim` and `Kim`;
/// - what has several known names gets the usual one (known_names.h), full stops in acronyms or not;
/// - names in capitals are written as elsewhere in the article, else with one capital a word;
/// - a part of a name joins the whole name found in the article: `Kim` the last `Kim ...` before it, else the first
///   behind, and of a family rather the one whom the article does not call by the first name; `Boatmen's` the firm
///   whose name begins so, `the Commission` the last body before it whose name ends so;
/// - a people is called by its adjective: `Palestinians` is `Palestinian`;
/// - a family name taken for a place or an organization, by which the article calls a person too, is that person;
/// - `the North` is the country of the article whose name begins so, and a place;
/// - an acronym joins the organization whose words begin with its letters.
/// The mentions are those of one article, in its order.
void give_normal_forms(std::vector<Entity>& entities);

}  // namespace dateline::entities
