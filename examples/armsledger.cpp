// SPDX-License-Identifier: BSL-1.0
//
// armsledger: asks the record from the command line. `armsledger --help` says how.
//
// Every answer is a list of rows under named columns; a format turns rows into text, CSV or JSON. The
// same functions answer the arguments and the lines of standard input.
#include <armsledger/armsledger.hpp>
#include <armsledger/explanation.hpp>
#include <armsledger/report_law.hpp>
#include <armsledger/report_text.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iomanip>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#if __has_include(<unistd.h>)
#include <unistd.h>
#endif

namespace al = armsledger;
namespace rp = armsledger::report;
using namespace al::literals;

namespace {

constexpr std::string_view usage = R"(armsledger: the law and the facts of the arms trade on a day, with sources

  armsledger                              the report's world on 7 December 2015
  armsledger brief STATE|GROUP [DATE]     what binds and bars it, and its part in the report
  armsledger state TEXT [DATE]            the state a code or name means
  armsledger treaty TREATY STATE DATE     how a state stands to a treaty
  armsledger count TREATY DATE            how many have signed, consented, are bound
  armsledger embargo STATE|GROUP DATE     the embargoes in force, one row a phase
  armsledger permission STATE RECIPIENT ITEM DATE
                                          what the embargoes let through, a row an issuer
  armsledger screen EXPORTER IMPORTER RECIPIENT ITEM DATE
                                          may a transfer go ahead, and why
  armsledger screen < transfers.csv       the same for many: columns exporter, importer, recipient, item,
                                          date and any of claim, contract, outside_area,
                                          end_use_certificate, conditions_met, knows_of_atrocities,
                                          overriding_risk, diversion_risk (yes or no); others are
                                          carried through
  armsledger diff STATE DATE DATE         what changed in the law on a state, half-open
  armsledger sources [ID]                 a source, or all of them
  armsledger coverage                     what the record holds, and from when until when it speaks
  armsledger report SECTION [FILTER...]   what the report and texts about it say: claims, weapons,
                                          suppliers, transfers, acquisitions, recommendations, routes,
                                          standing (suppliers and the Arms Trade Treaty) or conflicts
                                          (transfers and embargoes in force)

  --format=text|csv|json                  text by default, csv for standard input
  --format=dot                            a graph for Graphviz, of routes
  --state= --weapon= --source= --measure= --from=DATE --until=DATE --asides
                                          filters of a report: what concerns a state or actor, a
                                          weapon, a source; a measure of claims; a period, half-open;
                                          page furniture too
  --issuer=UN|EU|OSCE|LAS|ECOWAS|AU|CIS|OAS    embargoes of one issuer
  --claim= --contract=DATE                what a derogation of an embargo asks for: humanitarian,
                                          personal_protection, security_assistance, demining, ...; the
                                          day of the contract
  --outside-area= --end-use-certificate= --conditions-met= --knows-of-atrocities= --overriding-risk=
  --diversion-risk=yes|no                 what only the exporter knows of a transfer
  -                                       in place of the arguments, but of brief and report: one query
                                          a line of standard input, as CSV, answered in order
  --help, --version

DATE is YYYY-MM-DD. TREATY is att, apmbc, ccm or firearms-protocol. STATE is an ISO 3166-1 code or a
name, GROUP a name of an armed group. RECIPIENT is government, non_governmental_forces, peacekeepers,
humanitarian_media, other_state_forces, unknown or a GROUP. ITEM is a weapon type, an item class (salw,
non-lethal), a category as scheme:code (unroca:IV) or a weapon of the report. A date known within bounds reads A/B; A/.. has no later bound.

In a file of transfers a quoted cell may hold line ends; a row that cannot be read ends at its first one.
A line of more than 65536 bytes is not read.

Exit: 0 answered; 1 a line of standard input had no answer, standard input could not be read, or the
output could not be written; 2 the arguments are wrong. Not legal advice.
)";

// What is wrong with a query, and what would be right.
struct bad_query : std::runtime_error {
    using std::runtime_error::runtime_error;
};

std::string str(al::text_view t) { return std::string{t.data(), t.size()}; }

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
    // Overlong forms, surrogates, and what lies above the last code point.
    const unsigned second = length > 1 ? byte(at + 1) : 0;
    const bool bad = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second >= 0xA0) ||
                     (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second >= 0x90);
    return bad ? 0 : length;
}

// What the user wrote, on one line: cut where it grows long, with `?` for what does not print.
std::string in_quotes(const std::string& text) {
    constexpr std::size_t longest = 80;
    std::string out = "'";
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = std::max(utf8_length(text, i), std::size_t{1});
        const auto c = static_cast<unsigned char>(text[i]);
        if (i + length > longest) {
            return out + "...'";
        }
        const bool controls = c < 0x20 || c == 0x7F || (c == 0xC2 && length == 2 && (text[i + 1] & 0x20) == 0);
        const bool prints = !controls && utf8_length(text, i) > 0;
        out += prints ? text.substr(i, length) : "?";
        i += length;
    }
    return out + "'";
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

enum class format { text, csv, json, dot };

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

