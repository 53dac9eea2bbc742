// SPDX-License-Identifier: BSL-1.0
//
// CSV and JSON read from a whole text, as plainly as can be: what the tool's streams are held to.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fuzz {

// A record and where the text goes on after it; no cells where the record is at fault.
struct csv_record {
    std::optional<std::vector<std::string>> cells;
    std::size_t end;
};

// The record at text[at]. Fields may be quoted, quoted ones may hold line ends if `lines_in_quotes`; "\r\n"
// ends a line too. A record at fault ends at its first line end.
inline csv_record read_record(std::string_view text, std::size_t at, bool lines_in_quotes, std::size_t longest) {
    const std::size_t line_end = std::min(text.find('\n', at), text.size());
    const csv_record at_fault{std::nullopt, std::min(line_end + 1, text.size())};
    std::vector<std::string> cells{""};
    std::size_t i = at;
    const auto at_line_end = [&] {
        return i == text.size() || text[i] == '\n' ||
               (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] == '\n'));
    };
    for (;;) {
        if (i < text.size() && text[i] == '"') {
            for (++i;; ++i) {
                if (i == text.size() || (text[i] == '\n' && !lines_in_quotes)) {
                    return at_fault;  // never closed
                }
                if (text[i] == '"' && (i + 1 == text.size() || text[i + 1] != '"')) {
                    break;
                }
                i += text[i] == '"';
                cells.back() += text[i];
            }
            ++i;
        } else {
            while (!at_line_end() && text[i] != ',') {
                cells.back() += text[i++];
            }
        }
        if (at_line_end()) {
            break;
        }
        if (text[i] != ',') {
            return at_fault;  // text after a closing quote
        }
        cells.emplace_back();
        ++i;
    }
    i += i < text.size() && text[i] == '\r';
    if (i - at > longest) {
        return at_fault;
    }
    return {std::move(cells), std::min(i + 1, text.size())};
}

inline std::vector<csv_record> read_records(std::string_view text, bool lines_in_quotes, std::size_t longest) {
    std::vector<csv_record> records;
    for (std::size_t at = 0; at < text.size(); at = records.back().end) {
        records.push_back(read_record(text, at, lines_in_quotes, longest));
    }
    return records;
}

// Whether a text is one JSON value, and how many members the outermost array has.
class json_text {
public:
    explicit json_text(std::string_view text) : text_{text} {}

    // The size of the array that the text is; nothing where it is none.
    std::optional<std::size_t> array_size() {
        const std::optional<std::size_t> size = array();
        space();
        return at_ == text_.size() ? size : std::nullopt;
    }

private:
    void space() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) {
            ++at_;
        }
    }
    bool take(std::string_view word) {
        space();
        const bool stands = text_.substr(at_, word.size()) == word;
        at_ += stands ? word.size() : 0;
        return stands;
    }
    bool string() {
        if (!take("\"")) {
            return false;
        }
        for (; at_ < text_.size() && text_[at_] != '"'; ++at_) {
            if (static_cast<unsigned char>(text_[at_]) < 0x20) {
                return false;
            }
            at_ += text_[at_] == '\\';
        }
        return take("\"");
    }
    bool member() { return string() && take(":") && value(); }
    bool object() {
        if (take("}")) {
            return true;
        }
        do {
            if (!member()) {
                return false;
            }
        } while (take(","));
        return take("}");
    }
    std::optional<std::size_t> array() {
        if (!take("[")) {
            return std::nullopt;
        }
        std::size_t size = 0;
        while (!take("]")) {
            if ((size > 0 && !take(",")) || !value()) {
                return std::nullopt;
            }
            ++size;
        }
        return size;
    }
    bool number() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') {
            ++at_;
        }
        return at_ > begin;
    }
    bool value() {
        space();
        if (take("{")) {
            return object();
        }
        if (at_ < text_.size() && text_[at_] == '[') {
            return array().has_value();
        }
        return take("true") || take("false") || take("null") || string() || number();
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace fuzz
