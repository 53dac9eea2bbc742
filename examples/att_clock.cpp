// SPDX-License-Identifier: BSL-1.0
//
// The life of the Arms Trade Treaty month by month: how many signed, consented to be bound, and had it enter into
// force. A count is a pair of bounds: where a day is not known, they differ, and the month has a question mark.
//
//   $ att_clock
//   ▁ 1  ▂ 2  ▃ to 4  ▄ to 8  ▅ to 16  ▆ to 32  ▇ to 64  █ more  ? open
//         signed            consented         in force for
//   2013     ··█▄▂▆▂▁· 115     ···▂▂▃▁·▁   9     ·········   0
//   2014  ▁·▂·····▃▁▁▄  15  ·▂▂▆▁▅·▃▅▁·▄  52  ···········▇  61
//   ...
//   2026  ·······        0  ·??????        1  ····???        ?
//   By 2026-07-24, 130 signatories, 118 contracting states, 117 to 118 parties
//   $ att_clock --svg > att_clock.svg
#include "svg.hpp"

#include <armsledger/armsledger.hpp>

#include <algorithm>
#include <bit>
#include <iomanip>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace al = armsledger;

namespace {

constexpr al::treaty att = al::treaty::att;
constexpr al::date first = al::adopted_on(att);
constexpr al::date until = al::coverage(att).until;

struct series {
    al::bounds al::treaty_count::*of;
    al::standing colour;
    std::string_view event, those;
};
constexpr series all_series[] = {
    {&al::treaty_count::signatories, al::standing::signatory, "signed", "signatories"},
    {&al::treaty_count::contracting, al::standing::contracting_state, "consented", "contracting states"},
    {&al::treaty_count::parties, al::standing::party, "in force for", "parties"}};

al::date start_of(int year, int month) {
    return al::make_date(year + month / 12, static_cast<unsigned>(month % 12) + 1, 1).value_or(until);
}

// How many more there were at the end of the days [from, to); nothing where the record leaves that open.
al::maybe<int> added(const series& s, al::date from, al::date to) {
    const al::bounds before = al::count(att, from + -1).*s.of;
    const al::bounds after = al::count(att, std::min(to, until) + -1).*s.of;
    return {before.certain() && after.certain(), after.at_least - before.at_least};
}

std::string_view block(al::maybe<int> n) {
    constexpr std::string_view doubling[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    if (!n || *n <= 0) {
        return !n ? "?" : *n == 0 ? "·" : "-";
    }
    return doubling[std::min<std::size_t>(std::bit_width(static_cast<unsigned>(*n - 1)), 7)];
}

void print() {
    std::cout << "▁ 1  ▂ 2  ▃ to 4  ▄ to 8  ▅ to 16  ▆ to 32  ▇ to 64  █ more  ? open\n";
    std::cout << std::left << std::setw(6) << "";
    for (const series& s : all_series) {
        std::cout << std::setw(18) << s.event;
    }
    for (int year = first.year(); year <= (until + -1).year(); ++year) {
        std::cout << '\n' << year;
        for (const series& s : all_series) {
            std::cout << "  ";
            for (int month = 0; month < 12; ++month) {
                const al::date from = start_of(year, month), to = start_of(year, month + 1);
                std::cout << (to <= first || from >= until ? " " : block(added(s, from, to)));
            }
            const auto in_year = added(s, start_of(year, 0), start_of(year, 12));
            std::cout << std::right << std::setw(4) << (in_year ? std::to_string(*in_year) : "?");
        }
    }
    std::cout << "\nBy " << svg::in_words(until + -1);
    for (const series& s : all_series) {
        std::cout << ", " << svg::in_words(al::count(att, until + -1).*s.of) << ' ' << s.those;
    }
    std::cout << '\n';
}

constexpr svg::days days{first, until, 56, 704};
constexpr int top = 140, bottom = 420, most = 140;

int y_of(unsigned n) { return bottom - static_cast<int>(n) * (bottom - top) / most; }

// A line of steps along one of the bounds.
std::string steps(const series& s, std::uint16_t al::bounds::*bound) {
    std::string path = "M" + std::to_string(days.left) + ' ' + std::to_string(bottom);
    unsigned before = 0;
    for (al::date day = first; day < until; day = day + 1) {
        if (const unsigned now = al::count(att, day).*s.of.*bound; now != before) {
            path += "H" + std::to_string(days.x_of(day)) + "V" + std::to_string(y_of(now));
            before = now;
        }
    }
    return path + "H" + std::to_string(days.right);
}

void mark(svg::picture& picture, int row, al::date day, std::string_view what) {
    const int y = 62 + 18 * row;
    picture.line(days.x_of(day), y - 10, days.x_of(day), bottom, "rule");
    picture.text(days.x_of(day) + 6, y, svg::in_words(day) + ' ' + std::string{what}, "faint");
}

void draw() {
    svg::picture picture(900, 480, "Arms Trade Treaty, " + svg::in_words(first) + " to " + svg::in_words(until + -1),
                         "How many signed the treaty, consented to be bound and were bound, day by day.");
    for (unsigned n = 0; n <= most; n += 20) {
        picture.line(days.left, y_of(n), days.right, y_of(n), "rule");
        picture.text(days.left - 8, y_of(n) + 4, std::to_string(n), "faint end");
    }
    days.years(picture, 2, bottom, bottom + 6, bottom + 20);
    al::date first_signature = first;
    for (; al::count(att, first_signature).signatories.at_most == 0; first_signature = first_signature + 1) {}
    mark(picture, 0, first, "adopted");
    mark(picture, 1, first_signature, "first signatures");
    mark(picture, 2, al::in_force_on(att), "in force");
    mark(picture, 3, al::report::published, "Amnesty International: Taking Stock");
    std::vector<std::pair<int, svg::key>> keys;
    int y = top;
    for (const series& s : all_series) {
        picture.path(steps(s, &al::bounds::at_least), "step " + svg::class_of(s.colour));
        picture.path(steps(s, &al::bounds::at_most), "step " + svg::class_of(s.colour));
        const al::bounds now = al::count(att, until + -1).*s.of;
        y = std::max(y + 18, y_of(now.at_most) + 4);  // below the label before it
        keys.push_back({y, {svg::class_of(s.colour), svg::in_words(now) + ' ' + std::string{s.those}}});
    }
    picture.legend(days.right + 12, keys);
    std::cout << picture.str(std::string{(*al::sources_of(att).begin()).publisher()});
}

}  // namespace

int main(int count, char** arguments) {
    const std::string_view said = count > 1 ? arguments[1] : "";
    if (count > 2 || (count == 2 && said != "--svg")) {
        std::cerr << "att_clock: \"" << said << "\" is not understood; say --svg for a picture, or nothing for text\n";
        return 2;
    }
    said.empty() ? print() : draw();
}
