// SPDX-License-Identifier: BSL-1.0
//
// Prints every record of every compiled table as CSV, a section a data file, and answers the questions
// on its input, a line each: function, text and day, separated by tabs. `compare.py` holds both against
// data/*.csv.
#include <armsledger/armsledger.hpp>
#include <armsledger/report_text.hpp>

#include <iostream>
#include <string>
#include <vector>

namespace al = armsledger;
namespace rep = armsledger::report;

namespace {

using cells = std::vector<std::string>;

std::string text(al::text_view t) { return {t.data(), t.size()}; }

std::string quoted(const std::string& cell) {
    if (cell.find_first_of(",\"\r\n") == std::string::npos) {
        return cell;
    }
    std::string out = "\"";
    for (const char c : cell) {
        out += c == '"' ? "\"\"" : std::string{c};
    }
    return out + '"';
}

void print(const cells& row) {
    const char* separator = "";
    for (const std::string& cell : row) {
        std::cout << separator << quoted(cell);
        separator = ",";
    }
    std::cout << '\n';
}

void section(const char* file, const char* header) { std::cout << "# " << file << '\n' << header << '\n'; }

// Words of the library as the data writes them: `un_member` is `un-member`.
std::string hyphenated(al::text_view word) {
    std::string out = text(word);
    for (char& c : out) {
        c = c == '_' ? '-' : c;
    }
    return out;
}

std::string joined(const cells& items, const char* separator = ";") {
    std::string out;
    for (const std::string& item : items) {
        out += (out.empty() ? "" : separator) + item;
    }
    return out;
}

std::string joined(const al::state_set& states) {
    cells codes;
    for (const al::state s : states) {
        codes.push_back(text(al::alpha3(s)));
    }
    return joined(codes);
}

template <class T>
std::string slug_of(al::maybe<T> found) {
    return found ? text(to_string(*found)) : "";
}

// Dates.

std::string printed(al::date day) { return day == al::always || day == al::never ? "" : text(al::to_string(day)); }

std::string printed(al::maybe<al::date> day) { return day ? printed(*day) : ""; }

bool is_whole_month(al::uncertain_date d) {
    return d.earliest.day() == 1 &&
           d.latest ==
               d.earliest + static_cast<std::int32_t>(al::days_in_month(d.earliest.year(), d.earliest.month())) + -1;
}

bool is_whole_year(al::uncertain_date d) {
    return d.earliest == al::make_date(d.earliest.year(), 1, 1) && d.latest == al::make_date(d.earliest.year(), 12, 31);
}

std::string printed(al::uncertain_date d) {
    if (d.earliest == al::always || d.earliest == al::never || d.earliest == d.latest) {
        return printed(d.earliest);
    }
    const std::string first = printed(d.earliest);
    return d.latest == al::never ? first + "/.."
           : is_whole_year(d)    ? first.substr(0, 4)
           : is_whole_month(d)   ? first.substr(0, 7)
                                 : first + "/" + printed(d.latest);
}

std::string printed(al::maybe<al::uncertain_date> d) { return d ? printed(*d) : ""; }

// Citations.

template <class Record>
std::string sources(const Record& record) {
    cells slugs;
    for (const al::source s : al::sources_of(record)) {
        slugs.push_back(text(s.slug()));
    }
    return joined(slugs);
}

template <class Record>
std::string grade(const Record& record) {
    return text(to_string(al::evidence_of(record)));
}

// A row whose citation has no accessor: of a state, a treaty, an ambiguous name.
struct cited_row {
    const char* column;
    std::size_t row;
    al::detail::citation cite() const { return al::detail::citation{al::detail::u16_at(column, row)}; }
};

// Edition, sources, coverage.

void dump_edition() {
    section("edition.csv", "edition,published");
    print({text(al::data_edition), printed(al::data_published)});
}

void dump_sources() {
    section("sources.csv", "source,title,publisher,date,url");
    for (const al::source s : al::all_sources()) {
        print({text(s.slug()), text(s.title()), text(s.publisher()), text(s.published()), text(s.url())});
    }
}

void print_coverage(const std::string& table, al::period covered) {
    print({table, printed(covered.from), printed(covered.until + -1)});
}

void dump_coverage() {
    section("coverage.csv", "table,first,last");
    for (const al::treaty t : al::all<al::treaty>()) {
        print_coverage(text(to_string(t)), al::coverage(t));
    }
    print_coverage("groups", al::group_coverage());
    print_coverage("memberships", al::membership_coverage());
    print_coverage("other-embargoes", al::coverage(al::issuer::eu));
    print_coverage("un-embargoes", al::coverage(al::issuer::un));
}

// States.

std::string three_digits(al::maybe<unsigned> code) {
    if (!code) {
        return "";
    }
    const std::string digits = std::to_string(*code);
    return std::string(3 - digits.size(), '0') + digits;
}

void dump_states() {
    section("states.csv", "state,alpha2,numeric,status,code_status,note,source,evidence");
    for (const al::state s : al::all<al::state>()) {
        const cited_row row{al::detail::tables::state_cites, static_cast<std::size_t>(s)};
        print({text(al::alpha3(s)), text(al::alpha2(s)), three_digits(al::numeric(s)),
               hyphenated(to_string(al::status_of(s))), hyphenated(to_string(al::code_status_of(s))),
               text(al::note_on(s)), sources(row), grade(row)});
    }
}

void dump_existence() {
    section("existence.csv", "state,from,until,note,source,evidence");
    for (const al::state s : al::all<al::state>()) {
        for (const al::existence_record e : al::existence_of(s)) {
            print({text(al::alpha3(s)), printed(e.when().from), printed(e.when().until), text(e.note()), sources(e),
                   grade(e)});
        }
    }
}

std::string kind_of(const al::state_name& n) {
    return n.kind() == al::name_kind::former_code ? "code-former" : hyphenated(to_string(n.kind()));
}

void dump_state_names() {
    section("state_names.csv", "state,kind,name,from,until,source,evidence");
    for (const al::state s : al::all<al::state>()) {
        for (const al::state_name n : al::names_of(s)) {
            print({text(al::alpha3(s)), kind_of(n), text(n.text()), printed(n.when().from), printed(n.when().until),
                   sources(n), grade(n)});
        }
    }
}

// Ambiguous names cannot be listed: questions bring the name and meet the rest, the table has the sources.
void dump_ambiguous_names() {
    constexpr const char* column = al::detail::tables::ambiguous_cites;
    constexpr std::size_t count = std::char_traits<char>::length(column) / al::detail::u16_characters;
    section("ambiguous_names.csv", "row,source,evidence");
    for (std::size_t i = 0; i < count; ++i) {
        const cited_row row{column, i};
        print({std::to_string(i), sources(row), grade(row)});
    }
}

void dump_succession() {
    section("succession.csv", "predecessor,successor,date,kind,contested,note,source,evidence");
    for (const al::state s : al::all<al::state>()) {
        for (const al::state_succession x : al::successions_of(s)) {
            if (x.predecessor() == s) {
                print({text(al::alpha3(s)), text(al::alpha3(x.successor())), printed(x.when()),
                       text(to_string(x.kind())), x.contested() ? "yes" : "no", text(x.note()), sources(x), grade(x)});
            }
        }
    }
}

// Bodies.

void dump_bodies() {
    section("bodies.csv", "body,name");
    for (const al::body b : al::all<al::body>()) {
        print({text(to_string(b)), text(al::name(b))});
    }
}

void dump_memberships() {
    section("memberships.csv", "body,state,kind,from,until,note,source,evidence");
    for (const al::state s : al::all<al::state>()) {
        for (const al::membership m : al::memberships_of(s)) {
            print({text(to_string(m.body())), text(al::alpha3(m.member())), text(to_string(m.kind())),
                   printed(m.when().from), printed(m.when().until), text(m.note()), sources(m), grade(m)});
        }
    }
}

// Treaties.

void dump_treaties() {
    section("treaties.csv", "treaty,name,adopted,entry_into_force,source,evidence");
    for (const al::treaty t : al::all<al::treaty>()) {
        const cited_row row{al::detail::tables::treaty_cites, static_cast<std::size_t>(t)};
        print({text(to_string(t)), text(al::name(t)), printed(al::adopted_on(t)), printed(al::in_force_on(t)),
               sources(row), grade(row)});
    }
}

void dump_treaty_status() {
    section("treaty_status.csv",
            "treaty,participant,signature,consent,consent_kind,entry_into_force,provisional_application,"
            "withdrawal_notified,withdrawal_effective,note,source,evidence");
    for (const al::treaty t : al::all<al::treaty>()) {
        for (const al::treaty_record r : al::records_of(t)) {
            const al::maybe<al::consent_kind> kind = r.kind_of_consent();
            print({text(to_string(t)), text(to_string(r.participant())), printed(r.signature()), printed(r.consent()),
                   kind ? text(to_string(*kind)) : "", printed(r.entry_into_force()),
                   printed(r.provisional_application()), printed(r.withdrawal_notified()),
                   printed(r.withdrawal_effective()), text(r.note()), sources(r), grade(r)});
        }
    }
}

void print_notices(al::participant p, al::treaty t) {
    for (const al::treaty_notice n : al::notices_of(p, t)) {
        print({text(to_string(n.treaty())), text(to_string(n.participant())), printed(n.when()),
               hyphenated(to_string(n.kind())), text(n.statement()), sources(n), grade(n)});
    }
}

void dump_treaty_notices() {
    section("treaty_notices.csv", "treaty,participant,date,kind,statement,source,evidence");
    for (const al::treaty t : al::all<al::treaty>()) {
        for (const al::state s : al::all<al::state>()) {
            print_notices(s, t);
        }
        print_notices(al::participant::european_union(), t);
    }
}

// Embargoes.

void dump_regimes() {
    section("regimes.csv", "regime,issuer,kind,name");
    for (const al::regime r : al::all<al::regime>()) {
        print({text(to_string(r)), text(to_string(al::issuer_of(r))), al::is_embargo(r) ? "embargo" : "restriction",
               text(al::name(r))});
    }
}

std::string items_of(al::embargo_scope scope) {
    cells items;
    for (const auto item :
         {al::scope_item::all_arms, al::scope_item::heavy_conventional, al::scope_item::missiles,
          al::scope_item::ammunition, al::scope_item::small_arms_and_light_weapons, al::scope_item::listed_items}) {
        if (scope.contains(item)) {
            items.push_back(text(to_string(item)));
        }
    }
    return joined(items);
}

std::string relation_of(const al::phase& p) {
    const al::maybe<al::relation_to_un> relation = p.relation_to_un();
    if (!relation) {
        return "";
    }
    return *relation == al::relation_to_un::independent  ? "no"
           : *relation == al::relation_to_un::implements ? "yes"
                                                         : "wider";
}

void print_phase(const al::phase& p) {
    const al::maybe<al::state> territory = p.territory();
    const al::maybe<al::evidence> paragraph = p.paragraph_evidence();
    const al::maybe<al::contest> contest = p.contested();
    print({text(to_string(p.regime())),
           territory ? text(al::alpha3(*territory)) : "",
           text(to_string(p.target())),
           text(p.group()),
           text(to_string(p.force())),
           items_of(p.scope()),
           text(p.area()),
           text(to_string(p.direction())),
           text(to_string(p.legal_form())),
           printed(p.adopted()),
           printed(p.when().from),
           printed(p.when().until),
           printed(p.term()),
           text(p.instrument()),
           text(p.paragraph()),
           paragraph ? text(to_string(*paragraph)) : "",
           text(p.ended_by()),
           p.counted_as() == p.regime() ? "" : text(to_string(p.counted_as())),
           relation_of(p),
           contest ? text(to_string(*contest)) : "",
           text(p.note()),
           sources(p),
           grade(p)});
}

void dump_embargo_phases() {
    section("embargo_phases.csv",
            "regime,territory,target,group,nature,scope,area,direction,legal_form,adopted,from,until,term,"
            "instrument,paragraph,paragraph_evidence,ended_by,counted_as,implements_un,contested,note,source,"
            "evidence");
    for (const al::phase p : al::all_phases()) {
        print_phase(p);
    }
}

// A range of contest subjects names a contest by conversion.
template <class Subjects>
bool contains(const Subjects& subjects, al::contest wanted) {
    for (const al::contest c : subjects) {
        if (c == wanted) {
            return true;
        }
    }
    return false;
}

std::string subjects_of(al::contest c) {
    cells subjects;
    for (const al::regime r : al::all<al::regime>()) {
        if (contains(al::contests_about(r), c)) {
            subjects.push_back(text(to_string(r)));
        }
    }
    for (const al::state s : al::all<al::state>()) {
        if (contains(al::contests_about(s), c)) {
            subjects.push_back(text(al::alpha3(s)));
        }
    }
    return joined(subjects);
}

void dump_contested() {
    section("contested.csv", "contest,position,subject,statement,holders,note,source,evidence");
    for (const al::contest c : al::all<al::contest>()) {
        int number = 0;
        for (const al::contested_position p : al::positions_of(c)) {
            print({text(to_string(c)), std::to_string(++number), subjects_of(c), text(p.statement()), text(p.holders()),
                   text(p.note()), sources(p), grade(p)});
        }
    }
}

// Groups.

void dump_groups() {
    section("groups.csv", "group,name,states,note");
    for (const al::group g : al::all<al::group>()) {
        print({text(to_string(g)), text(al::name(g)), joined(al::states_of(g)), text(al::note_on(g))});
    }
}

void dump_group_names() {
    section("group_names.csv", "group,name,kind,from,until,source,evidence");
    for (const al::group g : al::all<al::group>()) {
        for (const al::group_name n : al::names_of(g)) {
            print({text(to_string(g)), text(n.text()), n.kind() == al::group_name_kind::name ? "name" : "alias",
                   printed(n.when().from), printed(n.when().until), sources(n), grade(n)});
        }
    }
}

void dump_group_listings() {
    section("group_listings.csv", "group,regime,coverage,reference,from,until,basis,note,source,evidence");
    for (const al::group g : al::all<al::group>()) {
        for (const al::group_listing l : al::listings_of(g)) {
            print({text(to_string(g)), text(to_string(l.regime())), text(to_string(l.coverage())), text(l.reference()),
                   printed(l.when().from), printed(l.when().until), text(l.basis()), text(l.note()), sources(l),
                   grade(l)});
        }
    }
}

// Categories.

void dump_schemes() {
    section("schemes.csv", "scheme,name");
    for (const al::scheme s : al::all<al::scheme>()) {
        print({text(to_string(s)), text(al::name(s))});
    }
}

void dump_categories() {
    section("categories.csv", "scheme,code,parent,title,thresholds,valid_from,note,source,evidence");
    for (const al::scheme s : al::all<al::scheme>()) {
        for (const al::category c : al::categories_of(s)) {
            const al::maybe<al::category> parent = c.parent();
            for (const al::category_version v : c.versions()) {
                print({text(to_string(s)), text(c.code()), parent ? text(parent->code()) : "", text(v.title()),
                       text(v.thresholds()), printed(v.since()), text(v.note()), sources(v), grade(v)});
            }
        }
    }
}

void dump_crosswalk() {
    section("crosswalk.csv", "from_scheme,from_code,to_scheme,to_code,relation,note,source,evidence");
    for (const al::scheme s : al::all<al::scheme>()) {
        for (const al::category c : al::categories_of(s)) {
            for (const al::correspondence x : al::correspondences_of(c)) {
                if (x.from() == c) {
                    print({text(to_string(s)), text(c.code()), text(to_string(x.to().scheme())), text(x.to().code()),
                           text(to_string(x.relation())), text(x.note()), sources(x), grade(x)});
                }
            }
        }
    }
}

void dump_weapon_types() {
    section("weapon_types.csv", "type,name");
    for (const al::weapon_type t : al::all<al::weapon_type>()) {
        print({text(to_string(t)), text(al::name(t))});
    }
}

std::string categories_in(const al::classification& c) {
    std::string out;
    for (const al::classification_member m : c.members()) {
        out += out.empty() ? "" : m.begins_alternative() ? "|" : ";";
        out += m.is_none() ? "none" : m.is_parent() ? "parent" : text(m.category()->code());
    }
    return out;
}

std::string because(const al::classification& c) {
    return c.decided() == al::decided_by::clear ? "" : text(to_string(c.decided()));
}

void dump_weapon_type_categories() {
    section("weapon_type_categories.csv", "type,scheme,from,categories,because,note,source,evidence");
    for (const al::weapon_type t : al::all<al::weapon_type>()) {
        for (const al::scheme s : al::all<al::scheme>()) {
            for (const al::classification c : al::classifications_of(t, s)) {
                print({text(to_string(t)), text(to_string(c.scheme())), printed(c.since()), categories_in(c),
                       because(c), text(c.note()), sources(c), grade(c)});
            }
        }
    }
}

// What phases let through, and whom measures bind.

// A word of the library as the data writes it: empty for `none`.
template <class Enum>
std::string claimed(Enum word) {
    const std::string out = hyphenated(to_string(word));
    return out == "none" ? "" : out;
}

// How many classes a class lies within, itself among them.
std::size_t depth(al::item_class c) {
    std::size_t n = 0;
    for (const al::item_class outer : al::all<al::item_class>()) {
        n += al::is_within(c, outer);
    }
    return n;
}

// The class right around a class: of those around it the one within all others.
std::string around(al::item_class c) {
    for (const al::item_class outer : al::all<al::item_class>()) {
        if (outer != c && al::is_within(c, outer) && depth(outer) + 1 == depth(c)) {
            return text(to_string(outer));
        }
    }
    return "";
}

// The categories of a class have no accessor: `falls_in` speaks for them.
std::string categories_of_class(al::item_class c) {
    const auto span = al::detail::rows_of(al::detail::tables::item_class_categories_first, c);
    cells categories;
    for (std::size_t i = span.first; i < span.last; ++i) {
        const al::category found{al::detail::u16_at(al::detail::tables::item_class_categories, i)};
        categories.push_back(text(to_string(found.scheme())) + ":" + text(found.code()));
    }
    return joined(categories);
}

std::string att_part_of(al::item_class c) {
    const al::att_coverage covered = al::att_covers(c, *al::parse_date("2020-01-01"));
    const auto is = [](al::answer a) { return a == al::answer::yes; };
    return covered.arms == al::answer::unknown ? "unknown"
           : is(covered.arms)                  ? "arms"
           : is(covered.ammunition)            ? "ammunition"
           : is(covered.parts)                 ? "parts"
                                               : "none";
}

void dump_item_classes() {
    section("item_classes.csv", "class,name,kind,within,categories,att");
    for (const al::item_class c : al::all<al::item_class>()) {
        print({text(to_string(c)), text(al::name(c)), al::is_derogation(c) ? "derogation" : "scope", around(c),
               categories_of_class(c), att_part_of(c)});
    }
}

void print_holding(al::item_class c, const std::string& regime, al::weapon_type t, const al::item_holding& h) {
    print({text(to_string(c)), regime, text(to_string(t)), text(to_string(h.holds())), text(h.note()), sources(h),
           grade(h)});
}

void dump_item_class_types() {
    section("item_class_types.csv", "class,regime,type,holds,note,source,evidence");
    for (const al::item_class c : al::all<al::item_class>()) {
        for (const al::weapon_type t : al::all<al::weapon_type>()) {
            const auto general = al::holding_of(t, c, al::nothing);
            if (general) {
                print_holding(c, "", t, *general);
            }
            for (const al::regime g : al::all<al::regime>()) {
                const auto own = al::holding_of(t, c, g);
                if (own && !(general && general->row() == own->row())) {
                    print_holding(c, text(to_string(g)), t, *own);
                }
            }
        }
    }
}

void dump_embargo_acts() {
    section("embargo_acts.csv", "regime,territory,target,phase,from,until,instrument,paragraph,note,source,evidence");
    for (const al::phase p : al::all_phases()) {
        const al::maybe<al::state> territory = p.territory();
        for (const al::act a : al::acts_of(p)) {
            print({text(to_string(p.regime())), territory ? text(al::alpha3(*territory)) : "",
                   text(to_string(p.target())), printed(p.when().from), printed(a.when().from), printed(a.when().until),
                   text(a.instrument()), text(a.paragraph()), text(a.note()), sources(a), grade(a)});
        }
    }
}

std::string printed(al::waiting_time w) {
    return w.days == 0 ? "" : std::to_string(w.days) + (w.working_days ? " working days" : " days");
}

void print_cell(const al::phase& p, const al::cell& c) {
    const al::maybe<al::state> territory = p.territory();
    const al::maybe<al::force> force = c.own_force();
    print({text(to_string(p.regime())),
           territory ? text(al::alpha3(*territory)) : "",
           printed(p.when().from),
           text(to_string(c.recipient())),
           text(to_string(c.item())),
           text(to_string(c.direction())),
           claimed(c.claim()),
           printed(c.when().from),
           printed(c.when().until),
           text(to_string(c.permission())),
           force ? text(to_string(*force)) : "",
           text(c.body()),
           printed(c.waiting()),
           text(c.condition()),
           printed(c.contract_before()),
           c.asks_certificate() ? "end-use" : "",
           text(c.instrument()),
           text(c.paragraph()),
           text(c.note()),
           sources(c),
           grade(c)});
}

// A cell once, with the first phase that has it: phases that share theirs are asked for by `cells_of`.
void dump_embargo_cells() {
    section("embargo_cells.csv",
            "regime,territory,phase,recipient,item,direction,claim,from,until,permission,force,body,waiting,condition,"
            "contract_before,certificate,instrument,paragraph,note,source,evidence");
    std::vector<bool> printed_rows(al::detail::tables::cell_count);
    for (const al::phase p : al::all_phases()) {
        for (const al::cell c : al::cells_of(p)) {
            if (!printed_rows[c.row()]) {
                print_cell(p, c);
            }
            printed_rows[c.row()] = true;
        }
    }
}

void dump_embargo_binding() {
    section("embargo_binding.csv", "issuer,force,body,since,legal_basis,note,source,evidence");
    for (const al::issuer i : al::all<al::issuer>()) {
        for (const al::force f : al::all<al::force>()) {
            if (const auto b = al::binding_of(i, f)) {
                print({text(to_string(i)), text(to_string(f)), slug_of(b->body()), printed(b->since()),
                       text(b->legal_basis()), text(b->note()), sources(*b), grade(*b)});
            }
        }
    }
}

void dump_embargo_stood_aside() {
    section("embargo_stood_aside.csv", "regime,state,from,until,effect,note,source,evidence");
    for (const al::stood_aside a : al::all_stood_aside()) {
        print({text(to_string(a.regime())), text(al::alpha3(a.state())), printed(a.when().from),
               printed(a.when().until), text(to_string(a.effect())), text(a.note()), sources(a), grade(a)});
    }
}

// Whom a rule concerns has no accessor: `concerns` speaks for it.
void dump_outside_rules() {
    section("outside_rules.csv", "rule,name,body,state,type,from,until,note,source,evidence");
    for (const al::outside_rule r : al::all<al::outside_rule>()) {
        const auto i = static_cast<std::size_t>(r);
        const std::uint32_t body = al::detail::u8_at(al::detail::tables::outside_rule_body, i);
        const std::uint32_t state = al::detail::u8_at(al::detail::tables::outside_rule_state, i);
        const std::uint32_t type = al::detail::u8_at(al::detail::tables::outside_rule_type, i);
        print({text(to_string(r)), text(name(r)), body == 0xFF ? "" : text(to_string(static_cast<al::body>(body))),
               state == 0xFF ? "" : text(al::alpha3(static_cast<al::state>(state))),
               type == 0xFF ? "" : text(to_string(static_cast<al::weapon_type>(type))),
               printed(al::detail::day_at(al::detail::tables::outside_rule_from, i)),
               printed(al::detail::day_at(al::detail::tables::outside_rule_until, i)), text(note_on(r)), sources(r),
               grade(r)});
    }
}

// The words of the enumerators that fit; the first alone where it does, for it stands for all or none.
template <class Enum, class Fits>
std::string words_that(Fits fits) {
    cells found;
    for (const Enum e : al::all<Enum>()) {
        if (fits(e)) {
            found.push_back(text(to_string(e)));
            if (static_cast<std::size_t>(e) == 0) {
                break;
            }
        }
    }
    return joined(found);
}

void dump_articles() {
    section("articles.csv", "treaty,article,duty_on,kind,applies_to,summary,source,evidence");
    for (const al::article a : al::all<al::article>()) {
        print({text(to_string(treaty_of(a))), text(number_of(a)),
               words_that<al::duty_on>([&](al::duty_on side) { return al::lays_duty_on(a, side); }),
               text(to_string(al::kind_of(a))),
               words_that<al::article_object>([&](al::article_object what) { return al::is_about(a, what); }),
               text(summary_of(a)), sources(a), grade(a)});
    }
}

// The report.

void dump_report_suppliers() {
    section("report_suppliers.csv", "state,role,from,until,attribution,note,source,evidence");
    for (const al::report::part p : al::report::all_parts()) {
        print({text(al::alpha3(p.state())), text(to_string(p.role())), printed(p.when().from), printed(p.when().until),
               text(to_string(p.attribution())), text(p.note()), sources(p), grade(p)});
    }
}

// The word of a value, hyphenated; empty for none.
template <class T>
std::string word_of(al::maybe<T> found) {
    return found ? hyphenated(to_string(*found)) : "";
}

void dump_report_actors() {
    section("report_actors.csv", "actor,name,state,relation,group");
    for (const rep::named_actor n : al::all<rep::named_actor>()) {
        const rep::actor a{n};
        const al::maybe<al::state> state = state_behind(a);
        print({text(to_string(a)), text(name(a)), state ? text(al::alpha3(*state)) : "", word_of(relation_of(a)),
               slug_of(group_behind(a))});
    }
}

void dump_report_measures() {
    section("report_measures.csv", "measure,kind,unit,description");
    for (const rep::measure m : al::all<rep::measure>()) {
        const rep::measure_kind kind = rep::kind_of(m);
        print({text(to_string(m)), kind == rep::measure_kind::words ? "text" : text(to_string(kind)),
               text(rep::unit_of(m)), text(description_of(m))});
    }
}

void print_claim(const rep::claim& c) {
    print({text(id_of(c)), text(c.subject()), text(to_string(c.measure())), text(to_string(c.part())),
           word_of(c.bound()), text(value_of(c)), text(c.of()), printed(c.when().from), printed(c.when().until),
           joined(c.states()), text(statement_of(c)), text(locator_of(c)), text(note_on(c)), sources(c), grade(c)});
}

void dump_report_claims() {
    section("report_claims.csv",
            "claim,subject,measure,part,bound,value,of,from,until,states,statement,locator,note,source,evidence");
    for (const rep::claim c : rep::all_claims()) {
        print_claim(c);
    }
    for (const rep::claim c : rep::asides()) {
        print_claim(c);
    }
}

// Hundredths of a millimetre as the data writes millimetres: 762 is "7.62", 1270 "12.7", 9000 "90".
std::string millimetres(unsigned hundredths) {
    std::string out = std::to_string(hundredths / 100);
    const unsigned places = hundredths % 100;
    if (places != 0) {
        out += "." + std::to_string(places / 10) + (places % 10 == 0 ? "" : std::to_string(places % 10));
    }
    return out;
}

void dump_report_weapons() {
    section("report_weapons.csv",
            "weapon,name,type,calibre_mm,design,makers,decade,seen,attribution,note,source,evidence");
    for (const rep::weapon w : al::all<rep::weapon>()) {
        const al::maybe<unsigned> calibre = rep::calibre_of(w);
        const al::maybe<unsigned> decade = rep::decade_of(w);
        print({text(to_string(w)), text(name(w)), text(to_string(rep::type_of(w))),
               calibre ? millimetres(*calibre) : "", joined(rep::designers_of(w)), joined(rep::makers_of(w)),
               decade ? std::to_string(*decade) + "s" : "", hyphenated(to_string(rep::sighting_of(w))),
               text(to_string(rep::attribution_of(w))), text(note_on(w)), sources(w), grade(w)});
    }
}

std::string printed(al::maybe<rep::amount> a) { return a ? std::to_string(a->number) : ""; }

std::string bound_of(al::maybe<rep::amount> a) { return a ? hyphenated(to_string(a->bound)) : ""; }

// The place of an account in its transfer, from 1.
std::string number_of(const rep::account& a) {
    std::size_t number = 1;
    for (const rep::account other : a.transfer().accounts()) {
        number += other.row() < a.row();
    }
    return std::to_string(number);
}

template <class Suppliers>
std::string slugs_of(const Suppliers& suppliers) {
    cells slugs;
    for (const rep::actor a : suppliers) {
        slugs.push_back(text(to_string(a)));
    }
    return joined(slugs);
}

void print_account(const rep::account& a) {
    const al::maybe<rep::amount> quantity = a.quantity();
    const al::maybe<rep::amount> value = a.value();
    const bool dollars = !value || value->unit == rep::unit::us_dollars;
    print({text(a.transfer().slug()), number_of(a), slugs_of(a.suppliers()), text(to_string(a.recipient())),
           slug_of(a.weapon()), text(to_string(a.stage())), printed(quantity), bound_of(quantity),
           quantity ? hyphenated(to_string(quantity->unit)) : "", dollars ? printed(value) : "no dollars",
           bound_of(value), word_of(a.funding()), printed(a.when().from), printed(a.when().until),
           text(to_string(a.attribution())), text(locator_of(a)), text(note_on(a)), sources(a), grade(a)});
}

void dump_report_transfers() {
    section("report_transfers.csv",
            "transfer,account,suppliers,recipient,weapon,stage,quantity,quantity_bound,unit,value,value_bound,"
            "funding,from,until,attribution,locator,note,source,evidence");
    for (const rep::account a : rep::all_accounts()) {
        print_account(a);
    }
}

std::string weapons_of(const rep::acquisition& a) {
    cells slugs;
    for (const rep::weapon w : a.weapons()) {
        slugs.push_back(text(to_string(w)));
    }
    return joined(slugs);
}

void dump_report_acquisitions() {
    section("report_acquisitions.csv",
            "acquisition,channel,holder,place,states,weapons,what,reach,from,until,attribution,locator,note,source,"
            "evidence");
    for (const rep::acquisition a : rep::all_acquisitions()) {
        const bool reached = a.reach() == rep::reach::islamic_state;
        print({text(a.slug()), hyphenated(to_string(a.channel())), slug_of(a.holder()), text(place_of(a)),
               joined(a.states()), weapons_of(a), text(statement_of(a)), reached ? "is" : text(to_string(a.reach())),
               printed(a.when().from), printed(a.when().until), text(to_string(a.attribution())), text(locator_of(a)),
               text(note_on(a)), sources(a), grade(a)});
    }
}

void dump_report_recommendations() {
    section("report_recommendations.csv",
            "recommendation,addressee,states,kind,statement,locator,note,source,evidence");
    for (const rep::recommendation r : rep::all_recommendations()) {
        print({text(r.slug()), hyphenated(to_string(r.addressee())), joined(r.states()),
               hyphenated(to_string(r.kind())), text(statement_of(r)), text(locator_of(r)), text(note_on(r)),
               sources(r), grade(r)});
    }
}

// What both sections of edges print.
cells edge_cells(const rep::edge& e) {
    return {text(to_string(e.from())),
            text(to_string(e.to())),
            hyphenated(to_string(e.kind())),
            slug_of(e.weapon()),
            printed(e.when().from),
            printed(e.when().until),
            e.implied() ? "yes" : "no",
            text(locator_of(e)),
            text(note_on(e)),
            sources(e),
            grade(e)};
}

constexpr const char* edge_header = "from,to,kind,weapon,since,until,implied,locator,note,source,evidence";

void dump_report_routes() {
    section("report_routes.csv", (std::string{"row,"} + edge_header).c_str());
    for (const rep::edge e : rep::all_edges()) {
        if (e.is_route()) {
            cells row = edge_cells(e);
            row.insert(row.begin(), std::to_string(e.origin()));
            print(row);
        }
    }
}

// What an edge stands for: a transfer, a loss, a further route, or a weapon that someone made.
std::string stands_for(const rep::edge& e) {
    const al::maybe<rep::transfer> transfer = e.as_transfer();
    const al::maybe<rep::acquisition> loss = e.as_acquisition();
    return transfer && loss ? "transfer and loss"
           : transfer       ? "transfer " + text(transfer->slug())
           : loss           ? "acquisition " + text(loss->slug())
           : e.is_route()   ? "route " + std::to_string(e.origin())
                            : "weapon " + std::to_string(e.origin());
}

void dump_edges() {
    section("edges", (std::string{"stands_for,"} + edge_header).c_str());
    for (const rep::edge e : rep::all_edges()) {
        cells row = edge_cells(e);
        row.insert(row.begin(), stands_for(e));
        print(row);
    }
}

// Questions.

struct question {
    std::string function, text, day;
};

question read_question(const std::string& line) {
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    return {line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1)};
}

