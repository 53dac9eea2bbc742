// SPDX-License-Identifier: BSL-1.0
//
// The embargoes on a state through the years, a row for each regime and whom it means. Beneath, rung by rung, what the
// UN, or another issuer that is named, lets through of one weapon to three recipients: few embargoes treat all alike.
//
//   $ embargo_timeline LBY > embargo_timeline_libya.svg
//   $ embargo_timeline Liberia > embargo_timeline_liberia.svg
//   $ embargo_timeline Iraq UN > embargo_timeline_iraq.svg
//   $ embargo_timeline Congo 2>&1
//   embargo_timeline: "Congo" is not one state; write COD or COG
#include "law_words.hpp"
#include "svg.hpp"

#include <armsledger/armsledger.hpp>

#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace al = armsledger;

namespace {

constexpr al::weapon_type weapon = al::weapon_type::assault_rifle;
constexpr al::end_user recipients[] = {al::end_user::government, al::end_user::non_governmental_forces,
                                       al::end_user::peacekeepers};
constexpr int pitch = 46;

struct chart {
    svg::picture picture;
    svg::days days;
    std::vector<svg::key> keys{};  // of what has been drawn

    void bar(int y, al::period when, const svg::key& kind, al::text_view words, const std::string& tip) {
        days.bar(picture, y, when, kind.css, words, svg::in_words(when.from) + ": " + svg::listed({kind.label, tip}));
        keys.push_back(kind);
    }
    void legend(int y) { picture.legend(days.left, y, std::exchange(keys, {})); }
};

void draw_phase(chart& c, int y, const al::phase& p) {
    std::string acts = svg::listed({p.instrument(), p.paragraph()});
    for (const al::act a : al::acts_of(p)) {
        acts += "; " + svg::in_words(a.when().from.earliest) + ' ' + svg::listed({a.instrument(), a.paragraph()});
    }
    if (const auto contest = p.contested()) {
        for (const al::contested_position view : al::positions_of(*contest)) {
            acts += "; " + words::holders_of(view) + ": " + plain::without_stop(view.statement());
        }
    }
    const auto in_force = [&](al::date day) { return p.in_force(day); };
    c.days.for_each_stretch(p.when().from.earliest, in_force, [&](al::answer is, al::period when) {
        const bool certain = is == al::answer::yes;
        const al::text_view word = certain ? al::to_string(p.force()) : al::to_string(is);
        if (is != al::answer::no) {
            const svg::key kind{svg::class_of(certain ? "force-" : "is-", word), svg::in_words(word)};
            c.bar(y, when, kind, certain ? p.instrument() : "", acts);
        }
    });
}

void draw_ladder(chart& c, int y, al::state s, al::end_user who, al::issuer by) {
    const auto rung_and_force = [&](al::date day) {
        const al::ruling r = al::permission_for(s, who, weapon, by, day);
        return std::pair{r.permission, r.permission == al::permission::free ? al::force::mandatory : r.force};
    };
    c.days.for_each_stretch(c.days.first, rung_and_force, [&](const auto& answer, al::period when) {
        const auto [rung, force] = answer;
        svg::key kind{svg::class_of("rung-", al::to_string(rung)), svg::in_words(al::to_string(rung))};
        if (force != al::force::mandatory) {
            kind = {kind.css + " faded", kind.label + " (" + svg::in_words(al::to_string(force)) + ")"};
        }
        const al::ruling r = al::permission_for(s, who, weapon, by, when.from);
        c.bar(y, when, kind, kind.label, svg::listed({r.act.instrument, r.act.paragraph, r.body, r.condition}));
    });
}

void draw(al::state s, al::issuer by) {
    std::map<std::pair<al::regime, al::embargo_target>, std::vector<al::phase>> rows;
    for (const al::phase p : al::phases_of(s)) {
        rows[{p.regime(), p.target()}].push_back(p);
    }
    const int first_year = (*al::phases_of(s).begin()).when().from.earliest.year();
    const int ladder = 136 + pitch * static_cast<int>(rows.size());
    const int bottom = ladder + pitch * static_cast<int>(std::size(recipients)) + 4;
    chart c{{900, bottom + 66, "Arms embargoes: " + std::string{al::name(s)},
             "When each embargo was in force, and what was let through to three recipients."},
            {*al::make_date(first_year, 1, 1), al::data_published, 20, 880}};
    c.days.years(c.picture, first_year < 1995 ? 5 : 2, 66, bottom, 60);
    int y = 66;
    for (const auto& [what, phases] : rows) {
        std::vector<al::text_view> acts;
        bool disputed = false;
        for (const al::phase p : phases) {
            draw_phase(c, y + 22, p);
            acts.push_back(p.instrument());
            disputed = disputed || p.contested();
        }
        const std::string whom =
            what.second == al::embargo_target::territory ? "everyone there" : svg::in_words(al::to_string(what.second));
        const std::string label = std::string{al::name(what.first)} + ": " + whom + (disputed ? " (disputed)" : "");
        c.picture.text(20, y + 16, label);
        if (const std::string all = svg::listed(acts); label.size() + all.size() < 120) {
            c.picture.text(880, y + 16, all, "faint end");
        }
        y += pitch;
    }
    c.legend(y + 20);
    const std::string title = std::string{al::name(weapon)} + "s to " + std::string{al::name(s)} +
                              " under measures of the " + std::string{al::to_string(by)} + " (listed groups apart)";
    c.picture.text(20, ladder, title, "strong");
    for (y = ladder; const al::end_user who : recipients) {
        c.picture.text(20, y + 18, svg::in_words(al::to_string(who)));
        draw_ladder(c, y + 24, s, who, by);
        y += pitch;
    }
    c.legend(y + 20);
    std::cout << c.picture.str(svg::publishers_of(al::phases_of(s)));
}

int refuse(const std::string& why) {
    std::cerr << "embargo_timeline: " << why << '\n';
    return 2;
}

}  // namespace

int main(int count, char** arguments) {
    const std::string text = count > 1 ? arguments[1] : "";
    const al::state_match match = al::find_state(text);
    const al::maybe<al::issuer> by = al::find_issuer(count > 2 ? arguments[2] : "UN");
    if (!match.one()) {
        std::string codes;
        for (const al::state s : match.candidates) {
            codes += (codes.empty() ? "" : " or ") + std::string{al::alpha3(s)};
        }
        return refuse('"' + text + "\" is not one state; write " + (codes.empty() ? "a code such as LBY" : codes));
    }
    if (!by || count > 3) {
        return refuse("after the state comes an issuer: UN, EU, OSCE, LAS, ECOWAS, AU, CIS or OAS");
    }
    if (al::phases_of(*match.one()).empty()) {
        return refuse("no embargo on " + std::string{al::name(*match.one())} + " is on record; write LBY, for one");
    }
    draw(*match.one(), *by);
}
