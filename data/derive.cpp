// SPDX-License-Identifier: BSL-1.0
//
// Writes tables/days.hpp: what the rules of the headers say of every day, laid out to be looked up; and
// tables/timeline.hpp: every change of the record, day by day.
//
//   derive TABLES_DIRECTORY
//
// The other tables hold the record, and the headers the rules that read it. What they answer on each day is worked
// out here once, from the headers themselves, and kept as histories; snapshot.hpp reads them. Run it after
// generate. A property test asks the rules and the histories the same questions.
#include "generator/emit.hpp"

#include <armsledger/change.hpp>
#include <armsledger/screening.hpp>
#include <armsledger/state_set.hpp>

#include <array>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace {

namespace al = armsledger;
namespace detail = al::detail;
using al::answer;
using al::date;

// --- days ---

class day_set {
public:
    void add(date day) {
        if (day != al::always && day != al::never) {
            days_.insert(day.days());
        }
    }
    void add(al::uncertain_date when) {
        add(when.earliest);
        add(when.latest);
    }
    void add(al::uncertain_period when) {
        add(when.from);
        add(when.until);
    }
    void add(al::period when) {
        add(when.from);
        add(when.until);
    }
    // From the first day of all on.
    std::vector<date> in_order() const {
        std::vector<date> days{al::always};
        for (const std::int32_t d : days_) {
            days.push_back(date::from_days(d));
        }
        return days;
    }
    // How many of the days have come by a day.
    std::size_t segment(date day) const {
        return static_cast<std::size_t>(std::distance(days_.begin(), days_.upper_bound(day.days())));
    }

private:
    std::set<std::int32_t> days_;
};

// The days on which it may change what an item is.
day_set days_of_items() {
    day_set days;
    for (const al::scheme s : al::all<al::scheme>{}) {
        days.add(detail::day_at(detail::tables::scheme_since, static_cast<std::size_t>(s)));
        for (const al::weapon_type t : al::all<al::weapon_type>{}) {
            for (const al::classification c : al::classifications_of(t, s)) {
                days.add(c.since());
            }
        }
    }
    return days;
}

day_set days_of(const al::phase& p, day_set days) {
    for (const al::cell c : al::cells_of(p)) {
        days.add(c.when());
    }
    return days;
}

// The days on which it may change whom the embargoes reach, how, and what the items are.
day_set days_of_embargoes() {
    day_set days = days_of_items();
    for (const al::phase p : al::all_phases()) {
        days = days_of(p, days);
        days.add(p.when());
        days.add(p.term().value_or(al::never));
        days.add(al::coverage(p.issuer()));
    }
    for (const al::group g : al::all<al::group>{}) {
        for (const al::group_listing l : al::listings_of(g)) {
            days.add(l.when());
        }
    }
    return days;
}

// The days on which it may change how a state stands to a treaty.
day_set days_of_treaties() {
    day_set days;
    for (const al::state s : al::all<al::state>{}) {
        for (const al::existence_record e : al::existence_of(s)) {
            days.add(e.when());
        }
    }
    for (const al::treaty t : al::all<al::treaty>{}) {
        days.add(al::adopted_on(t));
        for (const al::treaty_record r : al::records_of(t)) {
            days.add(r.steps().signature);
            days.add(r.steps().consent);
            days.add(r.steps().entry_into_force);
            days.add(r.steps().withdrawal);
            days.add(r.provisional_application().value_or(al::never));
        }
    }
    return days;
}

// The days on which it may change to what a state belongs, and what binds it.
day_set days_of_bodies() {
    day_set days;
    for (const al::state s : al::all<al::state>{}) {
        for (const al::membership m : al::memberships_of(s)) {
            days.add(m.when());
        }
    }
    for (const al::stood_aside a : al::all_stood_aside()) {
        days.add(a.when());
    }
    for (const al::issuer i : al::all<al::issuer>{}) {
        if (const auto ground = al::binding_of(i, al::force::mandatory)) {
            days.add(ground->since());
        }
    }
    days.add(al::membership_coverage().from);
    return days;
}

// --- grounds on which embargoes bind ---

// An issuer, and those of its members that stood aside from an act.
struct ground {
    al::issuer by;
    std::vector<std::uint32_t> aside;
    bool operator<(const ground& other) const { return std::tie(by, aside) < std::tie(other.by, other.aside); }
};

ground ground_of(al::regime r) {
    ground g{al::issuer_of(r), {}};
    for (const al::stood_aside a : al::all_stood_aside()) {
        if (a.regime() == r) {
            g.aside.push_back(static_cast<std::uint32_t>(a.row()));
        }
    }
    return g;
}

