// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>
#include <armsledger/armsledger.hpp>
#include <armsledger/batch.hpp>

#include "days.hpp"

#include <algorithm>
#include <cstddef>
#include <random>
#include <span>
#include <type_traits>
#include <vector>

namespace {

static_assert(std::is_trivially_copyable_v<al::screening_plan>);
static_assert(sizeof(al::screening_plan) <= 128 * 1024);

constexpr auto unwritten = static_cast<al::outcome>(0xAA);

// Transfers of any values, also such as are no enumerators; many to states under a measure, some from one.
struct batch {
    std::vector<al::state> exporters, importers;
    std::vector<al::recipient> recipients;
    std::vector<al::item> items;

    al::transfers all() const { return {exporters, importers, recipients, items}; }
    void add(al::state exporter, al::state importer, al::recipient who, al::item what) {
        exporters.push_back(exporter);
        importers.push_back(importer);
        recipients.push_back(who);
        items.push_back(what);
    }
};

class draw {
public:
    explicit draw(unsigned seed) : random_{seed} {}

    batch transfers(std::size_t count) {
        batch drawn;
        for (std::size_t i = 0; i < count; ++i) {
            drawn.add(state(), state(), recipient(), item());
        }
        return drawn;
    }
    std::size_t below(std::size_t n) { return random_() % n; }

private:
    al::state state() {
        return below(3) == 0 ? embargoed_[below(embargoed_.size())] : static_cast<al::state>(below(256));
    }
    al::recipient recipient() {
        const std::size_t number = below(8) == 0 ? below(256) : below(60);
        return below(2) == 0 ? al::recipient{static_cast<al::end_user>(number % 8)}
                             : al::recipient{static_cast<al::group>(number)};
    }
    al::item item() {
        const std::size_t number = below(16) == 0 ? below(65536) : below(300);
        switch (below(4)) {
            case 0: return al::category{number};
            case 1: return static_cast<al::item_class>(number % 40);
            default: return static_cast<al::weapon_type>(number % 80);
        }
    }

    std::mt19937 random_;
    std::vector<al::state> embargoed_ = embargoed_states();
};

std::vector<al::outcome> one_by_one(const al::snapshot& law, const al::transfers& in) {
    std::vector<al::outcome> found;
    for (std::size_t i = 0; i < in.size(); ++i) {
        found.push_back(law.outcome(in.exporter[i], in.importer[i], in.recipient[i], in.item[i]));
    }
    return found;
}

template <class Law>
std::vector<al::outcome> screened(const Law& law, const al::transfers& in, al::instructions with) {
    std::vector<al::outcome> found(in.size(), unwritten);
    CHECK(al::screen_batch(law, in, found, with) == al::batch_status::screened);
    return found;
}

std::vector<al::date> some_days_of_change() {
    std::vector<al::date> found{al::always};
    al::snapshot law = al::at(al::always);
    for (std::size_t i = 0; const auto next = law.next_change(); ++i) {
        law.move_to(*next);
        if (i % 16 == 0) {
            found.push_back(*next);
        }
    }
    found.push_back(al::never);
    return found;
}

}  // namespace

TEST_CASE("the outcomes of a batch are those of the snapshot, with any instructions, on many days") {
    draw any{2015};
    for (const al::date day : some_days_of_change()) {
        const al::snapshot law = al::at(day);
        const al::screening_plan plan{law};
        CHECK(plan.is_prepared());
        const batch drawn = any.transfers(20000 + any.below(8));
        const std::vector<al::outcome> expected = one_by_one(law, drawn.all());
        CHECK(screened(plan, drawn.all(), al::instructions::portable) == expected);
        CHECK(screened(plan, drawn.all(), al::instructions::best) == expected);
    }
}

TEST_CASE("every day of change finds room in a plan") {
    std::size_t without_room = 0;
    al::snapshot law = al::at(al::always);
    while (const auto next = law.next_change()) {
        law.move_to(*next);
        without_room += !al::screening_plan{law}.is_prepared();
    }
    CHECK(without_room == 0);
}

