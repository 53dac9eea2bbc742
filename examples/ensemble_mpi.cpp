// SPDX-License-Identifier: BSL-1.0
//
// ensemble_mpi: the model of diversion.cpp over the ranks of MPI, for ensembles that one machine is too small for.
//
//   mpirun -n 4 ensemble_mpi --runs=100000 --scenario=att-2003
//
// Its output is that of `diversion` for the same options, byte by byte, with any number of ranks: each run has random
// numbers of its own, ranks take runs in order, and rank 0 gathers what they counted, in order and as integers. What it
// says of the ranks goes to standard error.
//
// Before anything is simulated the ranks make sure that they hold the same law. Rank 0 sends its law as it is, a plain
// value without pointers, and the fingerprints; each rank compares them with its own, and with the copy that it
// got and will use. A rank that was built from other tables ends the whole with a message:
//
//   $ mpirun -n 2 ensemble_mpi --spoil=1
//   ensemble_mpi: rank 1 holds another law than rank 0: its copy has fingerprint 2e87..., not d1b2...
#include "diversion_report.hpp"

#define OMPI_SKIP_MPICXX 1
#include <mpi.h>

#include <chrono>
#include <sstream>
#include <type_traits>

namespace {

using namespace diversion;

// What rank 0 tells the others.
struct law_of_root {
    std::uint64_t tables, fingerprint;
    laws start;
};
static_assert(std::is_trivially_copyable_v<law_of_root> && std::is_trivially_copyable_v<pair_of_results>,
              "what is sent as plain bytes");

int rank_of_this() {
    int rank = 0;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    return rank;
}
int rank_count() {
    int size = 1;
    MPI_Comm_size(MPI_COMM_WORLD, &size);
    return size;
}

std::uint64_t fingerprint_of(const laws& l) { return l.now.fingerprint() ^ l.record.fingerprint() << 1; }

[[noreturn]] void abort_all(const char* what, std::uint64_t found, std::uint64_t expected) {
    std::ostringstream message;
    message << "ensemble_mpi: rank " << rank_of_this() << " holds another law than rank 0: " << what << " fingerprint "
            << std::hex << found << ", not " << expected << '\n';
    std::cerr.clear();
    std::cerr << message.str() << std::flush;
    MPI_Abort(MPI_COMM_WORLD, 1);
    std::abort();
}

/// The law that rank 0 sent, after it was found to be this rank's own.
laws agreed_law(const options& o) {
    law_of_root sent{al::fingerprint, 0, laws_of(o)};
    const std::uint64_t own = sent.fingerprint = fingerprint_of(sent.start);
    MPI_Bcast(&sent, sizeof sent, MPI_BYTE, 0, MPI_COMM_WORLD);
    if (o.spoil == static_cast<std::uint32_t>(rank_of_this())) {
        sent.start.now.move_to(rp::published);
    }
    if (sent.tables != al::fingerprint) {
        abort_all("its tables have", al::fingerprint, sent.tables);
    }
    if (sent.fingerprint != own) {
        abort_all("its own has", own, sent.fingerprint);
    }
    if (fingerprint_of(sent.start) != own) {
        abort_all("its copy has", fingerprint_of(sent.start), own);
    }
    MPI_Barrier(MPI_COMM_WORLD);  // none starts before all agree
    return sent.start;
}

int first_run(const options& o, int rank) {
    return static_cast<int>(std::uint64_t{o.runs} * static_cast<std::uint64_t>(rank) /
                            static_cast<std::uint64_t>(rank_count()));
}

/// The results of this rank's runs.
std::vector<pair_of_results> run_part(const network& n, const laws& law, const options& o) {
    const int first = first_run(o, rank_of_this()), last = first_run(o, rank_of_this() + 1);
    std::vector<pair_of_results> part;
    for (int i = first; i < last; ++i) {
        part.push_back(simulate(n, law, o, static_cast<std::uint64_t>(i)));
        if (rank_of_this() == 0 && is_terminal()) {
            show_progress(static_cast<std::uint32_t>(i + 1 - first), static_cast<std::uint32_t>(last - first));
        }
    }
    return part;
}

/// At rank 0 those of all runs, in order; elsewhere none.
std::vector<pair_of_results> gather(const std::vector<pair_of_results>& part, const options& o) {
    std::vector<int> counts, firsts;
    for (int rank = 0; rank < rank_count(); ++rank) {
        firsts.push_back(first_run(o, rank));
        counts.push_back(first_run(o, rank + 1) - firsts.back());
    }
    std::vector<pair_of_results> all(rank_of_this() == 0 ? o.runs : 0);
    MPI_Datatype one = MPI_DATATYPE_NULL;
    MPI_Type_contiguous(sizeof(pair_of_results), MPI_BYTE, &one);
    MPI_Type_commit(&one);
    MPI_Gatherv(part.data(), static_cast<int>(part.size()), one, all.data(), counts.data(), firsts.data(), one, 0,
                MPI_COMM_WORLD);
    MPI_Type_free(&one);
    return all;
}

}  // namespace

int main(int argc, char** argv) {
    MPI_Init(&argc, &argv);
    std::atexit([] { MPI_Finalize(); });
    if (rank_of_this() != 0) {  // rank 0 speaks for all
        std::cout.setstate(std::ios::failbit);
        std::cerr.setstate(std::ios::failbit);
    }
    const options o =
        read_options(argc, argv, "ensemble_mpi", "--spoil",
                     "  --spoil=RANK        let that rank hold the law of another day, to see it noticed\n");
    const auto start = std::chrono::steady_clock::now();
    const laws law = agreed_law(o);
    const network n = network_of_the_record();
    const std::vector<pair_of_results> all = gather(run_part(n, law, o), o);
    if (rank_of_this() == 0) {
        print_report(std::cout, o, all);
        std::cerr << rank_count() << " ranks, "
                  << std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() << " s\n";
    }
}