// The grounds of binding measures. That of an issuer as such comes first, by the number of the issuer among those
// that bind; those with members that stood aside follow.
class grounds {
public:
    static constexpr std::size_t capacity = 8;

    grounds() {
        for (const al::issuer i : al::all<al::issuer>{}) {
            if (binds(i)) {
                add({i, {}}, al::regime{0xFF});
            }
        }
        issuer_count_ = size();
        for (const al::regime r : al::all<al::regime>{}) {
            if (binds(al::issuer_of(r)) && is_ever_mandatory(r)) {
                add(ground_of(r), r);
            }
        }
        if (numbers_.size() > capacity) {
            throw std::length_error{"more grounds of binding measures than a demand has room for"};
        }
    }
    static bool binds(al::issuer i) {
        const auto ground = al::binding_of(i, al::force::mandatory);
        return ground && ground->body();
    }
    std::size_t number(al::regime r) const { return numbers_.at(ground_of(r)); }
    std::size_t size() const { return numbers_.size(); }
    std::size_t issuers() const { return issuer_count_; }
    al::issuer issuer(std::size_t ground) const { return issuers_[ground]; }

    answer binds(std::size_t ground, al::state s, date day) const {
        if (detail::is_valid(regimes_[ground])) {
            return al::binds(regimes_[ground], al::force::mandatory, s, day);
        }
        const auto of = *al::binding_of(issuers_[ground], al::force::mandatory);
        return day < of.since() ? answer::no : detail::under_law_of(*of.body(), s, day);
    }

private:
    static bool is_ever_mandatory(al::regime r) {
        for (const al::phase p : al::phases_of(r)) {
            for (const al::cell c : al::cells_of(p)) {
                if (c.own_force().value_or(p.force()) == al::force::mandatory) {
                    return true;
                }
            }
        }
        return false;
    }
    void add(const ground& g, al::regime r) {
        if (numbers_.emplace(g, issuers_.size()).second) {
            issuers_.push_back(g.by);
            regimes_.push_back(r);
        }
    }
    std::map<ground, std::size_t> numbers_;
    std::size_t issuer_count_ = 0;
    std::vector<al::issuer> issuers_;
    std::vector<al::regime> regimes_;  // one that binds so; none for the ground of an issuer as such
};

// --- entries: what is asked for one item ---

constexpr std::uint64_t demand_of(al::effect e, std::size_t ground) {
    const std::uint64_t bit = std::uint64_t{1} << ground;
    switch (e) {
        case al::effect::prohibits: return bit;
        case al::effect::leaves_open: return bit << 16;
        case al::effect::requires_authorisation: return bit << 32;
        case al::effect::requires_assessment: return bit << 48;
        default: return 0;
    }
}

constexpr std::uint64_t demand_of(al::effect e, answer applies, std::size_t ground) {
    return applies == answer::no ? 0 : demand_of(applies == answer::yes ? e : al::effect::leaves_open, ground);
}

// What measures ask for, and the rung of each issuer: see snapshot.hpp.
struct entry {
    std::uint64_t demand = 0;
    std::uint32_t rungs = 0;
    bool operator<(const entry& other) const { return std::tie(demand, rungs) < std::tie(other.demand, other.rungs); }
};

// A number for each distinct value, in the order they come.
template <class Value>
class numbering {
public:
    std::uint32_t operator()(const Value& value) {
        const auto [at, added] = numbers_.emplace(value, static_cast<std::uint32_t>(values_.size()));
        if (added) {
            values_.push_back(value);
        }
        return at->second;
    }
    const std::vector<Value>& values() const { return values_; }

private:
    std::map<Value, std::uint32_t> numbers_;
    std::vector<Value> values_;
};

using row = std::vector<std::uint32_t>;  // an entry an item

// A value over time: the days it changes and what to. Before the first it is 0.
using history = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

void extend(history& h, date day, std::uint32_t value) {
    if ((h.empty() ? 0 : h.back().second) != value) {
        h.emplace_back(generator::pack(day), value);
    }
}

std::vector<al::item> all_items() {
    std::vector<al::item> items;
    for (const al::weapon_type t : al::all<al::weapon_type>{}) {
        items.push_back(t);
    }
    for (const al::item_class c : al::all<al::item_class>{}) {
        items.push_back(c);
    }
    for (std::size_t i = 0; i < detail::tables::category_count; ++i) {
        items.push_back(al::category{i});
    }
    return items;
}