cells answer_find_state(const question& q) {
    const al::maybe<al::date> day = al::parse_date(q.day);
    const al::state_match match = day ? al::find_state(q.text, *day) : al::find_state(q.text);
    return {joined(match.candidates), text(to_string(match.kind)), match.former ? "yes" : "no", text(match.reason)};
}

std::string answer_find_group(const question& q) {
    cells found;
    for (const al::group g : al::find_group(q.text)) {
        found.push_back(text(to_string(g)));
    }
    return joined(found);
}

// The text is a weapon type and a scheme.
std::string answer_classify(const question& q) {
    const std::size_t space = q.text.find(' ');
    const al::maybe<al::weapon_type> type = al::find_weapon_type(q.text.substr(0, space));
    const al::maybe<al::scheme> scheme = al::find_scheme(q.text.substr(space + 1));
    const al::maybe<al::date> day = al::parse_date(q.day);
    if (!type || !scheme || !day) {
        return "not understood";
    }
    const al::maybe<al::classification> found = al::classify(*type, *scheme, *day);
    return found ? categories_in(*found) : "";
}

// The text is a scheme and a code.
std::string answer_find_category(const question& q) {
    const std::size_t space = q.text.find(' ');
    const al::maybe<al::scheme> scheme = al::find_scheme(q.text.substr(0, space));
    if (!scheme) {
        return "not understood";
    }
    const al::maybe<al::category> found = al::find_category(*scheme, q.text.substr(space + 1));
    return found ? text(to_string(found->scheme())) + " " + text(found->code()) : "";
}

