// SPDX-License-Identifier: BSL-1.0
//
// Reads the CSV files of the record and says, with file, line and column, what is wrong with them.
#pragma once

#include "table_days.hpp"

#include <armsledger/date.hpp>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace generator {

// What is wrong with the data, in the order found.
class fault_list {
public:
    void add(const std::string& file, std::size_t line, std::string_view column, std::string_view what) {
        lines_.push_back(file + ":" + std::to_string(line) + ": " + std::string{column} + ": " + std::string{what});
        for (char& c : lines_.back()) {
            c = c == '\n' ? ' ' : c;  // of a cell that is quoted
        }
    }
    bool empty() const { return lines_.empty(); }

    void print_first(std::size_t n, std::ostream& out) const {
        for (std::size_t i = 0; i < lines_.size() && i < n; ++i) {
            out << lines_[i] << '\n';
        }
        if (lines_.size() > n) {
            out << "and " << lines_.size() - n << " more\n";
        }
    }

private:
    std::vector<std::string> lines_;
};

inline std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = text.find(separator);
        parts.emplace_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        if (end != std::string_view::npos && text.empty()) {
            parts.emplace_back();
        }
    }
    return parts;
}

// The words a column may hold; a word's index is its code in the tables.
class vocabulary {
public:
    vocabulary(std::string what, std::vector<std::string> words) : what_{std::move(what)} {
        for (std::string& word : words) {
            add(std::move(word));
        }
    }
    explicit vocabulary(std::string what) : what_{std::move(what)} {}

    void add(std::string word) {
        codes_.emplace(word, words_.size());
        words_.push_back(std::move(word));
    }
    std::optional<std::size_t> find(const std::string& word) const {
        const auto found = codes_.find(word);
        return found == codes_.end() ? std::nullopt : std::optional{found->second};
    }
    const std::string& what() const { return what_; }
    const std::vector<std::string>& words() const { return words_; }
    std::size_t size() const { return words_.size(); }

private:
    std::string what_;
    std::vector<std::string> words_;
    std::map<std::string, std::size_t> codes_;
};

class table;

// A row that knows where it stands, so that every reading of a cell can name a fault.
class row {
public:
    row(const table& in, std::size_t index) : in_{&in}, index_{index} {}

    const std::string& text(std::string_view column) const;
    const std::string& required(std::string_view column) const;
    void fault(std::string_view column, const std::string& what) const;

    // The code of a word; 0, and a fault, for a word outside the vocabulary.
    std::size_t code(std::string_view column, const vocabulary& words) const;
    // Empty cell: nothing.
    std::optional<std::size_t> code_if_any(std::string_view column, const vocabulary& words) const;
    std::vector<std::size_t> codes(std::string_view column, const vocabulary& words) const;

    // A day, a shorter date, or a span; empty for an empty cell.
    std::optional<armsledger::uncertain_date> span(std::string_view column) const;
    // A day and nothing else; empty for an empty cell.
    std::optional<armsledger::date> day(std::string_view column) const;

private:
    std::size_t code_of(std::string_view column, const vocabulary& words, const std::string& word) const;

    const table* in_;
    std::size_t index_;
};

class table {
public:
    // Reads `directory/name`. Rows must be sorted by the key columns and their keys be unique.
    table(const std::filesystem::path& directory, std::string name, std::vector<std::string> key, fault_list& faults)
        : name_{std::move(name)}, faults_{&faults} {
        std::ifstream in{directory / name_, std::ios::binary};
        if (!in) {
            fault(1, "-", "cannot be read");
            return;
        }
        well_formed_ = parse(std::string{std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}});
        if (well_formed_ && rows_.empty()) {
            fault(2, "-", "has no rows");
            well_formed_ = false;
        }
        if (well_formed_) {
            check_order(key);
        }
    }
    // Whether its rows can be read; what other files say of a file that cannot would be noise.
    bool well_formed() const { return well_formed_; }

    table(const table&) = delete;
    table& operator=(const table&) = delete;

    const std::string& name() const { return name_; }
    std::size_t size() const { return rows_.size(); }
    row operator[](std::size_t i) const { return {*this, i}; }

    std::vector<row> rows() const {
        std::vector<row> all;
        for (std::size_t i = 0; i < size(); ++i) {
            all.push_back((*this)[i]);
        }
        return all;
    }

    // Every column must have been asked for: what no table takes up would be lost in silence.
    void check_consumed() const {
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            if (!used_.contains(columns_[c]) && !rows_.empty()) {
                fault(1, columns_[c], "this column goes into no table");
            }
        }
    }