std::vector<std::string> split_words(std::string_view text) {
    std::vector<std::string> words{""};
    for (const char c : text) {
        if (c == ' ') {
            words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    std::erase(words, "");
    return words;
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

al::state state_of(const std::string& text, al::date day) {
    const subject found = subject_of(text, day);
    if (const auto* s = std::get_if<al::state>(&found)) {
        return *s;
    }
    throw bad_query{in_quotes(text) + " is an armed group: write a state"};
}

// The enumerator a word means, `-` and `_` alike.
template <class Enum>
std::optional<Enum> enumerator_of(std::string word) {
    std::replace(word.begin(), word.end(), '-', '_');
    for (const Enum e : al::all<Enum>{}) {
        if (str(al::to_string(e)) == word) {
            return e;
        }
    }
    return std::nullopt;
}

template <class Enum>
std::string all_words() {
    std::vector<std::string> words;
    for (const Enum e : al::all<Enum>{}) {
        words.push_back(str(al::to_string(e)));
    }
    return join(words, ", ");
}

al::recipient recipient_of(const std::string& text) {
    if (text.empty()) {
        return al::end_user::unknown;
    }
    if (const auto u = enumerator_of<al::end_user>(text)) {
        return *u;
    }
    if (const auto group = group_of(text)) {
        return std::get<al::group>(*group);
    }
    throw bad_query{in_quotes(text) + " is no recipient: write " + all_words<al::end_user>() +
                    ", or the name of an armed group"};
}

std::optional<al::item> category_of(const std::string& text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos) {
        return std::nullopt;
    }
    const auto scheme = al::find_scheme(text.substr(0, colon));
    if (!scheme) {
        throw bad_query{in_quotes(text.substr(0, colon)) + " is no control list: write " + all_words<al::scheme>()};
    }
    if (const auto c = al::find_category(*scheme, text.substr(colon + 1))) {
        return al::item{*c};
    }
    throw bad_query{in_quotes(text.substr(colon + 1)) + " is no category of " + str(al::name(*scheme))};
}

// The type of a weapon of the report, when its name means one.
std::optional<al::item> reported_weapon_of(const std::string& text) {
    const rp::weapon_match match = rp::find_weapon(text);
    std::set<al::weapon_type> types;
    for (std::size_t i = 0; i < match.count(); ++i) {
        types.insert(rp::type_of(match[i]));
    }
    if (types.size() > 1) {
        std::vector<std::string> slugs;
        for (std::size_t i = 0; i < match.count(); ++i) {
            slugs.push_back(str(to_string(match[i])));
        }
        throw bad_query{in_quotes(text) + " is the name of several weapons: write " + join(slugs, " or ")};
    }
    return types.empty() ? std::nullopt : std::optional<al::item>{*types.begin()};
}

std::string nearest(const std::string& text, const std::vector<std::string>& valid);

// What is wrong with a text that is no item. A file often has the same mistake in many rows.
const std::string& no_item(const std::string& text) {
    static const std::vector<std::string> valid = [] {
        std::vector<std::string> slugs;
        for (const al::item_class c : al::all<al::item_class>{}) {
            slugs.push_back(str(al::to_string(c)));
        }
        for (const al::weapon_type t : al::all<al::weapon_type>{}) {
            slugs.push_back(str(al::to_string(t)));
        }
        return slugs;
    }();
    static std::pair<std::string, std::string> last;
    if (last.second.empty() || last.first != text) {
        last = {text, in_quotes(text) +
                          " is no weapon type, item class, category (scheme:code) or weapon of the report; " +
                          nearest(text, valid)};
    }
    return last.second;
}

al::item item_of(const std::string& text) {
    if (const auto c = al::find_item_class(text)) {
        return *c;
    }
    if (const auto t = al::find_weapon_type(text)) {
        return *t;
    }
    if (const auto c = category_of(text)) {
        return *c;
    }
    if (const auto w = reported_weapon_of(text)) {
        return *w;
    }
    throw bad_query{no_item(text)};
}

std::string item_slug(al::item i) {
    if (const auto t = i.as_type()) {
        return str(al::to_string(*t));
    }
    if (const auto c = i.as_class()) {
        return str(al::to_string(*c));
    }
    return str(al::to_string(i.as_category()->scheme())) + ":" + str(i.as_category()->code());
}

std::string recipient_slug(al::recipient r) {
    return r.as_group() ? str(al::to_string(*r.as_group())) : str(al::to_string(*r.as_end_user()));
}

// --- queries ---------------------------------------------------------------------------------------

// What only the caller knows of a transfer.
struct stated_facts {
    al::claim claim = al::claim::none;
    std::optional<al::date> contract;
    al::stated outside_area = al::stated::not_stated;
    al::stated end_use_certificate = al::stated::not_stated;
    al::stated conditions_met = al::stated::not_stated;
    al::stated knows_of_atrocities = al::stated::not_stated;
    al::stated overriding_risk = al::stated::not_stated;
    al::stated diversion_risk = al::stated::not_stated;
};

struct options {
    std::optional<al::issuer> issuer;
    stated_facts stated;
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

std::string text_of(al::act_reference a) {
    return str(a.instrument) + (a.paragraph.empty() ? "" : " " + str(a.paragraph)) +
           (a.renewed_by.empty() ? "" : ", renewed by " + str(a.renewed_by));
}

std::string text_of(al::waiting_time w) {
    return w.days == 0 ? "" : std::to_string(w.days) + (w.working_days ? " working days" : " days");
}

// The condition, led by what the force of the measure is where it obliges nobody.
std::string condition_of(const al::ruling& r, al::date day) {
    const std::string lead = !r.phase || r.force == al::force::mandatory ? ""
                             : r.force == al::force::political           ? "political commitment, binds nobody by law"
                                                                         : "an appeal, binds nobody";
    const bool settled =
        r.permission != al::permission::unknown || !r.cell || r.cell->permission() == al::permission::unknown;
    const std::string open = settled ? str(r.condition)
                             : r.phase->in_force(day) != al::answer::yes
                                 ? "whether it was in force that day is open"
                                 : "whether the item falls in a class of it is open";
    return lead + (lead.empty() || open.empty() ? "" : "; ") + open;
}

row permission_row(al::state s, const al::recipient& who, const al::item& what, al::date day, al::issuer by,
                   const al::ruling& r) {
    return {str(al::to_string(s)),
            recipient_slug(who),
            item_slug(what),
            text_of(day),
            str(al::to_string(by)),
            str(al::to_string(r.permission)),
            str(r.body),
            text_of(r.waiting),
            condition_of(r, day),
            text_of(r.act),
            r.contested ? str(al::to_string(*r.contested)) : "",
            r.cell    ? str(al::to_string(al::evidence_of(*r.cell)))
            : r.phase ? str(al::to_string(al::evidence_of(*r.phase)))
                      : "",
            r.cell    ? source_slugs(*r.cell)
            : r.phase ? source_slugs(*r.phase)
                      : ""};
}

al::stated_claims claims_of(const options& chosen) {
    return {chosen.stated.claim, chosen.stated.contract ? al::maybe<al::date>{*chosen.stated.contract} : al::nothing};
}

answers ask_permission(const row& arguments, const options& chosen) {
    const al::date day = date_of(arguments[3]);
    const al::state s = state_of(arguments[0], day);
    const al::recipient who = recipient_of(arguments[1]);
    const al::item what = item_of(arguments[2]);
    answers a{{"state", "recipient", "item", "date", "issuer", "permission", "body", "waiting_days", "condition", "act",
               "contested", "evidence", "sources"},
              4,
              {}};
    for (const al::issuer by : al::all<al::issuer>{}) {
        if (!chosen.issuer || *chosen.issuer == by) {
            a.rows.push_back(
                permission_row(s, who, what, day, by, al::permission_for(s, who, what, by, day, claims_of(chosen))));
        }
    }
    return a;
}

std::string words(al::text_view slug);

// Whom and what a cell of the ladder is about: "government, salw, for demining".
std::string cell_words(const al::cell& c) {
    std::string out = str(al::to_string(c.recipient())) + ", " + str(al::to_string(c.item()));
    out += c.direction() == al::direction::from ? ", leaving the territory" : "";
    return out + (c.claim() == al::claim::none ? "" : ", for " + str(al::to_string(c.claim())));
}

// What a change is about, in a word.
std::string subject_of(const al::change& c) {
    return c.treaty()  ? str(al::to_string(*c.treaty()))
           : c.body()  ? str(al::to_string(*c.body()))
           : c.phase() ? str(al::to_string(c.phase()->regime()))
                       : "";
}

std::string detail_of(const al::change& c, al::state s) {
    if (const auto cell = c.cell()) {
        const bool began = al::uncertain_date{cell->when().from, cell->when().from} == c.when();
        return cell_words(*cell) + (began ? ": " : ", until then: ") + str(al::to_string(cell->permission())) +
               (cell->condition().empty() ? "" : " (" + str(cell->condition()) + ")");
    }
    if (const auto n = c.notice()) {
        return str(n->statement());
    }
    if (c.kind() == al::change_kind::treaty_consented) {
        const auto kind = al::record_of(s, *c.treaty())->kind_of_consent();
        return kind ? str(al::to_string(*kind)) : "";
    }
    if (const auto p = c.phase()) {
        return words(al::to_string(p->target())) + ", " + words(al::to_string(p->force())) + ", " + scope_words(*p);
    }
    return "";
}

std::string act_of(const al::change& c) {
    const auto p = c.phase();
    if (!p) {
        return "";
    }
    const bool ended = c.kind() == al::change_kind::embargo_ended || c.kind() == al::change_kind::restriction_ended;
    if (ended) {
        return str(p->ended_by());
    }
    const auto a = c.act();
    return a          ? text_of(al::act_reference{a->instrument(), a->paragraph(), {}})
           : c.cell() ? text_of(al::act_of(*p, c.cell(), c.when().latest))
                      : text_of(al::act_reference{p->instrument(), p->paragraph(), {}});
}

// The issuers and treaties whose record does not reach all days of a period: of them no change is no news.
std::string uncovered_within(al::date from, al::date until) {
    std::vector<std::string> found;
    for (const al::issuer i : al::all<al::issuer>{}) {
        if (from < until && (from < al::coverage(i).from || al::coverage(i).until < until)) {
            found.push_back(str(al::to_string(i)));
        }
    }
    for (const al::treaty t : al::all<al::treaty>{}) {
        if (from < until && al::coverage(t).until < until) {
            found.push_back(str(al::to_string(t)));
        }
    }
    return join(found, ";");
}

// A state and a half-open period, from the arguments of diff.
struct diff_question {
    al::date from, until;
    al::state who;

    explicit diff_question(const row& arguments)
        : from{date_of(arguments[1])}, until{date_of(arguments[2])}, who{state_of(arguments[0], until)} {
        if (until < from) {
            throw bad_query{"the second day, " + arguments[2] +
                            ", is before the first: the period is half-open, [from, until)"};
        }
    }
};

answers ask_diff(const row& arguments, const options&) {
    const auto [from, until, s] = diff_question{arguments};
    answers a{{"state", "from", "until", "date", "change", "subject", "detail", "act", "evidence", "sources"}, 3, {}};
    const row inputs{str(al::to_string(s)), text_of(from), text_of(until)};
    for (const al::change c : al::changes(s, from, until)) {
        row r = inputs;
        r.insert(r.end(), {text_of(c.when()), str(al::to_string(c.kind())), subject_of(c), detail_of(c, s), act_of(c),
                           str(al::to_string(al::evidence_of(c))), source_slugs(c)});
        a.rows.push_back(std::move(r));
    }
    if (const std::string uncovered = uncovered_within(from, until); a.rows.empty() || !uncovered.empty()) {
        row r = inputs;
        r.insert(r.end(), {"", uncovered.empty() ? "" : "outside_coverage", uncovered});
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

// What the record holds, part by part, and from when until when it speaks.
answers ask_coverage(const row&, const options&) {
    answers a{{"part", "count", "of", "from", "until"}, 0, {}};
    const auto add = [&](std::string part, std::size_t count, const char* of, al::maybe<al::period> covered = {}) {
        a.rows.push_back({std::move(part), std::to_string(count), of, covered ? text_of(covered->from) : "",
                          covered ? text_of(covered->until) : ""});
    };
    for (const al::treaty t : al::all<al::treaty>()) {
        add(str(al::name(t)), al::records_of(t).count(), "participants", al::coverage(t));
    }
    std::size_t cells = 0;
    for (const al::issuer i : al::all<al::issuer>()) {
        std::size_t phases = 0;
        for (const al::phase p : al::all_phases()) {
            phases += p.issuer() == i ? 1 : 0;
            cells += p.issuer() == i ? al::cells_of(p).count() : 0;
        }
        add(str(al::to_string(i)) + " embargoes", phases, "phases", al::coverage(i));
    }
    add("what embargoes let through", cells, "cells");
    add("states", al::all<al::state>().size(), "states");
    add("memberships", al::all<al::body>().size(), "bodies", al::membership_coverage());
    add("armed groups", al::all<al::group>().size(), "groups", al::group_coverage());
    for (const al::scheme s : al::all<al::scheme>()) {
        add(str(al::name(s)), al::categories_of(s).count(), "categories");
    }
    add("weapon types", al::all<al::weapon_type>().size(), "types");
    add("the report", rp::all_claims().count(), "claims");
    add("the report", rp::all_transfers().count(), "transfers");
    add("the report", rp::all_acquisitions().count(), "losses");
    add("the report", rp::all_edges().count(), "edges of routes");
    add("the report", al::all<rp::weapon>().size(), "weapons");
    add("sources", al::all_sources().count(), "documents");
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
    for (const al::state_succession r : al::successions_of(s)) {
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
page diff_page(const row& arguments) {
    const auto [from, until, s] = diff_question{arguments};
    page p{"What changed in the law on " + str(al::name(s)) + " from " + text_of(from) + " until " + text_of(until)};
    p.section("Changes");
    for (const al::change c : al::changes(s, from, until)) {
        std::vector<std::string> parts{detail_of(c, s), act_of(c)};
        std::erase(parts, "");
        const std::string about_what = subject_of(c);
        const std::string text = words(al::to_string(c.kind())) + (about_what.empty() ? "" : ", " + about_what) +
                                 (parts.empty() ? "" : ": " + join(parts, "; "));
        p.line(text_of(c.when()), text, c);
    }
    if (const std::string uncovered = uncovered_within(from, until); !uncovered.empty()) {
        p.line("not covered", "the record does not reach all of these days: " + listed(uncovered));
    }
    return p;
}

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

// --- the report ------------------------------------------------------------------------------------

// What the options of `report` let through.
struct filters {
    std::optional<rp::actor> actor;
    std::optional<rp::weapon> weapon;
    std::optional<al::source> source;
    std::optional<rp::measure> measure;
    std::optional<al::date> from, until;
    std::optional<al::issuer> issuer;
    bool asides = false;
};

// What a row is about, for the filters.
struct about {
    std::vector<rp::actor> actors;
    std::vector<rp::weapon> weapons;
    al::period when;
};

template <class Record>
bool passes(const filters& f, const Record& record, const about& a) {
    if (f.actor && std::find(a.actors.begin(), a.actors.end(), *f.actor) == a.actors.end()) {
        return false;
    }
    if (f.weapon && std::find(a.weapons.begin(), a.weapons.end(), *f.weapon) == a.weapons.end()) {
        return false;
    }
    if ((f.from && a.when.until <= *f.from) || (f.until && *f.until <= a.when.from)) {
        return false;
    }
    bool cited = !f.source;
    for (const al::source s : al::sources_of(record)) {
        cited = cited || s == *f.source;
    }
    return cited;
}

std::vector<rp::actor> actors_in(const al::state_set& states) { return {states.begin(), states.end()}; }

// An actor and the state whose forces it is.
void add_actor(std::vector<rp::actor>& to, rp::actor a) {
    to.push_back(a);
    if (const auto s = rp::state_behind(a); s && !a.as_state()) {
        to.push_back(*s);
    }
}

std::string end_of(al::date d) { return d == al::always || d == al::never ? "" : text_of(d); }

template <class Enum>
std::string word_of(al::maybe<Enum> value) {
    return value ? str(to_string(*value)) : "";
}

std::string yes_no(bool b) { return b ? "yes" : "no"; }

// A number of hundredths or tenths as a decimal.
std::string decimal(std::uint64_t number, std::uint64_t one) {
    std::string places = std::to_string(one + number % one).substr(1);
    while (!places.empty() && places.back() == '0') {
        places.pop_back();
    }
    return std::to_string(number / one) + (places.empty() ? "" : "." + places);
}

// What every row of the report ends with.
template <class Record>
void end_row(row& r, const std::string& note, const Record& record) {
    r.insert(r.end(), {note, str(al::to_string(al::evidence_of(record))), source_slugs(record)});
}

void report_claims(const filters& f, answers& a) {
    a.columns = {"claim", "subject", "measure",   "part",      "bound",   "value", "unit",     "of",     "from",
                 "until", "states",  "all_agree", "statement", "locator", "note",  "evidence", "sources"};
    const auto add = [&](const rp::claim& c) {
        if (!passes(f, c, {actors_in(c.states()), {}, c.when()}) || (f.measure && c.measure() != *f.measure)) {
            return;
        }
        row r{str(rp::id_of(c)),
              str(c.subject()),
              str(to_string(c.measure())),
              str(to_string(c.part())),
              word_of(c.bound()),
              str(rp::value_of(c)),
              str(rp::unit_of(c.measure())),
              str(c.of()),
              end_of(c.when().from),
              end_of(c.when().until),
              codes_of(c.states(), ";"),
              c.part() == rp::claim_part::aside ? "" : str(to_string(rp::agreement(c.measure(), c.of()).together)),
              str(rp::statement_of(c)),
              str(rp::locator_of(c))};
        end_row(r, str(rp::note_on(c)), c);
        a.rows.push_back(std::move(r));
    };
    for (const rp::claim c : rp::all_claims()) {
        add(c);
    }
    for (const rp::claim c : rp::asides()) {
        if (f.asides) {
            add(c);
        }
    }
}

void report_weapons(const filters& f, answers& a) {
    a.columns = {"weapon",        "name",   "type", "calibre_mm",  "design", "makers",   "suppliers",
                 "captured_from", "decade", "seen", "attribution", "note",   "evidence", "sources"};
    for (const rp::weapon w : al::all<rp::weapon>{}) {
        const auto calibre = rp::calibre_of(w);
        const auto decade = rp::decade_of(w);
        if (passes(f, w,
                   {actors_in(rp::designers_of(w) | rp::makers_of(w) | rp::suppliers_of(w) | rp::captured_from(w)),
                    {w},
                    {}})) {
            row r{str(to_string(w)),
                  str(rp::name(w)),
                  str(al::to_string(rp::type_of(w))),
                  calibre ? decimal(*calibre, 100) : "",
                  codes_of(rp::designers_of(w), ";"),
                  codes_of(rp::makers_of(w), ";"),
                  codes_of(rp::suppliers_of(w), ";"),
                  codes_of(rp::captured_from(w), ";"),
                  decade ? std::to_string(*decade) + "s" : "",
                  str(to_string(rp::sighting_of(w))),
                  str(to_string(rp::attribution_of(w)))};
            end_row(r, str(rp::note_on(w)), w);
            a.rows.push_back(std::move(r));
        }
    }
}

void report_suppliers(const filters& f, answers& a) {
    a.columns = {"state", "role", "from", "until", "attribution", "note", "evidence", "sources"};
    for (const rp::part p : rp::all_parts()) {
        if (passes(f, p, {{p.state()}, {}, p.when()})) {
            row r{str(al::alpha3(p.state())), str(to_string(p.role())), end_of(p.when().from), end_of(p.when().until),
                  str(to_string(p.attribution()))};
            end_row(r, str(p.note()), p);
            a.rows.push_back(std::move(r));
        }
    }
}

about about_account(const rp::account& x) {
    about found{{}, {}, x.when()};
    for (const rp::actor s : x.suppliers()) {
        add_actor(found.actors, s);
    }
    add_actor(found.actors, x.recipient());
    if (x.weapon()) {
        found.weapons.push_back(*x.weapon());
    }
    return found;
}

std::string suppliers_of(const rp::account& x) {
    std::vector<std::string> found;
    for (const rp::actor s : x.suppliers()) {
        found.push_back(str(to_string(s)));
    }
    return join(found, ";");
}

// How the states of a transfer stood to the Arms Trade Treaty at the time, and stand at the data edition.
std::string att_then(rp::actor a, al::period when) {
    const auto s = a.as_state();
    return s ? word_of(rp::standing_throughout(*s, al::treaty::att, when)) : "";
}
std::string att_now(rp::actor a) {
    const auto s = a.as_state();
    return s ? str(al::to_string(al::standing_of(*s, al::treaty::att, al::coverage(al::treaty::att).until + -1))) : "";
}

void report_transfers(const filters& f, answers& a) {
    a.columns = {"transfer",
                 "account",
                 "accounts",
                 "suppliers",
                 "recipient",
                 "weapon",
                 "stage",
                 "quantity_bound",
                 "quantity",
                 "unit",
                 "value_bound",
                 "value_usd",
                 "funding",
                 "from",
                 "until",
                 "supplier_att_then",
                 "supplier_att_now",
                 "recipient_att_then",
                 "recipient_att_now",
                 "attribution",
                 "locator",
                 "note",
                 "evidence",
                 "sources"};
    for (const rp::transfer t : rp::all_transfers()) {
        std::size_t number = 0;
        for (const rp::account x : t.accounts()) {
            ++number;
            if (!passes(f, x, about_account(x))) {
                continue;
            }
            const auto quantity = x.quantity();
            const auto value = x.value();
            std::vector<std::string> then, now;
            for (const rp::actor s : x.suppliers()) {
                then.push_back(att_then(s, x.when()));
                now.push_back(att_now(s));
            }
            row r{str(t.slug()),
                  std::to_string(number),
                  std::to_string(t.accounts().count()),
                  suppliers_of(x),
                  str(to_string(x.recipient())),
                  word_of(x.weapon()),
                  str(to_string(x.stage())),
                  quantity ? str(to_string(quantity->bound)) : "",
                  quantity ? std::to_string(quantity->number) : "",
                  quantity ? str(to_string(quantity->unit)) : "",
                  value ? str(to_string(value->bound)) : "",
                  value ? std::to_string(value->number) : "",
                  word_of(x.funding()),
                  end_of(x.when().from),
                  end_of(x.when().until),
                  join(then, ";"),
                  join(now, ";"),
                  att_then(x.recipient(), x.when()),
                  att_now(x.recipient()),
                  str(to_string(x.attribution())),
                  str(rp::locator_of(x))};
            end_row(r, str(rp::note_on(x)), x);
            a.rows.push_back(std::move(r));
        }
    }
}

void report_acquisitions(const filters& f, answers& a) {
    a.columns = {"acquisition", "channel", "holder",      "reach",   "place", "states",   "weapons", "what",
                 "from",        "until",   "attribution", "locator", "note",  "evidence", "sources"};
    for (const rp::acquisition x : rp::all_acquisitions()) {
        about of{actors_in(x.states()), {}, x.when()};
        std::vector<std::string> weapons;
        for (const rp::weapon w : x.weapons()) {
            of.weapons.push_back(w);
            weapons.push_back(str(to_string(w)));
        }
        if (x.holder()) {
            add_actor(of.actors, *x.holder());
        }
        if (x.reach() != rp::reach::untraced) {
            of.actors.emplace_back(rp::named_actor::islamic_state);
        }
        if (passes(f, x, of)) {
            row r{str(x.slug()),
                  str(to_string(x.channel())),
                  word_of(x.holder()),
                  str(to_string(x.reach())),
                  str(rp::place_of(x)),
                  codes_of(x.states(), ";"),
                  join(weapons, ";"),
                  str(rp::statement_of(x)),
                  end_of(x.when().from),
                  end_of(x.when().until),
                  str(to_string(x.attribution())),
                  str(rp::locator_of(x))};
            end_row(r, str(rp::note_on(x)), x);
            a.rows.push_back(std::move(r));
        }
    }
}

void report_recommendations(const filters& f, answers& a) {
    a.columns = {"recommendation", "addressee", "states",   "kind",   "statement",
                 "locator",        "note",      "evidence", "sources"};
    for (const rp::recommendation x : rp::all_recommendations()) {
        if (passes(f, x, {actors_in(x.states()), {}, {}})) {
            row r{str(x.slug()),
                  str(to_string(x.addressee())),
                  codes_of(x.states(), ";"),
                  str(to_string(x.kind())),
                  str(rp::statement_of(x)),
                  str(rp::locator_of(x))};
            end_row(r, str(rp::note_on(x)), x);
            a.rows.push_back(std::move(r));
        }
    }
}

std::vector<rp::edge> edges_for(const filters& f) {
    std::vector<rp::edge> found;
    for (const rp::edge e : rp::all_edges()) {
        about of{{}, {}, e.when()};
        add_actor(of.actors, e.from());
        add_actor(of.actors, e.to());
        if (e.weapon()) {
            of.weapons.push_back(*e.weapon());
        }
        if (passes(f, e, of)) {
            found.push_back(e);
        }
    }
    return found;
}

void report_routes(const filters& f, answers& a) {
    a.columns = {"from", "to", "kind", "weapon", "implied", "since", "until", "locator", "note", "evidence", "sources"};
    for (const rp::edge& e : edges_for(f)) {
        row r{str(to_string(e.from())), str(to_string(e.to())), str(to_string(e.kind())), word_of(e.weapon()),
              yes_no(e.implied()),      end_of(e.when().from),  end_of(e.when().until),   str(rp::locator_of(e))};
        end_row(r, str(rp::note_on(e)), e);
        a.rows.push_back(std::move(r));
    }
}

void report_standing(const filters& f, answers& a) {
    const al::date now = al::coverage(al::treaty::att).until + -1;
    a.columns = {"state", "name", "roles", "att_on_" + text_of(rp::published), "att_on_" + text_of(now)};
    for (const al::state s : al::all<al::state>{}) {
        std::vector<std::string> roles;
        for (const rp::part p : rp::parts_of(s)) {
            const std::string role = str(to_string(p.role()));
            if (passes(f, p, {{s}, {}, p.when()}) && std::find(roles.begin(), roles.end(), role) == roles.end()) {
                roles.push_back(role);
            }
        }
        if (!roles.empty()) {
            a.rows.push_back({str(al::alpha3(s)), str(al::name(s)), join(roles, ";"),
                              str(al::to_string(al::standing_of(s, al::treaty::att, rp::published))),
                              str(al::to_string(al::standing_of(s, al::treaty::att, now)))});
        }
    }
}

// Why an embargo in force at the time does not settle the matter.
std::string left_open(const rp::conflict& c) {
    std::vector<std::string> why;
    if (c.in_time == al::answer::unknown) {
        why.emplace_back("the text's period reaches beyond the phase");
    }
    if (c.reaches == al::answer::no) {
        why.emplace_back("the recipient is outside its target: " + str(al::to_string(c.phase.target())));
    }
    if (c.reaches == al::answer::unknown) {
        why.emplace_back("whether the phase took in this recipient is not settled");
    }
    if (c.phase.contested()) {
        why.emplace_back("contested: " + str(al::to_string(*c.phase.contested())));
    }
    return join(why, "; ");
}

void report_conflicts(const filters& f, answers& a) {
    a.columns = {"transfer",   "account",   "kind",    "suppliers", "recipient", "weapon",           "from",
                 "until",      "side",      "regime",  "issuer",    "target",    "phase_from",       "phase_until",
                 "instrument", "paragraph", "in_time", "reaches",   "open",      "transfer_sources", "evidence",
                 "sources"};
    const auto add = [&](const row& what, const std::string& said_by, const rp::conflict& c) {
        if (f.issuer && c.phase.issuer() != *f.issuer) {
            return;
        }
        row r = what;
        r.insert(r.end(), {str(to_string(c.side)), str(al::to_string(c.phase.regime())),
                           str(al::to_string(c.phase.issuer())), str(al::to_string(c.phase.target())),
                           text_of(c.phase.when().from), text_of(c.phase.when().until), str(c.phase.instrument()),
                           str(c.phase.paragraph()), str(al::to_string(c.in_time)), str(al::to_string(c.reaches)),
                           left_open(c), said_by, str(al::to_string(al::evidence_of(c.phase))), source_slugs(c.phase)});
        a.rows.push_back(std::move(r));
    };
    for (const rp::transfer t : rp::all_transfers()) {
        std::size_t number = 0;
        for (const rp::account x : t.accounts()) {
            ++number;
            if (passes(f, x, about_account(x))) {
                const row what{str(t.slug()),         std::to_string(number),        "supplied",
                               suppliers_of(x),       str(to_string(x.recipient())), word_of(x.weapon()),
                               end_of(x.when().from), end_of(x.when().until)};
                rp::for_each_conflict(x, [&](const rp::conflict& c) { add(what, source_slugs(x), c); });
            }
        }
    }
    // Onward supplies that are no transfers of their own: sales, diversions, further routes.
    for (const rp::edge& e : edges_for(f)) {
        const bool onward = e.kind() == rp::custody::passed_on || e.kind() == rp::custody::sale_by_armed_group ||
                            e.kind() == rp::custody::state_supply_diverted;
        if (onward) {
            const row what{"",
                           "",
                           str(to_string(e.kind())),
                           str(to_string(e.from())),
                           str(to_string(e.to())),
                           word_of(e.weapon()),
                           end_of(e.when().from),
                           end_of(e.when().until)};
            rp::for_each_conflict(e, [&](const rp::conflict& c) { add(what, source_slugs(e), c); });
        }
    }
}

std::string dot_string(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        out += c == '"' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
    }
    return out + '"';
}

// A graph for Graphviz: parallel edges of one kind are drawn once, with their weapons as label.
void print_dot(const std::vector<rp::edge>& edges, std::ostream& out) {
    std::map<std::size_t, rp::actor> nodes;
    struct drawn {
        rp::edge first;
        std::vector<std::string> weapons;
        bool implied = true;
    };
    std::map<std::tuple<std::size_t, std::size_t, rp::custody>, drawn> arrows;
    for (const rp::edge& e : edges) {
        nodes.emplace(e.from().number(), e.from());
        nodes.emplace(e.to().number(), e.to());
        drawn& d = arrows.try_emplace({e.from().number(), e.to().number(), e.kind()}, drawn{e, {}}).first->second;
        d.implied = d.implied && e.implied();
        if (e.weapon()) {
            d.weapons.push_back(str(rp::name(*e.weapon())));
        }
    }
    out << "digraph custody {\n"
           "  graph [rankdir=LR, label=\"Custody of arms according to Taking Stock (Amnesty International, December "
           "2015) and texts about it\"];\n"
           "  node [shape=box, style=rounded];\n";
    for (const auto& [number, a] : nodes) {
        out << "  " << dot_string(str(to_string(a))) << " [label=" << dot_string(str(rp::name(a)))
            << (a == rp::actor{rp::named_actor::islamic_state} ? ", penwidth=2" : "") << "];\n";
    }
    for (const auto& [key, d] : arrows) {
        std::vector<std::string> label{str(to_string(d.first.kind()))};
        if (!d.weapons.empty()) {
            label.push_back(d.weapons.front() +
                            (d.weapons.size() > 1 ? " and " + std::to_string(d.weapons.size() - 1) + " more" : ""));
        }
        out << "  " << dot_string(str(to_string(d.first.from()))) << " -> " << dot_string(str(to_string(d.first.to())))
            << " [label=" << dot_string(join(label, ": ")) << (d.implied ? ", style=dashed" : "") << "];\n";
    }
    out << "}\n";
}

// How many letters must be put in, left out or changed to make one word of another.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row_above(b.size() + 1);
    std::vector<std::size_t> now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row_above[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            now[j] = std::min({row_above[j] + 1, now[j - 1] + 1, row_above[j - 1] + (a[i - 1] != b[j - 1])});
        }
        std::swap(row_above, now);
    }
    return row_above.back();
}

// The three valid values that look most like a text.
std::string nearest(const std::string& text, const std::vector<std::string>& valid) {
    constexpr std::size_t longest = 64;  // no valid value comes near a longer text
    std::vector<std::pair<std::size_t, std::string>> ranked;
    ranked.reserve(valid.size());
    for (const std::string& v : valid) {
        ranked.emplace_back(distance(std::string_view{text}.substr(0, longest), v), v);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& x, const auto& y) { return x.first < y.first; });
    std::vector<std::string> best;
    for (std::size_t i = 0; i < ranked.size() && i < 3; ++i) {
        best.push_back(ranked[i].second);
    }
    return "nearest: " + join(best, ", ");
}

rp::actor filter_actor(const std::string& text) {
    if (const auto a = rp::find_actor(text)) {
        return *a;
    }
    const al::state_match match = al::find_state(text);
    if (match.kind == al::match_kind::ambiguous) {
        throw bad_query{"--state: " + in_quotes(text) + " is ambiguous: write " + codes_of(match.candidates, " or ")};
    }
    std::vector<std::string> valid;
    for (const al::state s : al::all<al::state>{}) {
        if (text.size() <= 3) {
            valid.push_back(str(al::alpha3(s)));
        } else {
            for (const al::state_name n : al::names_of(s)) {
                valid.push_back(str(n.text()));
            }
        }
    }
    for (const rp::named_actor n : al::all<rp::named_actor>{}) {
        valid.push_back(str(to_string(rp::actor{n})));
    }
    throw bad_query{"--state: no state or actor goes by " + in_quotes(text) + "; " + nearest(text, valid)};
}

rp::weapon filter_weapon(const std::string& text) {
    const rp::weapon_match match = rp::find_weapon(text);
    std::vector<std::string> slugs;
    for (std::size_t i = 0; i < match.count(); ++i) {
        if (to_string(match[i]) == text) {
            return match[i];
        }
        slugs.push_back(str(to_string(match[i])));
    }
    if (match.one()) {
        return *match.one();
    }
    if (!slugs.empty()) {
        throw bad_query{"--weapon: " + in_quotes(text) + " is the name of several: write " + join(slugs, " or ")};
    }
    for (const rp::weapon w : al::all<rp::weapon>{}) {
        slugs.push_back(str(to_string(w)));
    }
    throw bad_query{"--weapon: no weapon of the report goes by " + in_quotes(text) + "; " + nearest(text, slugs)};
}

al::source filter_source(const std::string& text) {
    if (const auto s = al::find_source(text)) {
        return *s;
    }
    std::vector<std::string> slugs;
    for (const al::source s : al::all_sources()) {
        slugs.push_back(str(s.slug()));
    }
    throw bad_query{"--source: no source has the id " + in_quotes(text) + "; " + nearest(text, slugs)};
}

rp::measure filter_measure(const std::string& text) {
    if (const auto m = rp::find_measure(text)) {
        return *m;
    }
    std::vector<std::string> slugs;
    for (const rp::measure m : al::all<rp::measure>{}) {
        slugs.push_back(str(to_string(m)));
    }
    throw bad_query{"--measure: no claim is about " + in_quotes(text) + "; " + nearest(text, slugs)};
}

using named_value = std::pair<std::string, std::string>;

struct report_section {
    void (*fill)(const filters&, answers&);
    std::string_view filters;  // the names of those that apply
};

const std::map<std::string, report_section>& report_sections() {
    static const std::map<std::string, report_section> all{
        {"claims", {report_claims, "state source measure from until asides"}},
        {"weapons", {report_weapons, "state weapon source"}},
        {"suppliers", {report_suppliers, "state source from until"}},
        {"transfers", {report_transfers, "state weapon source from until"}},
        {"acquisitions", {report_acquisitions, "state weapon source from until"}},
        {"recommendations", {report_recommendations, "state source"}},
        {"routes", {report_routes, "state weapon source from until"}},
        {"standing", {report_standing, "state source from until"}},
        {"conflicts", {report_conflicts, "state weapon source from until"}}};
    return all;
}

filters read_filters(const std::string& section, const std::vector<named_value>& given) {
    filters f;
    const std::vector<std::string> known = split_words(report_sections().at(section).filters);
    std::set<std::string> seen;
    for (const auto& [name, value] : given) {
        if (!seen.insert(name).second) {
            throw bad_query{"--" + name + " is given twice"};
        }
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            throw bad_query{join({"report ", section, " has no filter --", name, ": it takes --"}, "") +
                            join(known, ", --")};
        }
        if (name == "state") {
            f.actor = filter_actor(value);
        } else if (name == "weapon") {
            f.weapon = filter_weapon(value);
        } else if (name == "source") {
            f.source = filter_source(value);
        } else if (name == "measure") {
            f.measure = filter_measure(value);
        } else if (name == "from") {
            f.from = date_of(value);
        } else if (name == "until") {
            f.until = date_of(value);
        } else {
            f.asides = true;
        }
    }
    if (f.from && f.until && *f.until <= *f.from) {
        throw bad_query{"--until is not after --from: the period is half-open, [from, until)"};
    }
    return f;
}

// --- screening -------------------------------------------------------------------------------------

// "yes" or "no" of an input; empty is not stated.
al::stated stated_of(const std::string& name, const std::string& text) {
    if (text.empty()) {
        return al::stated::not_stated;
    }
    const auto s = enumerator_of<al::stated>(text);
    if (!s) {
        throw bad_query{name + ": " + in_quotes(text) + " is neither yes nor no"};
    }
    return *s;
}

// Sets one of the optional inputs of a transfer; false when there is none of that name.
bool state_fact(stated_facts& facts, const std::string& name, const std::string& value) {
    if (name == "claim") {
        const auto c = value.empty() ? al::claim::none : enumerator_of<al::claim>(value);
        if (!c) {
            throw bad_query{"claim: " + in_quotes(value) + " is none: write " + all_words<al::claim>()};
        }
        facts.claim = *c;
    } else if (name == "contract") {
        facts.contract = value.empty() ? std::nullopt : std::optional{date_of(value)};
    } else if (name == "outside_area") {
        facts.outside_area = stated_of(name, value);
    } else if (name == "end_use_certificate") {
        facts.end_use_certificate = stated_of(name, value);
    } else if (name == "conditions_met") {
        facts.conditions_met = stated_of(name, value);
    } else if (name == "knows_of_atrocities") {
        facts.knows_of_atrocities = stated_of(name, value);
    } else if (name == "overriding_risk") {
        facts.overriding_risk = stated_of(name, value);
    } else if (name == "diversion_risk") {
        facts.diversion_risk = stated_of(name, value);
    } else {
        return false;
    }
    return true;
}

// Exporter, importer, recipient, item and date as the first five arguments.
al::transfer transfer_of(const row& arguments, const stated_facts& facts) {
    const al::date day = date_of(arguments[4]);
    return {.exporter = state_of(arguments[0], day),
            .importer = state_of(arguments[1], day),
            .recipient = recipient_of(arguments[2]),
            .item = item_of(arguments[3]),
            .on = day,
            .claim = facts.claim,
            .contract = facts.contract ? al::maybe<al::date>{*facts.contract} : al::nothing,
            .outside_area = facts.outside_area,
            .end_use_certificate = facts.end_use_certificate,
            .conditions_met = facts.conditions_met,
            .knows_of_atrocities = facts.knows_of_atrocities,
            .overriding_risk = facts.overriding_risk,
            .diversion_risk = facts.diversion_risk};
}

// The name of the rule of a reason: "eu-syria-2011", "att 6(1)", "vclt 18", "record UN".
std::string rule_of(const al::reason& r) {
    switch (r.rule) {
        case al::rule::embargo:
        case al::rule::embargo_on_exports: return str(al::to_string(r.phase()->regime()));
        case al::rule::article: return str(al::to_string(*r.treaty)) + " " + str(al::number_of(*r.article));
        case al::rule::object_and_purpose: return "vclt 18 " + str(al::to_string(*r.treaty));
        case al::rule::record_of_issuer: return "record " + str(al::to_string(*r.issuer));
        case al::rule::existence: return "existence " + str(al::alpha3(r.bound));
    }
    return "";
}

std::string route_of(const al::verdict& v) {
    const al::reason* r = v.route();
    if (r == nullptr) {
        return "";
    }
    const auto c = r->cell();
    const std::string body = c ? str(c->body()) : r->rule == al::rule::article ? "national authority" : "";
    const std::string waiting = c ? text_of(c->waiting()) : "";
    return str(al::to_string(r->permission)) + (body.empty() ? "" : ": " + body) +
           (waiting.empty() ? "" : ", " + waiting);
}

void add_once(std::vector<std::string>& list, std::string text) {
    if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) {
        list.push_back(std::move(text));
    }
}

// The sources of a reason: of its rule, and of the act it rests on that day.
std::vector<std::string> sources_behind(const al::reason& r, al::date day) {
    std::vector<std::string> slugs;
    const auto add = [&](const auto& record) {
        for (const al::source s : al::sources_of(record)) {
            add_once(slugs, str(s.slug()));
        }
    };
    if (r.is_cited()) {
        add(r);
    }
    if (const auto a = r.phase() ? al::act_on(*r.phase(), day) : al::nothing;
        a && (r.act_on(day).instrument == a->instrument() || r.act_on(day).renewed_by == a->instrument())) {
        add(*a);
    }
    return slugs;
}

const row verdict_columns{"outcome", "route", "rules", "acts", "contested", "sources", "data_edition"};

// The columns that a verdict adds to its transfer. What does not bind is named last, as reported.
row verdict_cells(const al::transfer& t, const al::verdict& v) {
    std::vector<std::string> rules, acts, contests, sources;
    for (const al::reason& r : v) {
        const bool reported = r.effect == al::effect::reported;
        add_once(rules, rule_of(r) + (reported ? " (reported)" : ""));
        if (!reported) {
            add_once(acts, text_of(r.act_on(t.on)));
            const bool decides = r.effect <= al::effect::requires_authorisation;
            add_once(contests, decides && r.contested() ? str(al::to_string(*r.contested())) : "");
            for (const std::string& source : sources_behind(r, t.on)) {
                add_once(sources, source);
            }
        }
    }
    return {str(al::to_string(v.outcome())),
            route_of(v),
            join(rules, ";"),
            join(acts, ";"),
            join(contests, ";"),
            join(sources, ";"),
            str(al::data_edition)};
}

template <class... Arguments>
std::string explained(const Arguments&... arguments) {
    std::string text;
    al::explain(arguments..., [&](al::text_view piece) { text.append(piece.data(), piece.size()); });
    return text;
}

using json_members = std::vector<std::pair<std::string, std::string>>;  // names and values, the values as JSON

std::string json_object(const json_members& members) {
    std::string out = "{";
    for (const auto& [name, value] : members) {
        out += out.size() > 1 ? ", " : "";
        out += json_string(name);
        out += ": ";
        out += value;
    }
    return out + "}";
}

std::string json_list(const std::vector<std::string>& values) {
    std::string out = "[";
    for (const std::string& value : values) {
        out += out.size() > 1 ? ", " : "";
        out += value;
    }
    return out + "]";
}

template <class Enum>
std::string json_flags(const al::flags<Enum>& set) {
    std::vector<std::string> words;
    for (const Enum e : al::all<Enum>{}) {
        if (set.contains(e)) {
            words.push_back(json_string(str(al::to_string(e))));
        }
    }
    return json_list(words);
}

std::string json_positions(al::contest c) {
    std::vector<std::string> positions;
    for (const al::contested_position p : al::positions_of(c)) {
        positions.push_back(
            json_object({{"holders", json_string(str(p.holders()))}, {"statement", json_string(str(p.statement()))}}));
    }
    return json_object({{"contest", json_string(str(al::to_string(c)))}, {"positions", json_list(positions)}});
}

std::string json_reason(const al::reason& r, al::date day) {
    json_members members{{"rule", json_string(rule_of(r))},
                         {"effect", json_string(str(al::to_string(r.effect)))},
                         {"bound", json_string(str(al::alpha3(r.bound)))},
                         {"binds", json_string(str(al::to_string(r.binds)))}};
    if (const auto p = r.phase()) {
        members.insert(members.end(), {{"permission", json_string(str(al::to_string(r.permission)))},
                                       {"force", json_string(str(al::to_string(r.force)))},
                                       {"act", json_string(text_of(r.act_on(day)))}});
        if (const auto c = r.cell()) {
            members.insert(members.end(), {{"body", json_string(str(c->body()))},
                                           {"waiting", json_string(text_of(c->waiting()))},
                                           {"condition", json_string(str(c->condition()))}});
        }
        members.emplace_back("contested", r.contested() ? json_positions(*r.contested()) : "null");
    }
    if (r.is_cited()) {
        std::vector<std::string> sources;
        for (const std::string& slug : sources_behind(r, day)) {
            sources.push_back(json_string(slug));
        }
        members.insert(members.end(), {{"evidence", json_string(str(al::to_string(al::evidence_of(r))))},
                                       {"sources", json_list(sources)}});
    }
    members.emplace_back("explanation", json_string(explained(r, day)));
    return json_object(members);
}

// The reason tree, after the columns of the transfer.
std::string json_verdict(json_members members, const al::transfer& t, const al::verdict& v) {
    std::vector<std::string> reasons;
    for (const al::reason& r : v) {
        reasons.push_back(json_reason(r, t.on));
    }
    members.insert(members.end(), {{"outcome", json_string(str(al::to_string(v.outcome())))},
                                   {"route", json_string(route_of(v))},
                                   {"contested", v.contested() ? "true" : "false"},
                                   {"rests_on_unconfirmed", v.rests_on_unconfirmed() ? "true" : "false"},
                                   {"reasons", json_list(reasons)},
                                   {"turns_on", json_flags(v.turns_on())},
                                   {"lighter_with", json_flags(v.lighter_with())},
                                   {"not_considered", json_flags(v.not_considered())},
                                   {"data_edition", json_string(str(al::data_edition))}});
    return json_object(members);
}

// Records of RFC 4180 from a stream. Where line ends may be quoted, a field may hold them; else a line is a
// record. A record at fault ends at its first line end, so that a quote left open costs one row: the lines after
// it are read again. Memory is bounded: of a line that is too long the rest is dropped.
class csv_reader {
public:
    static constexpr std::size_t longest = 65536;
    enum class line_ends { never_quoted, may_be_quoted };

    csv_reader(std::istream& in, line_ends ends) : in_{*in.rdbuf()}, ends_{ends} {
        const std::string mark = "\xEF\xBB\xBF";  // of UTF-8, before anything else
        while (again_ != mark && in_.sgetc() == static_cast<unsigned char>(mark[again_.size()])) {
            again_ += mark[again_.size()];
            in_.sbumpc();
        }
        read_again_ = again_ == mark ? mark.size() : 0;
    }

    // The next record; false at the end. A fault says why a record cannot be read.
    bool next(row& fields, std::string& fault) {
        fields.assign(1, "");
        fault.clear();
        later_lines_.clear();
        at where = at::start;
        std::size_t size = 0;
        for (int c = read(); c != end_of_file; c = read()) {
            const bool in_field = where == at::quoted && ends_ == line_ends::may_be_quoted && fault.empty();
            if (c == '\n' && !in_field) {
                finish(fields, where, fault);
                return true;
            }
            keep(static_cast<char>(c), fields);
            if (++size <= longest) {
                where = take(static_cast<char>(c), where, fields, fault);
            } else {
                fault = where == at::quoted ? "a quote is not closed within 65536 bytes"
                                            : "a record of more than 65536 bytes";
            }
            if (!fault.empty() && !later_lines_.empty()) {
                break;
            }
        }
        finish(fields, where, fault);
        return size > 0;
    }

private:
    enum class at { start, plain, quoted, closed, ended };
    static constexpr int end_of_file = std::char_traits<char>::eof();

    int read() {
        return read_again_ < again_.size() ? static_cast<unsigned char>(again_[read_again_++]) : in_.sbumpc();
    }

    // Remembers where the first line of a record ends, and what follows.
    void keep(char c, const row& fields) {
        if (later_lines_.empty() && c == '\n') {
            cells_of_first_line_ = fields.size();
            end_of_first_line_ = fields.back().size();
        }
        if (!later_lines_.empty() || c == '\n') {
            later_lines_ += c;
        }
    }

    static at take(char c, at where, row& fields, std::string& fault) {
        const bool after_quote = where == at::closed || where == at::ended;
        if (where == at::quoted && c == '"') {
            return at::closed;
        }
        if (where == at::start && c == '"') {
            return at::quoted;
        }
        if (where == at::closed && c == '\r') {
            return at::ended;
        }
        if (where != at::quoted && where != at::ended && c == ',') {
            fields.emplace_back();
            return at::start;
        }
        if (after_quote && (c != '"' || where == at::ended)) {
            fault = "text after a closing quote";
            return where;
        }
        fields.back() += c;
        return after_quote ? at::quoted : where == at::start ? at::plain : where;
    }

    void finish(row& fields, at where, std::string& fault) {
        if (where == at::quoted && fault.empty()) {
            fault = "a quote is never closed";
        }
        if (!fault.empty() && !later_lines_.empty()) {
            fields.resize(cells_of_first_line_);
            fields.back().resize(end_of_first_line_);
            again_.replace(0, read_again_, later_lines_, 1);
            read_again_ = 0;
        }
        if ((where == at::plain || !fault.empty()) && !fields.back().empty() && fields.back().back() == '\r') {
            fields.back().pop_back();
        }
    }

    std::streambuf& in_;
    line_ends ends_;
    std::string again_;  // what is read before the stream goes on, from read_again_ on
    std::size_t read_again_ = 0;
    std::string later_lines_;  // of the record that is being read, from its first line end on
    std::size_t cells_of_first_line_ = 0;
    std::size_t end_of_first_line_ = 0;
};

bool error_is_terminal() {
#if __has_include(<unistd.h>)
    return isatty(2) != 0;
#else
    return false;
#endif
}

// What the columns of a file of transfers are: where the five stand, and which others are inputs.
class transfer_columns {
public:
    explicit transfer_columns(const row& header) : header_{header} {
        for (const std::string& name : header) {
            names_.push_back(folded(name));
        }
        for (const std::string& name : needed) {
            const auto found = std::find(names_.begin(), names_.end(), name);
            if (found == names_.end()) {
                throw bad_query{"the first line names the columns: there is no " + name +
                                "; needed are exporter, importer, recipient, item and date"};
            }
            at_.push_back(static_cast<std::size_t>(found - names_.begin()));
        }
        for (auto name = names_.begin(); name != names_.end(); ++name) {
            check(*name, std::find(names_.begin(), name, *name) != name);
        }
    }

    al::transfer read(const row& cells) const {
        stated_facts facts;
        for (std::size_t i = 0; i < header_.size(); ++i) {
            (void)state_fact(facts, names_[i], cells[i]);
        }
        row arguments;
        for (const std::size_t i : at_) {
            arguments.push_back(cells[i]);
        }
        return transfer_of(arguments, facts);
    }

    const row& header() const { return header_; }

private:
    static inline const row needed{"exporter", "importer", "recipient", "item", "date"};
    static inline const row stated{"claim",           "contract",
                                   "outside_area",    "end_use_certificate",
                                   "conditions_met",  "knows_of_atrocities",
                                   "overriding_risk", "diversion_risk"};
    static inline const row answered{"outcome",
                                     "route",
                                     "rules",
                                     "acts",
                                     "contested",
                                     "sources",
                                     "reasons",
                                     "turns_on",
                                     "lighter_with",
                                     "not_considered",
                                     "data_edition",
                                     "error",
                                     "rests_on_unconfirmed"};

    // A name as the inputs are written: "Overriding-Risk " is overriding_risk.
    static std::string folded(std::string name) {
        std::erase(name, ' ');
        for (char& c : name) {
            c = c == '-' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
        return name;
    }

    // A column that almost has the name of an input would be carried through and not counted: better refused.
    static void check(const std::string& name, bool stands_before) {
        const auto is = [&](const row& list) { return std::find(list.begin(), list.end(), name) != list.end(); };
        if (stands_before) {
            throw bad_query{"the column " + in_quotes(name) + " stands twice"};
        }
        if (is(answered)) {
            throw bad_query{"the column " + in_quotes(name) + " is one that the answer adds: rename it"};
        }
        for (const std::string& input : stated) {
            if (!is(stated) && !is(needed) && name.size() > 4 && distance(name.substr(0, 64), input) <= 2) {
                throw bad_query{"the column " + in_quotes(name) + " is none of the inputs: did you mean " + input +
                                "?"};
            }
        }
    }

    row header_;
    row names_;
    std::vector<std::size_t> at_;
};

// Screens the transfers of standard input, a row each, in order and in constant memory.
bool screen_stream(format as) {
    csv_reader reader{std::cin, csv_reader::line_ends::may_be_quoted};
    row cells;
    std::string fault;
    if (!reader.next(cells, fault) || !fault.empty()) {
        throw bad_query{fault.empty() ? "standard input is empty: the first line names the columns"
                                      : "the first line names the columns: " + fault};
    }
    const transfer_columns columns{cells};
    row header = columns.header();
    header.insert(header.end(), verdict_columns.begin(), verdict_columns.end());
    const bool json = as == format::json;
    if (json) {
        std::cout << "[";
    } else {
        print_csv_row(std::cout, header);
    }
    const bool tells_progress = error_is_terminal();
    std::size_t rows = 0, errors = 0;
    while (std::cout && reader.next(cells, fault)) {
        if (cells.size() == 1 && cells[0].empty() && fault.empty() && columns.header().size() > 1) {
            continue;  // an empty line
        }
        row answer;
        json_members members;
        try {
            if (!fault.empty()) {
                throw bad_query{fault};
            }
            if (cells.size() != columns.header().size()) {
                throw bad_query{std::to_string(cells.size()) + " cells where the header has " +
                                std::to_string(columns.header().size())};
            }
            const al::transfer t = columns.read(cells);
            const al::verdict v = al::screen(t);
            if (json) {
                for (std::size_t i = 0; i < cells.size(); ++i) {
                    members.emplace_back(columns.header()[i], json_string(cells[i]));
                }
                std::cout << (rows == 0 ? "\n" : ",\n") << json_verdict(std::move(members), t, v);
            } else {
                answer = verdict_cells(t, v);
            }
        } catch (const bad_query& e) {
            ++errors;
            cells.resize(columns.header().size());
            if (json) {
                for (std::size_t i = 0; i < cells.size(); ++i) {
                    members.emplace_back(columns.header()[i], json_string(cells[i]));
                }
                members.insert(members.end(), {{"outcome", json_string("error")}, {"error", json_string(e.what())}});
                std::cout << (rows == 0 ? "\n" : ",\n") << json_object(members);
            } else {
                answer = {"error", "", e.what(), "", "", "", str(al::data_edition)};
            }
        }
        if (!json) {
            cells.insert(cells.end(), answer.begin(), answer.end());
            print_csv_row(std::cout, cells);
        }
        ++rows;
        if (tells_progress && rows % 10000 == 0) {
            std::cerr << "\rarmsledger: " << rows << " transfers screened" << std::flush;
        }
    }
    if (json) {
        std::cout << "\n]\n";
    }
    if (tells_progress && rows >= 10000) {
        std::cerr << '\n';
    }
    if (errors > 0) {
        std::cerr << "armsledger: " << errors << " of " << rows << " rows had no answer; each says why\n";
    }
    return errors == 0;
}

// One transfer: the verdict in words, as columns, or as a tree.
void screen_one(const row& arguments, const options& chosen, format as, printer& out) {
    static const row names{"exporter", "importer", "recipient", "item", "date"};
    if (arguments.size() != names.size()) {
        throw bad_query{"screen takes EXPORTER IMPORTER RECIPIENT ITEM DATE, or transfers on standard input"};
    }
    const al::transfer t = transfer_of(arguments, chosen.stated);
    const al::verdict v = al::screen(t);
    const row inputs{str(al::alpha3(t.exporter)), str(al::alpha3(t.importer)), recipient_slug(t.recipient),
                     item_slug(t.item), text_of(t.on)};
    if (as == format::json) {
        json_members members;
        for (std::size_t i = 0; i < names.size(); ++i) {
            members.emplace_back(names[i], json_string(inputs[i]));
        }
        std::cout << json_verdict(std::move(members), t, v) << '\n';
        return;
    }
    if (as == format::csv) {
        answers a{names, names.size(), {inputs}};
        const row cells = verdict_cells(t, v);
        a.columns.insert(a.columns.end(), verdict_columns.begin(), verdict_columns.end());
        a.rows[0].insert(a.rows[0].end(), cells.begin(), cells.end());
        out.print(a);
        return;
    }
    std::string text = explained(t, v);
    text.pop_back();  // its last line end
    page p{std::move(text)};
    p.section("The reasons rest on");
    for (const al::reason& r : v) {
        if (r.is_cited()) {
            p.line(rule_of(r), str(al::to_string(al::evidence_of(r))));
            p.cite(r);
        }
    }
    p.print(std::cout);
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
                                                    {"permission", {4, 4, "STATE RECIPIENT ITEM DATE", ask_permission}},
                                                    {"diff", {3, 3, "STATE DATE DATE", ask_diff}},
                                                    {"sources", {0, 1, "[ID]", ask_sources}},
                                                    {"coverage", {0, 0, "nothing", ask_coverage}}};
    return all;
}

void check_arguments(const std::string& name, const command& c, const row& arguments) {
    if (arguments.size() < c.least || arguments.size() > c.most) {
        throw bad_query{name + " takes " + std::string{c.arguments} + ", not " + std::to_string(arguments.size()) +
                        (arguments.size() == 1 ? " argument" : " arguments")};
    }
}

// The columns of a command's answers, for a query that has none: those of a query that has.
answers no_answer(const std::string& name, const row& arguments, const std::string& reason, const options& chosen) {
    static const std::map<std::string, row> examples{{"state", {"IRQ"}},
                                                     {"treaty", {"att", "IRQ", "2015-12-07"}},
                                                     {"count", {"att", "2015-12-07"}},
                                                     {"embargo", {"IRQ", "2015-12-07"}},
                                                     {"permission", {"IRQ", "unknown", "salw", "2015-12-07"}},
                                                     {"diff", {"IRQ", "2015-12-07", "2015-12-07"}},
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
    csv_reader reader{std::cin, csv_reader::line_ends::never_quoted};
    bool all_answered = true;
    row fields;
    std::string fault;
    while (std::cout && reader.next(fields, fault)) {
        try {
            if (!fault.empty()) {
                throw bad_query{fault};
            }
            check_arguments(name, c, fields);
            out.print(c.ask(fields, chosen));
        } catch (const bad_query& e) {
            all_answered = false;
            out.print(no_answer(name, fields, e.what(), chosen));
        }
    }
    return all_answered;
}

// "--state=IRQ" as a name and a value.
std::optional<named_value> filter_in(const std::string& argument) {
    static const std::vector<std::string> names{"state", "weapon", "source", "measure", "from", "until"};
    const std::size_t end = argument.find('=');
    if (argument.rfind("--", 0) == 0 && end != std::string::npos) {
        const std::string name = argument.substr(2, end - 2);
        if (std::find(names.begin(), names.end(), name) != names.end()) {
            return named_value{name, argument.substr(end + 1)};
        }
    }
    return argument == "--asides" ? std::optional{named_value{"asides", ""}} : std::nullopt;
}

// "--overriding-risk=no" as what is stated of a transfer.
bool fact_in(const std::string& argument, stated_facts& facts) {
    const std::size_t end = argument.find('=');
    if (argument.rfind("--", 0) != 0 || end == std::string::npos) {
        return false;
    }
    std::string name = argument.substr(2, end - 2);
    std::replace(name.begin(), name.end(), '-', '_');
    return state_fact(facts, name, argument.substr(end + 1));
}

struct command_line {
    row words;
    std::vector<named_value> filters;
    row facts;  // the options that state one, as they were written
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
                      : value == "dot"  ? std::optional{format::dot}
                                        : std::nullopt;
            if (!read.as) {
                throw bad_query{in_quotes(value) + " is no format: write text, csv, json, or dot for routes"};
            }
        } else if (argument.rfind("--issuer=", 0) == 0) {
            const auto issuer = al::find_issuer(argument.substr(9));
            if (!issuer) {
                throw bad_query{in_quotes(argument.substr(9)) +
                                " is no issuer: write UN, EU, OSCE, LAS, ECOWAS, AU, CIS or OAS"};
            }
            read.chosen.issuer = *issuer;
        } else if (fact_in(argument, read.chosen.stated)) {
            read.facts.push_back(argument);
        } else if (const auto filter = filter_in(argument)) {
            read.filters.push_back(*filter);
        } else if (argument == "--help" || argument == "--version") {  // wherever it stands, and alone
            command_line only;
            only.words = {argument};
            return only;
        } else if (argument.size() > 1 && argument[0] == '-') {
            throw bad_query{in_quotes(argument) + " is no option: see armsledger --help"};
        } else {
            read.words.push_back(argument);
        }
    }
    return read;
}