// The text is a treaty and a participant.
std::string answer_standing_of(const question& q) {
    const std::size_t space = q.text.find(' ');
    const std::string code = q.text.substr(space + 1);
    const al::maybe<al::treaty> treaty = al::find_treaty(q.text.substr(0, space));
    const al::maybe<al::state> state = al::find_alpha3(code);
    const al::maybe<al::date> day = al::parse_date(q.day);
    if (!treaty || !day || !(state || code == "EUE")) {
        return "not understood";
    }
    const al::participant who = state ? al::participant{*state} : al::participant::european_union();
    return text(to_string(al::standing_of(who, *treaty, *day)));
}

// The text is a state: its phases, each by regime, target and first day.
std::string answer_phases_of(const question& q) {
    const al::maybe<al::state> state = al::find_alpha3(q.text);
    if (!state) {
        return "not understood";
    }
    cells phases;
    for (const al::phase p : al::phases_of(*state)) {
        phases.push_back(text(to_string(p.regime())) + " " + text(to_string(p.target())) + " " +
                         printed(p.when().from));
    }
    return joined(phases);
}

std::string answer_find_weapon(const question& q) {
    const rep::weapon_match match = rep::find_weapon(q.text);
    cells found;
    for (std::size_t i = 0; i < match.count(); ++i) {
        found.push_back(text(to_string(match[i])));
    }
    return slug_of(match.one()) == (match.count() == 1 ? found[0] : "") ? joined(found) : "one() disagrees";
}

