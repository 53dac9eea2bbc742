// SPDX-License-Identifier: BSL-1.0
//
// Control lists, their categories, and how weapon types fall under them.
#pragma once

#include "generation.hpp"

namespace generator {

inline std::size_t generation::category_of(const row& r, const char* column_name, std::size_t scheme,
                                           const std::string& code) {
    const auto found = category_number_.find({scheme, code});
    if (found == category_number_.end()) {
        r.fault(column_name, "'" + code + "' is no category of " + schemes_.words()[scheme]);
        return 0;
    }
    return found->second;
}

inline void generation::categories() {
    const table& lists = read("schemes.csv", {"scheme"});
    schemes_ = words_of(lists, "scheme", "scheme of schemes.csv");
    write_enumerators("scheme", "schemes.csv", schemes_);
    header out{"schemes.csv, categories.csv and crosswalk.csv"};
    text_pool pool;
    column names, since;
    for (const row& r : lists.rows()) {
        names.push_back(pool.add(r.required("name")));
        since.push_back(pack(r.span("valid_from").value_or(since_always).earliest));
    }
    add_slugs(out, "scheme_slugs", pool, schemes_);
    out.add<32>("scheme_names", names);
    out.add<16>("scheme_since", since);

    const table& in = read("categories.csv", {"scheme", "code", "valid_from"});
    column first(schemes_.size() + 1, 0), code, version_first, title, threshold, note, cites, parent;
    span_columns from;
    std::vector<std::size_t> scheme_of;
    for (std::size_t i = 0; i < in.size(); ++i) {
        const row r = in[i];
        const std::size_t s = r.code("scheme", schemes_);
        const std::pair key{s, r.required("code")};
        if (category_number_.emplace(key, category_number_.size()).second) {
            ++first[s + 1];
            code.push_back(pool.add(key.second));
            version_first.push_back(u32(i));
            scheme_of.push_back(s);
        }
        title.push_back(pool.add(r.required("title")));
        threshold.push_back(pool.add(r.text("thresholds")));
        from.add(r.span("valid_from").value_or(since_always));
        note.push_back(pool.add(r.text("note")));
        cites.push_back(citations_of(r));
    }
    for (std::size_t c = 0; c < version_first.size(); ++c) {
        const row r = in[version_first[c]];
        parent.push_back(r.text("parent").empty() ? nothing16
                                                  : u32(category_of(r, "parent", scheme_of[c], r.text("parent"))));
    }
    version_first.push_back(u32(in.size()));
    accumulate(first);
    out.add_constant("category_count", code.size());
    out.add<16>("category_first", first);
    out.add<32>("category_code", code);
    out.add<16>("category_parent", parent);
    out.add<16>("category_version_first", version_first);
    out.add<32>("version_title", title);
    out.add<32>("version_thresholds", threshold);
    out.add("version_from", from);
    out.add<32>("version_notes", note);
    out.add<16>("version_cites", cites);
    crosswalk(out, pool);
    out.add("category_pool", pool);
    write("categories", out);
}

inline void generation::crosswalk(header& out, text_pool& pool) {
    const table& in = read("crosswalk.csv", {"from_scheme", "from_code", "to_scheme", "to_code"});
    const vocabulary relations{"relation", {"equal", "broader", "narrower", "overlaps"}};
    column from, to, relation, note, cites;
    for (const row& r : in.rows()) {
        const std::size_t a = r.code("from_scheme", schemes_);
        const std::size_t b = r.code("to_scheme", schemes_);
        from.push_back(u32(category_of(r, "from_code", a, r.text("from_code"))));
        to.push_back(u32(category_of(r, "to_code", b, r.text("to_code"))));
        relation.push_back(u32(r.code("relation", relations)));
        note.push_back(pool.add(r.text("note")));
        cites.push_back(citations_of(r));
    }
    out.add_constant("crosswalk_count", in.size());
    out.add<16>("crosswalk_from", from);
    out.add<16>("crosswalk_to", to);
    out.add<6>("crosswalk_relation", relation);
    out.add<32>("crosswalk_notes", note);
    out.add<16>("crosswalk_cites", cites);
}

inline void generation::weapon_types() {
    const table& in = read("weapon_types.csv", {"type"});
    weapon_types_ = words_of(in, "type", "type of weapon_types.csv");
    write_enumerators("weapon_type", "weapon_types.csv", weapon_types_);
    header out{"weapon_types.csv and weapon_type_categories.csv"};
    text_pool pool;
    std::vector<index_entry> entries;
    column names;
    for (std::size_t i = 0; i < in.size(); ++i) {
        names.push_back(pool.add(in[i].required("name")));
        add_named(entries, in[i], "type", u32(i));
    }
    add_slugs(out, "weapon_type_slugs", pool, weapon_types_);
    out.add<32>("weapon_type_names", names);
    add_name_index(out, "weapon_type_index", entries);
    classifications(out, pool);
    out.add("weapon_type_pool", pool);
    write("weapon_types", out);
}

// Alternatives of a classification: category numbers, the first of each alternative but the first
// with the top bit. `none` and `parent` are the two highest numbers.
inline void generation::classifications(header& out, text_pool& pool) {
    const table& in = read("weapon_type_categories.csv", {"type", "scheme", "from"});
    const vocabulary reasons{"reason", {"property", "authorities"}};
    column first(weapon_types_.size() + 1, 0), scheme, because, members_first{0}, members, note, cites;
    span_columns from;
    for (const row& r : in.rows()) {
        const std::size_t t = r.code("type", weapon_types_);
        const std::size_t s = r.code("scheme", schemes_);
        ++first[t + 1];
        scheme.push_back(u32(s));
        from.add(r.span("from").value_or(since_always));
        const auto alternatives = split(r.required("categories"), '|');
        const auto reason = r.code_if_any("because", reasons);
        if (reason.has_value() != (alternatives.size() > 1)) {
            r.fault("because", "alternatives and what decides between them go together");
        }
        because.push_back(u32(reason.value_or(nothing8)));
        for (std::size_t a = 0; a < alternatives.size(); ++a) {
            std::uint32_t start = a > 0 ? 0x8000 : 0;
            for (const std::string& code : split(alternatives[a], ';')) {
                const std::uint32_t number = code == "none"     ? 0x7FFF
                                             : code == "parent" ? 0x7FFE
                                                                : u32(category_of(r, "categories", s, code));
                members.push_back(number | start);
                start = 0;
            }
        }
        members_first.push_back(u32(members.size()));
        note.push_back(pool.add(r.text("note")));
        cites.push_back(citations_of(r));
    }
    accumulate(first);
    out.add<16>("classification_first", first);
    out.add<6>("classification_scheme", scheme);
    out.add("classification_from", from);
    out.add<6>("classification_because", because);
    out.add<16>("classification_members_first", members_first);
    out.add<16>("classification_members", members);
    out.add<32>("classification_notes", note);
    out.add<16>("classification_cites", cites);
}

}  // namespace generator