std::vector<al::recipient> all_recipients() {
    std::vector<al::recipient> recipients;
    for (const al::end_user u : al::all<al::end_user>{}) {
        recipients.push_back(u);
    }
    for (const al::group g : al::all<al::group>{}) {
        recipients.push_back(g);
    }
    return recipients;
}

// --- the ladders of phases ---

class ladders {
public:
    ladders(const grounds& on, numbering<entry>& entries) : on_{on}, entries_{entries} {
        rows_(row(items_.size(), entries_({})));
    }

    // A phase that is read, and for whom: what its answer depends on.
    struct reading {
        std::size_t phase;
        unsigned classes;
        bool in_doubt;
        answer in_force;
        std::size_t segment;
        auto operator<=>(const reading&) const = default;
    };

    reading read(const al::phase& p, detail::recipient_classes classes, answer in_force, date day) {
        auto days = days_.find(p.row());
        if (days == days_.end()) {
            days = days_.emplace(p.row(), days_of(p, of_items_)).first;
        }
        return {p.row(), classes.bits, classes.in_doubt, in_force, days->second.segment(day)};
    }

    // The row of what phases ask for together on a day.
    std::uint32_t row_of(const std::vector<reading>& readings, al::direction way, date day) {
        if (readings.empty()) {
            return 0;
        }
        const auto known = known_.find({readings, way});
        if (known != known_.end()) {
            return known->second;
        }
        row found;
        std::map<std::vector<al::weapon_type>, std::uint32_t> of_categories;
        for (const al::item i : items_) {
            if (!i.as_category()) {
                found.push_back(entries_(entry_of(readings, i, way, day)));
                continue;
            }
            // Measures speak of a category as of the types in it: of equal ones the same.
            const auto [at, is_new] = of_categories.emplace(types_under(i, day), 0);
            at->second = is_new ? entries_(entry_of(readings, i, way, day)) : at->second;
            found.push_back(at->second);
        }
        const std::uint32_t number = rows_(found);
        known_.emplace(std::pair{readings, way}, number);
        return number;
    }

    const std::vector<row>& rows() const { return rows_.values(); }
    const std::vector<al::item>& items() const { return items_; }

private:
    const std::vector<al::weapon_type>& types_under(al::item category, date day) {
        auto& types = types_under_[{category.place(), of_items_.segment(day)}];
        if (!types) {
            types.emplace();
            detail::for_each_type_under(*category.as_category(), day, [&](al::weapon_type t) { types->push_back(t); });
        }
        return *types;
    }

    entry entry_of(const std::vector<reading>& readings, al::item what, al::direction way, date day) const {
        entry e;
        std::map<al::issuer, detail::ruling_search<al::phase, al::cell>> searches;
        for (const reading& r : readings) {
            const al::phase p{r.phase};
            const detail::ladder_question q{what, p.regime(), day, way, {}};
            auto& search = searches
                               .try_emplace(p.issuer(),
                                            detail::ruling_search<al::phase, al::cell>{
                                                al::end_user::unknown, what, p.issuer(), day, {}})
                               .first->second;
            detail::read_layers(p, {r.classes, r.in_doubt}, q, [&](al::force forced, const detail::finding& f) {
                search.consider(p, r.in_force, forced, f);
                if (forced == al::force::mandatory && grounds::binds(p.issuer())) {
                    e.demand |=
                        demand_of(detail::effect_of(detail::rung_when(r.in_force, f.rung)), on_.number(p.regime()));
                }
            });
        }
        for (const auto& [by, search] : searches) {
            if (way == al::direction::to && search.found.cell) {
                const std::uint32_t mandatory = search.found.force == al::force::mandatory ? 8 : 0;
                e.rungs |= (mandatory + 1 + detail::strictness(search.found.permission))
                           << 4 * static_cast<unsigned>(by);
            }
        }
        return e;
    }

    const grounds& on_;
    numbering<entry>& entries_;
    numbering<row> rows_;
    std::vector<al::item> items_ = all_items();
    day_set of_items_ = days_of_items();
    std::map<std::size_t, day_set> days_;
    std::map<std::pair<std::size_t, std::size_t>, std::optional<std::vector<al::weapon_type>>> types_under_;
    std::map<std::pair<std::vector<reading>, al::direction>, std::uint32_t> known_;
};

// What the measures on a territory ask for arms to each recipient, and for arms from it; on each day a row.
struct territory {
    std::vector<std::uint32_t> cell_of;  // a recipient each, then exports
    std::vector<history> cells;
};