void run_report(const command_line& line, format as, printer& out) {
    const std::string section = line.words.size() == 2 ? line.words[1] : "";
    if (!report_sections().contains(section)) {
        std::vector<std::string> known;
        for (const auto& [name, s] : report_sections()) {
            known.push_back(name);
        }
        throw bad_query{"report takes one of " + join(known, ", ") +
                        (section.empty() ? "" : ", not " + in_quotes(section))};
    }
    filters f = read_filters(section, line.filters);
    f.issuer = line.chosen.issuer;
    if (f.issuer && section != "conflicts") {
        throw bad_query{"report " + section + " has no filter --issuer: report conflicts has"};
    }
    if (as == format::dot) {
        if (section != "routes") {
            throw bad_query{"--format=dot draws routes: write armsledger report routes --format=dot"};
        }
        print_dot(edges_for(f), std::cout);
        return;
    }
    answers found;
    report_sections().at(section).fill(f, found);
    out.print(found);
    if (found.rows.empty()) {
        std::cerr << "armsledger: nothing in " << section << " passes these filters\n";
    }
    if (found.rows.empty() && as == format::csv) {
        print_csv_row(std::cout, found.columns);
    }
}

void print_page(const page& p, const std::string& name, al::date day, format as, printer& out) {
    if (as == format::text) {
        p.print(std::cout);
    } else {
        out.print(p.rows(name, day));
    }
}

