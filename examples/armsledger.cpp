// SPDX-License-Identifier: BSL-1.0
//
// armsledger: asks the record from the command line. `armsledger --help` says how.
//
// Every answer is a list of rows under named columns; a format turns rows into text, CSV or JSON. The
// same functions answer the arguments and the lines of standard input.
#include <armsledger/armsledger.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iomanip>
#include <iostream>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace al = armsledger;
using namespace al::literals;

namespace {

constexpr std::string_view usage = R"(armsledger: the law and the facts of the arms trade on a day, with sources

  armsledger                              the report's world on 7 December 2015
  armsledger brief STATE|GROUP [DATE]     what binds and bars it, and its part in the report
  armsledger state TEXT [DATE]            the state a code or name means
  armsledger treaty TREATY STATE DATE     how a state stands to a treaty
  armsledger count TREATY DATE            how many have signed, consented, are bound
  armsledger embargo STATE|GROUP DATE     the embargoes in force, one row a phase
  armsledger sources [ID]                 a source, or all of them

  --format=text|csv|json                  text by default, csv for standard input
  --issuer=UN|EU|OSCE|LAS|ECOWAS|AU|CIS|OAS    embargoes of one issuer
  -                                       in place of the arguments: one query a line of standard
                                          input, as CSV, answered in order
  --help, --version

DATE is YYYY-MM-DD. TREATY is att, apmbc, ccm or firearms-protocol. STATE is an ISO 3166-1 code or a
name, GROUP a name of an armed group. A date known within bounds reads A/B; A/.. has no later bound.

Exit: 0 answered; 1 a line of standard input had no answer, or the output could not be written;
2 the arguments are wrong. Not legal advice.
)";

// What is wrong with a query, and what would be right.
struct bad_query : std::runtime_error {
    using std::runtime_error::runtime_error;
};

std::string str(al::text_view t) { return std::string{t.data(), t.size()}; }
std::string in_quotes(std::string_view t) { return "'" + std::string{t} + "'"; }

// --- rows and formats ------------------------------------------------------------------------------

using row = std::vector<std::string>;

struct answers {
    std::vector<std::string> columns;
    std::size_t inputs = 0;  // how many of the columns repeat the query
    std::vector<row> rows;
};

std::string csv_cell(const std::string& cell) {
    if (cell.find_first_of(",\"\n\r") == std::string::npos) {
        return cell;
    }
    std::string out = "\"";
    for (const char c : cell) {
        out += c == '"' ? "\"\"" : std::string(1, c);
    }
    return out + '"';
}

void print_csv_row(std::ostream& out, const row& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        out << (i > 0 ? "," : "") << csv_cell(cells[i]);
    }
    out << '\n';
}

// The length of the UTF-8 character at text[at]; 0 where there is none.
std::size_t utf8_length(const std::string& text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(at);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC2 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF5 ? 4
                                             : 0;
    if (length == 0 || text.size() - at < length) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80) {
            return 0;
        }
    }
    return length;
}

std::string json_string(const std::string& text) {
    constexpr std::string_view hex = "0123456789abcdef";
    std::string out = "\"";
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        const std::size_t length = utf8_length(text, i);
        if (length == 0) {
            out += "\\ufffd";
        } else if (c < 0x20) {
            out += "\\u00";
            out += hex[c >> 4];
            out += hex[c & 15];
        } else {
            out += c == '"' || c == '\\' ? "\\" : "";
            out.append(text, i, length);
        }
        i += length == 0 ? 1 : length;
    }
    return out + '"';
}

enum class format { text, csv, json };

// Prints answers one after another; CSV has one header, JSON is one array.
class printer {
public:
    printer(std::ostream& out, format as) : out_{out}, as_{as} {}

    void print(const answers& a) {
        for (const row& r : a.rows) {
            if (as_ == format::csv) {
                print_csv(a, r);
            } else if (as_ == format::json) {
                print_json(a, r);
            } else {
                print_text(a, r);
            }
            ++printed_;
        }
    }

    void finish() {
        if (as_ == format::json) {
            out_ << (printed_ == 0 ? "[]\n" : "\n]\n");
        }
        out_.flush();
    }

private:
    void print_csv(const answers& a, const row& r) {
        if (printed_ == 0) {
            print_csv_row(out_, a.columns);
        }
        print_csv_row(out_, r);
    }

