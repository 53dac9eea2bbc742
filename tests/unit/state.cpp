// SPDX-License-Identifier: BSL-1.0
#include <armsledger/state.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace al = armsledger;

namespace {
std::string str(al::text_view t) { return {t.data(), t.size()}; }
}  // namespace

TEST_CASE("there are 193 members, two observers, two in free association, two disputed, six historic") {
    std::size_t counts[5] = {};
    for (const al::state s : al::all<al::state>{}) {
        ++counts[static_cast<std::size_t>(al::status_of(s))];
    }
    CHECK(counts[static_cast<std::size_t>(al::state_status::un_member)] == 193);
    CHECK(counts[static_cast<std::size_t>(al::state_status::un_observer)] == 2);
    CHECK(counts[static_cast<std::size_t>(al::state_status::treaty_making)] == 2);
    CHECK(counts[static_cast<std::size_t>(al::state_status::disputed)] == 2);
    CHECK(counts[static_cast<std::size_t>(al::state_status::historic)] == 6);
}

TEST_CASE("of all three-byte texts exactly the eight spellings of each code are alpha-3 codes") {
    std::set<std::string> codes;
    for (const al::state s : al::all<al::state>{}) {
        codes.insert(str(al::alpha3(s)));
    }
    std::size_t accepted = 0;
    char text[3];
    for (unsigned n = 0; n < 1U << 24; ++n) {
        text[0] = static_cast<char>(n);
        text[1] = static_cast<char>(n >> 8);
        text[2] = static_cast<char>(n >> 16);
        if (const auto s = al::find_alpha3({text, 3})) {
            ++accepted;
            std::string upper;
            for (const char c : text) {
                upper += static_cast<char>(c & 0xDF);
            }
            REQUIRE(upper == str(al::alpha3(*s)));
            REQUIRE(((text[0] & 0x40) && (text[1] & 0x40) && (text[2] & 0x40)));
        }
    }
    CHECK(accepted == 8 * codes.size());
}

TEST_CASE("of all two-byte texts exactly the four spellings of each unshared code are alpha-2 codes") {
    std::size_t accepted = 0;
    for (unsigned n = 0; n < 1U << 16; ++n) {
        const char text[2] = {static_cast<char>(n), static_cast<char>(n >> 8)};
        accepted += al::find_alpha2({text, 2}).has_value();
    }
    // CS was Czechoslovakia's, then Serbia and Montenegro's: it finds neither.
    CHECK(accepted == 4 * (205 - 2));
    CHECK_FALSE(al::find_alpha2("CS"));
}

TEST_CASE("every code, name and alias finds its state and no other") {
    for (const al::state s : al::all<al::state>{}) {
        CAPTURE(str(al::alpha3(s)));
        CHECK(al::find_state(al::name(s)).one() == s);
        CHECK(al::find_state(al::alpha3(s)).one() == s);
        for (const al::state_name n : al::names_of(s)) {
            CAPTURE(str(n.text()));
            CHECK(al::find_state(n.text()).one() == s);
        }
    }
}

TEST_CASE("look-up folds case, accents and punctuation, and knows the usual short words") {
    for (const char* text : {"Côte d'Ivoire", "COTE DIVOIRE", "cote d’ivoire", " Cote   d'Ivoire "}) {
        CAPTURE(text);
        CHECK(al::find_state(text).one() == al::state::civ);
    }
    CHECK(al::find_state("St. Kitts & Nevis").one() == al::state::kna);
    CHECK(al::find_state("the  Gambia ").one() == al::state::gmb);
    CHECK(al::find_state("Korea, Dem. People's Rep. of").one() == al::state::prk);
    CHECK(al::find_state("Micronesia (Federated States of)").one() == al::state::fsm);
}

TEST_CASE("a name with one character changed or dropped is another state's name or nobody's") {
    for (const al::state s : al::all<al::state>{}) {
        const std::string name = str(al::name(s));
        for (std::size_t i = 0; i < name.size(); ++i) {
            std::string changed = name;
            changed[i] = (changed[i] & 0xDF) == 'Q' ? 'x' : 'q';
            CAPTURE(changed);
            CHECK(al::find_state(changed).kind == al::match_kind::none);
        }
    }
}

TEST_CASE("texts of any content and length have a defined answer") {
    for (const std::string& text :
         {std::string{}, std::string{" "}, std::string{"\0", 1}, std::string(100000, 'a'), std::string{"\xff\xfe"},
          std::string{"\xc3"}, std::string{"(((("}, std::string{",,,"}, std::string{"Россия"}, std::string{"the"}}) {
        CHECK(al::find_state(text).kind == al::match_kind::none);
    }
}

TEST_CASE("a set of states is an algebra") {
    al::state_set all_states;
    for (const al::state s : al::all<al::state>{}) {
        all_states.insert(s);
    }
    const al::state_set some{al::state::afg, al::state::zwe, al::state::irq};
    CHECK(all_states.count() == 205);
    CHECK((all_states & some) == some);
    CHECK((all_states - some).count() == 202);
    CHECK(((all_states - some) | some) == all_states);
    CHECK_FALSE(some.one());
    CHECK((some - al::state_set{al::state::afg, al::state::irq}).one() == al::state::zwe);
    std::size_t n = 0;
    for (const al::state s : some) {
        CHECK(some.contains(s));
        ++n;
    }
    CHECK(n == 3);
    al::state_set odd = some;
    odd.insert(static_cast<al::state>(255));
    CHECK(odd == some);
}

TEST_CASE("successions join states that existed around their day") {
    std::size_t n = 0;
    for (const al::state_succession s : al::successions_of(al::state::sun)) {
        CHECK(s.predecessor() == al::state::sun);
        ++n;
    }
    CHECK(n == 15);
}
