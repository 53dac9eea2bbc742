// SPDX-License-Identifier: BSL-1.0
//
// The explorer's answers, compiled to WebAssembly: page.js writes a question as words with a tab between each into
// `room`, and reads the answer of `ask`, JSON or SVG. The questions are those of the command-line tool, asked of its
// functions; here are those it does not have. What the page asks is from the vocabulary: anything else stops the
// module, and the page starts another.
#include "../scenarios.hpp"
#include "../supplier_picture.hpp"
#include "../tile_grid.hpp"
#include "../tool/screening.hpp"

#include <armsledger/timeline.hpp>

#include <cstddef>
#include <initializer_list>
#include <iomanip>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace explorer {

using namespace tool;
using namespace al::literals;

// --- scenarios ---

struct named_scenario {
    const char* slug;
    al::scenario what_if;
};

constexpr named_scenario what_ifs[] = {
    {"att-2003", scenarios::att_in_force_in_2003},
    {"usa-ratifies", scenarios::if_only(al::supposition::stands("USA"_state, al::treaty::att, al::standing::party,
                                                                {al::in_force_on(al::treaty::att), al::never}))},
    {"eu-syria-goes-on", scenarios::eu_embargo_on_syria_goes_on},
    {"un-syria", scenarios::un_embargo_on_syria},
};

const al::scenario& scenario_of(const std::string& slug) {
    for (const named_scenario& s : what_ifs) {
        if (slug == s.slug) {
            return s.what_if;
        }
    }
    throw bad_query{in_quotes(slug) + " is no scenario"};
}

// --- answers as JSON ---

std::string json_of(const answers& a) {
    std::ostringstream out;
    printer print{out, format::json};
    print.print(a);
    print.finish();
    return out.str();
}

std::string json_words(std::initializer_list<std::string> words) {
    std::vector<std::string> values;
    for (const std::string& word : words) {
        values.push_back(json_string(word));
    }
    return json_list(values);
}

// Slug and name of each value of an enumeration.
template <class Enum>
std::string json_names() {
    std::vector<std::string> all;
    for (const Enum e : al::all<Enum>()) {
        all.push_back(json_words({str(al::to_string(e)), str(al::name(e))}));
    }
    return json_list(all);
}

// Of two items of one name the question is about the class: the type is left out.
std::string json_types() {
    std::vector<std::string> all;
    for (const al::weapon_type t : al::all<al::weapon_type>()) {
        if (!al::find_item_class(al::to_string(t))) {
            all.push_back(json_words({str(al::to_string(t)), str(al::name(t))}));
        }
    }
    return json_list(all);
}

template <class Enum>
std::string json_slugs() {
    std::vector<std::string> all;
    for (const Enum e : al::all<Enum>()) {
        all.push_back(json_string(str(al::to_string(e))));
    }
    return json_list(all);
}

// What may be stated of a transfer with a yes or a no.
std::string json_facts() {
    std::vector<std::string> all;
    for (const auto& [fact, member] : facts_yes_or_no) {
        all.push_back(json_string(fact));
    }
    return json_list(all);
}

std::string json_scenarios() {
    std::vector<std::string> all;
    for (const named_scenario& s : what_ifs) {
        all.push_back(json_words({s.slug, explained(s.what_if[0])}));
    }
    return json_list(all);
}

// Each state with its tile, if it has one.
std::string json_states() {
    std::vector<std::string> all;
    for (const al::state s : al::all<al::state>()) {
        const auto place = tile_grid::place_of(s);
        const std::string tile =
            place ? "[" + std::to_string(place->column) + ", " + std::to_string(place->row) + "]" : "null";
        all.push_back(json_list({json_string(str(al::alpha3(s))), json_string(str(al::name(s))), tile}));
    }
    return json_list(all);
}

std::string fingerprint_words() {
    std::ostringstream out;
    out << std::hex << std::setw(16) << std::setfill('0') << al::fingerprint;
    return out.str();
}

// --- questions ---

