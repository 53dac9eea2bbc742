// SPDX-License-Identifier: BSL-1.0
//
// Every look-up of a name or code over the same text.
#include <armsledger/armsledger.hpp>
#include <armsledger/source.hpp>

#include "../unit/folded_names.hpp"
#include "property.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace al = armsledger;
namespace rp = armsledger::report;
using fuzz::require;

namespace {

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

// The text with its letters in the other case.
std::string turned(std::string text) {
    for (char& c : text) {
        c = static_cast<char>(is_letter(c) ? c ^ 0x20 : c);
    }
    return text;
}

template <class Enum>
void require_member(Enum found) {
    require(static_cast<std::size_t>(found) < al::all<Enum>{}.size(), "what is found is a member of its enumeration");
}

// --- the indexes of names --------------------------------------------------------------------------

// Look-up agrees with a map of folded names, in any case.
template <class Index>
void check_index(const std::string& text) {
    static const reference::folded_names<Index> plain;
    const std::int64_t found = reference::looked_up<Index>(text);
    require(found == plain.find(text), "look-up finds what folds to a name, and nothing else");
    require(reference::looked_up<Index>(turned(text)) == found, "a name is found in any case");
}

template <class Find>
void check_enumerator(const std::string& text, Find find) {
    const auto found = find(text);
    if (found) {
        require_member(*found);
        require(!to_string(*found).empty() && find(to_string(*found)) == found, "a slug is found as what it names");
    }
    require(find(turned(text)) == found, "an enumerator is found in any case");
}

// --- codes, which are taken as they are written ----------------------------------------------------

template <class Found>
void check_slug(const std::string& text, const Found& found) {
    require(!found || al::text_view{to_string(*found)} == al::text_view{text}, "a slug is found by itself alone");
}

// --- states ----------------------------------------------------------------------------------------

void check_state(const al::state_match& match) {
    for (const al::state s : match.candidates) {
        require_member(s);
    }
    const std::size_t n = match.candidates.count();
    const bool none = match.kind == al::match_kind::none || match.kind == al::match_kind::not_a_state;
    require((n == 0) == none, "what is found has candidates");
    require((n >= 2) == (match.kind == al::match_kind::ambiguous), "an ambiguity has two candidates and more");
    require(match.one().has_value() == (n == 1), "one candidate is the state");
    require(n == 1 || !match.former, "a former name is that of one state");
    require(!match.reason.empty() || match.kind != al::match_kind::not_a_state, "what is no state is said to be what");
}

bool same(const al::state_match& a, const al::state_match& b) {
    return a.kind == b.kind && a.candidates == b.candidates && a.former == b.former && a.reason == b.reason;
}

template <class Find>
void check_state_by(const std::string& text, Find find) {
    const al::state_match match = find(text);
    check_state(match);
    require(same(match, find(turned(text))), "a state is found in any case");
}

void check_states(const std::string& text) {
    check_state_by(text, [](const std::string& t) { return al::find_state(t); });
    for (const int year : {1945, 1970, 1991, 2015}) {
        const al::date day = *al::make_date(year, 7, 1);
        check_state_by(text, [&](const std::string& t) { return al::find_state(t, day); });
    }
    const al::state_match match = al::find_state(text);
    if (const auto s = al::find_state_named(text)) {
        require_member(*s);
        require(match.kind == al::match_kind::name ? match.one() == s : match.kind >= al::match_kind::alpha2,
                "a name means the same state everywhere, unless it is a code too");
    }
    const auto code = al::find_alpha3(text) ? al::find_alpha3(text) : al::find_alpha2(text);
    require(!code || match.one() == code, "a code comes before a name");
}

// --- what has several meanings ---------------------------------------------------------------------

void check_group(const std::string& text) {
    const al::group_match match = al::find_group(text);
    for (const al::group g : match) {
        require_member(g);
        require(al::find_group(al::to_string(g)).one() == g, "a slug of a group means it alone");
    }
    require(match.one().has_value() == (match.count() == 1), "one candidate is the group");
}

void check_weapon(const std::string& text) {
    const rp::weapon_match match = rp::find_weapon(text);
    for (std::size_t i = 0; i < match.count(); ++i) {
        require_member(match[i]);
        require_member(rp::type_of(match[i]));
        require(rp::find_weapon(to_string(match[i])).one() == match[i], "a slug of a weapon means it alone");
    }
    require(match.one().has_value() == (match.count() == 1), "one candidate is the weapon");
}

void check_actor(const std::string& text) {
    const auto found = rp::find_actor(text);
    require(!found || rp::find_actor(to_string(*found)) == found, "an actor is found by its slug or code");
    require(rp::find_actor(turned(text)) == found, "an actor is found in any case");
}

void check_lists(const std::string& text) {
    for (const al::scheme s : al::all<al::scheme>{}) {
        const auto c = al::find_category(s, text);
        require(!c || (c->scheme() == s && c->code() == al::text_view{text}), "a category is found by its code alone");
    }
    for (const al::treaty t : al::all<al::treaty>{}) {
        const auto a = al::find_article(t, text);
        require(!a || (al::treaty_of(*a) == t && al::number_of(*a) == al::text_view{text}),
                "an article is found by its number alone");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace tables = al::detail::tables;
    const std::string text{reinterpret_cast<const char*>(data), size};
    check_index<tables::state_index>(text);
    check_index<tables::group_index>(text);
    check_index<tables::body_index>(text);
    check_index<tables::treaty_index>(text);
    check_index<tables::regime_index>(text);
    check_index<tables::item_class_index>(text);
    check_index<tables::weapon_type_index>(text);
    check_index<tables::weapon_index>(text);
    check_enumerator(text, [](al::text_view t) { return al::find_body(t); });
    check_enumerator(text, [](al::text_view t) { return al::find_treaty(t); });
    check_enumerator(text, [](al::text_view t) { return al::find_regime(t); });
    check_enumerator(text, [](al::text_view t) { return al::find_item_class(t); });
    check_enumerator(text, [](al::text_view t) { return al::find_weapon_type(t); });
    check_slug(text, al::find_issuer(text));
    check_slug(text, al::find_scheme(text));
    check_slug(text, al::find_source(text));
    check_slug(text, rp::find_measure(text));
    check_states(text);
    check_group(text);
    check_weapon(text);
    check_actor(text);
    check_lists(text);
    return 0;
}