// The part of a text before a space, which is cut off with it.
std::string cut(std::string& words) {
    const std::size_t space = words.find(' ');
    const std::string first = words.substr(0, space);
    words = space == std::string::npos ? "" : words.substr(space + 1);
    return first;
}

al::maybe<rep::claim> find_claim(const std::string& id) {
    for (const rep::claim c : rep::all_claims()) {
        if (text(id_of(c)) == id) {
            return c;
        }
    }
    for (const rep::claim c : rep::asides()) {
        if (text(id_of(c)) == id) {
            return c;
        }
    }
    return al::nothing;
}

std::string printed(rep::value_range r) {
    return std::to_string(r.least) + ".." + (r.most ? std::to_string(*r.most) : "");
}

// The text is a claim: the ends stated, the whole number, the days, and the values left possible.
std::string answer_values_of(const question& q) {
    const al::maybe<rep::claim> c = find_claim(q.text);
    if (!c) {
        return "not understood";
    }
    const al::maybe<std::uint64_t> number = c->number();
    const al::maybe<al::uncertain_date> day = c->day();
    return std::to_string(c->least()) + " " + std::to_string(c->most()) + " " +
           (number ? std::to_string(*number) : "-") + " " +
           (day ? printed(day->earliest) + "/" + printed(day->latest) : "-") + " " + printed(c->values());
}

