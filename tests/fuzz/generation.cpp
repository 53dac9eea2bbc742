// SPDX-License-Identifier: BSL-1.0
//
// The generator over a file of the data that holds any text. The first byte of a text chooses the file, the rest is
// its content. The other files are the record's own, cut after a few rows so that a run takes milliseconds; with
// FUZZ_WHOLE_DATA set they are whole. ARMSLEDGER_DATA names the folder of the record.
#define main generator_main
#include "../../data/generate.cpp"
#undef main

#include "faults.hpp"
#include "property.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <streambuf>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;
using fuzz::require;

namespace {

std::string read_file(const fs::path& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
}

// The lines of a text up to the n-th.
std::string first_lines(const std::string& text, std::size_t n) {
    std::size_t end = 0;
    while (n > 0 && end < text.size()) {
        end = std::min(text.find('\n', end), text.size() - 1) + 1;
        --n;
    }
    return text.substr(0, end);
}

// A copy of the record in memory, of which one file at a time holds another text.
class record_copy {
public:
    record_copy() {
        const char* const data = std::getenv("ARMSLEDGER_DATA");
        require(data != nullptr, "ARMSLEDGER_DATA names the folder of the record");
        const std::size_t rows = std::getenv("FUZZ_WHOLE_DATA") != nullptr ? static_cast<std::size_t>(-1) : 6;
        fs::create_directories(folder_.path() / "data");
        for (const auto& entry : fs::directory_iterator{data}) {
            if (entry.path().extension() == ".csv") {
                names_.push_back(entry.path().filename().string());
            }
        }
        std::sort(names_.begin(), names_.end());
        for (const std::string& name : names_) {
            // Without coverage and states nothing else is read.
            const bool whole = name == "coverage.csv" || name == "treaties.csv" || name == "schemes.csv";
            texts_.push_back(
                first_lines(read_file(fs::path{data} / name), whole ? static_cast<std::size_t>(-1) : rows));
            fuzz::write_file(folder_.path() / "data" / name, texts_.back());
        }
    }

    std::size_t count() const { return names_.size(); }
    const std::string& name(std::size_t file) const { return names_[file]; }
    fs::path data() const { return folder_.path() / "data"; }
    fs::path tables() const { return folder_.path() / "tables"; }
    void replace(std::size_t file, std::string_view text) const { fuzz::write_file(data() / names_[file], text); }
    void restore(std::size_t file) const { replace(file, texts_[file]); }

private:
    fuzz::folder folder_;
    std::vector<std::string> names_, texts_;
};

void generate(const record_copy& record, std::size_t file, std::string_view text) {
    std::string words[] = {"generate", record.data().string(), record.tables().string()};
    char* argv[] = {words[0].data(), words[1].data(), words[2].data()};
    std::stringbuf err;
    std::streambuf* const before = std::cerr.rdbuf(&err);
    const int code = generator_main(3, argv);
    std::cerr.rdbuf(before);
    require(code == (err.str().empty() ? 0 : 1), "faults make the exit 1");
    require(fs::exists(record.tables()) == (code == 0), "nothing is written on a fault");
    fs::remove_all(record.tables());
    fuzz::check_faults(err.str(), record.name(file), text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const record_copy record;
    if (size == 0) {
        return 0;
    }
    const std::size_t file = data[0] % record.count();
    const std::string_view text{reinterpret_cast<const char*>(data) + 1, size - 1};
    record.replace(file, text);
    generate(record, file, text);
    record.restore(file);
    return 0;
}
