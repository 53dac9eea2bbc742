// SPDX-License-Identifier: BSL-1.0
//
// What the library spells for programs, as people write it.
#pragma once

#include <armsledger/permission.hpp>
#include <armsledger/text.hpp>

#include <string>

namespace plain {

// A slug as words: "non-governmental forces".
inline std::string words(armsledger::text_view slug) {
    std::string out;
    for (const char c : slug) {
        out += c != '_' ? c : out.ends_with("non") ? '-' : ' ';
    }
    return out;
}

// "5 working days"; empty for no wait.
inline std::string words(armsledger::waiting_time wait) {
    return wait.days == 0 ? ""
                          : std::to_string(wait.days) + (wait.working_days ? " working day" : " day") +
                                (wait.days == 1 ? "" : "s");
}

// A sentence as part of another.
inline std::string without_stop(armsledger::text_view sentence) {
    std::string out{sentence};
    out.resize(out.find_last_not_of('.') + 1);
    return out;
}

}  // namespace plain