// The text is two claims.
std::string answer_can_both_hold(const question& q) {
    std::string words = q.text;
    const al::maybe<rep::claim> a = find_claim(cut(words));
    const al::maybe<rep::claim> b = find_claim(words);
    return a && b ? text(to_string(can_both_hold(*a, *b))) : "not understood";
}

// The text is a measure, and the thing that it counts apart.
std::string answer_agreement(const question& q) {
    std::string words = q.text;
    const al::maybe<rep::measure> m = rep::find_measure(cut(words));
    if (!m) {
        return "not understood";
    }
    const rep::agreement_of_claims found = rep::agreement(*m, words);
    return std::to_string(found.claims) + " " + text(to_string(found.together)) + " " +
           (found.left ? printed(*found.left) : "-");
}

std::string answer_claims_on(const question& q) {
    const al::maybe<rep::measure> m = rep::find_measure(q.text);
    cells ids;
    if (m) {
        for (const rep::claim c : rep::claims_on(*m)) {
            ids.push_back(text(id_of(c)));
        }
    }
    return joined(ids);
}

// The edges of a range, each by what it stands for, its ends and its weapon.
template <class Edges>
std::string joined_edges(const Edges& edges) {
    cells found;
    for (const rep::edge e : edges) {
        found.push_back(stands_for(e) + " " + text(to_string(e.from())) + " " + text(to_string(e.to())) + " " +
                        slug_of(e.weapon()));
    }
    return joined(found);
}

