// SPDX-License-Identifier: BSL-1.0
/// \file
/// The library in one include, but for the headers that are opt-in: batch, explanation, ladder, report_law,
/// report_text, scenario and timeline. Each header can be included alone.
///
/// What holds for every function, and is not said again:
///
/// - **Any value is taken.** An enumerator out of range, a day of any century and a text of any length and content get
///   an answer, which is the one of something unknown: an empty text, set, range or `maybe`, `unknown` or
///   `outside_coverage`. Where it is something else, the function says so.
/// - **Nothing is silent.** What may be in doubt is not answered with a `bool`; see answer.hpp. Every record leads to
///   its documents; see source.hpp. Every table has an end; see version.hpp. Days and periods are those of date.hpp.
/// - **Nothing is heavy.** Queries are `constexpr` and `noexcept`, take no memory from the heap, and may be asked from
///   many threads. Unless a function says more, it takes constant time or a look at the few rows of one state,
///   treaty, group or category.
///
/// Words that recur:
///
/// - A **record** (`treaty_record`, `phase`, `state_name`, ...) is the number of a row of a table, its `row()`, and
///   reads a column of it where one is asked for. It is as cheap to copy as a number; make none from a number of your
///   own. `note()` is what its other columns leave unsaid, often nothing; `cite()` is for `sources_of` and
///   `evidence_of`.
/// - A **range** (`records_of`, `embargoes_on`, ...) is walked with `for (auto record : range)`, and has `begin()`,
///   `end()`, `empty()` and `count()`. Its iterators go forward only and outlive it. To count it is to walk it.
/// - `to_string` gives the **slug** of an enumerator, as the data spell it; `name` gives what to call it in print. A
///   `find_...` function reads slugs, names and aliases, as state.hpp says of names, or says what else it reads.
/// - A **template parameter with a default** (`template <class Phase = phase>`, `using phase = basic_phase<>`) keeps
///   what depends on it from being compiled until it is used. Never pass it.
///
/// Long enumerations (states, regimes, groups, ...) are lists in `data/*.csv`; each says in which file.
#pragma once

#include <armsledger/answer.hpp>
#include <armsledger/article.hpp>
#include <armsledger/binding.hpp>
#include <armsledger/category.hpp>
#include <armsledger/change.hpp>
#include <armsledger/date.hpp>
#include <armsledger/embargo.hpp>
#include <armsledger/group.hpp>
#include <armsledger/item.hpp>
#include <armsledger/membership.hpp>
#include <armsledger/permission.hpp>
#include <armsledger/report.hpp>
#include <armsledger/screening.hpp>
#include <armsledger/snapshot.hpp>
#include <armsledger/source.hpp>
#include <armsledger/state.hpp>
#include <armsledger/state_set.hpp>
#include <armsledger/treaty.hpp>
#include <armsledger/version.hpp>

/// \namespace armsledger
/// The law and the facts of the arms trade by date, with sources. Begin with armsledger.hpp.

/// \namespace armsledger::literals
/// `"IRQ"_state` and `"2015-12-07"_date`: literals that compile only where there is such a state or day.
