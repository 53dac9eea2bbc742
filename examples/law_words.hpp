// SPDX-License-Identifier: BSL-1.0
//
// The law in plain English, as Markdown: rungs, acts, phases and changes.
#pragma once

#include "plain_words.hpp"

#include <armsledger/armsledger.hpp>
#include <armsledger/timeline.hpp>

#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace words {

namespace al = armsledger;

// Text as it stands, whatever its characters mean in Markdown or to Doxygen.
inline std::string md(al::text_view text) {
    std::string out;
    for (const char c : text) {
        out += std::string_view{"\\`*_[]<>@#|"}.find(c) == std::string_view::npos ? "" : "\\";
        out += c;
    }
    return out;
}

inline std::string in_words(al::date d) {
    constexpr const char* months[] = {"January", "February", "March",     "April",   "May",      "June",
                                      "July",    "August",   "September", "October", "November", "December"};
    return std::to_string(d.day()) + ' ' + months[d.month() - 1] + ' ' + std::to_string(d.year());
}

inline std::string in_words(al::period p) { return in_words(p.from) + " to " + in_words(p.until + -1); }

// As part of a sentence, "_" as a space.
inline std::string lower(al::text_view text) {
    std::string out = md(plain::words(text));
    out[0] = static_cast<char>(out[0] | ('A' <= out[0] && out[0] <= 'Z' ? 0x20 : 0));
    return out;
}

// Text with what goes before and after it; nothing where there is none.
inline std::string with(const char* before, al::text_view text, const char* after = "") {
    return text.empty() ? "" : before + md(text) + after;
}

// "barred unless approved in advance (Committee under resolution 1970): for security assistance".
inline std::string in_words(al::permission p, al::text_view body, al::waiting_time wait, al::text_view condition) {
    constexpr const char* rungs[] = {"allowed",
                                     "allowed after notice",
                                     "barred unless notified and not objected to",
                                     "barred unless approved in advance",
                                     "barred",
                                     "not settled",
                                     "not on record"};
    static_assert(std::size(rungs) == al::all<al::permission>{}.size());
    const std::string days = with(", ", plain::words(wait));
    return rungs[static_cast<std::size_t>(p)] + with(" (", body, (days + ')').c_str()) + with(": ", condition);
}

inline constexpr const char* does_not_bind = " (a commitment that does not bind)";

// Where a measure is in force and has nothing to say of the recipient, that is no leave.
inline std::string in_words(const al::ruling& r) {
    return r.phase && !r.cell ? "no rule on record"
                              : in_words(r.permission, r.body, r.waiting, r.condition) +
                                    (r.force == al::force::mandatory ? "" : does_not_bind);
}

inline std::string in_words(const al::act_reference& a) {
    const bool of_the_un = a.instrument.part(0, 2) == "S/";
    const bool is_number = a.paragraph.part(0, 1) < al::text_view{":"};
    return md(a.instrument) + with(of_the_un && is_number ? ", paragraph " : ", ", a.paragraph) +
           with(", renewed by ", a.renewed_by);
}

// What a phase bars, and whom it binds.
inline std::string in_words(const al::phase& p) {
    constexpr const char* ways[] = {" to ", " from ", " to and from "};
    constexpr const char* whom[] = {"anyone in the territory", "the government",
                                    "forces other than those of the government", "those on a list, wherever they are"};
    static_assert(std::size(ways) == al::all<al::direction>{}.size());
    static_assert(std::size(whom) == al::all<al::embargo_target>{}.size());
    const auto ground = al::binding_of(p.issuer(), p.force());
    std::string out = (p.scope().contains(al::scope_item::all_arms) ? "It now concerns all arms"
                                                                    : "It now concerns some items only,") +
                      std::string{ways[static_cast<std::size_t>(p.direction())]} +
                      whom[static_cast<std::size_t>(p.target())] + with(" (", p.group(), ")") + with(", in ", p.area());
    out += p.force() == al::force::voluntary ? "; as an appeal it binds nobody."
           : p.force() == al::force::political
               ? "; as a political commitment it is no binding law."
               : "; it binds the members of the " +
                     std::string{ground && ground->body() ? name(*ground->body()) : "issuer"} + '.';
    for (const al::stood_aside a : al::all_stood_aside()) {
        if (a.regime() == p.regime() && a.when().contains(p.when().from.latest)) {
            out += ' ' + md(name(a.state())) + " stood aside: " + md(a.note()) + '.';
        }
    }
    return out + with(" Note: ", p.note());
}

