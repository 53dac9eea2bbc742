// SPDX-License-Identifier: BSL-1.0
//
// What one would use instead to find what was so of something on a day: for each key the days on which it
// changed and what it was from then on, in every general container.
#pragma once

#include "peers.hpp"

#include <armsledger/date.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace bench {

struct change {
    int day;
    int value;
};
using history = std::vector<change>;  // in the order of days; 0 before the first
using histories = std::vector<std::pair<unsigned, history>>;

// The days of queries, about those of the record.
inline constexpr int first_day = 7305;  // 1990-01-01
inline constexpr int last_day = 20270;  // 2025-07-01
inline constexpr int before_record = -26000;

// The history of a key from a function of the day.
template <class Value>
history history_of(const Value& value_on) {
    history found;
    for (int day = before_record; day <= last_day; ++day) {
        const int now = value_on(armsledger::date::from_days(day));
        if (now != (found.empty() ? 0 : found.back().value)) {
            found.push_back({day, now});
        }
    }
    return found;
}

inline int value_on(const history& h, int day) {
    int value = 0;
    for (const change& c : h) {
        if (c.day > day) {
            break;
        }
        value = c.value;
    }
    return value;
}

template <class Map>
struct map_by_day {
    Map map;
    int operator()(unsigned key, int day) const {
        const auto found = map.find(key);
        return found == map.end() ? 0 : value_on(found->second, day);
    }
};

// As one would write it: the key is a pair of numbers.
struct map_of_pairs {
    std::map<std::pair<unsigned, unsigned>, history> map;
    explicit map_of_pairs(const histories& all) {
        for (const auto& [key, h] : all) {
            map[{key / 256, key % 256}] = h;
        }
    }
    int operator()(unsigned key, int day) const {
        const auto found = map.find({key / 256, key % 256});
        return found == map.end() ? 0 : value_on(found->second, day);
    }
};

// One row a change, sorted by key and day.
struct sorted_by_day {
    struct row {
        unsigned key;
        int day, value;
    };
    std::vector<row> rows;
    explicit sorted_by_day(const histories& all) {
        for (const auto& [key, h] : all) {
            for (const change& c : h) {
                rows.push_back({key, c.day, c.value});
            }
        }
        std::sort(rows.begin(), rows.end(), [](const row& a, const row& b) {
            return std::pair{a.key, a.day} < std::pair{b.key, b.day};
        });
    }
    int operator()(unsigned key, int day) const {
        const auto after =
            std::upper_bound(rows.begin(), rows.end(), std::pair{key, day}, [](const auto& wanted, const row& r) {
                return wanted < std::pair{r.key, r.day};
            });
        return after == rows.begin() || after[-1].key != key ? 0 : after[-1].value;
    }
};

#if __has_include(<sqlite3.h>)
class sqlite_by_day {
public:
    explicit sqlite_by_day(const histories& all) {
        sqlite3_open(":memory:", &base_);
        run("create table t (key integer, day integer, value integer, primary key (key, day)) without rowid");
        prepare("insert into t values (?, ?, ?)");
        for (const auto& [key, h] : all) {
            for (const change& c : h) {
                sqlite3_bind_int(statement_, 1, static_cast<int>(key));
                sqlite3_bind_int(statement_, 2, c.day);
                sqlite3_bind_int(statement_, 3, c.value);
                sqlite3_step(statement_);
                sqlite3_reset(statement_);
            }
        }
        sqlite3_finalize(statement_);
        prepare("select value from t where key = ? and day <= ? order by day desc limit 1");
    }
    sqlite_by_day(sqlite_by_day&& other) noexcept
        : base_{std::exchange(other.base_, nullptr)}, statement_{std::exchange(other.statement_, nullptr)} {}
    ~sqlite_by_day() {
        sqlite3_finalize(statement_);
        sqlite3_close(base_);
    }
    int operator()(unsigned key, int day) const {
        sqlite3_bind_int(statement_, 1, static_cast<int>(key));
        sqlite3_bind_int(statement_, 2, day);
        const int answer = sqlite3_step(statement_) == SQLITE_ROW ? sqlite3_column_int(statement_, 0) : 0;
        sqlite3_reset(statement_);
        return answer;
    }

private:
    void run(const std::string& sql) { sqlite3_exec(base_, sql.c_str(), nullptr, nullptr, nullptr); }
    void prepare(const char* sql) { sqlite3_prepare_v2(base_, sql, -1, &statement_, nullptr); }
    sqlite3* base_ = nullptr;
    sqlite3_stmt* statement_ = nullptr;
};
#endif

// Every container as a design. `Query` has key() and day.
template <class Query>
void add_by_day(question<Query>& q, const histories& all) {
    const auto add = [&](const std::string& name, auto design) {
        q.design(name, [design = std::move(design)](const Query& x) { return design(x.key(), x.day); });
    };
    add("map", map_of_pairs{all});
    add("unordered_map", map_by_day<std::unordered_map<unsigned, history>>{{all.begin(), all.end()}});
    add("sorted", sorted_by_day{all});
#if __has_include(<absl/container/flat_hash_map.h>)
    add("absl", map_by_day<absl::flat_hash_map<unsigned, history>>{{all.begin(), all.end()}});
#else
    absent("absl");
#endif
#if __has_include(<boost/unordered/unordered_flat_map.hpp>)
    add("boost", map_by_day<boost::unordered_flat_map<unsigned, history>>{{all.begin(), all.end()}});
#else
    absent("boost");
#endif
#if __has_include(<sqlite3.h>)
    add("sqlite", sqlite_by_day{all});
#else
    absent("sqlite");
#endif
}

}  // namespace bench