template <class ForEachPhase>
history history_of(ladders& read, const std::vector<date>& days, al::direction way, ForEachPhase for_each_phase) {
    history h;
    for (const date day : days) {
        std::vector<ladders::reading> readings;
        for_each_phase(day, [&](const al::phase& p, answer in_force, detail::recipient_classes classes) {
            readings.push_back(read.read(p, classes, in_force, day));
        });
        extend(h, day, read.row_of(readings, way, day));
    }
    return h;
}

territory territory_of(ladders& read, const std::vector<date>& days, al::state s) {
    territory t;
    numbering<history> cells;
    const auto phases = al::phases_of(s);
    for (const al::recipient who : all_recipients()) {
        t.cell_of.push_back(cells(history_of(read, days, al::direction::to, [&](date day, auto visit) {
            detail::for_each_in_force(phases, day, [&](const al::phase& p, answer in_force) {
                visit(p, in_force, detail::classes_of(who, p, day));
            });
        })));
    }
    t.cell_of.push_back(cells(history_of(read, days, al::direction::from, [&](date day, auto visit) {
        detail::for_each_in_force(phases, day, [&](const al::phase& p, answer in_force) {
            visit(p, in_force, detail::recipient_classes{detail::bit_of(al::cell_recipient::any_other), false});
        });
    })));
    t.cells = cells.values();
    return t;
}

history history_of_group(ladders& read, const std::vector<date>& days, al::group g) {
    return history_of(read, days, al::direction::to, [&](date day, auto visit) {
        detail::for_each_phase_following(
            g, day, [&](const al::phase& p, answer in_force) { visit(p, in_force, detail::classes_of(g, p, day)); });
    });
}

// --- treaties ---

// Grounds of treaties, after those of embargoes.
enum treaty_ground : std::size_t { mine_ban = 8, cluster_ban, firearms, assessing, diverting, absent = 15 };

// What the treaties ask of whoever is bound and exports an item.
std::uint64_t demand_of_treaties(al::item what, date day) {
    using screening = detail::screening<al::verdict>;
    const al::att_coverage covered = al::att_covers(what, day);
    const auto about = [&](al::article a) { return screening::is_about_item(a, covered); };
    const auto falls = [&](al::item_class c) { return al::falls_in(what, c, al::nothing, day); };
    using al::effect;
    return demand_of(effect::prohibits, falls(al::item_class::anti_personnel_mines), mine_ban) |
           demand_of(effect::prohibits, falls(al::item_class::cluster_munitions), cluster_ban) |
           demand_of(effect::requires_authorisation, falls(al::item_class::firearms), firearms) |
           demand_of(effect::requires_assessment, about(al::article::att_7_1), assessing) |
           demand_of(effect::requires_assessment, about(al::article::att_11_2), diverting);
}

answer bound_by_treaty(std::size_t ground, al::state s, date day) {
    using screening = detail::screening<al::verdict>;
    const auto party = [&](al::treaty t) { return screening::as_party(al::standing_of(s, t, day)); };
    switch (ground) {
        case mine_ban: return party(al::treaty::apmbc);
        case cluster_ban: return party(al::treaty::ccm);
        case firearms: return party(al::treaty::firearms_protocol);
        case assessing:
            return detail::either(party(al::treaty::att),
                                  screening::applies_provisionally(s, al::standing_of(s, al::treaty::att, day), day));
        case diverting: return party(al::treaty::att);
        case absent: return al::exists(s, day) ? answer::no : answer::unknown;
        default: return answer::no;
    }
}

// --- planes of states ---

constexpr std::size_t ground_count = 16;

// Which states something is so of on a day. It is asked on the days on which that may change and the record
// speaks: afterwards the plane stays as it was, and who reads it asks for the coverage.
struct plane {
    std::vector<date> days;
    std::function<bool(al::state, date)> contains;
};

std::vector<date> covered(const day_set& days, date until) {
    std::vector<date> found = days.in_order();
    std::erase_if(found, [&](date day) { return day >= until; });
    return found;
}