// Whom and what a rule is about.
inline std::string subject_of(const al::cell& c) {
    constexpr const char* whom[] = {"the government",        "non-governmental forces", "peacekeepers",
                                    "aid workers and media", "forces of other states",  "those on the list",
                                    "everyone else"};
    static_assert(std::size(whom) == al::all<al::cell_recipient>{}.size());
    return lower(name(c.item())) + (c.direction() == al::direction::from ? ", from " : ", for ") +
           whom[static_cast<std::size_t>(c.recipient())] +
           (c.claim() == al::claim::none ? "" : " (claim: " + lower(to_string(c.claim())) + ')');
}

inline bool same_subject(const al::cell& a, const al::cell& b) {
    return a.recipient() == b.recipient() && a.item() == b.item() && a.claim() == b.claim() &&
           a.direction() == b.direction();
}

// What a rule says: "barred unless approved in advance (Committee under resolution 751)".
inline std::string said_by(const al::cell& c) {
    const auto own = c.own_force();
    return in_words(c.permission(), c.body(), c.waiting(), c.condition()) +
           (own && *own != al::force::mandatory ? does_not_bind : "");
}

// Where the act of a rule is another than that of its phase.
inline std::string own_act(const al::cell& c) {
    return c.instrument().empty() ? "" : ". Act: " + in_words({c.instrument(), c.paragraph(), {}});
}

// A rule that began or ended while its phase went on.
inline std::string in_words(const al::event& e, const al::phase& p, const al::cell& c) {
    const al::date day = e.when().earliest;
    std::string before, after;
    for (const al::cell x : al::cells_of(p)) {
        if (same_subject(x, c)) {
            before += x.when().until == day ? "; before, " + said_by(x) : "";
            after += x.when().from == day ? said_by(x) : "";
        }
    }
    if (c.when().until == day && !after.empty()) {
        return "";
    }
    const std::string act = in_words(al::act_of(p, al::maybe<al::cell>{c}, day + (after.empty() ? -1 : 0)));
    return "Under the " + md(name(p.regime())) + ", " + subject_of(c) + ": from this day " +
           (after.empty() ? "no rule of their own any more" : after) + before + ". The rule " +
           (after.empty() ? "was in " : "is in ") + act + with(". Note: ", c.note());
}

// Whether a rule said the same under the regime on the day before a phase began.
inline bool was_said(const al::phase& p, const al::cell& c) {
    const al::date eve = p.when().from.latest + -1;
    for (const al::phase q : al::phases_of(p.regime())) {
        if (q.territory() == p.territory() && q.in_force(eve) != al::answer::no) {
            for (const al::cell x : al::cells_of(q)) {
                if (same_subject(x, c) && x.when().contains(eve) && said_by(x) == said_by(c)) {
                    return true;
                }
            }
        }
    }
    return false;
}

