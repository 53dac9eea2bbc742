// SPDX-License-Identifier: BSL-1.0
//
// Transfers of standard input, screened in order and in constant memory.
#pragma once

#include "screening.hpp"

#include <algorithm>
#include <cstddef>
#include <iostream>
#include <streambuf>
#include <string>
#include <utility>
#include <vector>

#if __has_include(<unistd.h>)
#include <unistd.h>
#endif

namespace tool {

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

inline bool error_is_terminal() {
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
    static inline const row stated = names_of_facts();
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
inline bool screen_stream(format as) {
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

}  // namespace tool
