// SPDX-License-Identifier: BSL-1.0
//
// What the generator's faults are held to, and a folder for files that it reads.
#pragma once

#include "property.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

namespace fuzz {

// A folder of this process, gone with it. TMPDIR says where; best in memory.
class folder {
public:
    folder() : path_{std::filesystem::temp_directory_path() / ("armsledger-fuzz-" + std::to_string(getpid()))} {
        std::filesystem::create_directories(path_);
    }
    ~folder() { std::filesystem::remove_all(path_); }
    folder(const folder&) = delete;
    folder& operator=(const folder&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

inline void write_file(const std::filesystem::path& path, std::string_view text) {
    std::ofstream out{path, std::ios::binary};
    out << text;
}

// "data/FILE:LINE: COLUMN: what is wrong" of the file that holds the text; the line after the last is where rows lack.
inline void check_fault(const std::string& fault, const std::string& file, std::size_t lines) {
    const std::string before = "data/" + file + ":";
    if (fault.rfind(before, 0) != 0) {
        return;
    }
    std::istringstream rest{fault.substr(before.size())};
    std::size_t number = 0;
    char colon = '\0';
    require(rest >> number >> colon && colon == ':', "a fault names its line");
    require(number >= 1 && number <= lines + 1, "the line of a fault is one of the file");
    std::string what;
    require(std::getline(rest.ignore(1), what) && what.find(": ") != std::string::npos, "a fault names its column");
}

inline void check_faults(const std::string& printed, const std::string& file, std::string_view text) {
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
    if (printed.rfind("generate: ", 0) == 0) {
        require(std::count(printed.begin(), printed.end(), '\n') == 1, "what fits no table is said in one line");
        return;
    }
    std::istringstream in{printed};
    for (std::string line; std::getline(in, line);) {
        require(line.rfind("data/", 0) == 0 || line.rfind("and ", 0) == 0, "a fault is one line and names its file");
        check_fault(line, file, lines);
    }
}

}  // namespace fuzz