    void print_json(const answers& a, const row& r) {
        out_ << (printed_ == 0 ? "[\n" : ",\n") << '{';
        for (std::size_t i = 0; i < r.size(); ++i) {
            out_ << (i > 0 ? ", " : "") << json_string(a.columns[i]) << ": " << json_string(r[i]);
        }
        out_ << '}';
    }

    void print_text(const answers& a, const row& r) {
        if (printed_ > 0) {
            out_ << '\n';
        }
        for (std::size_t i = 0; i < r.size(); ++i) {
            if (!r[i].empty()) {
                out_ << std::left << std::setw(24) << a.columns[i] << r[i] << '\n';
            }
        }
    }

    std::ostream& out_;
    format as_;
    std::size_t printed_ = 0;
};

// --- values as text --------------------------------------------------------------------------------

std::string text_of(al::date d) { return str(al::to_string(d)); }

std::string text_of(al::uncertain_date d) {
    if (d.earliest == al::always && d.latest == al::always) {
        return "";
    }
    if (d.earliest == al::never) {
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

std::string text_of(al::bounds b) {
    return b.certain() ? std::to_string(b.at_least) : std::to_string(b.at_least) + ".." + std::to_string(b.at_most);
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
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

std::string scope_words(const al::phase& p) {
    std::vector<std::string> items;
    for (unsigned i = 0; !al::to_string(static_cast<al::scope_item>(i)).empty(); ++i) {
        if (p.scope().contains(static_cast<al::scope_item>(i))) {
            items.push_back(str(al::to_string(static_cast<al::scope_item>(i))));
        }
    }
    return join(items, ";");
}

// --- arguments as values ---------------------------------------------------------------------------

al::date date_of(const std::string& text) {
    if (const auto d = al::parse_date(text)) {
        return *d;
    }
    throw bad_query{in_quotes(text) + " is no date: write YYYY-MM-DD, a day that exists"};
}

al::treaty treaty_of(const std::string& text) {
    if (const auto t = al::find_treaty(text)) {
        return *t;
    }
    throw bad_query{in_quotes(text) + " is no treaty on record: write att, apmbc, ccm or firearms-protocol"};
}

std::string codes_of(const al::state_set& states, std::string_view between) {
    std::vector<std::string> codes;
    for (const al::state s : states) {
        codes.push_back(str(al::alpha3(s)));
    }
    return join(codes, between);
}

using subject = std::variant<al::state, al::group>;

std::optional<subject> group_of(const std::string& text) {
    const al::group_match match = al::find_group(text);
    if (match.count() > 1) {
        std::vector<std::string> slugs;
        for (const al::group g : match) {
            slugs.push_back(str(al::to_string(g)));
        }
        throw bad_query{in_quotes(text) + " is the name of several groups: write " + join(slugs, " or ")};
    }
    return match.one() ? std::optional<subject>{*match.one()} : std::nullopt;
}

al::state_match match_of(const std::string& text, std::optional<al::date> day) {
    return day ? al::find_state(text, *day) : al::find_state(text);
}

subject subject_of(const std::string& text, std::optional<al::date> day) {
    const al::state_match match = match_of(text, day);
    if (match.one()) {
        return *match.one();
    }
    if (const auto group = group_of(text)) {
        return *group;
    }
    if (match.kind == al::match_kind::ambiguous) {
        throw bad_query{in_quotes(text) + " is ambiguous (" + str(match.reason) + "): write " +
                        codes_of(match.candidates, " or ")};
    }
    if (match.kind == al::match_kind::not_a_state) {
        throw bad_query{in_quotes(text) + " is no state (" + str(match.reason) + ")"};
    }
    throw bad_query{"nothing on record goes by " + in_quotes(text) +
                    ": write an ISO 3166-1 code, or the exact name of a state or armed group"};
}

al::participant participant_of(const std::string& text, al::date day) {
    if (text == "EUE" || text == "European Union") {
        return al::participant::european_union();
    }
    const subject found = subject_of(text, day);
    if (const auto* s = std::get_if<al::state>(&found)) {
        return *s;
    }
    throw bad_query{in_quotes(text) + " is an armed group: a treaty has states as participants"};
}

// --- queries ---------------------------------------------------------------------------------------

struct options {
    std::optional<al::issuer> issuer;
};

answers ask_state(const row& arguments, const options&) {
    std::optional<al::date> day;
    if (arguments.size() > 1 && !arguments[1].empty()) {
        day = date_of(arguments[1]);
    }
    const al::state_match match = match_of(arguments[0], day);
    const std::string how = match.one()                               ? "one"
                            : match.kind == al::match_kind::ambiguous ? "ambiguous"
                                                                      : str(al::to_string(match.kind));
    const std::string kind = !match.one() ? "" : match.former ? "former_name" : str(al::to_string(match.kind));
    return {{"input", "match", "codes", "kind"}, 1, {{arguments[0], how, codes_of(match.candidates, ";"), kind}}};
}

answers ask_treaty(const row& arguments, const options&) {
    const al::treaty t = treaty_of(arguments[0]);
    const al::date day = date_of(arguments[2]);
    const al::participant p = participant_of(arguments[1], day);
    answers a{{"treaty", "state", "date", "standing", "signature", "consent", "consent_kind", "entry_into_force",
               "provisional_application", "withdrawal_notified", "withdrawal_effective", "evidence", "sources"},
              3,
              {}};
    row r{str(al::to_string(t)), str(al::to_string(p)), text_of(day), str(al::to_string(al::standing_of(p, t, day)))};
    if (const auto record = al::record_of(p, t)) {
        const auto kind = record->kind_of_consent();
        r.insert(r.end(),
                 {text_of(record->signature()), text_of(record->consent()), kind ? str(al::to_string(*kind)) : "",
                  text_of(record->entry_into_force()), text_of(record->provisional_application()),
                  text_of(record->withdrawal_notified()), text_of(record->withdrawal_effective()),
                  str(al::to_string(al::evidence_of(*record))), source_slugs(*record)});
    }
    r.resize(a.columns.size());
    a.rows.push_back(std::move(r));
    return a;
}

answers ask_count(const row& arguments, const options&) {
    const al::treaty t = treaty_of(arguments[0]);
    const al::date day = date_of(arguments[1]);
    answers a{{"treaty", "date", "signatories", "contracting", "parties"}, 2, {}};
    row r{str(al::to_string(t)), text_of(day)};
    if (day >= al::coverage(t).until) {
        r.insert(r.end(), 3, "outside_coverage");
    } else {
        const al::treaty_count n = al::count(t, day);
        r.insert(r.end(), {text_of(n.signatories), text_of(n.contracting), text_of(n.parties)});
    }
    a.rows.push_back(std::move(r));
    return a;
}

row phase_row(const std::string& subject_name, al::date day, const al::phase& p) {
    const auto territory = p.territory();
    const auto contest = p.contested();
    return {subject_name,
            text_of(day),
            str(al::to_string(p.regime())),
            str(al::to_string(p.issuer())),
            territory ? str(al::alpha3(*territory)) : "",
            str(al::to_string(p.target())),
            str(p.group()),
            str(al::to_string(p.force())),
            scope_words(p),
            str(p.area()),
            str(al::to_string(p.direction())),
            text_of(p.when().from),
            text_of(p.when().until),
            str(p.instrument()),
            str(p.paragraph()),
            contest ? str(al::to_string(*contest)) : "",
            str(al::to_string(al::evidence_of(p))),
            source_slugs(p)};
}

// The phases on a state or group that are in force on a day or may be, as far as the record goes.
std::vector<al::phase> phases_on(const subject& who, al::date day, std::optional<al::issuer> issuer) {
    std::vector<al::phase> found;
    std::visit(
        [&](auto s) {
            for (const al::phase p : al::embargoes_on(s, day)) {
                if ((!issuer || p.issuer() == *issuer) && al::coverage(p.issuer()).contains(day)) {
                    found.push_back(p);
                }
            }
        },
        who);
    return found;
}

std::string name_of(const subject& who) {
    return std::visit([](auto s) { return str(al::to_string(s)); }, who);
}

// The issuers whose embargoes are not recorded for a day: of them even "none" would claim too much.
std::string uncovered_issuers(al::date day, std::optional<al::issuer> issuer) {
    std::vector<std::string> found;
    for (const al::issuer i : al::all<al::issuer>{}) {
        if ((!issuer || *issuer == i) && !al::coverage(i).contains(day)) {
            found.push_back(str(al::to_string(i)));
        }
    }
    return join(found, ";");
}

answers ask_embargo(const row& arguments, const options& chosen) {
    const al::date day = date_of(arguments[1]);
    const subject who = subject_of(arguments[0], day);
    answers a{{"state", "date", "regime", "issuer", "territory", "target", "group", "nature", "scope", "area",
               "direction", "from", "until", "instrument", "paragraph", "contested", "evidence", "sources"},
              2,
              {}};
    for (const al::phase& p : phases_on(who, day, chosen.issuer)) {
        a.rows.push_back(phase_row(name_of(who), day, p));
    }
    const std::string uncovered = uncovered_issuers(day, chosen.issuer);
    if (a.rows.empty() || !uncovered.empty()) {
        row r{name_of(who), text_of(day), uncovered.empty() ? "" : "outside_coverage", uncovered};
        r.resize(a.columns.size());
        a.rows.push_back(std::move(r));
    }
    return a;
}

answers ask_sources(const row& arguments, const options&) {
    answers a{{"source", "title", "publisher", "date", "url"}, 1, {}};
    const auto add = [&](al::source s) {
        a.rows.push_back({str(s.slug()), str(s.title()), str(s.publisher()), str(s.published()), str(s.url())});
    };
    if (arguments.empty()) {
        for (const al::source s : al::all_sources()) {
            add(s);
        }
    } else if (const auto s = al::find_source(arguments[0])) {
        add(*s);
    } else {
        throw bad_query{"no source has the id " + in_quotes(arguments[0]) + ": `armsledger sources` lists them"};
    }
    return a;
}

// --- the brief -------------------------------------------------------------------------------------

// A page: sections of lines, each with the sources it rests on.
class page {
public:
    explicit page(std::string title) : title_{std::move(title)} {}

    void section(std::string name) { sections_.push_back({std::move(name), {}}); }

    void line(std::string item, std::string text) {
        sections_.back().lines.push_back({std::move(item), std::move(text), {}});
    }

    template <class Record>
    void line(std::string item, std::string text, const Record& record) {
        const bool unconfirmed = al::evidence_of(record) == al::evidence::unconfirmed;
        line(std::move(item), std::move(text) + (unconfirmed ? " (unconfirmed)" : ""));
        cite(record);
    }

    // Adds the sources of a record to the last line.
    template <class Record>
    void cite(const Record& record) {
        std::vector<al::source>& cited = sections_.back().lines.back().sources;
        for (const al::source s : al::sources_of(record)) {
            if (std::find(cited.begin(), cited.end(), s) == cited.end()) {
                cited.push_back(s);
            }
        }
    }

    // For people: sources are numbered in the order of their first use and listed at the end.
    void print(std::ostream& out) const {
        std::vector<al::source> numbered;
        out << title_ << '\n';
        for (const auto& s : sections_) {
            out << '\n' << s.name << '\n';
            std::size_t width = 0;
            for (const auto& l : s.lines) {
                width = std::max(width, l.item.size());
            }
            for (const auto& l : s.lines) {
                out << "  " << l.item;
                if (!l.text.empty()) {
                    out << std::string(width - l.item.size() + 2, ' ') << l.text;
                }
                for (const al::source& source : l.sources) {
                    out << " [" << number(numbered, source) << ']';
                }
                out << '\n';
            }
        }
        out << "\nSources\n";
        for (std::size_t i = 0; i < numbered.size(); ++i) {
            print_source(out, i + 1, numbered[i]);
        }
        out << "\nData edition " << al::data_edition << ". Not legal advice.\n";
    }

    answers rows(const std::string& subject_name, al::date day) const {
        answers a{{"subject", "date", "section", "item", "text", "sources"}, 2, {}};
        for (const auto& s : sections_) {
            for (const auto& l : s.lines) {
                std::vector<std::string> slugs;
                for (const al::source& source : l.sources) {
                    slugs.push_back(str(source.slug()));
                }
                a.rows.push_back({subject_name, text_of(day), s.name, l.item, l.text, join(slugs, ";")});
            }
        }
        return a;
    }

private:
    struct page_line {
        std::string item, text;
        std::vector<al::source> sources;
    };
    struct page_section {
        std::string name;
        std::vector<page_line> lines;
    };

    static std::size_t number(std::vector<al::source>& numbered, al::source s) {
        const auto found = std::find(numbered.begin(), numbered.end(), s);
        if (found != numbered.end()) {
            return static_cast<std::size_t>(found - numbered.begin()) + 1;
        }
        numbered.push_back(s);
        return numbered.size();
    }

    static void print_source(std::ostream& out, std::size_t n, al::source s) {
        out << "  [" << n << "] " << s.title();
        for (const al::text_view part : {s.publisher(), s.published(), s.url()}) {
            if (!part.empty()) {
                out << ", " << part;
            }
        }
        out << '\n';
    }

    std::string title_;
    std::vector<page_section> sections_;
};

// A slug as words: "non-governmental forces".
std::string words(al::text_view slug) {
    std::string out = str(slug);
    std::replace(out.begin(), out.end(), '_', ' ');
    if (const std::size_t at = out.find("non governmental"); at != std::string::npos) {
        out[at + 3] = '-';
    }
    return out;
}

// "A;B" as "A, B".
std::string listed(al::text_view list) {
    std::string out;
    for (const char c : list) {
        out += c == ';' ? ", " : std::string(1, c);
    }
    return out;
}

// "until 2013-05-31", "since 2001", "1999 to 2004-10-16": what is known of a half-open period.
std::string since_until(al::uncertain_period when) {
    const std::string from = text_of(when.from);
    const std::string until = text_of(when.until);
    return from.empty() && until.empty() ? ""
           : until.empty()               ? "since " + from
           : from.empty()                ? "until " + until
                                         : from + " until " + until;
}

std::string since_until(al::period when) {
    const auto day = [](al::date d) { return al::uncertain_date{d, d}; };
    return since_until({day(when.from), day(when.until)});
}

// Whole years, both included, as the texts on the report give them: "1980 to 1988", "to 2015".
std::string years(al::period when) {
    const std::string from = when.from == al::always ? "" : std::to_string(when.from.year());
    const std::string to = when.until == al::never ? "" : std::to_string((when.until + -1).year());
    return from.empty() && to.empty() ? "no dates given"
           : from == to               ? from
                                      : from + (from.empty() ? "to " : " to ") + to;
}

std::string standing_words(al::participant p, al::treaty t, al::date day) {
    const al::standing s = al::standing_of(p, t, day);
    if (s == al::standing::outside_coverage) {
        return "not covered after " + text_of(al::coverage(t).until + -1);
    }
    return words(al::to_string(s));
}

// Every date of a record, in the order in which they happen.
std::string dates_of(const al::treaty_record& r) {
    std::vector<std::string> parts;
    const auto add = [&](std::string_view what, const std::string& when) {
        if (!when.empty()) {
            parts.push_back(std::string{what} + " " + when);
        }
    };
    const auto kind = r.kind_of_consent();
    add("signed", text_of(r.signature()));
    add(kind ? std::string_view{al::to_string(*kind)} : "", text_of(r.consent()));
    add("provisionally applied from", text_of(r.provisional_application()));
    add("in force", text_of(r.entry_into_force()));
    add("withdrawal notified", text_of(r.withdrawal_notified()));
    add("withdrawn", text_of(r.withdrawal_effective()));
    return join(parts, ", ");
}

void add_treaties(page& out, al::participant p, al::date day) {
    out.section("Treaties");
    for (const al::treaty t : al::all<al::treaty>{}) {
        const std::string standing = standing_words(p, t, day);
        if (const auto record = al::record_of(p, t)) {
            out.line(str(al::name(t)), standing + ": " + dates_of(*record), *record);
        } else {
            out.line(str(al::name(t)), standing);
        }
        for (const al::treaty_notice n : al::notices_of(p, t)) {
            out.line("  " + text_of(n.when()), str(n.statement()), n);
        }
    }
}

std::string phase_words(const al::phase& p, al::date day) {
    std::vector<std::string> parts{p.group().empty() ? words(al::to_string(p.target())) : str(p.group()),
                                   words(listed(scope_words(p)))};
    if (!p.area().empty()) {
        parts.push_back(str(p.area()));
    }
    if (p.force() != al::force::mandatory) {
        parts.push_back(str(al::to_string(p.force())));
    }
    parts.push_back(since_until(p.when()));
    parts.push_back(str(p.instrument()) + (p.paragraph().empty() ? "" : " para " + str(p.paragraph())));
    if (const auto contest = p.contested()) {
        parts.push_back("contested: " + str(al::to_string(*contest)));
    }
    const al::answer a = p.in_force(day);
    if (a != al::answer::yes) {
        parts.push_back(a == al::answer::unknown ? "whether still in force is unknown" : "beyond the record");
    }
    return join(parts, "; ");
}

void add_contest(page& out, al::contest c) {
    std::size_t n = 0;
    for (const al::contested_position p : al::positions_of(c)) {
        out.line(str(al::to_string(c)) + " " + std::to_string(++n),
                 str(p.statement()) + " (" + listed(p.holders()) + ")", p);
    }
}

void add_embargoes(page& out, const std::string& heading, const subject& who, al::date day) {
    out.section(heading);
    const auto phases = phases_on(who, day, std::nullopt);
    for (const al::phase& p : phases) {
        out.line(str(al::name(p.regime())), phase_words(p, day), p);
    }
    const std::string uncovered = uncovered_issuers(day, std::nullopt);
    if (!uncovered.empty()) {
        out.line("Not on record", "embargoes of " + listed(uncovered) + " on this day");
    } else if (phases.empty()) {
        out.line("None", "");
    }
}

// The disputes about what the page has said.
void add_contests(page& out, const std::vector<al::contest>& contests) {
    if (contests.empty()) {
        return;
    }
    out.section("Disputed");
    for (const al::contest c : contests) {
        add_contest(out, c);
    }
}

void add_new(std::vector<al::contest>& contests, al::contest c) {
    if (std::find(contests.begin(), contests.end(), c) == contests.end()) {
        contests.push_back(c);
    }
}

void add_names(page& out, al::state s, al::date day) {
    out.section("Names");
    for (const al::name_kind kind :
         {al::name_kind::short_name, al::name_kind::official, al::name_kind::former_short, al::name_kind::former}) {
        for (const al::state_name n : al::names_of(s)) {
            if (n.kind() == kind) {
                out.line(
                    str(n.text()),
                    words(al::to_string(kind)) + (since_until(n.when()).empty() ? "" : ", ") + since_until(n.when()),
                    n);
            }
        }
    }
    out.line("Codes", str(al::alpha3(s)) + ", " + str(al::alpha2(s)) +
                          (al::numeric(s) ? ", " + std::to_string(*al::numeric(s)) : "") + " (" +
                          words(al::to_string(al::code_status_of(s))) + ")");
    if (!al::exists(s, day)) {
        out.line("No such state", "on " + text_of(day));
    }
    for (const al::succession r : al::successions_of(s)) {
        out.line(text_of(r.when()),
                 words(al::to_string(r.kind())) + ": " + str(al::name(r.predecessor())) + " to " +
                     str(al::name(r.successor())) + (r.contested() ? ", contested" : ""),
                 r);
    }
    if (!al::note_on(s).empty()) {
        out.line("Note", str(al::note_on(s)));
    }
}

void add_memberships(page& out, al::state s, al::date day) {
    out.section("Memberships");
    bool any = false;
    for (const al::membership m : al::memberships_of(s)) {
        const al::answer a = m.when().contains(day);
        if (a != al::answer::no) {
            any = true;
            out.line(str(al::name(m.body())),
                     words(al::to_string(m.kind())) + ", " + since_until(m.when()) +
                         (a == al::answer::unknown ? " (uncertain on this day)" : ""),
                     m);
        }
    }
    if (!any) {
        out.line("None", "");
    }
}

void add_report(page& out, al::state s) {
    out.section("In Amnesty International's \"Taking Stock: The arming of Islamic State\"");
    bool any = false;
    for (const al::report::part p : al::report::parts_of(s)) {
        any = true;
        out.line(words(al::report::to_string(p.role())),
                 years(p.when()) + (p.attribution() == al::report::attribution::other ? " (other texts)" : "") +
                     (p.note().empty() ? "" : ": " + str(p.note())),
                 p);
    }
    if (!any) {
        out.line("No part", "");
    }
}

page brief_on(al::state s, al::date day) {
    page out{str(al::name(s, day)) + " (" + str(al::alpha3(s)) + ") on " + text_of(day)};
    add_names(out, s, day);
    add_treaties(out, s, day);
    add_embargoes(out, "Arms embargoes", s, day);
    std::vector<al::contest> contests;
    for (const al::phase& p : phases_on(s, day, std::nullopt)) {
        if (const auto c = p.contested()) {
            add_new(contests, *c);
        }
    }
    for (const al::contest c : al::contests_about(s)) {
        add_new(contests, c);
    }
    if (!al::restrictions_on(s, day).empty()) {
        out.section("Restrictions that are no arms embargo");
        for (const al::phase p : al::restrictions_on(s, day)) {
            out.line(str(al::name(p.regime())), phase_words(p, day), p);
        }
    }
    add_memberships(out, s, day);
    add_report(out, s);
    add_contests(out, contests);
    return out;
}

page brief_on(al::group g, al::date day) {
    page out{str(al::name(g)) + " (" + str(al::to_string(g)) + ") on " + text_of(day)};
    out.section("Names");
    for (const al::group_name n : al::names_of(g)) {
        const bool now = n.kind() == al::group_name_kind::name && n.when().contains(day) == al::answer::yes;
        out.line(str(n.text()), since_until(n.when()) + (now ? " (in use on this day)" : ""), n);
    }
    out.section("Listings");
    for (const al::group_listing l : al::listings_of(g)) {
        std::vector<std::string> parts{words(al::to_string(l.coverage()))};
        for (const std::string& part : {str(l.reference()), since_until(l.when()), str(l.basis()), str(l.note())}) {
            if (!part.empty()) {
                parts.push_back(part);
            }
        }
        out.line(str(al::name(l.regime())), join(parts, "; "), l);
    }
    add_embargoes(out, "Arms embargoes that reach it", g, day);
    out.section("States");
    out.line(codes_of(al::states_of(g), ", "), str(al::note_on(g)));
    return out;
}

// The report's world: who made and supplied, how they stood to the Arms Trade Treaty, who was barred.
page report_world(al::date day) {
    page out{"The world of \"Taking Stock: The arming of Islamic State\" (Amnesty International) on " + text_of(day)};
    out.section("States the report and texts on it name, and their standing to the Arms Trade Treaty");
    for (const al::state s : al::all<al::state>{}) {
        std::vector<std::string> roles;
        std::vector<al::report::part> parts;
        for (const al::report::part p : al::report::parts_of(s)) {
            const std::string role = words(al::report::to_string(p.role()));
            if (p.attribution() == al::report::attribution::report) {
                parts.push_back(p);
                if (std::find(roles.begin(), roles.end(), role) == roles.end()) {
                    roles.push_back(role);
                }
            }
        }
        if (!parts.empty()) {
            out.line(str(al::name(s)), standing_words(s, al::treaty::att, day) + ": " + join(roles, ", "));
            for (const al::report::part& p : parts) {
                out.cite(p);
            }
        }
    }
    add_embargoes(out, "Arms embargoes on Iraq", "IRQ"_state, day);
    add_embargoes(out, "Arms embargoes on Syria", "SYR"_state, day);
    for (const al::group g : {al::group::isil, al::group::al_nusrah, al::group::al_qaida}) {
        add_embargoes(out, "Arms embargoes on " + str(al::name(g)), g, day);
    }
    return out;
}

// --- the command line ------------------------------------------------------------------------------

struct command {
    std::size_t least, most;  // how many arguments
    std::string_view arguments;
    std::function<answers(const row&, const options&)> ask;
};

const std::map<std::string, command>& commands() {
    static const std::map<std::string, command> all{{"state", {1, 2, "TEXT [DATE]", ask_state}},
                                                    {"treaty", {3, 3, "TREATY STATE DATE", ask_treaty}},
                                                    {"count", {2, 2, "TREATY DATE", ask_count}},
                                                    {"embargo", {2, 2, "STATE|GROUP DATE", ask_embargo}},
                                                    {"sources", {0, 1, "[ID]", ask_sources}}};
    return all;
}

void check_arguments(const std::string& name, const command& c, const row& arguments) {
    if (arguments.size() < c.least || arguments.size() > c.most) {
        throw bad_query{name + " takes " + std::string{c.arguments} + ", not " + std::to_string(arguments.size()) +
                        (arguments.size() == 1 ? " argument" : " arguments")};
    }
}

// The fields of a line of CSV.
row csv_fields(const std::string& line) {
    row fields{""};
    bool quoted_field = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quoted_field) {
            if (c != '"') {
                fields.back() += c;
            } else if (i + 1 < line.size() && line[i + 1] == '"') {
                fields.back() += line[++i];
            } else {
                quoted_field = false;
            }
        } else if (c == '"' && fields.back().empty()) {
            quoted_field = true;
        } else if (c == ',') {
            fields.emplace_back();
        } else {
            fields.back() += c;
        }
    }
    if (quoted_field) {
        throw bad_query{"a quote is never closed"};
    }
    return fields;
}

// Reads a line without its end, at most `limit` bytes of it; false at the end of the input.
bool read_line(std::istream& in, std::string& line, bool& too_long) {
    constexpr std::size_t limit = 4096;
    line.clear();
    too_long = false;
    for (int c = in.get(); c != std::istream::traits_type::eof(); c = in.get()) {
        if (c == '\n') {
            return true;
        }
        if (line.size() < limit) {
            line += static_cast<char>(c);
        } else {
            too_long = true;
        }
    }
    return !line.empty();
}

// The columns of a command's answers, for a query that has none: those of a query that has.
answers no_answer(const std::string& name, const row& arguments, const std::string& reason, const options& chosen) {
    static const std::map<std::string, row> examples{{"state", {"IRQ"}},
                                                     {"treaty", {"att", "IRQ", "2015-12-07"}},
                                                     {"count", {"att", "2015-12-07"}},
                                                     {"embargo", {"IRQ", "2015-12-07"}},
                                                     {"sources", {str(al::source{0}.slug())}}};
    answers a = commands().at(name).ask(examples.at(name), chosen);
    row r(a.columns.size());
    for (std::size_t i = 0; i < a.inputs && i < arguments.size(); ++i) {
        r[i] = arguments[i];
    }
    r[a.inputs] = "error: " + reason;
    a.rows = {std::move(r)};
    return a;
}

bool answer_lines(const std::string& name, const options& chosen, printer& out) {
    const command& c = commands().at(name);
    bool all_answered = true;
    std::string line;
    bool too_long = false;
    while (read_line(std::cin, line, too_long) && std::cout) {
        if (!line.empty() && line.back() == '\r') {
            line.pop_back();
        }
        row fields;
        try {
            if (too_long) {
                throw bad_query{"a line of more than 4096 bytes"};
            }
            fields = csv_fields(line);
            check_arguments(name, c, fields);
            out.print(c.ask(fields, chosen));
        } catch (const bad_query& e) {
            all_answered = false;
            out.print(no_answer(name, fields, e.what(), chosen));
        }
    }
    return all_answered;
}

struct command_line {
    row words;
    options chosen;
    std::optional<format> as;
};

command_line read_command_line(int argc, char** argv) {
    command_line read;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument.rfind("--format=", 0) == 0) {
            const std::string value = argument.substr(9);
            read.as = value == "text"   ? std::optional{format::text}
                      : value == "csv"  ? std::optional{format::csv}
                      : value == "json" ? std::optional{format::json}
                                        : std::nullopt;
            if (!read.as) {
                throw bad_query{in_quotes(value) + " is no format: write text, csv or json"};
            }
        } else if (argument.rfind("--issuer=", 0) == 0) {
            const auto issuer = al::find_issuer(argument.substr(9));
            if (!issuer) {
                throw bad_query{in_quotes(argument.substr(9)) +
                                " is no issuer: write UN, EU, OSCE, LAS, ECOWAS, AU, CIS or OAS"};
            }
            read.chosen.issuer = *issuer;
        } else if (argument.size() > 1 && argument[0] == '-' && argument != "--help" && argument != "--version") {
            throw bad_query{in_quotes(argument) + " is no option: see armsledger --help"};
        } else {
            read.words.push_back(argument);
        }
    }
    return read;
}

