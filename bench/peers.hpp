// SPDX-License-Identifier: BSL-1.0
//
// What one would use instead to find a number by a text: the same keys in each. `Normal` makes a key of
// a query (itself, or in lower case).
#pragma once

#include "bench.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#if __has_include(<absl/container/flat_hash_map.h>)
#include <absl/container/flat_hash_map.h>
#endif
#if __has_include(<boost/unordered/unordered_flat_map.hpp>)
#include <boost/unordered/unordered_flat_map.hpp>
#endif
#if __has_include(<sqlite3.h>)
#include <sqlite3.h>
#endif

namespace bench {

template <class Key>
using keyed = std::vector<std::pair<Key, int>>;

template <class Key>
struct as_is {
    Key operator()(const Key& key) const { return key; }
};

// The query in lower case, in a buffer of the caller's thread.
struct lower_case {
    std::string_view operator()(std::string_view text) const {
        static thread_local std::string folded;
        folded.resize(text.size());
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            folded[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        }
        return folded;
    }
};

// std::map and the hash maps.
template <class Map, class Normal>
struct in_map {
    Map map;
    template <class Query>
    int operator()(const Query& q) const {
        const auto found = map.find(Normal{}(q));
        return found == map.end() ? none : found->second;
    }
};

template <class Key, class Normal>
struct in_sorted_vector {
    keyed<Key> rows;
    template <class Query>
    int operator()(const Query& q) const {
        const Key key = Normal{}(q);
        const auto at = std::lower_bound(rows.begin(), rows.end(), key,
                                         [](const auto& row, const Key& k) { return row.first < k; });
        return at == rows.end() || at->first != key ? none : at->second;
    }
};

#if __has_include(<sqlite3.h>)
// A table in memory and one prepared statement, `select value from t where key = ?`.
class in_sqlite {
public:
    template <class Key>
    in_sqlite(const keyed<Key>& rows, const std::string& type) {
        sqlite3_open(":memory:", &base_);
        run("create table t (key " + type + " primary key, value integer not null) without rowid");
        prepare("insert into t values (?, ?)");
        for (const auto& [key, value] : rows) {
            bind(key);
            sqlite3_bind_int(statement_, 2, value);
            sqlite3_step(statement_);
            sqlite3_reset(statement_);
        }
        sqlite3_finalize(statement_);
        prepare("select value from t where key = ?");
    }
    in_sqlite(in_sqlite&& other) noexcept
        : base_{std::exchange(other.base_, nullptr)}, statement_{std::exchange(other.statement_, nullptr)} {}
    ~in_sqlite() {
        sqlite3_finalize(statement_);
        sqlite3_close(base_);
    }

    template <class Query>
    int operator()(const Query& q) const {
        bind(q);
        const int answer = sqlite3_step(statement_) == SQLITE_ROW ? sqlite3_column_int(statement_, 0) : none;
        sqlite3_reset(statement_);
        return answer;
    }

private:
    void run(const std::string& sql) { sqlite3_exec(base_, sql.c_str(), nullptr, nullptr, nullptr); }
    void prepare(const char* sql) { sqlite3_prepare_v2(base_, sql, -1, &statement_, nullptr); }
    void bind(std::string_view key) const {
        sqlite3_bind_text(statement_, 1, key.data(), static_cast<int>(key.size()), SQLITE_STATIC);
    }
    void bind(unsigned key) const { sqlite3_bind_int(statement_, 1, static_cast<int>(key)); }

    sqlite3* base_ = nullptr;
    sqlite3_stmt* statement_ = nullptr;
};
#endif

// Every general container as a design. Keys are in the normal form.
template <class Key, class Normal = as_is<Key>, class Query>
void add_containers(question<Query>& q, keyed<Key> rows, const std::string& sqlite_type = "text") {
    std::sort(rows.begin(), rows.end());
    q.design("map", in_map<std::map<Key, int>, Normal>{{rows.begin(), rows.end()}});
    q.design("unordered_map", in_map<std::unordered_map<Key, int>, Normal>{{rows.begin(), rows.end()}});
    q.design("sorted", in_sorted_vector<Key, Normal>{rows});
#if __has_include(<absl/container/flat_hash_map.h>)
    q.design("absl", in_map<absl::flat_hash_map<Key, int>, Normal>{{rows.begin(), rows.end()}});
#else
    absent("absl");
#endif
#if __has_include(<boost/unordered/unordered_flat_map.hpp>)
    q.design("boost", in_map<boost::unordered_flat_map<Key, int>, Normal>{{rows.begin(), rows.end()}});
#else
    absent("boost");
#endif
#if __has_include(<sqlite3.h>)
    q.design("sqlite", in_sqlite{rows, sqlite_type});
#else
    absent("sqlite");
    (void)sqlite_type;
#endif
}

}  // namespace bench
