// SPDX-License-Identifier: BSL-1.0
//
// Pictures as SVG, for the examples: shapes in the order they are drawn, above them a title, below them where the facts
// are from and of which edition. Coordinates are whole pixels, so that a picture is the same on every machine. Shapes
// are styled by class; colours follow the reader's choice of light or dark and tell classes apart to the colour-blind.
#pragma once

#include <armsledger/source.hpp>
#include "plain_words.hpp"

#include <armsledger/treaty.hpp>
#include <armsledger/version.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace svg {

// Every class a shape may have. `is-...` fills by the standing under a treaty, `rung-...` by the rung of the ladder,
// and text on such a fill is `on` beside it. `force-...` fills by the force of an embargo; what is `faded` has less.
inline constexpr std::string_view style = R"(
.al { font: 13px system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
.al text { fill: #1b1f24; } .al .faint { fill: #59636e; font-size: 12px; } .al .paper { fill: #ffffff; }
.al .title { font-size: 19px; font-weight: 600; } .al .strong { font-weight: 600; }
.al .middle { text-anchor: middle; } .al .end { text-anchor: end; }
.al .code { font: 600 12px ui-monospace, "DejaVu Sans Mono", Consolas, monospace; text-anchor: middle; }
.al .rule { stroke: #d0d7de; fill: none; } .al .ink { stroke: #1b1f24; fill: none; stroke-width: 2; }
.al .is-none { fill: #d8dee4; stroke: #8b949e; }
@media (prefers-color-scheme: dark) {
.al text { fill: #e6edf3; } .al .faint { fill: #9aa4af; } .al .paper { fill: #0d1117; }
.al .rule { stroke: #3d444d; } .al .ink { stroke: #e6edf3; } .al .is-none { fill: #3d444d; }
}
.al .is-party, .al .rung-free { fill: #0072b2; } .al .is-contracting-state, .al .rung-notification { fill: #56b4e9; }
.al .is-signatory, .al .rung-approval { fill: #e69f00; } .al .rung-no-objection { fill: #f0e442; }
.al .is-former-party { fill: #cc79a7; } .al .is-unknown, .al .rung-unknown { fill: #b6a6d8; }
.al .rung-prohibited { fill: #c2410c; }
.al .force-mandatory { fill: #57606a; } .al .force-voluntary { fill: #8c959f; } .al .force-political { fill: #bcc4cd; }
.al .is-no-such-state, .al .is-outside-coverage, .al .rung-outside-coverage { fill: none; stroke: #8b949e; }
.al .faded { opacity: .5; }
.al .flow { fill: none; stroke: #8b949e; stroke-width: 2; opacity: .7; }
.al .step { fill: none; stroke-width: 2; }
.al .flow.is-party, .al .step.is-party { stroke: #0072b2; }
.al .flow.is-contracting-state, .al .step.is-contracting-state { stroke: #56b4e9; }
.al .flow.is-signatory, .al .step.is-signatory { stroke: #e69f00; } .al .flow.lost { stroke: #c2410c; }
.al .flow.is-former-party { stroke: #cc79a7; } .al .flow.is-unknown { stroke: #b6a6d8; }
.al .flow.several { stroke-width: 4; } .al .flow.many { stroke-width: 7; } .al .flow.uncertain { stroke-dasharray: 5 4; }
.al text.on { fill: #111111; stroke: none; }
.al text.on.is-party, .al text.on.rung-free, .al text.on.rung-prohibited,
.al text.on.force-mandatory { fill: #ffffff; }
.al text.on.is-none, .al text.on.is-no-such-state, .al text.on.is-outside-coverage { fill: #59636e; }
@media (prefers-color-scheme: dark) {
.al .flow { opacity: 1; }
.al text.on.is-none, .al text.on.is-no-such-state, .al text.on.is-outside-coverage { fill: #c9d1d9; }
}
)";

inline std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : std::string(1, c);
    }
    return out;
}

// The class of a standing or of a rung: "is-contracting-state", "rung-no-objection".
inline std::string class_of(std::string_view prefix, std::string_view word) {
    std::string out{prefix};
    for (const char c : word) {
        out += c == '_' ? '-' : c;
    }
    return out;
}
inline std::string class_of(armsledger::standing s) { return class_of("is-", armsledger::to_string(s)); }

// In words: "contracting state", "2015-12-07", "69", and "117 to 118" where a number is not certain.
inline std::string in_words(armsledger::text_view word) { return plain::words(word); }
inline std::string in_words(armsledger::date day) {
    return std::string{armsledger::text_view{armsledger::to_string(day)}};
}
inline std::string in_words(armsledger::bounds n) {
    const std::string least = std::to_string(n.at_least);
    return n.certain() ? least : least + " to " + std::to_string(n.at_most);
}

// "a, b" of the words that there are, each once.
inline std::string listed(const std::vector<armsledger::text_view>& words) {
    std::string out;
    for (auto word = words.begin(); word != words.end(); ++word) {
        if (!word->empty() && std::find(words.begin(), word, *word) == word) {
            out += (out.empty() ? "" : ", ") + std::string{*word};
        }
    }
    return out;
}

// Who publishes the sources of records, first who supports most of them. SIPRI's database goes by its name.
template <class Records>
std::string publishers_of(const Records& records) {
    std::map<std::string, int> supported;
    for (const auto& record : records) {
        std::set<std::string> publishers;
        for (const armsledger::source s : armsledger::sources_of(record)) {
            publishers.insert(s.publisher() == "SIPRI Arms Embargoes database" ? "SIPRI" : std::string{s.publisher()});
        }
        for (const std::string& publisher : publishers) {
            ++supported[publisher];
        }
    }
    std::vector<armsledger::text_view> order;
    for (const auto& [publisher, n] : supported) {
        order.push_back(publisher);
    }
    std::stable_sort(order.begin(), order.end(), [&](armsledger::text_view a, armsledger::text_view b) {
        return supported[std::string{a}] > supported[std::string{b}];
    });
    return listed(order);
}

// The colour of its class, for what knows no classes.
inline const char* colour_of(armsledger::standing s) {
    switch (s) {
        case armsledger::standing::party: return "#0072b2";
        case armsledger::standing::contracting_state: return "#56b4e9";
        case armsledger::standing::signatory: return "#e69f00";
        case armsledger::standing::former_party: return "#cc79a7";
        case armsledger::standing::unknown: return "#b6a6d8";
        default: return "#8b949e";
    }
}

// A class of shapes and what it stands for.
struct key {
    std::string css, label;
};

class picture {
public:
    // `about` says in a sentence what is seen, to who cannot see it.
    picture(int width, int height, std::string_view title, std::string_view about) : width_{width}, height_{height} {
        out_ << "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"al\" role=\"img\" viewBox=\"0 0 " << width << ' '
             << height << "\" width=\"" << width << "\" height=\"" << height
             << "\">\n<!-- SPDX-License-Identifier: CC0-1.0 -->\n<title>" << escaped(title) << "</title>\n<desc>"
             << escaped(about) << "</desc>\n<style>" << style << "</style>\n";
        rect(0, 0, width, height, "paper");
        text(20, 32, title, "title");
    }

    // A tip is shown where the pointer rests.
    void rect(int x, int y, int w, int h, std::string_view css, std::string_view tip = "") {
        out_ << "<rect x=\"" << x << "\" y=\"" << y << "\" width=\"" << w << "\" height=\"" << h << '"';
        close("rect", css, tip);
    }
    void line(int x1, int y1, int x2, int y2, std::string_view css) {
        out_ << "<line x1=\"" << x1 << "\" y1=\"" << y1 << "\" x2=\"" << x2 << "\" y2=\"" << y2 << '"';
        close("line", css, "");
    }
    // `d` as in SVG: "M0 0C10 0 10 20 20 20".
    void path(std::string_view d, std::string_view css, std::string_view tip = "") {
        out_ << "<path d=\"" << d << '"';
        close("path", css, tip);
    }
    // A curve from left to right.
    void flow(int x1, int y1, int x2, int y2, std::string_view css, std::string_view tip) {
        const std::string middle = std::to_string((x1 + x2) / 2);
        const std::string begin = std::to_string(y1);
        const std::string end = std::to_string(y2);
        path("M" + std::to_string(x1) + ' ' + begin + 'C' + middle + ' ' + begin + ' ' + middle + ' ' + end + ' ' +
                 std::to_string(x2) + ' ' + end,
             "flow " + std::string{css}, tip);
    }
    // The baseline of the text begins at (x, y), unless a class says `middle` or `end`.
    void text(int x, int y, std::string_view words, std::string_view css = "") {
        out_ << "<text x=\"" << x << "\" y=\"" << y << '"';
        if (!css.empty()) {
            out_ << " class=\"" << css << '"';
        }
        out_ << '>' << escaped(words) << "</text>\n";
    }
    // Words in lines 16 apart, of no more letters than told where they can be parted; the line below the last.
    int paragraph(int x, int y, std::string_view words, std::size_t letters, std::string_view css = "") {
        while (!words.empty()) {
            const std::size_t space = words.size() > letters ? words.rfind(' ', letters) : std::string_view::npos;
            text(x, y, words.substr(0, space), css);
            words = space == std::string_view::npos ? "" : words.substr(space + 1);
            y += 16;
        }
        return y;
    }
    // Keys in a row, each class once; how wide each is follows from its words.
    void legend(int x, int y, const std::vector<key>& keys) {
        std::string drawn = "|";
        open_legend();
        for (const key& k : keys) {
            if (drawn.find('|' + k.css + '|') != drawn.npos) {
                continue;
            }
            drawn += k.css + '|';
            draw(x, y, k);
            x += 44 + 7 * static_cast<int>(k.label.size());
        }
        close_legend();
    }
    // Each at a height of its own, beside what it stands for.
    void legend(int x, const std::vector<std::pair<int, key>>& keys) {
        open_legend();
        for (const auto& [y, k] : keys) {
            draw(x, y, k);
        }
        close_legend();
    }
    // In a row, of lines.
    void legend_of_lines(int x, int y, const std::vector<key>& keys) {
        open_legend();
        for (const key& k : keys) {
            line(x, y - 4, x + 30, y - 4, k.css);
            text(x + 36, y, k.label);
            x += 58 + 7 * static_cast<int>(k.label.size());
        }
        close_legend();
    }

    // The whole, with the sources of its facts and the edition of the data at its foot.
    std::string str(std::string sources) {
        if (const auto room = static_cast<std::size_t>(width_) / 7 - 40; sources.size() > room) {
            sources = sources.substr(0, sources.rfind(", ", room)) + " and others";
        }
        text(20, height_ - 14,
             "Source: " + sources + ". armsledger, data " + std::string{armsledger::data_edition} + ".", "faint");
        return out_.str() + "</svg>\n";
    }

private:
    void open_legend() { out_ << "<g class=\"legend\">\n"; }
    void close_legend() { out_ << "</g>\n"; }
    void draw(int x, int y, const key& k) {
        rect(x, y - 11, 14, 14, k.css);
        text(x + 20, y, k.label);
    }
    void close(std::string_view element, std::string_view css, std::string_view tip) {
        out_ << " class=\"" << css << '"';
        if (tip.empty()) {
            out_ << "/>\n";
        } else {
            out_ << "><title>" << escaped(tip) << "</title></" << element << ">\n";
        }
    }

    int width_, height_;
    std::ostringstream out_;
};

// Days along a picture, from left to right.
struct days {
    armsledger::date first, until;
    int left, right;

    int x_of(armsledger::date day) const {
        return left + static_cast<int>((day - first) * (right - left) / (until - first));
    }
    // Each so many years a line, and its number at a height.
    void years(picture& p, int each, int top, int bottom, int text_at) const {
        for (int year = first.year() + each - first.year() % each; year <= until.year(); year += each) {
            const int x = x_of(armsledger::make_date(year, 1, 1).value_or(until));
            p.line(x, top, x, bottom, "rule");
            p.text(x, text_at, std::to_string(year), "faint middle");
        }
    }
    // A bar over the days of a period, with words on it if there is room.
    void bar(picture& p, int y, armsledger::period when, const std::string& css, std::string_view words,
             std::string_view tip) const {
        const int x = x_of(when.from);
        const int width = x_of(when.until) - x;
        p.rect(x, y, width > 2 ? width - 1 : 1, 22, css, tip);
        if (7 * static_cast<int>(words.size()) + 8 < width) {
            p.text(x + 4, y + 16, words, css.ends_with("faded") ? "" : "on " + css);
        }
    }
    // Calls `draw(answer, period)` for each stretch of days, from one on, for which `ask(day)` is the same.
    template <class Ask, class Draw>
    void for_each_stretch(armsledger::date from, Ask ask, Draw draw) const {
        while (from < until) {
            const auto answer = ask(from);
            armsledger::date to = from + 1;
            while (to < until && ask(to) == answer) {
                to = to + 1;
            }
            draw(answer, armsledger::period{from, to});
            from = to;
        }
    }
};

}  // namespace svg
