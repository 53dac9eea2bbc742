// SPDX-License-Identifier: BSL-1.0
//
// Values of the library as the cells of an answer.
#pragma once

#include "../plain_words.hpp"
#include "output.hpp"

#include <armsledger/armsledger.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tool {

namespace rp = armsledger::report;
using namespace al::literals;

inline std::string text_of(al::date d) { return str(al::to_string(d)); }

inline std::string text_of(al::uncertain_date d) {
    if (d.latest == al::always || d.earliest == al::never) {
        return "";
    }
    if (d.earliest == d.latest) {
        return text_of(d.earliest);
    }
    return text_of(d.earliest) + "/" + (d.latest == al::never ? ".." : text_of(d.latest));
}

template <class T>
std::string text_of(al::maybe<T> value) {
    return value ? text_of(*value) : "";
}

inline std::string text_of(al::bounds b) {
    return b.certain() ? std::to_string(b.at_least) : std::to_string(b.at_least) + ".." + std::to_string(b.at_most);
}

inline std::string join(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (const std::string& part : parts) {
        out += (out.empty() ? "" : std::string{between}) + part;
    }
    return out;
}

template <class Record>
std::string source_slugs(const Record& record) {
    std::vector<std::string> slugs;
    for (const al::source s : al::sources_of(record)) {
        slugs.push_back(str(s.slug()));
    }
    return join(slugs, ";");
}

inline std::string scope_words(const al::phase& p) {
    std::vector<std::string> items;
    for (const al::scope_item i : al::all<al::scope_item>{}) {
        if (p.scope().contains(i)) {
            items.push_back(str(al::to_string(i)));
        }
    }
    return join(items, ";");
}

using plain::words;

}  // namespace tool
