// SPDX-License-Identifier: BSL-1.0
//
// How every state stands to the Arms Trade Treaty on a day, as a map of equal tiles: each state is one voice, whatever
// its size. The tiles are counted, and the count is held against the library's own.
//
//   $ tile_map > tile_map.svg
//   $ tile_map 2015-02-29 2>&1
//   tile_map: "2015-02-29" is no day; write one as 2015-12-07
//   $ tile_map 2015-12-07 extra 2>&1
//   tile_map: one day is enough; "extra" is not understood
#include "svg.hpp"
#include "tile_grid.hpp"

#include <armsledger/armsledger.hpp>

#include <array>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace al = armsledger;

namespace {

constexpr al::treaty att = al::treaty::att;
constexpr int tile = 26, left = 20, top = 50;

// For the legend, where each standing leaves out those before it.
std::string_view of_several(al::standing s) {
    switch (s) {
        case al::standing::party: return "parties";
        case al::standing::contracting_state: return "contracting states, not yet parties";
        case al::standing::signatory: return "signatories only";
        case al::standing::former_party: return "former parties";
        case al::standing::none: return "neither";
        case al::standing::unknown: return "unknown";
        case al::standing::outside_coverage: return "beyond the record";
        case al::standing::no_such_state: return "not yet states";
    }
    return "";
}

// What the library counts, which is in bounds where a day is not known.
std::string totals(const al::treaty_count& n, al::date day) {
    return day < al::coverage(att).until
               ? "By this day " + svg::in_words(n.signatories) + " states have signed, " +
                     svg::in_words(n.contracting) + " have consented to be bound, and the treaty is in force for " +
                     svg::in_words(n.parties) + "."
               : "The record of the treaty ends before this day.";
}

void draw_tile(svg::picture& picture, al::state s, al::standing its) {
    const auto place = tile_grid::place_of(s);
    if (!place) {
        return;  // a historic state
    }
    const int x = left + tile * place->column;
    const int y = top + tile * place->row;
    const std::string css = svg::class_of(its);
    picture.rect(x, y, tile - 1, tile - 1, css, std::string{al::name(s)} + ": " + svg::in_words(al::to_string(its)));
    picture.text(x + tile / 2, y + 17, al::alpha3(s), "code on " + css);
}

}  // namespace

int main(int count, char** arguments) {
    const std::string_view said = count > 1 ? arguments[1] : "2015-12-07";
    const al::maybe<al::date> day = al::parse_date(said);
    if (count > 2) {
        std::cerr << "tile_map: one day is enough; \"" << arguments[2] << "\" is not understood\n";
        return 2;
    }
    if (!day) {
        std::cerr << "tile_map: \"" << said << "\" is no day; write one as 2015-12-07\n";
        return 2;
    }
    const int grid_end = top + tile * tile_grid::size.row;
    svg::picture picture(2 * left + tile * tile_grid::size.column, grid_end + 84,
                         std::string{al::name(att)} + " on " + svg::in_words(*day),
                         "A tile for each state of the world, coloured by how it stands to the treaty.");
    std::array<unsigned, 8> tiles{};
    for (const al::state s : al::all<al::state>{}) {
        const al::standing its = al::standing_of(s, att, *day);
        tiles[static_cast<std::size_t>(its)] += tile_grid::place_of(s).has_value();
        draw_tile(picture, s, its);
    }
    std::vector<svg::key> keys;
    for (const al::standing s :
         {al::standing::party, al::standing::contracting_state, al::standing::signatory, al::standing::former_party,
          al::standing::none, al::standing::unknown, al::standing::outside_coverage, al::standing::no_such_state}) {
        if (const unsigned n = tiles[static_cast<std::size_t>(s)]; n > 0) {
            keys.push_back({svg::class_of(s), std::to_string(n) + ' ' + std::string{of_several(s)}});
        }
    }
    const al::treaty_count counted = al::count_states(att, *day);
    picture.legend(left, grid_end + 22, keys);
    picture.text(left, grid_end + 46, totals(counted, *day));
    std::cout << picture.str(std::string{(*al::sources_of(att).begin()).publisher()});
    if (tiles[static_cast<std::size_t>(al::standing::party)] != counted.parties.at_least) {
        std::cerr << "tile_map: the tiles show other parties than the library counts\n";
        return 1;
    }
}