inline std::string in_words(const al::event& e, const al::phase& p) {
    constexpr const char* turns[] = {"",
                                     "began",
                                     "began again",
                                     "became stricter",
                                     "became lighter",
                                     "became stricter in part and lighter in part",
                                     "took another form; as far as settled, recipients fared as before",
                                     "stopped for a time",
                                     "ended"};
    static_assert(std::size(turns) == al::all<al::embargo_turn>{}.size());
    const std::string regime = "The " + md(name(p.regime()));
    const auto a = e.what().act();
    if (const auto c = e.what().cell()) {
        return in_words(e, p, *c);
    }
    if (e.kind() == al::change_kind::act_replaced) {
        return regime + " rested on another act from this day: " + in_words({a->instrument(), a->paragraph(), {}}) +
               with(". Note: ", a->note());
    }
    if (e.when().latest == al::never) {
        return regime + " may have ended at some time from this day on: no act that ended it is on record";
    }
    const std::string turned = regime + ' ' + turns[static_cast<std::size_t>(e.turn())];
    if (!(e.when() == p.when().from)) {
        return turned + with(", by ", p.ended_by()) + with(". Note: ", p.note());
    }
    return turned +
           ". Act: " + in_words({a ? a->instrument() : p.instrument(), a ? a->paragraph() : p.paragraph(), {}}) + ". " +
           in_words(p);
}

inline std::string in_words(al::standing s) {
    constexpr const char* stands[] = {"has neither signed nor joined",
                                      "has signed and not joined",
                                      "has consented to be bound, and it is not yet in force for it",
                                      "is a party",
                                      "is a party no more",
                                      "may stand in one way or another: a date is not known",
                                      "is beyond the record",
                                      "is no state on that day"};
    static_assert(std::size(stands) == al::all<al::standing>{}.size());
    return stands[static_cast<std::size_t>(s)];
}

// Without a full stop. Empty for the end of a rule that another took the place of: the other says so.
inline std::string sentence(const al::event& e, al::state s, const std::string& who) {
    constexpr const char* consents[] = {" ratified", " accepted", " approved", " acceded to", " succeeded to"};
    static_assert(std::size(consents) == al::all<al::consent_kind>{}.size());
    const auto t = e.what().treaty();
    const std::string treaty = t ? " the " + md(name(*t)) : "";
    const std::string body = e.what().body() ? " the " + md(name(*e.what().body())) : "";
    switch (e.kind()) {
        case al::change_kind::treaty_signed: return who + " signed" + treaty;
        case al::change_kind::treaty_consented:
            return who + consents[static_cast<std::size_t>(*al::record_of(s, *t)->kind_of_consent())] + treaty;
        case al::change_kind::treaty_in_force: return "For " + who + treaty + " entered into force";
        case al::change_kind::treaty_withdrawal_notified: return who + " gave notice that it withdraws from" + treaty;
        case al::change_kind::treaty_left: return who + " left" + treaty;
        case al::change_kind::treaty_provisional: return who + " began to apply" + treaty + " provisionally";
        case al::change_kind::treaty_notice_given:
            return who + " declared on" + treaty + ": " + md(e.what().notice()->statement());
        case al::change_kind::joined: return who + " became a member of" + body;
        case al::change_kind::left: return who + " was no member of" + body + " any more";
        case al::change_kind::suspended: return who + " was suspended from" + body;
        case al::change_kind::readmitted: return who + " was no longer suspended from" + body;
        case al::change_kind::transition_began:
            return who + " was no member of" + body + " any more, but still under its law";
        case al::change_kind::transition_ended: return who + " was no longer under the law of" + body;
        case al::change_kind::state_began: return who + " became a state of its own";
        case al::change_kind::state_ended: return who + " ceased to be a state of its own";
        default: return in_words(e, *e.what().phase());
    }
}