std::string answer_routes(const question& q) {
    const al::maybe<rep::weapon> w = rep::find_weapon(q.text).one();
    return w ? joined_edges(rep::routes(*w)) : "not understood";
}

std::string answer_routes_from(const question& q) {
    const al::maybe<rep::actor> a = rep::find_actor(q.text);
    return a ? joined_edges(rep::routes_from(*a)) : "not understood";
}

// The text is an actor, a first day and the day after the last, each `-` where there is none.
std::string answer_upstream(const question& q) {
    std::string words = q.text;
    const al::maybe<rep::actor> a = rep::find_actor(cut(words));
    const al::date from = al::parse_date(cut(words)).value_or(al::always);
    const al::date until = al::parse_date(words).value_or(al::never);
    return a ? joined_edges(rep::upstream(*a, {from, until})) : "not understood";
}

// An item: a class, a weapon type or a category, `class:salw`, `type:pistol`, `unroca:I`.
al::maybe<al::item> item_of(const std::string& words) {
    const std::size_t colon = words.find(':');
    const std::string kind = words.substr(0, colon);
    const std::string name = words.substr(colon + 1);
    if (kind == "class") {
        const auto c = al::find_item_class(name);
        return c ? al::maybe<al::item>{*c} : al::nothing;
    }
    if (kind == "type") {
        const auto t = al::find_weapon_type(name);
        return t ? al::maybe<al::item>{*t} : al::nothing;
    }
    const auto s = al::find_scheme(kind);
    const auto c = s ? al::find_category(*s, name) : al::maybe<al::category>{};
    return c ? al::maybe<al::item>{*c} : al::nothing;
}

