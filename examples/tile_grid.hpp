// SPDX-License-Identifier: BSL-1.0
//
// The world as a grid of equal tiles, one for each state that exists when the data are published: nobody is too small
// to be seen. Neighbours stand near each other and the continents can be told; nothing else of a map is kept.
#pragma once

#include <armsledger/state.hpp>
#include <armsledger/version.hpp>

#include <array>
#include <cstddef>

namespace tile_grid {

namespace al = armsledger;

// A line is a row, north at the top. A code is a tile; dots are sea.
inline constexpr al::text_view grid = R"(
... ... ... ... ... ... ... ... ... ISL ... ... ... ... ... NOR SWE FIN ... ... ... ... ... ... ... ... ... ... ... ... ... ... ...
... ... ... ... ... ... ... ... ... ... IRL GBR ... ... DNK LTU LVA EST ... ... ... ... ... ... ... ... ... ... ... ... ... ... ...
... ... ... ... ... ... ... ... ... ... ... ... BEL NLD DEU POL BLR RUS ... ... ... ... ... ... ... ... ... ... ... ... ... ... ...
CAN ... ... ... ... ... ... ... ... ... ... ... FRA LUX CZE SVK UKR ... ... ... ... ... ... ... ... ... ... ... ... ... ... ... ...
USA ... BHS ... ... ... ... ... ... ... ... AND CHE LIE AUT HUN ROU MDA ... ... ... ... ... ... ... ... ... ... ... ... ... ... ...
MEX ... CUB HTI DOM KNA ATG ... ... ... PRT ESP MCO ITA SVN HRV SRB BGR ... ... ... ... KAZ ... ... ... ... ... ... ... ... ... ...
GTM BLZ JAM ... ... ... DMA ... ... ... ... ... ... VAT SMR BIH XKX MKD ... GEO AZE ... UZB KGZ MNG PRK ... ... ... ... ... ... ...
SLV HND ... ... ... LCA BRB ... ... ... ... ... ... ... ... MNE ALB GRC TUR ARM IRN TKM AFG TJK CHN ... KOR ... JPN ... ... ... ...
... NIC CRI ... ... VCT ... ... ... ... ... ... ... MLT ... ... CYP LBN SYR IRQ KWT ... ... PAK NPL BTN ... TWN ... ... ... ... ...
... ... PAN ... GRD TTO ... ... ... ... ... MAR DZA TUN LBY EGY PSE ISR JOR SAU BHR QAT ... ... IND BGD MMR LAO VNM ... ... ... ...
... ... ... COL VEN GUY SUR ... CPV ... MRT MLI BFA NER TCD SDN ERI ... ... YEM OMN ARE ... ... LKA ... THA KHM ... PHL ... ... ...
... ... ECU PER BOL BRA ... ... GMB SEN GIN CIV GHA NGA CAF SSD ETH DJI ... ... ... ... ... MDV ... ... ... MYS BRN ... PLW FSM MHL
... ... ... CHL PRY URY ... ... ... GNB SLE LBR TGO BEN CMR UGA KEN SOM ... ... ... ... ... ... ... ... SGP IDN TLS PNG ... NRU KIR
... ... ... ... ARG ... ... ... ... ... ... ... STP GNQ COG COD RWA BDI ... SYC ... ... ... ... ... ... ... ... ... AUS ... SLB TUV
... ... ... ... ... ... ... ... ... ... ... ... ... GAB AGO ZMB MWI TZA COM ... ... ... ... ... ... ... ... ... ... ... VUT FJI WSM
... ... ... ... ... ... ... ... ... ... ... ... ... ... NAM BWA ZWE MOZ ... MDG ... ... ... ... ... ... ... ... ... ... ... TON NIU
... ... ... ... ... ... ... ... ... ... ... ... ... ... ... ZAF SWZ ... ... ... MUS ... ... ... ... ... ... ... ... ... NZL ... COK
... ... ... ... ... ... ... ... ... ... ... ... ... ... ... LSO ... ... ... ... ... ... ... ... ... ... ... ... ... ... ... ... ...
)";

// Where a tile lies, from the upper left; in no row for a state that has none.
struct place {
    int column = 0, row = -1;
};

struct layout {
    std::array<place, al::all<al::state>{}.size()> of_state{};
    place size{0, 0};
    bool is_sound = true;  // each code is a state and stands once, all else is dots, and all rows are as long
};

consteval layout read() {
    layout found;
    place at{0, 0};
    for (std::size_t i = 1; i < grid.size(); i += 4) {
        const al::text_view code = grid.part(i, 3);
        if (const auto s = al::find_alpha3(code)) {
            place& its = found.of_state[static_cast<std::size_t>(*s)];
            found.is_sound = found.is_sound && its.row < 0;
            its = at;
        } else {
            found.is_sound = found.is_sound && code == "...";
        }
        ++at.column;
        if (grid[i + 3] == '\n') {
            found.is_sound = found.is_sound && (at.row == 0 || at.column == found.size.column);
            found.size = {at.column, at.row + 1};
            at = {0, at.row + 1};
        }
    }
    return found;
}

inline constexpr layout tiles = read();
inline constexpr place size = tiles.size;

// The tile of a state; none for a historic one.
constexpr al::maybe<place> place_of(al::state s) noexcept {
    const place its = tiles.of_state[static_cast<std::size_t>(s)];
    return {its.row >= 0, its};
}

static_assert(tiles.is_sound, "a row is too long or short, or a code stands twice or is no state");
static_assert(
    [] {
        for (const al::state s : al::all<al::state>{}) {
            if (place_of(s).has_value() != al::exists(s, al::data_published)) {
                return false;
            }
        }
        return true;
    }(),
    "each state that exists has a tile, and no other");

}  // namespace tile_grid
