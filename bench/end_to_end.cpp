// SPDX-License-Identifier: BSL-1.0
//
// From the text of a code, a day and a type of weapon to how the state stands to the Arms Trade Treaty and what the UN
// lets through to its government: a query of a licensing tool.
#include "by_day.hpp"
#include "queries.hpp"

#include <armsledger/ladder.hpp>
#include <armsledger/snapshot.hpp>
#include <armsledger/state.hpp>
#include <armsledger/treaty.hpp>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#if __has_include(<boost/icl/interval_map.hpp>)
#include <boost/icl/interval_map.hpp>
#endif

namespace al = armsledger;

namespace {

struct query {
    bench::code<3> code;
    std::uint8_t type;
    int day;
};

constexpr int rungs = 8;
constexpr std::size_t types = al::detail::enum_count<al::weapon_type>;

int answer(int standing, int rung) { return standing * rungs + rung; }

int rung_of(al::state s, std::size_t type, al::date day) {
    return static_cast<int>(
        al::rung_on(s, al::end_user::government, static_cast<al::weapon_type>(type), al::issuer::un, day));
}

// The histories of standings by state, and of rungs by embargoed state and type, from the days of change alone.
struct record {
    std::vector<bench::history> standing{al::detail::enum_count<al::state>};
    std::map<std::pair<std::size_t, std::size_t>, bench::history> rung;

    record() {
        al::snapshot law = al::at(al::date::from_days(bench::before_record));
        add(law);
        while (const auto next = law.next_change()) {
            law.move_to(*next);
            add(law);
        }
    }

private:
    static void extend(bench::history& h, int day, int now) {
        if (now != (h.empty() ? 0 : h.back().value)) {
            h.push_back({day, now});
        }
    }
    void add(const al::snapshot& law) {
        for (const al::state s : al::all<al::state>{}) {
            const auto i = static_cast<std::size_t>(s);
            extend(standing[i], law.day().days(), static_cast<int>(law.standing_of(s, al::treaty::att)));
            if (!al::phases_of(s).empty()) {
                for (std::size_t t = 0; t < types; ++t) {
                    extend(rung[{i, t}], law.day().days(), rung_of(s, t, law.day()));
                }
            }
        }
    }
};

// Containers by code, and in them what one would keep of a state.
template <class Standing, class Rung>
struct by_code {
    struct entry {
        Standing standing;
        std::vector<Rung> rungs;  // a type each; none where no embargo ever was
    };
    std::unordered_map<std::string, entry> states;