// The text is an item and a regime, `-` for none: the classes it falls in, and with a `?` those it may.
std::string answer_falls_in(const question& q) {
    std::string words = q.text;
    const al::maybe<al::item> what = item_of(cut(words));
    const al::maybe<al::regime> under = al::find_regime(words);
    const al::maybe<al::date> day = al::parse_date(q.day);
    if (!what || !day) {
        return "not understood";
    }
    cells found;
    for (const al::item_class c : al::all<al::item_class>()) {
        const al::answer a = al::falls_in(*what, c, under, *day);
        if (a != al::answer::no) {
            found.push_back(text(to_string(c)) + (a == al::answer::yes ? "" : a == al::answer::unknown ? "?" : "!"));
        }
    }
    return joined(found);
}

std::string answer_att_covers(const question& q) {
    const al::maybe<al::item> what = item_of(q.text);
    const al::maybe<al::date> day = al::parse_date(q.day);
    if (!what || !day) {
        return "not understood";
    }
    const al::att_coverage covered = al::att_covers(*what, *day);
    return text(to_string(covered.arms)) + " " + text(to_string(covered.ammunition)) + " " +
           text(to_string(covered.parts));
}

std::size_t number_in(std::string& words) { return std::stoul(cut(words)); }

// The text is the row of a phase: the rows of its cells.
std::string answer_cells_of(const question& q) {
    cells rows;
    for (const al::cell c : al::cells_of(al::phase{std::stoul(q.text)})) {
        rows.push_back(std::to_string(c.row()));
    }
    return joined(rows);
}

// The text is the row of a phase and that of a cell, `-` for none.
std::string answer_act_of(const question& q) {
    std::string words = q.text;
    const al::phase p{number_in(words)};
    const al::maybe<al::date> day = al::parse_date(q.day);
    const al::maybe<al::cell> c = words == "-" ? al::maybe<al::cell>{} : al::cell{std::stoul(words)};
    const al::act_reference act = al::act_of(p, c, *day);
    return text(act.instrument) + " | " + text(act.paragraph) + " | " + text(act.renewed_by);
}

// The text is a regime, a force and a state.
std::string answer_binds(const question& q) {
    std::string words = q.text;
    const al::maybe<al::regime> r = al::find_regime(cut(words));
    const std::string forced = cut(words);
    const al::maybe<al::state> s = al::find_alpha3(words);
    const al::maybe<al::date> day = al::parse_date(q.day);
    for (const al::force f : al::all<al::force>()) {
        if (r && s && day && to_string(f) == al::text_view{forced}) {
            return text(to_string(al::binds(*r, f, *s, *day)));
        }
    }
    return "not understood";
}

// The text is a rule, a state and an item.
std::string answer_concerns(const question& q) {
    std::string words = q.text;
    const std::string rule = cut(words);
    const al::maybe<al::state> s = al::find_alpha3(cut(words));
    const al::maybe<al::item> what = item_of(words);
    const al::maybe<al::date> day = al::parse_date(q.day);
    for (const al::outside_rule r : al::all<al::outside_rule>()) {
        if (s && what && day && to_string(r) == al::text_view{rule}) {
            return text(to_string(al::concerns(r, *s, *what, *day)));
        }
    }
    return "not understood";
}

// The text is a treaty and the number of an article.
std::string answer_find_article(const question& q) {
    std::string words = q.text;
    const al::maybe<al::treaty> t = al::find_treaty(cut(words));
    const auto found = t ? al::find_article(*t, words) : al::maybe<al::article>{};
    return found ? text(to_string(treaty_of(*found))) + " " + text(number_of(*found)) : "";
}

// The items that rulings are asked for; a question sets them.
std::vector<al::item> asked_items;

std::string answer_items(const question& q) {
    asked_items.clear();
    std::string words = q.text;
    while (!words.empty()) {
        const al::maybe<al::item> what = item_of(cut(words));
        if (!what) {
            return "not understood";
        }
        asked_items.push_back(*what);
    }
    return std::to_string(asked_items.size());
}

// A recipient: a word for an end user, or a group.
al::maybe<al::recipient> recipient_of(const std::string& word) {
    for (const al::end_user u : al::all<al::end_user>()) {
        if (to_string(u) == al::text_view{word}) {
            return al::recipient{u};
        }
    }
    const al::maybe<al::group> g = al::find_group(word).one();
    return g ? al::maybe<al::recipient>{al::recipient{*g}} : al::nothing;
}

al::stated stated_word(const std::string& word) {
    for (const al::stated s : al::all<al::stated>()) {
        if (to_string(s) == al::text_view{word}) {
            return s;
        }
    }
    return al::stated::not_stated;
}

