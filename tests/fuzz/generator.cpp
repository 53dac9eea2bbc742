// SPDX-License-Identifier: BSL-1.0
//
// The generator's reader over a file of any text. (generation.cpp goes on from there.)
#include "../../data/generator/csv.hpp"

#include "faults.hpp"
#include "property.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>

using fuzz::require;

namespace {

// The reader alone: what each cell is read as, where it stands and what is wrong with it.
void read_alone(const std::filesystem::path& folder, const std::string& name, std::string_view text) {
    generator::fault_list faults;
    const generator::table read{folder, name, {"state", "from"}, faults};
    const generator::vocabulary words{"word", {"", "a", "b"}};
    for (const generator::row& r : read.rows()) {
        for (const char* const column : {"state", "from", "until"}) {
            const auto span = r.span(column);
            require(!span || span->earliest <= span->latest, "a span does not end before it begins");
            require(!r.day(column) || (span && span->exactly() == r.day(column)), "a day is a span of one");
            require(r.code(column, words) < words.size() && r.required(column) == r.text(column),
                    "a word has its code");
            (void)r.codes(column, words);
        }
    }
    read.check_consumed();
    std::ostringstream out;
    faults.print_first(static_cast<std::size_t>(-1), out);
    require(read.well_formed() || !faults.empty(), "what cannot be read is a fault");
    fuzz::check_faults(out.str(), name, text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::folder folder;
    const std::string name = "any.csv";
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    fuzz::write_file(folder.path() / name, text);
    read_alone(folder.path(), name, text);
    return 0;
}