TEST_CASE("a batch of every transfer") {
    for (const al::date day : {"2015-12-07"_date, "2024-01-01"_date}) {
        const al::snapshot law = al::at(day);
        const al::screening_plan plan{law};
        CHECK(plan.is_prepared());
        std::size_t unequal = 0;
        for (std::size_t importer = 0; importer < 256; importer += 3) {
            batch drawn;
            for (std::size_t i = 0; i < 256; ++i) {
                for (std::size_t user = 0; user < 8; ++user) {
                    const auto exporter = static_cast<al::state>(i);
                    drawn.add(exporter, static_cast<al::state>(importer), static_cast<al::end_user>(user),
                              static_cast<al::weapon_type>((i * 8 + user + importer) % 70));
                }
                for (std::size_t g = 0; g < 60; ++g) {
                    drawn.add(static_cast<al::state>((i + g) % 256), static_cast<al::state>(importer),
                              static_cast<al::group>(g), static_cast<al::item_class>(i % 34));
                }
            }
            unequal += screened(plan, drawn.all(), al::instructions::best) != one_by_one(law, drawn.all());
        }
        CHECK(unequal == 0);
    }
}

TEST_CASE("batches of every small size, and their parts; nothing is written beyond") {
    draw any{11};
    const al::snapshot law = al::at("2015-12-07"_date);
    const al::screening_plan plan{law};
    CHECK(plan.is_prepared());
    for (std::size_t size = 0; size <= 70; ++size) {
        const batch drawn = any.transfers(size);
        const std::vector<al::outcome> expected = one_by_one(law, drawn.all());
        for (const al::instructions with : {al::instructions::portable, al::instructions::best}) {
            CHECK(screened(plan, drawn.all(), with) == expected);
            CHECK(screened(law, drawn.all(), with) == expected);
            const std::size_t first = size / 3, count = size / 2;
            std::vector<al::outcome> part(count + 1, unwritten);
            CHECK(al::screen_batch(plan, drawn.all().part(first, count), std::span{part}.first(count), with) ==
                  al::batch_status::screened);
            CHECK(std::equal(part.begin(), part.end() - 1, expected.begin() + static_cast<std::ptrdiff_t>(first)));
            CHECK(part.back() == unwritten);
        }
    }
}

TEST_CASE("arrays of different sizes are an error, and nothing is written") {
    draw any{12};
    const al::snapshot law = al::at("2015-12-07"_date);
    const al::screening_plan plan{law};
    const batch drawn = any.transfers(20);
    for (int shorter = 0; shorter < 5; ++shorter) {
        al::transfers in = drawn.all();
        std::vector<al::outcome> found(shorter == 4 ? 19 : 20, unwritten);
        switch (shorter) {
            case 0: in.exporter = in.exporter.first(19); break;
            case 1: in.importer = in.importer.first(19); break;
            case 2: in.recipient = in.recipient.first(19); break;
            case 3: in.item = in.item.first(19); break;
            default: break;
        }
        CHECK(al::screen_batch(law, in, found) == al::batch_status::sizes_differ);
        CHECK(al::screen_batch(plan, in, found) == al::batch_status::sizes_differ);
        CHECK(found == std::vector<al::outcome>(found.size(), unwritten));
    }
}

TEST_CASE("a law for which a plan has no room is asked itself") {
    draw any{13};
    const al::snapshot law = al::at("2015-12-07"_date);
    const batch drawn = any.transfers(1000);
    const std::vector<al::outcome> expected = one_by_one(law, drawn.all());
    const al::basic_screening_plan<16, 256, 64> few_rows{law};
    const al::basic_screening_plan<128, 16, 64> few_profiles{law};
    const al::basic_screening_plan<128, 256, 16> few_classes{law};
    CHECK_FALSE(few_rows.is_prepared());
    CHECK_FALSE(few_profiles.is_prepared());
    CHECK_FALSE(few_classes.is_prepared());
    CHECK(screened(few_rows, drawn.all(), al::instructions::best) == expected);
    CHECK(screened(few_profiles, drawn.all(), al::instructions::best) == expected);
    CHECK(screened(few_classes, drawn.all(), al::instructions::best) == expected);
}

TEST_CASE("a batch can be screened in a constant expression") {
    constexpr auto barred = [] {
        const al::state exporter[] = {"BEL"_state}, importer[] = {"SYR"_state};
        const al::recipient who[] = {al::end_user::government};
        const al::item what[] = {al::weapon_type::assault_rifle};
        al::outcome found[] = {al::outcome::unknown};
        return al::screen_batch(al::at("2013-05-31"_date), {exporter, importer, who, what}, found) ==
                   al::batch_status::screened &&
               found[0] == al::outcome::prohibited;
    }();
    static_assert(barred);
}
