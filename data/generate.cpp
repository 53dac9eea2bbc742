// SPDX-License-Identifier: BSL-1.0
//
// generate DATA OUT: reads the CSV files of DATA, checks them, and writes the tables of the headers
// to OUT. Prints the first faults and writes nothing when there are any (exit 1); exit 2 for bad usage.
#include "generator/categories.hpp"
#include "generator/embargoes.hpp"
#include "generator/generation.hpp"
#include "generator/permissions.hpp"
#include "generator/report.hpp"
#include "generator/states.hpp"
#include "generator/treaties.hpp"

#include <cstdint>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace generator {

inline void generation::run() {
    coverage();
    states();
    state_names();
    memberships();
    treaties();
    embargoes();
    groups();
    categories();
    weapon_types();
    permissions();
    articles();
    report();
    sources();
    edition();
    for (const auto& t : tables_) {
        t->check_consumed();
    }
}

inline void generation::sources() {
    const table& in = sources_table();
    header out{"sources.csv"};
    header sets{"the source columns of all tables"};
    text_pool pool;
    column slug, title, publisher, when, url;
    for (const row& r : in.rows()) {
        slug.push_back(pool.add(r.text("source")));
        title.push_back(pool.add(r.required("title")));
        publisher.push_back(pool.add(r.text("publisher")));
        (void)r.span("date");
        when.push_back(pool.add(r.text("date")));
        url.push_back(pool.add(r.text("url")));
    }
    citations_->check_all_cited(in);
    out.add_constant("source_count", in.size());
    out.add<32>("source_slug", slug);
    out.add<32>("source_title", title);
    out.add<32>("source_publisher", publisher);
    out.add<32>("source_date", when);
    out.add<32>("source_url", url);
    out.add("source_pool", pool);
    write("sources", out);
    citations_->write(sets);
    write("source_sets", sets);
}

inline void generation::coverage() {
    const table& in = read("coverage.csv", {"table"});
    for (const row& r : in.rows()) {
        (void)r.code("table", covered_tables_);
        (void)r.text("note");
        const date from = r.day("first").value_or(always);
        const date to = r.day("last").value_or(always);
        if (to < from) {
            r.fault("last", "before first");
        }
        covered_.push_back({from, to + 1});
    }
    if (in.size() != covered_tables_.size()) {
        faults.add("data/coverage.csv", 1, "table", "every table has one coverage");
        covered_.resize(covered_tables_.size());
    }
}

inline void generation::edition() {
    const table& in = read("edition.csv", {"edition"});
    if (in.size() > 1) {
        in[1].fault("edition", "there is one edition, in one row");
    }
    header out{"edition.csv and coverage.csv"};
    out.add_text("edition_text", in[0].required("edition"));
    out.add<16>("edition_published", {pack(in[0].day("published").value_or(always))});
    std::vector<std::uint64_t> first, until;
    for (const period& p : covered_) {
        first.push_back(pack(p.from));
        until.push_back(pack(p.until));
    }
    out.add_bytes<16>("coverage_first", first);
    out.add_bytes<16>("coverage_until", until);
    out.add_constant("fingerprint", fingerprint());
    write("edition", out);
}

// FNV-1a, 64 bits, over the other tables: equal tables, equal number, on every machine.
inline std::uint64_t generation::fingerprint() const {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const auto& [name, text] : files) {
        for (const char c : text) {
            hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
        }
    }
    return hash;
}

namespace {

bool write_files(const std::map<std::string, std::string>& files, const fs::path& directory) {
    fs::create_directories(directory);
    for (const auto& [name, text] : files) {
        std::ofstream out{directory / name, std::ios::binary};
        out << text;
        out.flush();
        if (!out) {
            std::cerr << "generate: cannot write " << (directory / name).string() << '\n';
            return false;
        }
    }
    return true;
}

}  // namespace
}  // namespace generator

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: generate DATA_DIRECTORY TABLES_DIRECTORY\n";
        return 2;
    }
    generator::generation made{argv[1]};
    try {
        made.run();
    } catch (const generator::unreadable&) {
        // The faults say what is wrong.
    } catch (const std::exception& e) {
        if (made.faults.empty()) {  // else it may follow from them
            std::cerr << "generate: " << e.what() << '\n';
            return 1;
        }
    }
    if (!made.faults.empty()) {
        made.faults.print_first(20, std::cerr);
        return 1;
    }
    return generator::write_files(made.files, argv[2]) ? 0 : 1;
}