// In the order that snapshot.hpp reads them in.
std::vector<plane> all_planes(const grounds& on) {
    const day_set of_treaties = days_of_treaties();
    const auto of_bodies = covered(days_of_bodies(), al::membership_coverage().until);
    const auto of_embargoes = days_of_embargoes();
    const auto days_of_ground = [&](std::size_t g) {
        switch (g) {
            case mine_ban: return covered(of_treaties, al::coverage(al::treaty::apmbc).until);
            case cluster_ban: return covered(of_treaties, al::coverage(al::treaty::ccm).until);
            case firearms: return covered(of_treaties, al::coverage(al::treaty::firearms_protocol).until);
            case assessing:
            case diverting: return covered(of_treaties, al::coverage(al::treaty::att).until);
            case absent: return of_treaties.in_order();
            default: return of_bodies;
        }
    };
    std::vector<plane> found;
    for (const answer wanted : {answer::yes, answer::unknown}) {
        for (std::size_t g = 0; g < ground_count; ++g) {
            found.push_back({days_of_ground(g), [&on, g, wanted](al::state s, date day) {
                                 return wanted == (g < on.size() ? on.binds(g, s, day) : bound_by_treaty(g, s, day));
                             }});
        }
    }
    for (const al::treaty t : al::all<al::treaty>{}) {
        for (unsigned bit = 0; bit < 3; ++bit) {
            found.push_back({covered(of_treaties, al::coverage(t).until), [t, bit](al::state s, date day) {
                                 return (static_cast<unsigned>(al::standing_of(s, t, day)) >> bit & 1U) != 0;
                             }});
        }
    }
    for (const answer wanted : {answer::yes, answer::unknown}) {
        for (const al::body b : al::all<al::body>{}) {
            found.push_back(
                {of_bodies, [b, wanted](al::state s, date day) { return al::is_member(s, b, day) == wanted; }});
        }
    }
    for (const answer wanted : {answer::yes, answer::unknown}) {
        for (const al::issuer i : al::all<al::issuer>{}) {
            found.push_back({covered(of_embargoes, al::coverage(i).until),
                             [i, wanted](al::state s, date day) { return al::embargoed(s, day, i) == wanted; }});
        }
    }
    return found;
}

// --- what the record does not reach ---

// Words of bits over time that hold for all states: snapshot.hpp has the same order.
struct word {
    std::vector<date> days;
    std::function<std::uint32_t(date)> bits;
};

std::vector<word> all_words(const grounds& on) {
    day_set days;
    days.add(al::membership_coverage());
    for (const al::issuer i : al::all<al::issuer>{}) {
        days.add(al::coverage(i));
        if (const auto ground = al::binding_of(i, al::force::mandatory)) {
            days.add(ground->since());
        }
    }
    for (const al::treaty t : al::all<al::treaty>{}) {
        days.add(al::coverage(t).until);
    }
    const auto since = [](al::issuer i) { return al::binding_of(i, al::force::mandatory)->since(); };
    // Grounds of which the record does not say who is bound.
    const auto grounds_outside = [&on, since](date day) {
        std::uint32_t bits = 0;
        for (std::size_t g = 0; g < on.size(); ++g) {
            bits |= std::uint32_t{!al::membership_coverage().contains(day) && day >= since(on.issuer(g))} << g;
        }
        const std::pair<std::size_t, al::treaty> of_treaties[] = {{mine_ban, al::treaty::apmbc},
                                                                  {cluster_ban, al::treaty::ccm},
                                                                  {firearms, al::treaty::firearms_protocol},
                                                                  {assessing, al::treaty::att},
                                                                  {diverting, al::treaty::att}};
        for (const auto& [g, t] : of_treaties) {
            bits |= std::uint32_t{day >= al::coverage(t).until} << g;
        }
        return bits;
    };
    // Grounds of issuers whose measures the record does not reach: whom they bind, of it nothing is settled. And
    // whoever is absent cannot take part.
    const auto open_everywhere = [&on, since](date day) {
        std::uint32_t bits = 1U << absent;
        for (std::size_t g = 0; g < on.issuers(); ++g) {
            const al::issuer i = on.issuer(g);
            bits |= std::uint32_t{!al::coverage(i).contains(day) && day >= since(i)} << g;
        }
        return bits;
    };
    // Issuers, then treaties, then memberships.
    const auto tables_outside = [](date day) {
        std::uint32_t bits = 0;
        unsigned at = 0;
        for (const al::issuer i : al::all<al::issuer>{}) {
            bits |= std::uint32_t{!al::coverage(i).contains(day)} << at++;
        }
        for (const al::treaty t : al::all<al::treaty>{}) {
            bits |= std::uint32_t{day >= al::coverage(t).until} << at++;
        }
        return bits | std::uint32_t{!al::membership_coverage().contains(day)} << at;
    };
    return {{days.in_order(), grounds_outside}, {days.in_order(), open_everywhere}, {days.in_order(), tables_outside}};
}

// --- the table ---