private:
    friend class row;

    struct line {
        std::size_t number;
        std::vector<std::string> cells;
    };

    void fault(std::size_t number, std::string_view column, std::string_view what) const {
        faults_->add("data/" + name_, number, column, what);
    }

    const std::string& cell(std::size_t index, std::string_view column) const {
        static const std::string nothing;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            if (columns_[c] == column) {
                used_.insert(std::string{column});
                return rows_[index].cells[c];
            }
        }
        if (missing_.insert(std::string{column}).second) {
            fault(1, column, "there is no such column");
        }
        return nothing;
    }

    // RFC 4180 with `\n` line ends. False when the text is of another form.
    bool parse(const std::string& text) {
        std::size_t number = 1;
        line current{1, {}};
        std::string value;
        bool quoted = false;
        bool was_quoted = false;
        const auto end_cell = [&] {
            current.cells.push_back(std::exchange(value, {}));
            was_quoted = false;
        };
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            if (c == '\0' || c == '\r') {
                fault(number, "-", c == '\r' ? "carriage return: lines end with \\n alone" : "NUL byte");
                return false;
            }
            if (quoted) {
                if (c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
                    value += '"';
                    ++i;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    number += c == '\n';
                    value += c;
                }
            } else if (c == '"') {
                if (!value.empty() || was_quoted) {
                    fault(number, "-", "a quote inside an unquoted cell");
                    return false;
                }
                quoted = was_quoted = true;
            } else if (c == ',') {
                end_cell();
            } else if (c == '\n') {
                end_cell();
                take(std::move(current));
                current = line{++number, {}};
            } else if (was_quoted) {
                fault(number, "-", "text after a closing quote");
                return false;
            } else {
                value += c;
            }
        }
        if (quoted || !value.empty() || !current.cells.empty()) {
            fault(number, "-", quoted ? "a quote is never closed" : "the last line has no line end");
            return false;
        }
        return true;
    }

    void take(line read) {
        if (columns_.empty()) {
            columns_ = std::move(read.cells);
        } else if (read.cells.size() != columns_.size()) {
            fault(read.number, "-",
                  std::to_string(read.cells.size()) + " cells where the header has " + std::to_string(columns_.size()));
        } else {
            rows_.push_back(std::move(read));
        }
    }

    void check_order(const std::vector<std::string>& key) const {
        std::vector<std::string> before;
        for (std::size_t i = 0; i < size(); ++i) {
            std::vector<std::string> current;
            for (const std::string& column : key) {
                current.push_back(cell(i, column));
            }
            if (i > 0 && current == before) {
                fault(rows_[i].number, key.front(), "the key of this row stands twice");
            } else if (i > 0 && current < before) {
                fault(rows_[i].number, key.front(), "not sorted: this row belongs before the one above");
            }
            before = std::move(current);
        }
    }

    std::string name_;
    fault_list* faults_;
    bool well_formed_ = false;
    std::vector<std::string> columns_;
    std::vector<line> rows_;
    mutable std::set<std::string> used_;
    mutable std::set<std::string> missing_;
};

inline const std::string& row::text(std::string_view column) const { return in_->cell(index_, column); }

inline void row::fault(std::string_view column, const std::string& what) const {
    in_->fault(in_->rows_[index_].number, column, what);
}

inline const std::string& row::required(std::string_view column) const {
    const std::string& value = text(column);
    if (value.empty()) {
        fault(column, "must not be empty");
    }
    return value;
}

inline std::size_t row::code_of(std::string_view column, const vocabulary& words, const std::string& word) const {
    const auto found = words.find(word);
    if (!found) {
        fault(column, "'" + word + "' is no " + words.what());
    }
    return found.value_or(0);
}

inline std::size_t row::code(std::string_view column, const vocabulary& words) const {
    return code_of(column, words, text(column));
}

inline std::optional<std::size_t> row::code_if_any(std::string_view column, const vocabulary& words) const {
    return text(column).empty() ? std::nullopt : std::optional{code(column, words)};
}

inline std::vector<std::size_t> row::codes(std::string_view column, const vocabulary& words) const {
    std::vector<std::size_t> all;
    for (const std::string& word : split(text(column), ';')) {
        const std::size_t code = code_of(column, words, word);
        for (const std::size_t before : all) {
            if (before == code && words.find(word)) {
                fault(column, "'" + word + "' stands twice");
            }
        }
        all.push_back(code);
    }
    return all;
}

// The first and last day that a date of any precision may mean.
inline std::optional<armsledger::uncertain_date> read_date(const std::string& text) {
    using armsledger::parse_date;
    if (text.size() == 4) {
        const auto first = parse_date(text + "-01-01");
        return first ? std::optional{armsledger::uncertain_date{*first, *parse_date(text + "-12-31")}} : std::nullopt;
    }
    if (text.size() == 7) {
        const auto first = parse_date(text + "-01");
        const auto days = first ? armsledger::days_in_month(first->year(), first->month()) : 0U;
        return first ? std::optional{armsledger::uncertain_date{*first, *first + (static_cast<std::int32_t>(days) - 1)}}
                     : std::nullopt;
    }
    const auto day = parse_date(text);
    return day ? std::optional{armsledger::uncertain_date{*day, *day}} : std::nullopt;
}

inline std::optional<armsledger::uncertain_date> row::span(std::string_view column) const {
    const std::string& value = text(column);
    if (value.empty()) {
        return std::nullopt;
    }
    const std::size_t slash = value.find('/');
    const auto first = read_date(value.substr(0, slash));
    auto last = first;
    if (slash != std::string::npos) {
        const std::string end = value.substr(slash + 1);
        last = end == ".." ? armsledger::uncertain_date{armsledger::never, armsledger::never} : read_date(end);
    }
    if (!first || !last) {
        fault(column, "'" + value + "' is no date (YYYY-MM-DD, YYYY-MM, YYYY, or A/B)");
        return std::nullopt;
    }
    if (last->latest <= first->earliest && slash != std::string::npos) {
        fault(column, "'" + value + "' ends before it begins");
        return std::nullopt;
    }
    if (!fits_tables(first->earliest) || !fits_tables(last->latest)) {
        fault(column, "'" + value + "' is not within 1899-01-01 to 2078-06-03, the days that tables hold");
        return std::nullopt;
    }
    return armsledger::uncertain_date{first->earliest, last->latest};
}

inline std::optional<armsledger::date> row::day(std::string_view column) const {
    const auto read = span(column);
    if (read && !read->exactly()) {
        fault(column, "'" + text(column) + "' must be a day, YYYY-MM-DD");
    }
    return read && read->exactly() ? std::optional{read->earliest} : std::nullopt;
}

}  // namespace generator
