// SPDX-License-Identifier: BSL-1.0
//
// Answers as rows under named columns, printed as text, CSV or JSON.
#pragma once

#include <armsledger/text.hpp>

#include <algorithm>
#include <cstddef>
#include <iomanip>
#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace tool {

namespace al = armsledger;

// What is wrong with a query, and what would be right.
struct bad_query : std::runtime_error {
    using std::runtime_error::runtime_error;
};

inline std::string str(al::text_view t) { return std::string{t.data(), t.size()}; }

using row = std::vector<std::string>;

struct answers {
    std::vector<std::string> columns;
    std::size_t inputs = 0;  // how many of the columns repeat the query
    std::vector<row> rows;
};

inline std::string csv_cell(const std::string& cell) {
    if (cell.find_first_of(",\"\n\r") == std::string::npos) {
        return cell;
    }
    std::string out = "\"";
    for (const char c : cell) {
        out += c == '"' ? "\"\"" : std::string(1, c);
    }
    return out + '"';
}

inline void print_csv_row(std::ostream& out, const row& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        out << (i > 0 ? "," : "") << csv_cell(cells[i]);
    }
    out << '\n';
}

// The length of the UTF-8 character at text[at]; 0 where there is none.
inline std::size_t utf8_length(const std::string& text, std::size_t at) {
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
inline std::string in_quotes(const std::string& text) {
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

inline std::string json_string(const std::string& text) {
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

}  // namespace tool