    template <class Make>
    by_code(const record& all, Make make) {
        for (const al::state s : al::all<al::state>{}) {
            const auto i = static_cast<std::size_t>(s);
            entry& e = states[std::string{std::string_view{al::alpha3(s)}}];
            e.standing = make(all.standing[i]);
            for (std::size_t t = 0; t < types && all.rung.contains({i, t}); ++t) {
                e.rungs.push_back(make(all.rung.at({i, t})));
            }
        }
    }
    template <class At>
    int find(const query& q, At at) const {
        const auto found = states.find(std::string{std::string_view{q.code}});
        if (found == states.end()) {
            return bench::none;
        }
        const entry& e = found->second;
        return answer(at(e.standing, q.day), e.rungs.empty() ? 0 : at(e.rungs[q.type], q.day));
    }
};

#if __has_include(<sqlite3.h>)
// Two statements: what stands under the code, and what under the code and the type.
class sqlite {
public:
    explicit sqlite(const record& all) {
        sqlite3_open(":memory:", &base_);
        run("create table t (code text, type integer, day integer, value integer, primary key (code, type, day)) "
            "without rowid; begin");
        sqlite3_prepare_v2(base_, "insert into t values (?, ?, ?, ?)", -1, &find_, nullptr);
        for (const al::state s : al::all<al::state>{}) {
            const auto i = static_cast<std::size_t>(s);
            add(s, -1, all.standing[i]);
            for (std::size_t t = 0; t < types && all.rung.contains({i, t}); ++t) {
                add(s, static_cast<int>(t), all.rung.at({i, t}));
            }
        }
        run("commit");
        sqlite3_finalize(find_);
        sqlite3_prepare_v2(base_,
                           "select value from t where code = ? and type = ? and day <= ? order by day desc limit 1", -1,
                           &find_, nullptr);
    }
    sqlite(sqlite&& other) noexcept
        : base_{std::exchange(other.base_, nullptr)}, find_{std::exchange(other.find_, nullptr)} {}
    ~sqlite() {
        sqlite3_finalize(find_);
        sqlite3_close(base_);
    }
    int operator()(const query& q) const { return answer(value(q, -1), value(q, q.type)); }

private:
    void run(const char* sql) { sqlite3_exec(base_, sql, nullptr, nullptr, nullptr); }
    void add(al::state s, int type, const bench::history& h) {
        for (const bench::change& c : h) {
            sqlite3_bind_text(find_, 1, al::alpha3(s).data(), 3, SQLITE_STATIC);
            sqlite3_bind_int(find_, 2, type);
            sqlite3_bind_int(find_, 3, c.day);
            sqlite3_bind_int(find_, 4, c.value);
            sqlite3_step(find_);
            sqlite3_reset(find_);
        }
    }
    int value(const query& q, int type) const {
        sqlite3_bind_text(find_, 1, q.code.text, 3, SQLITE_STATIC);
        sqlite3_bind_int(find_, 2, type);
        sqlite3_bind_int(find_, 3, q.day);
        const int found = sqlite3_step(find_) == SQLITE_ROW ? sqlite3_column_int(find_, 0) : 0;
        sqlite3_reset(find_);
        return found;
    }
    sqlite3* base_ = nullptr;
    sqlite3_stmt* find_ = nullptr;
};
#endif

}  // namespace

int main(int argc, char** argv) {
    const record all;
    bench::random r{20151208};
    bench::mode<query> queries{"day", {}};
    std::vector<al::state> states;
    for (const al::state s : al::all<al::state>{}) {
        if (!al::phases_of(s).empty()) {
            states.push_back(s);
        }
    }
    for (std::size_t i = 0; i < bench::query_count; ++i) {
        const al::state s = bench::below(r, 2) == 0 ? states[bench::below(r, states.size())]
                                                    : static_cast<al::state>(bench::below(r, all.standing.size()));
        query q{{},
                static_cast<std::uint8_t>(bench::below(r, types)),
                bench::first_day + static_cast<int>(bench::below(r, bench::last_day - bench::first_day))};
        std::string_view{al::alpha3(s)}.copy(q.code.text, 3);
        queries.queries.push_back(q);
    }
    bench::question<query> q{"end_to_end", {queries}};
    q.design("ours", [](const query& x) {
        const auto s = al::find_alpha3({x.code.text, 3});
        const al::date day = al::date::from_days(x.day);
        return !s ? bench::none
                  : answer(static_cast<int>(al::standing_of(*s, al::treaty::att, day)), rung_of(*s, x.type, day));
    });
#if __has_include(<boost/icl/interval_map.hpp>)
    using intervals = boost::icl::interval_map<int, int>;
    const by_code<intervals, intervals> icl{
        all, [](const bench::history& h) {
            intervals made;
            for (std::size_t i = 0; i < h.size(); ++i) {
                const int until = i + 1 < h.size() ? h[i + 1].day : bench::last_day + 1;
                made.set({boost::icl::interval<int>::right_open(h[i].day, until), h[i].value});
            }
            return made;
        }};
    q.design("icl", [icl](const query& x) {
        return icl.find(x, [](const intervals& of, int day) {
            const auto found = of.find(day);
            return found == of.end() ? 0 : found->second;
        });
    });
#else
    bench::absent("icl");
#endif
    const by_code<bench::history, bench::history> scanned{all, [](const bench::history& h) { return h; }};
    q.design("unordered_map", [scanned](const query& x) { return scanned.find(x, bench::value_on); });
#if __has_include(<sqlite3.h>)
    q.design("sqlite", sqlite{all});
#else
    bench::absent("sqlite");
#endif
    return bench::run(argc, argv);
}