void print_page(const page& p, const std::string& name, al::date day, format as, printer& out) {
    if (as == format::text) {
        p.print(std::cout);
    } else {
        out.print(p.rows(name, day));
    }
}

// False when a line of standard input had no answer.
bool run(command_line line) {
    const bool streams = line.words.size() == 2 && line.words[1] == "-";
    const format as = line.as.value_or(streams ? format::csv : format::text);
    printer out{std::cout, as};
    bool all_answered = true;
    if (line.words.empty()) {
        print_page(report_world(al::report::published), "report", al::report::published, as, out);
    } else if (line.words[0] == "--help") {
        std::cout << usage;
        return true;
    } else if (line.words[0] == "--version") {
        std::cout << "armsledger " << al::library_version << ", data edition " << al::data_edition << '\n';
        return true;
    } else {
        const std::string name = line.words[0];
        const row arguments{line.words.begin() + 1, line.words.end()};
        if (name == "brief") {
            if (arguments.empty() || arguments.size() > 2) {
                throw bad_query{"brief takes STATE|GROUP [DATE]"};
            }
            const al::date day = arguments.size() > 1 ? date_of(arguments[1]) : al::last_covered_day;
            const subject who = subject_of(arguments[0], day);
            print_page(std::visit([&](auto s) { return brief_on(s, day); }, who), name_of(who), day, as, out);
        } else if (!commands().contains(name)) {
            throw bad_query{in_quotes(name) + " is no command: see armsledger --help"};
        } else if (streams) {
            all_answered = answer_lines(name, line.chosen, out);
        } else {
            const command& c = commands().at(name);
            check_arguments(name, c, arguments);
            out.print(c.ask(arguments, line.chosen));
        }
    }
    out.finish();
    return all_answered;
}

}  // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    try {
        const bool all_answered = run(read_command_line(argc, argv));
        if (!std::cout.flush()) {
            std::cerr << "armsledger: the output could not be written\n";
            return 1;
        }
        return all_answered ? 0 : 1;
    } catch (const bad_query& e) {
        std::cerr << "armsledger: " << e.what() << '\n';
        return 2;
    }
}