// False when a line of standard input had no answer.
// What is stated of a transfer belongs to screen, and a claim or contract to permission too.
void check_facts(const command_line& line) {
    const std::string name = line.words.empty() ? "" : line.words[0];
    for (const std::string& fact : line.facts) {
        const bool of_claim = fact.rfind("--claim=", 0) == 0 || fact.rfind("--contract=", 0) == 0;
        if (name == "screen" && (line.words.size() == 1 || line.words[1] == "-")) {
            throw bad_query{in_quotes(fact) + ": of transfers on standard input this is a column"};
        }
        if (name != "screen" && !(name == "permission" && of_claim)) {
            throw bad_query{in_quotes(fact) + " is for armsledger screen" + (of_claim ? " and permission" : "")};
        }
    }
}

bool run(command_line line) {
    const bool streams = line.words.size() == 2 && line.words[1] == "-";
    const format as = line.as.value_or(streams ? format::csv : format::text);
    printer out{std::cout, as};
    bool all_answered = true;
    const bool report = !line.words.empty() && line.words[0] == "report";
    if (!report && (as == format::dot || !line.filters.empty())) {
        throw bad_query{"--format=dot and filters are for armsledger report"};
    }
    check_facts(line);
    const std::string asked = line.words.empty() ? "" : line.words[0];
    if (line.chosen.issuer && asked != "embargo" && asked != "permission" && !report) {
        throw bad_query{"--issuer is for armsledger embargo, permission and report conflicts"};
    }
    if (report) {
        run_report(line, as, out);
    } else if (line.words.empty()) {
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
        } else if (name == "diff" && !streams && as == format::text && arguments.size() == 3) {
            diff_page(arguments).print(std::cout);
            return true;
        } else if (name == "screen" && (arguments.empty() || streams)) {
            return screen_stream(line.as.value_or(format::csv));
        } else if (name == "screen") {
            screen_one(arguments, line.chosen, as, out);
            if (as != format::csv) {
                return true;
            }
        } else if (!commands().contains(name)) {
            throw bad_query{in_quotes(name) + " is no command: see armsledger --help"};
        } else if (streams && commands().at(name).most > 0) {
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
    } catch (const std::ios_base::failure&) {
        std::cout.flush();
        std::cerr << "armsledger: standard input could not be read\n";
        return 1;
    }
}
