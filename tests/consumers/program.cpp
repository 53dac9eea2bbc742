// SPDX-License-Identifier: BSL-1.0
#include <armsledger/armsledger.hpp>
#include <iostream>
namespace al = armsledger;
using namespace al::literals;

int main() {
    const al::verdict verdict = al::screen({.exporter = "BEL"_state,
                                            .importer = "SYR"_state,
                                            .recipient = al::end_user::government,
                                            .item = al::weapon_type::general_purpose_machine_gun,
                                            .on = "2012-06-01"_date});
    const al::source first = *al::sources_of(verdict[0]).begin();
    std::cout << al::to_string(verdict.outcome()) << ": " << first.title() << '\n';
    return verdict.outcome() == al::outcome::prohibited ? 0 : 1;
}
