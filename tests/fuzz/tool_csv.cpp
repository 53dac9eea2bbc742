// SPDX-License-Identifier: BSL-1.0
//
// The tool's streams, driven in process. The first byte of a text chooses the command and the format, the rest is
// standard input.
#define main armsledger_main
#include "../../examples/armsledger.cpp"
#undef main

#include "csv_text.hpp"
#include "property.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using fuzz::require;

namespace {

constexpr std::size_t longest = 65536;  // of a record
constexpr std::array<std::string_view, 8> streams{"screen",  "state",      "treaty", "count",
                                                  "embargo", "permission", "diff",   "sources"};

// Puts another buffer under a stream while it lives.
class redirected {
public:
    redirected(std::ios& stream, std::streambuf* to) : stream_{stream}, before_{stream.rdbuf(to)} {}
    ~redirected() { stream_.rdbuf(before_); }
    redirected(const redirected&) = delete;
    redirected& operator=(const redirected&) = delete;

private:
    std::ios& stream_;
    std::streambuf* before_;
};

struct ran {
    int code;
    std::string out, err;
};

ran run_tool(std::vector<std::string> words, std::string_view input) {
    std::stringbuf in{std::string{input}}, out, err;
    const redirected input_of_tool{std::cin, &in}, output_of_tool{std::cout, &out}, errors_of_tool{std::cerr, &err};
    std::vector<char*> argv;
    for (std::string& word : words) {
        argv.push_back(word.data());
    }
    const int code = armsledger_main(static_cast<int>(argv.size()), argv.data());
    return {code, out.str(), err.str()};
}

bool is_refusal(const ran& r) {
    return r.code == 2 && r.out.empty() && r.err.rfind("armsledger: ", 0) == 0 && r.err.back() == '\n';
}

// What stands after a byte order mark.
std::string_view unmarked(std::string_view text) { return text.substr(text.rfind("\xEF\xBB\xBF", 0) == 0 ? 3 : 0); }

bool is_blank(const fuzz::csv_record& r) { return r.cells && r.cells->size() == 1 && r.cells->front().empty(); }

// The rows of an output, of which each has as many cells as the first.
std::vector<std::vector<std::string>> table_of(const std::string& out) {
    std::vector<std::vector<std::string>> rows;
    require(out.empty() || out.back() == '\n', "the output ends with a line end");
    for (const fuzz::csv_record& r : fuzz::read_records(out, true, out.size())) {
        require(r.cells.has_value(), "the output is CSV");
        require(rows.empty() || r.cells->size() == rows[0].size(), "the rows of an output are of one size");
        rows.push_back(*r.cells);
    }
    return rows;
}

std::size_t column(const std::vector<std::string>& header, std::string_view name) {
    return static_cast<std::size_t>(std::find(header.begin(), header.end(), name) - header.begin());
}

// Each transfer in has its row out, in order, with its cells.
void check_screened(const std::vector<fuzz::csv_record>& in, const ran& r) {
    const auto rows = table_of(r.out);
    require(rows.size() == in.size(), "one row a transfer");
    const std::size_t outcome = column(rows[0], "outcome");
    bool all_answered = true;
    for (std::size_t i = 0; i < in.size(); ++i) {
        const bool complete = in[i].cells && in[i].cells->size() == in[0].cells->size();
        require(!complete || std::equal(in[i].cells->begin(), in[i].cells->end(), rows[i].begin()),
                "the cells of a transfer are carried through");
        require(i == 0 || complete || rows[i][outcome] == "error", "what cannot be read is an error");
        all_answered = all_answered && (i == 0 || rows[i][outcome] != "error");
    }
    require(r.code == (all_answered ? 0 : 1), "a transfer without a verdict makes the exit 1");
    require(r.err.empty() == all_answered, "transfers without a verdict are counted");
}

void check_screen(std::string_view input, bool json) {
    std::vector<fuzz::csv_record> in = fuzz::read_records(unmarked(input), true, longest);
    const ran r = run_tool({"armsledger", "screen", json ? "--format=json" : "--format=csv"}, input);
    if (in.empty() || !in[0].cells || r.code == 2) {
        require(is_refusal(r), "a header that cannot be used is refused");
        return;
    }
    in.erase(std::remove_if(in.begin() + 1, in.end(), is_blank), in.end());
    if (json) {
        require(fuzz::json_text{r.out}.array_size() == in.size() - 1, "one object a transfer");
    } else {
        check_screened(in, r);
    }
}

// Commands that answer a query with one row or more.
void check_answers(std::string_view command, std::string_view input, bool json) {
    const std::size_t queries = fuzz::read_records(unmarked(input), false, longest).size();
    const ran r = run_tool({"armsledger", std::string{command}, "-", json ? "--format=json" : "--format=csv"}, input);
    require(r.code == 0 || r.code == 1, "a query never ends a stream");
    require(r.err.empty(), "what is wrong with a query is in its row");
    const bool one_each = command == "state" || command == "treaty" || command == "count";
    std::size_t answers = 0;
    if (json) {
        const auto size = fuzz::json_text{r.out}.array_size();
        require(size.has_value(), "the output is JSON");
        answers = *size;
    } else {
        const auto rows = table_of(r.out);
        answers = rows.empty() ? 0 : rows.size() - 1;
        const bool failed = std::any_of(rows.begin(), rows.end(), [](const auto& cells) {
            return std::any_of(cells.begin(), cells.end(), [](const auto& c) { return c.rfind("error: ", 0) == 0; });
        });
        require(r.code == 0 || failed, "a query without an answer says why");
    }
    require(one_each ? answers == queries : answers >= queries, "each query has its rows");
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    std::ios::sync_with_stdio(false);  // before the buffers are replaced: it replaces them too
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const std::string_view command = streams[data[0] % streams.size()];
    const bool json = data[0] / streams.size() % 2 != 0;
    const std::string_view input{reinterpret_cast<const char*>(data) + 1, size - 1};
    if (command == "screen") {
        check_screen(input, json);
    } else {
        check_answers(command, input, json);
    }
    return 0;
}
