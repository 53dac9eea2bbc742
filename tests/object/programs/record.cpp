// SPDX-License-Identifier: BSL-1.0
// What the record says of states, treaties, embargoes, memberships and categories, but no name, text or source.
#include <armsledger/armsledger.hpp>

namespace al = armsledger;

namespace {

unsigned sum = 0;

void take(unsigned n) { sum = sum * 31 + n; }
void take(al::date d) { take(static_cast<unsigned>(d.days())); }
void take(al::uncertain_date d) {
    take(d.earliest);
    take(d.latest);
}
void take(const al::uncertain_period& p) {
    take(p.from);
    take(p.until);
}
void take(const al::state_set& s) { take(static_cast<unsigned>(s.count())); }
void take(al::treaty_count n) { take(n.signatories.at_least + n.contracting.at_most + n.parties.at_least); }
template <class Enum>
void take_word(Enum e) {
    take(static_cast<unsigned>(e));
}
template <class T>
void take(al::maybe<T> m) {
    if constexpr (requires { take(*m); }) {
        take(m ? *m : T{});
    } else {
        take(m ? static_cast<unsigned>(*m) : 0U);
    }
}

void states(al::state s, al::date day) {
    take(al::exists(s, day));
    take_word(al::status_of(s));
    take_word(al::code_status_of(s));
    take(al::numeric(s));
    for (const al::state_succession x : al::successions_of(s)) {
        take_word(x.predecessor());
        take_word(x.successor());
        take_word(x.kind());
        take(x.when());
    }
}

void treaties(al::participant p, al::treaty t, al::date day, al::certainty wanted) {
    take_word(al::standing_of(p, t, day));
    take(al::adopted_on(t));
    take(al::in_force_on(t));
    take(al::count(t, day));
    take(al::count_states(t, day));
    take(al::parties_to(t, day, wanted));
    take(al::contracting_states_of(t, day, wanted));
    take(al::signatories_of(t, day, wanted));
    for (const al::treaty_record r : al::records_of(t)) {
        take(r.signature());
        take(r.kind_of_consent());
        take(r.provisional_application());
        take(r.withdrawal_notified());
        take(r.withdrawal_effective());
    }
    for (const al::treaty_notice n : al::notices_of(p, t)) {
        take(n.when());
        take_word(n.kind());
    }
}

void memberships(al::state s, al::body b, al::date day, al::certainty wanted) {
    take_word(al::is_member(s, b, day));
    take(al::members(b, day, wanted));
    for (const al::membership m : al::memberships_of(s)) {
        take(m.when());
        take_word(m.body());
        take_word(m.kind());
    }
}

void embargoes(al::state s, al::group g, al::date day, al::issuer by, al::certainty wanted) {
    take_word(al::embargoed(s, day, by));
    take_word(al::embargoed(g, day));
    take(al::embargoed_on(day, by, wanted));
    take(al::phases_in_force(s, day).certain);
    take(al::states_of(g));
    for (const al::phase p : al::embargoes_on(s, day)) {
        take(p.when());
        take(p.adopted());
        take_word(p.target());
        take_word(p.force());
        take(p.scope().contains(al::scope_item::ammunition));
        take_word(p.direction());
        take_word(p.legal_form());
        take(p.relation_to_un());
        take(p.paragraph_evidence());
        take_word(p.counted_as());
        take(p.contested());
    }
    for (const al::phase p : al::embargoes_on(g, day)) {
        take_word(p.regime());
    }
    for (const al::group_listing l : al::listings_of(g)) {
        take_word(l.coverage());
    }
}

void categories(al::weapon_type t, al::scheme list, al::date day) {
    for (const al::category c : al::categories_of(list)) {
        take(c.version_on(day) && c.parent());
        const auto found = al::classify(t, list, day);
        take(found ? static_cast<unsigned>(found->falls_under(c)) : 0U);
        for (const al::correspondence x : al::correspondences_of(c)) {
            take_word(x.relation());
        }
    }
}

}  // namespace

extern "C" unsigned ask(unsigned char s, unsigned char other, int days, const char* text, unsigned long size) {
    const al::date day = al::date::from_days(days);
    const auto wanted = static_cast<al::certainty>(other);
    take(al::find_alpha2({text, size}));
    take(al::find_alpha3({text, size}));
    states(al::state{s}, day);
    treaties(al::state{s}, al::treaty{other}, day, wanted);
    memberships(al::state{s}, al::body{other}, day, wanted);
    embargoes(al::state{s}, al::group{other}, day, al::issuer{other}, wanted);
    categories(al::weapon_type{other}, al::scheme{s}, day);
    return sum;
}
