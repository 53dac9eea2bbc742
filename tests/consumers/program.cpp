// SPDX-License-Identifier: BSL-1.0
#include <armsledger/armsledger.hpp>
#include <iostream>
namespace al = armsledger;
using namespace al::literals;

int main() {
    const al::date day = "2012-06-01"_date;
    const al::verdict verdict = al::screen({.exporter = "BEL"_state,
                                            .importer = "SYR"_state,
                                            .recipient = al::end_user::government,
                                            .item = al::weapon_type::general_purpose_machine_gun,
                                            .on = day});
    std::cout << al::to_string(verdict.outcome()) << ": " << verdict[0].act_on(day).instrument << '\n';
    return verdict.outcome() == al::outcome::prohibited ? 0 : 1;
}
