// SPDX-License-Identifier: BSL-1.0
//
// The links of supplier_links.hpp as a picture of three columns: suppliers by standing, who had arms that came to
// Islamic State, and Islamic State.
#pragma once

#include "supplier_links.hpp"
#include "svg.hpp"

#include <armsledger/report.hpp>
#include <armsledger/treaty.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace suppliers {

namespace al = armsledger;
namespace rp = armsledger::report;

inline constexpr int top = 134, row = 16;

inline std::string class_of(const link& l, const std::string& colour) {
    const std::size_t n = l.weapons.size();
    return colour + (n > 4 ? " many" : n > 1 ? " several" : "") + (l.certain ? "" : " uncertain");
}

// Who had arms that came to Islamic State.
struct holder {
    link loss;
    std::map<int, link> supplies;  // by the height at which they begin
    std::string how() const { return joined(loss.how) + (supplies.empty() ? "; no supplier on record" : ""); }
    int height() const {
        const auto lines = static_cast<int>(name(loss.from).size() / 25 + how().size() / 30 + 2);
        return std::max(static_cast<int>(9 * supplies.size()), 16 * lines) + 10;
    }
};

// What stands where. Suppliers by standing, then by name; holders by how many supplied them.
struct layout {
    std::map<al::standing, std::map<std::string, rp::actor>> suppliers;
    std::map<std::size_t, int> places;  // of the suppliers
    std::vector<holder> holders;
    int bottom = top;

    layout(const links& all, al::date day) {
        for (const auto& [ends, l] : all) {
            if (!(l.to == islamic_state)) {
                suppliers[standing_of(l.from, day)].emplace(name(l.from), l.from);
            }
        }
        for (const auto& [standing, title] : standings) {
            for (const auto& [label, who] : suppliers[standing]) {
                bottom += row;
                places[who.number()] = bottom;
            }
            bottom += suppliers[standing].empty() ? 0 : row + 6;
        }
        for (const auto& [ends, l] : all) {
            if (l.to == islamic_state) {
                holders.push_back({l, {}});
                for (const auto& [number, y] : places) {
                    if (const auto found = all.find({number, ends.first}); found != all.end()) {
                        holders.back().supplies.emplace(y, found->second);
                    }
                }
            }
        }
        std::stable_sort(holders.begin(), holders.end(),
                         [](const holder& a, const holder& b) { return a.supplies.size() > b.supplies.size(); });
        int y = top;
        for (const holder& h : holders) {
            y += h.height() + 8;
        }
        bottom = std::max(bottom, y);
    }
};

inline std::string draw(layout l, al::date day) {
    svg::picture p{
        900, l.bottom + 70,
        "Suppliers of those from whom arms came to Islamic State, by " + std::string{al::text_view{to_string(day)}},
        "Suppliers by standing under the Arms Trade Treaty, whom they supplied, and how arms left these."};
    p.paragraph(20, 56, meaning, 125);
    for (const auto& [standing, title] : standings) {
        int y = 0;
        for (const auto& [label, who] : l.suppliers[standing]) {
            if (y == 0) {
                p.text(20, l.places[who.number()] - row,
                       std::string{title} + ": " + std::to_string(l.suppliers[standing].size()), "strong");
            }
            y = l.places[who.number()];
            p.text(318, y, label, "end");
            p.rect(325, y - 10, 11, 11, svg::class_of(standing));
        }
    }
    int y = top - 12;
    for (const holder& h : l.holders) {
        p.rect(480, y, 210, h.height(), "rule");
        p.paragraph(490, p.paragraph(490, y + 18, name(h.loss.from), 25, "strong"), h.how(), 30, "faint");
        int slot = y + 9;
        for (const auto& [begin, s] : h.supplies) {
            p.flow(340, begin - 4, 480, slot, class_of(s, svg::class_of(standing_of(s.from, day))), tip(s));
            slot += 9;
        }
        const int middle = y + h.height() / 2;
        p.flow(690, middle, 770, middle, class_of(h.loss, "lost"), tip(h.loss));
        y += h.height() + 8;
    }
    p.rect(770, top - 12, 110, y - top + 4, "rule");
    p.text(825, (top + y) / 2, "Islamic State", "strong middle");
    p.legend_of_lines(20, l.bottom + 22,
                      {{"flow", "no or one weapon named"},
                       {"flow several", "2 to 4"},
                       {"flow many", "5 or more"},
                       {"flow uncertain", "not certain: only named, implied, offered, planned or undated"}});
    return p.str("Amnesty International, Taking Stock (2015), texts on these arms, UN Treaty Collection");
}

}  // namespace suppliers
