// SPDX-License-Identifier: BSL-1.0
//
// armsledger: asks the record from the command line. `armsledger --help` says how.
//
// Every answer is a list of rows under named columns; a format turns rows into text, CSV or JSON. The
// same functions answer the arguments and the lines of standard input.
#include "tool/report.hpp"
#include "tool/stream.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace {

using namespace tool;

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
non-lethal), a category as scheme:code (unroca:IV) or a weapon of the report.

A date known within bounds reads A/B; A/.. has no later bound.

In a file of transfers a quoted cell may hold line ends; a row that cannot be read ends at its first one.
A line of more than 65536 bytes is not read.

Exit: 0 answered; 1 a line of standard input had no answer, standard input could not be read, or the
output could not be written; 2 the arguments are wrong. Not legal advice.
)";

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

// False when a line of standard input had no answer.
bool run(const command_line& line) {
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