std::string vocabulary(const row&) {
    return json_object({{"edition", json_string(str(al::data_edition))},
                        {"library", json_string(str(al::library_version))},
                        {"fingerprint", json_string(fingerprint_words())},
                        {"first", json_string(text_of(al::coverage(al::issuer::un).from))},
                        {"last", json_string(text_of(al::last_covered_day))},
                        {"published", json_string(text_of(al::report::published))},
                        {"style", json_string(std::string{svg::style})},
                        {"states", json_states()},
                        {"groups", json_names<al::group>()},
                        {"treaties", json_names<al::treaty>()},
                        {"regimes", json_names<al::regime>()},
                        {"bodies", json_names<al::body>()},
                        {"types", json_types()},
                        {"classes", json_names<al::item_class>()},
                        {"end_users", json_slugs<al::end_user>()},
                        {"claims", json_slugs<al::claim>()},
                        {"facts", json_facts()},
                        {"scenarios", json_scenarios()}});
}

// What a text means: a state or a group, several of these, or nothing and why.
std::string find(const row& words) {
    const al::state_match match = match_of(words.at(1), std::nullopt);
    if (match.one()) {
        return json_words({"state", str(al::alpha3(*match.one()))});
    }
    if (const auto found = al::find_group(words.at(1)); found.one()) {
        return json_words({"group", str(al::to_string(*found.one()))});
    }
    std::vector<std::string> may_be;
    for (const al::state s : match.candidates) {
        may_be.push_back(str(al::alpha3(s)));
    }
    for (const al::group g : al::find_group(words.at(1))) {
        may_be.push_back(str(al::to_string(g)));
    }
    return may_be.empty() ? json_words({"none", str(match.reason)}) : json_words({"several", join(may_be, " or ")});
}

// What a state was called on a day; a group has one name for all days.
std::string name(const row& words) {
    const al::date day = date_of(words.at(2));
    const subject who = subject_of(words.at(1), day);
    const auto* s = std::get_if<al::state>(&who);
    return json_string(s ? str(al::name(*s, day)) : str(al::name(std::get<al::group>(who))));
}

// What a brief says of a state or group on a day.
std::string brief(const row& words) {
    const al::date day = date_of(words.at(2));
    const subject who = subject_of(words.at(1), day);
    return json_of(std::visit([&](auto s) { return brief_on(s, day); }, who).rows(name_of(who), day));
}

bool reaches(const al::phase& p, al::group g, al::date day) {
    for (const al::phase q : al::embargoes_on(g, day)) {
        if (p == q) {
            return true;
        }
    }
    return false;
}

// Whether the regime of a phase has another that reaches the group on a day.
bool another_reaches(const al::phase& p, al::group g, al::date day) {
    for (const al::phase q : al::embargoes_on(g, day)) {
        if (q.regime() == p.regime() && !(p == q)) {
            return true;
        }
    }
    return false;
}

// Phases that begin or end while they reach a group.
void add_phases_of(answers& a, al::group g) {
    for (const al::phase p : al::all_phases()) {
        const auto [from, until] = p.when();
        const std::string regime = str(al::to_string(p.regime()));
        if (reaches(p, g, from.latest)) {
            const bool follows = another_reaches(p, g, from.earliest + -1);
            a.rows.push_back({text_of(from), follows ? "embargo_changed" : "embargo_imposed", regime, detail_of(p),
                              text_of(al::act_reference{p.instrument(), p.paragraph(), {}}), source_slugs(p)});
        }
        if (until.earliest != al::never && reaches(p, g, until.earliest + -1) &&
            !another_reaches(p, g, until.earliest)) {
            a.rows.push_back(
                {text_of(until), "embargo_ended", regime, detail_of(p), str(p.ended_by()), source_slugs(p)});
        }
    }
}

void add_listings_of(answers& a, al::group g) {
    for (const al::group_listing l : al::listings_of(g)) {
        for (const auto& [day, what] : {std::pair{l.when().from, "listed"}, std::pair{l.when().until, "delisted"}}) {
            if (day != al::always && day != al::never) {
                a.rows.push_back(
                    {text_of(day), what, str(al::to_string(l.regime())), str(l.reference()), "", source_slugs(l)});
            }
        }
    }
}

// The changes of the law on a state; of a group, those of its listings and of the embargoes that reach it.
std::string changes(const row& words) {
    const subject who = subject_of(words.at(1), std::nullopt);
    if (const auto* s = std::get_if<al::state>(&who)) {
        return json_of(ask_diff(
            {str(al::alpha3(*s)), text_of(al::coverage(al::issuer::un).from), text_of(al::last_covered_day + 1)}, {}));
    }
    answers a{{"date", "change", "subject", "detail", "act", "sources"}, 0, {}};
    add_phases_of(a, std::get<al::group>(who));
    add_listings_of(a, std::get<al::group>(who));
    return json_of(a);
}

