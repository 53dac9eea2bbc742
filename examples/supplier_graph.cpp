// SPDX-License-Identifier: BSL-1.0
//
// Who supplied those from whom Islamic State took its arms, and how each supplier stood to the Arms Trade Treaty on a
// day: as a picture with a layout of its own, or as a graph for Graphviz (supplier_graph --dot | dot -Tsvg).
//
//   $ supplier_graph > supplier_graph.svg
//   $ supplier_graph 2015-12-07 --dot | grep 'CAN" ->'
//     "CAN" -> "IRQ" [color="#8b949e", penwidth=1, style=dashed];
#include "supplier_picture.hpp"

#include <armsledger/armsledger.hpp>

#include <iostream>
#include <map>
#include <string>
#include <string_view>

using namespace suppliers;

// A sentence a line, as Graphviz writes the end of one that begins at the left.
std::string in_lines(std::string text) {
    for (std::size_t at = 0; (at = text.find(". ", at)) != text.npos;) {
        text.replace(at + 1, 1, "\\l");
    }
    return text + "\\l";
}

void print_dot(const links& all, al::date day) {
    std::map<std::size_t, rp::actor> actors;
    std::cout << "digraph suppliers {\n  rankdir=LR;\n  label=\"" << in_lines(meaning)
              << "\";\n  node [shape=box, style=rounded, penwidth=2];\n";
    for (const auto& [ends, l] : all) {
        const char* colour = l.to == islamic_state ? "#c2410c" : svg::colour_of(standing_of(l.from, day));
        std::cout << "  \"" << to_string(l.from) << "\" -> \"" << to_string(l.to) << "\" [color=\"" << colour
                  << "\", penwidth=" << 1 + l.weapons.size() / 4 << (l.certain ? "" : ", style=dashed") << "];\n";
        actors.emplace(ends.first, l.from);
        actors.emplace(ends.second, l.to);
    }
    for (const auto& [number, a] : actors) {
        std::cout << "  \"" << to_string(a) << "\" [label=\"" << name(a) << "\", color=\""
                  << svg::colour_of(standing_of(a, day)) << "\"];\n";
    }
    std::cout << "}\n";
}

int main(int argc, char** argv) {
    const bool dot = argc > 1 && std::string_view{argv[argc - 1]} == "--dot";
    const al::maybe<al::date> day = argc - dot > 1 ? al::parse_date(argv[1]) : rp::published;
    if (!day || !(*day < al::coverage(al::treaty::att).until) || argc - dot > 2) {
        std::cerr << "supplier_graph takes a day, YYYY-MM-DD before " << to_string(al::coverage(al::treaty::att).until)
                  << ", then --dot: both may be left out\n";
        return 2;
    }
    if (dot) {
        print_dot(links_by(*day), *day);
    } else {
        std::cout << draw(layout{links_by(*day), *day}, *day);
    }
}
