// SPDX-License-Identifier: BSL-1.0
//
// armsledger: the law and the facts of the arms trade by date, with sources.
// The whole library in one include; each header can be included alone.
//
// Many functions and all records are templates with a default argument (`template <class Phase = phase>`,
// `using phase = basic_phase<>`): what depends on it is not compiled until it is used. Never pass it.
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
