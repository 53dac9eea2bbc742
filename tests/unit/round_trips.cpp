// SPDX-License-Identifier: BSL-1.0
//
// What is printed is read again as what it was.
#include <armsledger/armsledger.hpp>
#include <armsledger/scenario.hpp>
#include <armsledger/source.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>

namespace al = armsledger;
namespace rp = armsledger::report;

namespace {

std::string str(al::text_view t) { return {t.data(), t.size()}; }

// How many enumerators are not found as themselves by what `print` makes of them. None may print as nothing.
template <class Enum, class Print, class Find>
std::size_t lost(Print print, Find find) {
    std::size_t n = 0;
    for (const Enum e : al::all<Enum>{}) {
        const al::text_view text = print(e);
        const auto found = find(text);
        if (text.empty() || !found || *found != e) {
            CAPTURE(str(text));
            CHECK_MESSAGE(false, "is not found as itself");
            ++n;
        }
    }
    return n;
}

// Whether the words of an enumeration are as many as its members, so that a word means one of them.
template <class Enum>
bool words_differ() {
    std::set<std::string> words;
    for (const Enum e : al::all<Enum>{}) {
        words.insert(str(to_string(e)));
    }
    return words.size() == al::all<Enum>{}.size() && !words.contains("");
}

template <class... Enums>
std::size_t with_equal_words() {
    return (std::size_t{!words_differ<Enums>()} + ...);
}

constexpr auto slug = [](auto e) { return al::text_view{to_string(e)}; };
constexpr auto full_name = [](auto e) { return name(e); };

}  // namespace

TEST_CASE("codes and names of states mean them") {
    CHECK(lost<al::state>(slug, [](auto t) { return al::find_state(t).one(); }) == 0);
    CHECK(lost<al::state>(slug, [](auto t) { return al::find_alpha3(t); }) == 0);
    CHECK(lost<al::state>(full_name, [](auto t) { return al::find_state(t).one(); }) == 0);
    CHECK(lost<al::state>(full_name, [](auto t) { return al::find_state_named(t); }) == 0);
}

TEST_CASE("codes that a state has alone mean it") {
    std::size_t shared = 0;
    for (const al::state s : al::all<al::state>{}) {
        CAPTURE(str(al::alpha3(s)));
        if (const al::text_view code = al::alpha2(s); !code.empty()) {
            CHECK((al::find_alpha2(code) == s || str(code) == "CS"));
            CHECK(al::find_state(code).one() == al::find_alpha2(code));
        }
        if (const auto code = al::numeric(s)) {
            shared += al::find_numeric(*code) != s;
            const std::string digits = std::to_string(1000 + *code).substr(1);
            CHECK(al::find_state(digits).one() == al::find_numeric(*code));
        }
    }
    CHECK(shared == 2);  // 891
}

TEST_CASE("slugs and names of enumerators mean them") {
    CHECK(lost<al::body>(slug, [](auto t) { return al::find_body(t); }) == 0);
    CHECK(lost<al::body>(full_name, [](auto t) { return al::find_body(t); }) == 0);
    CHECK(lost<al::treaty>(slug, [](auto t) { return al::find_treaty(t); }) == 0);
    CHECK(lost<al::treaty>(full_name, [](auto t) { return al::find_treaty(t); }) == 0);
    CHECK(lost<al::regime>(slug, [](auto t) { return al::find_regime(t); }) == 0);
    CHECK(lost<al::regime>(full_name, [](auto t) { return al::find_regime(t); }) == 0);
    CHECK(lost<al::item_class>(slug, [](auto t) { return al::find_item_class(t); }) == 0);
    CHECK(lost<al::item_class>(full_name, [](auto t) { return al::find_item_class(t); }) == 0);
    CHECK(lost<al::weapon_type>(slug, [](auto t) { return al::find_weapon_type(t); }) == 0);
    CHECK(lost<al::weapon_type>(full_name, [](auto t) { return al::find_weapon_type(t); }) == 0);
    CHECK(lost<al::group>(slug, [](auto t) { return al::find_group(t).one(); }) == 0);
    CHECK(lost<al::issuer>(slug, [](auto t) { return al::find_issuer(t); }) == 0);
    CHECK(lost<al::scheme>(slug, [](auto t) { return al::find_scheme(t); }) == 0);
}

TEST_CASE("a name that several have means each of them") {
    for (const al::group g : al::all<al::group>{}) {
        CAPTURE(str(name(g)));
        const al::group_match match = al::find_group(name(g));
        CHECK(std::find(match.begin(), match.end(), g) != match.end());
    }
    for (const rp::weapon w : al::all<rp::weapon>{}) {
        CAPTURE(str(name(w)));
        const rp::weapon_match match = rp::find_weapon(name(w));
        std::size_t i = 0;
        while (i < match.count() && match[i] != w) {
            ++i;
        }
        CHECK(i < match.count());
    }
}

TEST_CASE("slugs and names of the report mean what they name") {
    CHECK(lost<rp::weapon>(slug, [](auto t) { return rp::find_weapon(t).one(); }) == 0);
    CHECK(lost<rp::measure>(slug, [](auto t) { return rp::find_measure(t); }) == 0);
    std::size_t actors = 0;
    for (std::size_t n = 0; n < rp::actor::count; ++n) {
        const rp::actor a = rp::actor::from_number(static_cast<std::uint32_t>(n));
        if (to_string(a).empty()) {
            continue;
        }
        CAPTURE(str(to_string(a)));
        CHECK(rp::find_actor(to_string(a)) == a);
        CHECK(rp::find_actor(name(a)) == a);
        ++actors;
    }
    CHECK(actors == al::all<al::state>{}.size() + al::all<rp::named_actor>{}.size());
}

TEST_CASE("what is numbered is found by its number") {
    for (const al::article a : al::all<al::article>{}) {
        CHECK(al::find_article(al::treaty_of(a), al::number_of(a)) == a);
    }
    for (const al::scheme s : al::all<al::scheme>{}) {
        for (const al::category c : al::categories_of(s)) {
            CHECK(al::find_category(s, c.code()) == c);
        }
    }
    for (const al::source s : al::all_sources()) {
        CHECK(al::find_source(s.slug()) == s);
    }
}

TEST_CASE("a word means one enumerator") {
    CHECK(with_equal_words<al::answer, al::evidence, al::standing, al::consent_kind, al::notice_kind, al::duty_on,
                           al::article_kind, al::article_object, al::state_status, al::code_status, al::name_kind,
                           al::succession_kind, al::match_kind, al::group_name_kind, al::membership_kind,
                           al::category_relation, al::decided_by>() == 0);
    CHECK(
        with_equal_words<al::embargo_target, al::force, al::direction, al::legal_form, al::scope_item,
                         al::relation_to_un, al::contest, al::listing_coverage, al::aside_effect, al::permission,
                         al::end_user, al::claim, al::stated, al::effect, al::rule, al::outcome, al::turning_point,
                         al::outside_rule, al::change_kind, al::embargo_turn, al::supposition_kind, al::admission>() ==
        0);
    CHECK(with_equal_words<rp::role, rp::attribution, rp::measure_kind, rp::bound, rp::claim_part, rp::sighting,
                           rp::stage, rp::unit, rp::funding, rp::channel, rp::reach, rp::relation_to_state,
                           rp::addressee, rp::recommendation_kind, rp::custody>() == 0);
}