// The issuers and treaties that the record does not speak of on a day.
std::string uncovered(const row& words) {
    const al::date day = date_of(words.at(1));
    return json_string(uncovered_within(day, day + 1));
}

// Where a group is or was active.
std::string states_of(const row& words) {
    std::vector<std::string> codes;
    for (const al::state s : al::states_of(std::get<al::group>(subject_of(words.at(1), std::nullopt)))) {
        codes.push_back(json_string(str(al::alpha3(s))));
    }
    return json_list(codes);
}

// The days on which the law on any state changes.
std::string days_of_change(const row&) {
    std::set<std::string> days;
    for (const al::event e : al::timeline(al::coverage(al::issuer::un).from, al::last_covered_day + 1)) {
        days.insert(json_string(text_of(e.when().earliest)));
    }
    return json_list({days.begin(), days.end()});
}

// How each state stands to a treaty on a day.
std::string standings(const row& words) {
    const al::treaty t = treaty_of(words.at(1));
    const al::date day = date_of(words.at(2));
    json_members members;
    for (const al::state s : al::all<al::state>()) {
        members.emplace_back(str(al::alpha3(s)), json_string(str(al::to_string(al::standing_of(s, t, day)))));
    }
    return json_object(members);
}

std::string permission(const row& words) { return json_of(ask_permission({words.begin() + 1, words.end()}, {})); }

std::string sources(const row& words) { return json_of(ask_sources({words.begin() + 1, words.end()}, {})); }

row first_five(const row& words) {
    if (words.size() < 6) {
        throw bad_query{"a transfer has an exporter, an importer, a recipient, an item and a day"};
    }
    return {words.begin() + 1, words.begin() + 6};
}

// The verdict as a tree. After the five words of a transfer come what is stated of it: "overriding_risk=yes".
std::string screen(const row& words) {
    stated_facts facts;
    for (std::size_t i = 6; i < words.size(); ++i) {
        const std::size_t equals = words[i].find('=');
        if (equals == std::string::npos ||
            !state_fact(facts, words[i].substr(0, equals), words[i].substr(equals + 1))) {
            throw bad_query{in_quotes(words[i]) + " is nothing that is stated of a transfer"};
        }
    }
    const al::transfer t = transfer_of(first_five(words), facts);
    const al::verdict v = al::screen(t);
    return json_verdict({{"words", json_string(explained(t, v))}}, t, v);
}

// What would be and what is, of a transfer of which nothing is stated.
std::string suppose(const row& words) {
    const al::transfer t = transfer_of(first_five(words), {});
    const al::scenario& what_if = scenario_of(words.at(6));
    const al::supposed<al::outcome> o = al::at(what_if, t.on).outcome(t.exporter, t.importer, t.recipient, t.item);
    return json_object({{"outcome", json_string(str(al::to_string(o.value())))},
                        {"on_record", json_string(str(al::to_string(o.on_record())))},
                        {"differs", o.differs() ? "true" : "false"},
                        {"words", json_string(explained(what_if, o))}});
}

std::string graph(const row& words) {
    const al::date day = date_of(words.at(1));
    return suppliers::draw({suppliers::links_by(day), day}, day);
}

std::string answer_to(const row& words) {
    static const std::map<std::string, std::string (*)(const row&)> questions{
        {"vocabulary", vocabulary}, {"find", find},           {"name", name},           {"brief", brief},
        {"changes", changes},       {"days", days_of_change}, {"uncovered", uncovered}, {"states", states_of},
        {"standings", standings},   {"screen", screen},       {"suppose", suppose},     {"permission", permission},
        {"sources", sources},       {"graph", graph}};
    return questions.at(words.at(0))(words);
}

std::string question, answer;

}  // namespace explorer

extern "C" {

// Where a question of so many bytes goes.
char* room(std::size_t bytes) {
    explorer::question.resize(bytes);
    return explorer::question.data();
}

// The answer to it, ended by a zero; it stays until the next.
const char* ask() {
    explorer::row words(1);
    for (const char c : explorer::question) {
        if (c == '\t') {
            words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    explorer::answer = explorer::answer_to(words);
    return explorer::answer.c_str();
}
}