class derivation {
public:
    std::string table() {
        const std::vector<date> days = days_of_embargoes().in_order();
        add_territories(days);
        for (const al::group g : al::all<al::group>{}) {
            histories_.push_back(history_of_group(read_, days, g));
        }
        row_cells_ = histories_.size();
        add_items();
        for (const word& w : all_words(on_)) {
            history h;
            for (const date day : w.days) {
                extend(h, day, w.bits(day));
            }
            histories_.push_back(h);
        }
        add_histories();
        add_changes();
        add_entries();
        return out_.str();
    }

private:
    using bytes = std::vector<std::uint64_t>;
    using column = generator::column;

    // Slot 0 is for territories on which no measure ever was.
    void add_territories(const std::vector<date>& days) {
        bytes slot_of, first_cell, cell_of;
        std::uint64_t slots = 1;
        first_cell.push_back(0);
        cell_of.assign(all_recipients().size() + 1, 0);
        histories_.emplace_back();
        for (const al::state s : al::all<al::state>{}) {
            slot_of.push_back(al::phases_of(s).empty() ? 0 : slots++);
            if (slot_of.back() != 0) {
                const territory t = territory_of(read_, days, s);
                first_cell.push_back(histories_.size());
                cell_of.insert(cell_of.end(), t.cell_of.begin(), t.cell_of.end());
                histories_.insert(histories_.end(), t.cells.begin(), t.cells.end());
            }
        }
        out_.add_constant("territory_slot_count", slots);
        out_.add_constant("territory_cell_count", histories_.size());
        out_.add_bytes<8>("territory_slot", slot_of);
        out_.add_bytes<16>("slot_first_cell", first_cell);
        out_.add_bytes<8>("slot_cells", cell_of);
    }

    // Items of which the same is so always share a column.
    void add_items() {
        numbering<std::pair<row, history>> columns;
        const std::vector<date> days = days_of_items().in_order();
        std::vector<std::uint32_t> column_of;
        for (std::size_t i = 0; i < read_.items().size(); ++i) {
            history h;
            for (const date day : days) {
                extend(h, day, entries_({demand_of_treaties(read_.items()[i], day), 0}));
            }
            row entries;
            for (const row& r : read_.rows()) {
                entries.push_back(r[i]);
            }
            column_of.push_back(columns({entries, h}));
        }
        const std::vector<std::size_t> order = neighbours(columns.values());
        bytes place(order.size()), item_column;
        for (std::size_t c = 0; c < order.size(); ++c) {
            place[order[c]] = c;
            histories_.push_back(columns.values()[order[c]].second);
        }
        for (const std::uint32_t c : column_of) {
            item_column.push_back(place[c]);
        }
        out_.add_constant("item_column_count", order.size());
        out_.add_bytes<8>("item_column", item_column);
        add_rows(columns.values(), order);
    }

    // Columns that are alike side by side, so that blocks of them repeat.
    static std::vector<std::size_t> neighbours(const std::vector<std::pair<row, history>>& columns) {
        std::vector<std::size_t> order{0};
        std::set<std::size_t> left;
        for (std::size_t c = 1; c < columns.size(); ++c) {
            left.insert(c);
        }
        while (!left.empty()) {
            const row& last = columns[order.back()].first;
            const auto distance = [&](std::size_t c) {
                std::size_t n = 0;
                for (std::size_t r = 0; r < last.size(); ++r) {
                    n += columns[c].first[r] != last[r];
                }
                return n;
            };
            std::size_t nearest = *left.begin();
            for (const std::size_t c : left) {
                nearest = distance(c) < distance(nearest) ? c : nearest;
            }
            order.push_back(nearest);
            left.erase(nearest);
        }
        return order;
    }

    // A row is as many blocks as its columns fill, the last one filled up; equal blocks are stored once.
    void add_rows(const std::vector<std::pair<row, history>>& columns, const std::vector<std::size_t>& order) {
        constexpr std::size_t width = 16;
        numbering<bytes> blocks;
        column row_blocks;
        for (std::size_t r = 0; r < read_.rows().size(); ++r) {
            for (std::size_t first = 0; first < order.size(); first += width) {
                bytes block(width);
                for (std::size_t c = first; c < std::min(first + width, order.size()); ++c) {
                    block[c - first] = columns[order[c]].first[r];
                }
                row_blocks.push_back(blocks(block));
            }
        }
        bytes all;
        for (const bytes& b : blocks.values()) {
            all.insert(all.end(), b.begin(), b.end());
        }
        out_.add_bytes<16>("row_blocks", {row_blocks.begin(), row_blocks.end()});
        out_.add_bytes<8>("ladder_blocks", all);
    }