// A claim, the day of a contract, and whether it is used outside the area, has an end-use certificate and meets
// the conditions: `humanitarian 2010-01-01 yes no -`, `-` for what is not stated.
al::stated_claims stated_in(std::string words) {
    al::stated_claims stated;
    const std::string claim = cut(words);
    for (const al::claim c : al::all<al::claim>()) {
        if (hyphenated(to_string(c)) == claim) {
            stated.claim = c;
        }
    }
    stated.contract = al::parse_date(cut(words));
    stated.outside_area = stated_word(cut(words));
    stated.end_use_certificate = stated_word(cut(words));
    stated.conditions_met = stated_word(cut(words));
    return stated;
}

// What a ruling copies from its phase and cell.
bool agrees(const al::ruling& r, al::date day) {
    if (!r.phase) {
        return !r.cell && r.body.empty() && r.condition.empty() && r.act.instrument.empty() && !r.contested;
    }
    const al::act_reference act = al::act_of(*r.phase, r.cell, day);
    // A ban that use outside its area escapes: its words are no condition of what is let through.
    const bool escapes = r.permission == al::permission::free && !r.phase->area().empty() && r.condition.empty();
    const bool of_cell = r.cell ? r.body == r.cell->body() && r.waiting == r.cell->waiting() &&
                                      (escapes || r.condition == r.cell->condition()) &&
                                      r.force == r.cell->own_force().value_or(r.phase->force())
                                : r.body.empty() && r.waiting == al::waiting_time{} && r.condition.empty() &&
                                      r.force == r.phase->force();
    return of_cell && r.act.instrument == act.instrument && r.act.paragraph == act.paragraph &&
           r.act.renewed_by == act.renewed_by && r.contested == r.phase->contested();
}

// The text is a territory, an issuer, a recipient and what is stated: of each item its rung, phase, cell and the
// claims that would make it lighter, as bits.
std::string answer_permission_for(const question& q) {
    std::string words = q.text;
    const al::maybe<al::state> territory = al::find_alpha3(cut(words));
    const al::maybe<al::issuer> by = al::find_issuer(cut(words));
    const al::maybe<al::recipient> who = recipient_of(cut(words));
    const al::stated_claims stated = stated_in(words);
    const al::maybe<al::date> day = al::parse_date(q.day);
    if (!territory || !by || !who || !day) {
        return "not understood";
    }
    std::string out;
    for (const al::item what : asked_items) {
        const al::ruling r = al::permission_for(*territory, *who, what, *by, *day, stated);
        out += (out.empty() ? "" : ";") + text(to_string(r.permission)) + (agrees(r, *day) ? " " : "! ") +
               (r.phase ? std::to_string(r.phase->row()) : "-") + " " + (r.cell ? std::to_string(r.cell->row()) : "-") +
               " " + std::to_string(r.lighter_with);
    }
    return out;
}

std::string answer_one(const question& q) {
    return q.function == "find_body"          ? slug_of(al::find_body(q.text))
           : q.function == "find_treaty"      ? slug_of(al::find_treaty(q.text))
           : q.function == "find_regime"      ? slug_of(al::find_regime(q.text))
           : q.function == "find_issuer"      ? slug_of(al::find_issuer(q.text))
           : q.function == "find_scheme"      ? slug_of(al::find_scheme(q.text))
           : q.function == "find_source"      ? slug_of(al::find_source(q.text))
           : q.function == "find_weapon_type" ? slug_of(al::find_weapon_type(q.text))
           : q.function == "find_category"    ? answer_find_category(q)
           : q.function == "find_group"       ? answer_find_group(q)
           : q.function == "classify"         ? answer_classify(q)
           : q.function == "standing_of"      ? answer_standing_of(q)
           : q.function == "phases_of"        ? answer_phases_of(q)
           : q.function == "find_actor"       ? slug_of(rep::find_actor(q.text))
           : q.function == "find_measure"     ? slug_of(rep::find_measure(q.text))
           : q.function == "find_weapon"      ? answer_find_weapon(q)
           : q.function == "values_of"        ? answer_values_of(q)
           : q.function == "can_both_hold"    ? answer_can_both_hold(q)
           : q.function == "agreement"        ? answer_agreement(q)
           : q.function == "claims_on"        ? answer_claims_on(q)
           : q.function == "routes"           ? answer_routes(q)
           : q.function == "routes_from"      ? answer_routes_from(q)
           : q.function == "upstream"         ? answer_upstream(q)
           : q.function == "find_item_class"  ? slug_of(al::find_item_class(q.text))
           : q.function == "find_article"     ? answer_find_article(q)
           : q.function == "falls_in"         ? answer_falls_in(q)
           : q.function == "att_covers"       ? answer_att_covers(q)
           : q.function == "cells_of"         ? answer_cells_of(q)
           : q.function == "act_of"           ? answer_act_of(q)
           : q.function == "binds"            ? answer_binds(q)
           : q.function == "concerns"         ? answer_concerns(q)
           : q.function == "items"            ? answer_items(q)
           : q.function == "permission_for"   ? answer_permission_for(q)
                                              : "no such question";
}

void answer_questions(std::istream& questions) {
    section("lookups", "function,text,day,found,kind,former,reason");
    for (std::string line; std::getline(questions, line);) {
        const question q = read_question(line);
        cells row{q.function, q.text, q.day};
        const cells answer = q.function == "find_state" ? answer_find_state(q) : cells{answer_one(q), "", "", ""};
        row.insert(row.end(), answer.begin(), answer.end());
        print(row);
    }
}

}  // namespace

int main() {
    std::ios::sync_with_stdio(false);
    dump_edition();
    dump_coverage();
    dump_sources();
    dump_states();
    dump_existence();
    dump_state_names();
    dump_ambiguous_names();
    dump_succession();
    dump_bodies();
    dump_memberships();
    dump_treaties();
    dump_treaty_status();
    dump_treaty_notices();
    dump_regimes();
    dump_embargo_phases();
    dump_contested();
    dump_groups();
    dump_group_names();
    dump_group_listings();
    dump_schemes();
    dump_categories();
    dump_crosswalk();
    dump_weapon_types();
    dump_weapon_type_categories();
    dump_item_classes();
    dump_item_class_types();
    dump_embargo_acts();
    dump_embargo_cells();
    dump_embargo_binding();
    dump_embargo_stood_aside();
    dump_outside_rules();
    dump_articles();
    dump_report_suppliers();
    dump_report_actors();
    dump_report_measures();
    dump_report_claims();
    dump_report_weapons();
    dump_report_transfers();
    dump_report_acquisitions();
    dump_report_recommendations();
    dump_report_routes();
    dump_edges();
    answer_questions(std::cin);
}
