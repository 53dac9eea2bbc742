// SPDX-License-Identifier: BSL-1.0
// Names in and out, sources, and a verdict with its reasons.
#include <armsledger/armsledger.hpp>
#include <armsledger/source.hpp>

namespace al = armsledger;

extern "C" unsigned long ask(const char* text, unsigned long size, int days) {
    const al::date day = al::date::from_days(days);
    unsigned long sum = al::find_state({text, size}, day).candidates.count();
    const auto of = [](auto found) { return static_cast<unsigned long>(found ? static_cast<int>(*found) : 0); };
    sum += of(al::find_treaty({text, size})) + of(al::find_regime({text, size})) + of(al::find_body({text, size})) +
           of(al::find_weapon_type({text, size}));
    const auto s = static_cast<al::state>(size);
    sum += al::name(s, day).size() + al::to_string(al::permission{}).size() + al::to_string(al::standing{}).size();
    for (const al::phase p : al::phases_of(s)) {
        sum += p.note().size() + p.instrument().size();
        for (const al::source x : al::sources_of(p)) {
            sum += x.url().size();
        }
    }
    const al::verdict v = al::screen({.exporter = s,
                                      .importer = s,
                                      .recipient = al::end_user::government,
                                      .item = static_cast<al::weapon_type>(size),
                                      .on = day});
    return sum + static_cast<unsigned long>(v.outcome());
}