    // Rows of ladders are looked up by day: their days stand in eights, filled up with days that never come.
    void add_histories() {
        bytes first, values, cells, first_eight, eights;
        for (std::size_t cell = 0; cell < histories_.size(); ++cell) {
            first.push_back(values.size());
            if (cell <= row_cells_) {
                first_eight.push_back(eights.size() / 8);
            }
            for (const auto& [day, value] : histories_[cell]) {
                if (cell < row_cells_) {
                    eights.push_back(day);
                }
                changes_[day].push_back(static_cast<std::uint32_t>(values.size()));
                values.push_back(value);
                cells.push_back(cell);
            }
            eights.resize((eights.size() + 7) / 8 * 8, detail::day16_never);
        }
        first.push_back(values.size());
        out_.add_bytes<16>("cell_history", first);
        out_.add_bytes<16>("first_eight", first_eight);
        out_.add_bytes<16>("eights_of_days", eights);
        out_.add_bytes<16>("history_value", values);
        out_.add_bytes<16>("history_cell", cells);
    }

    // Day by day: the states that enter or leave a plane, and the histories that go on.
    void add_changes() {
        std::map<std::uint32_t, column> toggles;
        const std::vector<plane> planes = all_planes(on_);
        for (std::uint32_t p = 0; p < planes.size(); ++p) {
            for (const al::state s : al::all<al::state>{}) {
                bool inside = false;
                for (const date day : planes[p].days) {
                    if (planes[p].contains(s, day) != inside) {
                        inside = !inside;
                        toggles[generator::pack(day)].push_back(p << 8 | static_cast<std::uint32_t>(s));
                    }
                }
            }
        }
        std::set<std::uint32_t> days;
        for (const auto& [day, of_day] : toggles) {
            days.insert(day);
        }
        for (const auto& [day, of_day] : changes_) {
            days.insert(day);
        }
        bytes toggles_until, changes_until, all_toggles, all_changes;
        for (const std::uint32_t day : days) {
            all_toggles.insert(all_toggles.end(), toggles[day].begin(), toggles[day].end());
            all_changes.insert(all_changes.end(), changes_[day].begin(), changes_[day].end());
            toggles_until.push_back(static_cast<std::uint32_t>(all_toggles.size()));
            changes_until.push_back(static_cast<std::uint32_t>(all_changes.size()));
        }
        out_.add_constant("plane_count", planes.size());
        out_.add_constant("change_day_count", days.size());
        out_.add_bytes<16>("change_day", {days.begin(), days.end()});
        out_.add_bytes<16>("toggles_until", toggles_until);
        out_.add_bytes<16>("changes_until", changes_until);
        out_.add_bytes<16>("plane_toggles", all_toggles);
        out_.add_bytes<16>("history_changes", all_changes);
    }

    void add_entries() {
        bytes demands, rungs, issuers;
        for (const entry& e : entries_.values()) {
            demands.push_back(e.demand);
            rungs.push_back(e.rungs);
        }
        for (std::size_t g = 0; g < on_.size(); ++g) {
            issuers.push_back(static_cast<std::uint64_t>(on_.issuer(g)));
        }
        out_.add_constant("entry_count", demands.size());
        out_.add_bytes<64>("entry_demands", demands);
        out_.add_bytes<32>("entry_rungs", rungs);
        out_.add_constant("embargo_ground_count", issuers.size());
        out_.add_bytes<8>("ground_issuer", issuers);
    }

    grounds on_;
    numbering<entry> entries_;
    ladders read_{on_, entries_};
    // Of territories, cell by cell; then of groups; then of columns of items; then of words.
    std::vector<history> histories_;
    std::size_t row_cells_ = 0;                // how many of them are rows of ladders
    std::map<std::uint32_t, column> changes_;  // rows of the histories, by day
    generator::header out_{"the other tables, by the rules of the headers", "derive"};
};

// --- the timeline ---

// What a change of the measures of an issuer on a territory came to, over all classes of recipients, types and
// classes of items of which both before and after it is settled what they ask for.
al::embargo_turn turn_between(al::state territory, al::issuer by, date before, date after) {
    bool stricter = false;
    bool lighter = false;
    for (const al::end_user who : al::all<al::end_user>{}) {
        for (const al::item what : all_items()) {
            if (what.as_category()) {
                continue;
            }
            const al::permission then = al::permission_for(territory, who, what, by, before).permission;
            const al::permission now = al::permission_for(territory, who, what, by, after).permission;
            const bool settled = then <= al::permission::prohibited && now <= al::permission::prohibited;
            stricter = stricter || (settled && detail::is_stricter(now, then));
            lighter = lighter || (settled && detail::is_stricter(then, now));
        }
    }
    return stricter  ? lighter ? al::embargo_turn::tightened_and_eased : al::embargo_turn::tightened
           : lighter ? al::embargo_turn::eased
                     : al::embargo_turn::same_for_all;
}

