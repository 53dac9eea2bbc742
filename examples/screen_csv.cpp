// SPDX-License-Identifier: BSL-1.0
//
// Screening in bulk: transfers as CSV on standard input, verdicts as CSV on standard output, a row each and in order.
// A row that cannot be screened says why. `armsledger screen` reads more: quoted cells, columns in any order, what is
// stated of a transfer, weapons of the report. What both read, both answer alike.
//
//   $ printf 'BEL,SYR,government,mortar,2012-06-01\nMali,Congo,,rpg,2012-06-01\n' | screen_csv | cut -d, -f-10
//   exporter,importer,recipient,item,date,outcome,effect,act,error,data_edition
//   BEL,SYR,government,mortar,2012-06-01,prohibited,prohibits,Decision 2011/782/CFSP,,2026.11
//   Mali,Congo,,rpg,2012-06-01,error,,,importer: Congo means COD or COG,2026.11
#include <armsledger/armsledger.hpp>

#include <chrono>
#include <cinttypes>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

namespace al = armsledger;

namespace {

// Of each row, in this order; they may stand in the first line.
const std::string columns = "exporter,importer,recipient,item,date";

// What is wrong with a row.
using bad_row = std::invalid_argument;

std::string str(al::text_view text) { return {text.data(), text.size()}; }

al::date date_of(const std::string& cell) {
    const auto day = al::parse_date(cell);
    return day ? *day : throw bad_row{"date: " + cell + " is none: write YYYY-MM-DD"};
}

// A name may mean another state on another day, or several.
al::state state_of(const std::string& column, const std::string& cell, al::date day) {
    const al::state_match match = al::find_state(cell, day);
    if (const auto s = match.one()) {
        return *s;
    }
    std::string candidates;
    for (const al::state s : match.candidates) {
        candidates += (candidates.empty() ? "" : " or ") + str(al::alpha3(s));
    }
    throw bad_row{column + ": " + cell + (candidates.empty() ? " is no state on record" : " means " + candidates)};
}

al::recipient recipient_of(const std::string& cell) {
    for (const al::end_user u : al::all<al::end_user>{}) {
        if (cell == str(al::to_string(u))) {
            return u;
        }
    }
    if (const auto g = al::find_group(cell).one()) {
        return *g;
    }
    return cell.empty() ? al::end_user::unknown : throw bad_row{"recipient: " + cell + " is no end user and no group"};
}

al::item item_of(const std::string& cell) {
    const auto c = al::find_item_class(cell);
    const auto t = al::find_weapon_type(cell);
    return c ? al::item{*c} : t ? *t : throw bad_row{"item: " + cell + " is no weapon type and no class of items"};
}

al::transfer transfer_of(const std::vector<std::string>& cells) {
    const al::date day = date_of(cells[4]);
    return {.exporter = state_of("exporter", cells[0], day),
            .importer = state_of("importer", cells[1], day),
            .recipient = recipient_of(cells[2]),
            .item = item_of(cells[3]),
            .on = day};
}

std::vector<std::string> split(const std::string& line) {
    std::vector<std::string> cells;
    for (std::size_t at = 0; at <= line.size(); at += cells.back().size() + 1) {
        cells.push_back(line.substr(at, line.find(',', at) - at));
    }
    return cells;
}

// With quotes where a cell needs them.
std::string csv(std::string cell) {
    if (cell.find_first_of(",\"\r") == std::string::npos) {
        return cell;
    }
    for (std::size_t at = 0; (at = cell.find('"', at)) != std::string::npos; at += 2) {
        cell.insert(at, 1, '"');
    }
    return '"' + cell + '"';
}

// What a reason rests on: an act, or an article of a treaty.
std::string act_of(const al::reason& r, al::date day) {
    return r.phase()   ? str(r.act_on(day).instrument)
           : r.article ? str(al::name(*r.treaty)) + " " + str(al::number_of(*r.article))
                       : str(al::to_string(r.rule));
}

// The outcome, what the weightiest reason does and by which act, and no error; or an error.
std::string answer_to(const std::string& line, const std::vector<std::string>& cells) {
    try {
        if (cells.size() != 5 || line.find('"') != std::string::npos) {
            throw bad_row{"not " + columns + " without quotes: " + line};
        }
        const al::transfer t = transfer_of(cells);
        const al::verdict v = al::screen(t);
        const std::string why = v.size() == 0 ? "," : str(al::to_string(v[0].effect)) + ',' + csv(act_of(v[0], t.on));
        return str(al::to_string(v.outcome())) + ',' + why + ',';
    } catch (const bad_row& fault) {
        return "error,,," + csv(fault.what());
    }
}

}  // namespace

int main() {
    std::ios::sync_with_stdio(false);
    char record[64];
    std::snprintf(record, sizeof record, ",%s,%016" PRIx64 "\n", str(al::data_edition).c_str(), al::fingerprint);
    std::cout << columns << ",outcome,effect,act,error,data_edition,fingerprint\n";
    std::size_t rows = 0, errors = 0;
    const auto start = std::chrono::steady_clock::now();
    for (std::string line; std::getline(std::cin, line);) {
        line.erase(line.find_last_not_of('\r') + 1);
        if (line.empty() || (rows == 0 && line == columns)) {
            continue;
        }
        std::vector<std::string> cells = split(line);
        const std::string answer = answer_to(line, cells);
        cells.resize(5);
        for (const std::string& cell : cells) {
            std::cout << csv(cell) << ',';
        }
        std::cout << answer << record;
        ++rows;
        errors += answer.starts_with("error");
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::cerr << "screen_csv: " << rows << " rows, " << errors << " without an answer, "
              << std::lround(static_cast<double>(rows) / took.count()) << " rows a second\n";
    return std::cout.flush() && !std::cin.bad() && errors == 0 ? 0 : 1;
}
