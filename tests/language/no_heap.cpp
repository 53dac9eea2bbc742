// SPDX-License-Identifier: BSL-1.0
#include <armsledger/armsledger.hpp>
#include <armsledger/explanation.hpp>

// A program that screens, looks up and asks of a day, and has no use for a heap.
int main(int count, char** arguments) {
    namespace al = armsledger;
    const al::date day = al::parse_date(count > 1 ? arguments[1] : "2015-12-07").value_or(al::date{});
    const auto importer = al::find_state(count > 2 ? arguments[2] : "Iraq").one();
    if (!importer) {
        return 2;
    }
    const al::verdict v = al::screen({.exporter = al::state::fra, .importer = *importer, .on = day});
    int weight = 0;
    al::explain(v[0], day, [&](al::text_view piece) { weight += static_cast<int>(piece.size()); });
    return weight > 0 && v.outcome() >= al::at(day).outcome(al::state::fra, *importer, al::end_user::unknown,
                                                            al::item_class::all_arms)
               ? 0
               : 1;
}