class timeline {
public:
    timeline() {
        for (const al::state s : al::all<al::state>{}) {
            detail::visit_changes<std::size_t>(s, [&](const detail::change_entry& e) { add(s, e); });
        }
        for (const al::phase p : al::all_phases()) {
            if (!p.territory()) {
                add_phase_of_list(p);
            }
        }
    }

    std::string table() const {
        using generator::column;
        generator::header out{"the other tables, by the rules of the headers", "derive"};
        generator::span_columns when;
        column kind, rows, phases, states, turns;
        for (const auto& [order, e] : events_) {
            when.add(e.change.when);
            kind.push_back(static_cast<std::uint32_t>(e.change.kind));
            rows.push_back(static_cast<std::uint32_t>(e.change.row));
            phases.push_back(static_cast<std::uint32_t>(e.change.phase_row));
            states.push_back(e.state);
            turns.push_back(static_cast<std::uint32_t>(turn_of(e)));
        }
        out.add_constant("event_count", events_.size());
        out.add("event_day", when);
        out.add<6>("event_kind", kind);
        out.add<16>("event_row", rows);
        out.add<8>("event_phase", phases);
        out.add<8>("event_state", states);
        out.add<6>("event_turn", turns);
        return out.str();
    }

private:
    struct event {
        std::uint32_t state;  // 0xFF for none
        detail::change_entry change;
    };

    // What has always been so is no change; nor is what never happens.
    void add(al::state s, const detail::change_entry& e) {
        if (e.when.latest != al::always && e.when.earliest != al::never) {
            const auto number = static_cast<std::uint32_t>(s);
            events_.emplace(std::pair{e.order(), number}, event{number, e});
        }
    }
    void add_phase_of_list(const al::phase& p) {
        bool follows = false;
        bool gives_way = false;
        for (const al::phase q : al::phases_of(p.regime())) {
            follows = follows || q.when().until.earliest == p.when().from.earliest;
            gives_way = gives_way || q.when().from.earliest == p.when().until.earliest;
        }
        const auto none = static_cast<al::state>(0xFF);
        add(none, {follows ? al::change_kind::embargo_changed : al::change_kind::embargo_imposed, p.when().from,
                   p.row(), p.row()});
        if (!gives_way) {
            add(none, {al::change_kind::embargo_ended, p.when().until, p.row(), p.row()});
        }
    }

    static al::embargo_turn turn_of(const event& e) {
        using al::change_kind, al::embargo_turn;
        const change_kind k = e.change.kind;
        if (k < change_kind::embargo_imposed || k > change_kind::rung_changed || k == change_kind::act_replaced) {
            return embargo_turn::none;
        }
        const al::phase p{e.change.phase_row};
        const date day = e.change.when.earliest;
        bool earlier = false;
        bool later = false;
        for (const al::phase q : al::phases_of(p.regime())) {
            const bool here = q.territory() == p.territory();
            earlier = earlier || (here && q.when().from.earliest < day && q.row() != p.row());
            later = later || (here && q.when().from.earliest > day && q.when().from.earliest != al::never);
        }
        switch (k) {
            case change_kind::embargo_imposed:
            case change_kind::restriction_imposed: return earlier ? embargo_turn::resumed : embargo_turn::imposed;
            case change_kind::embargo_ended:
            case change_kind::restriction_ended: return later ? embargo_turn::suspended : embargo_turn::lifted;
            default: break;
        }
        const date after = e.change.when.latest == al::never ? day : e.change.when.latest;
        return p.territory() ? turn_between(*p.territory(), p.issuer(), day + -1, after) : embargo_turn::same_for_all;
    }

    std::map<std::pair<std::uint64_t, std::uint32_t>, event> events_;
};

bool write(const std::filesystem::path& folder, const char* name, const std::string& text) {
    std::ofstream out{folder / name, std::ios::binary};
    out << text;
    out.flush();
    if (!out) {
        std::cerr << "derive: cannot write " << name << " in " << folder.string() << '\n';
    }
    return static_cast<bool>(out);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: derive TABLES_DIRECTORY\n";
        return 2;
    }
    try {
        return write(argv[1], "days.hpp", derivation{}.table()) && write(argv[1], "timeline.hpp", timeline{}.table())
                   ? 0
                   : 1;
    } catch (const std::exception& e) {
        std::cerr << "derive: " << e.what() << '\n';
        return 1;
    }
}