// What a day changed for a rifle under the measures of an issuer, recipients with the same change together.
inline std::string for_a_rifle(al::state s, al::issuer by, al::date day) {
    const std::pair<al::end_user, const char*> users[] = {
        {al::end_user::government, "the government"},
        {al::end_user::non_governmental_forces, "non-governmental forces"},
        {al::end_user::peacekeepers, "peacekeepers"}};
    std::map<std::string, std::string> whom;
    for (const auto& [user, name] : users) {
        const auto on = [&, u = user](al::date d) {
            return in_words(al::permission_for(s, u, al::weapon_type::assault_rifle, by, d));
        };
        const std::string before = on(day + -1), after = on(day);
        if (before != after) {
            std::string& names = whom[after + ". Before, " + before];
            names += (names.empty() ? "" : ", ") + std::string{name};
        }
    }
    std::string out;
    for (const auto& [change, names] : whom) {
        out += "- An assault rifle for " + names + ", under the measures of the " + md(to_string(by)) + ": " + change +
               ".\n";
    }
    return out;
}

// Who holds a position: codes of states stand for their names. As it stands, not for Markdown.
inline std::string holders_of(const al::contested_position& p) {
    std::string out;
    for (al::text_view rest = p.holders(); !rest.empty(); rest = rest.part(rest.find(';') + 1)) {
        const al::text_view one = rest.part(0, rest.find(';'));
        const auto s = al::find_state(one).one();
        out += (out.empty() ? "" : ", ") + std::string{s              ? name(*s)
                                                       : one == "EUE" ? al::text_view{"European Union"}
                                                                      : one};
    }
    return out;
}

// As above, with what is not known of the day.
inline std::string dated_sentence(const al::event& e, al::state s, const std::string& who) {
    const std::string said = sentence(e, s, who);
    const al::date latest = e.when().latest;
    if (said.empty() || e.when().exactly() || (latest == al::never && e.what().phase())) {
        return said;
    }
    return (latest == al::never ? "On this day or later, if at all: "
                                : "On a day not known, from this one to " + in_words(latest) + ": ") +
           said;
}

// The documents that a page cites, numbered as they come.
class citations {
public:
    // What is said of a record, how well it is supported, and by which documents.
    template <class Record>
    std::string said(const std::string& what, const Record& record) {
        constexpr const char* grades[] = {"", "stated in part: ", "**no source that was read states it**: "};
        static_assert(std::size(grades) == al::all<al::evidence>{}.size());
        std::string out;
        for (const al::source s : al::sources_of(record)) {
            out += (out.empty() ? "" : ", ") + linked(s, std::to_string(number_of(s)));
        }
        return plain::without_stop(what) + " (" +
               std::string{grades[static_cast<std::size_t>(al::evidence_of(record))]} + out + ").\n";
    }
    void list() const {
        for (const al::source s : cited_) {
            std::cout << number_.at(s.number()) << ". " << linked(s, md(s.title())) << with(", ", s.publisher())
                      << with(", ", s.published()) << '\n';
        }
    }

private:
    std::size_t number_of(al::source s) {
        const auto [found, first] = number_.try_emplace(s.number(), number_.size() + 1);
        if (first) {
            cited_.push_back(s);
        }
        return found->second;
    }
    static std::string linked(al::source s, const std::string& text) {
        std::string url;
        for (const char c : s.url()) {
            url += c == '(' ? "%28" : c == ')' ? "%29" : std::string(1, c);
        }
        return url.empty() ? text : '[' + text + "](" + url + ')';
    }

    std::map<std::size_t, std::size_t> number_;
    std::vector<al::source> cited_;
};

// The rules that are new with a phase, a line each. Phases that begin together share theirs: the first tells them.
inline std::string new_rules(const al::phase& p, citations& cited) {
    for (const al::phase q : al::phases_of(p.regime())) {
        if (q.row() < p.row() && q.territory() == p.territory() && q.when().from == p.when().from) {
            return "";
        }
    }
    std::string out;
    for (const al::cell c : al::cells_of(p)) {
        const bool reached = p.target() != al::embargo_target::listed_group || c.permission() != al::permission::free;
        if (reached && c.when().contains(p.when().from.latest) && !was_said(p, c)) {
            out += "  - " + cited.said("New rule: " + subject_of(c) + ": " + said_by(c) + own_act(c), c);
        }
    }
    return out;
}

}  // namespace words
