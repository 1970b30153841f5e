"""The compiled inner loop of the map equation's optimiser: moving nodes between modules.

A node that flows ``leaves`` to others, ``shared`` of it (both directions together) with a module,
changes the flow out of that module by ``shared - leaves`` when it leaves it and by
``leaves - shared`` when it joins it.
"""

import numpy as np
from numba import njit
from numpy.typing import NDArray

Amounts = NDArray[np.float64]
Modules = NDArray[np.int64]

LEAST_GAIN = 1e-12  # bits; sums of flows are rounded at 1e-16


@njit(cache=True, nogil=True)
def move_nodes(
    starts: Modules,
    ends: Modules,
    both: Amounts,
    leaving: Amounts,
    visited: Amounts,
    order: Modules,
    modules: Modules,
) -> bool:
    """Move nodes to better modules, in place, until none wants to; tells whether any did.

    A node looks at the modules of its neighbours and at an empty one, and again only after a
    neighbour has moved. Modules are numbered below n.
    """
    n = len(visited)
    exits, visits, sizes = _module_sums(starts, ends, both, leaving, visited, modules)
    total = exits.sum()
    empty = np.empty(n + 1, np.int64)
    empties = np.array([(sizes == 0).sum()])
    empty[: empties[0]] = np.flatnonzero(sizes == 0)
    shared, near = np.zeros(n), np.empty(n + 1, np.int64)
    waiting = np.ones(n, np.bool_)
    ever, again = False, True
    while again:
        again = False
        for i in order:
            if not waiting[i]:
                continue
            waiting[i] = False
            others, flows = ends[starts[i] : starts[i + 1]], both[starts[i] : starts[i + 1]]
            alone = count = _shared_flows(modules, others, flows, shared, near)
            home = modules[i]
            if sizes[home] > 1 and empties[0] > 0:
                near[count] = empty[empties[0] - 1]
                count += 1
            target = _best_module(
                home, near[:count], leaving[i], visited[i], shared, exits, visits, total
            )
            if target != home:
                left = exits[home] - leaving[i] + shared[home]
                joined = exits[target] + leaving[i] - shared[target]
                total += left - exits[home] + joined - exits[target]
                exits[home], exits[target] = left, joined
                visits[home] -= visited[i]
                visits[target] += visited[i]
                _count_members(home, target, sizes, exits, visits, empty, empties)
                modules[i] = target
                waiting[others] = True
                ever = again = True
            shared[near[:alone]] = 0.0
    return ever


@njit(cache=True, nogil=True)
def _shared_flows(
    modules: Modules, others: Modules, flows: Amounts, shared: Amounts, near: Modules
) -> int:
    """Add up what a node shares with the modules of its neighbours; return how many these are."""
    count = 0
    for e in range(len(others)):
        m = modules[others[e]]
        if shared[m] == 0.0:
            near[count] = m
            count += 1
        shared[m] += flows[e]
    return count


@njit(cache=True, nogil=True)
def _count_members(
    home: int,
    target: int,
    sizes: Modules,
    exits: Amounts,
    visits: Amounts,
    empty: Modules,
    empties: Modules,
) -> None:
    """Keep the list of empty modules, of which the first ``empties[0]`` entries count."""
    if sizes[target] == 0:
        empties[0] -= 1
    sizes[home] -= 1
    sizes[target] += 1
    if sizes[home] == 0:
        # Exactly zero, whatever rounding left behind.
        exits[home] = visits[home] = 0.0
        empty[empties[0]] = home
        empties[0] += 1


@njit(cache=True, nogil=True)
def _plogp(x: float) -> float:
    return float(x * np.log2(x)) if x > 0.0 else 0.0


@njit(cache=True, nogil=True)
def _cost(leaving: float, visits: float) -> float:
    cost: float = _plogp(leaving + visits) - 2 * _plogp(leaving)
    return cost


@njit(cache=True, nogil=True)
def _best_module(
    home: int,
    candidates: Modules,
    leaves: float,
    visited: float,
    shared: Amounts,
    exits: Amounts,
    visits: Amounts,
    total: float,
) -> int:
    """Return the module among candidates where a node shortens L most, ``home`` if none does."""
    left = exits[home] - leaves + shared[home]
    gone = _cost(left, visits[home] - visited) - _cost(exits[home], visits[home])
    best, target = -LEAST_GAIN, home
    for m in candidates:
        if m == home:
            continue
        joined = exits[m] + leaves - shared[m]
        change = gone + _cost(joined, visits[m] + visited) - _cost(exits[m], visits[m])
        change += _plogp(total + left - exits[home] + joined - exits[m]) - _plogp(total)
        if change < best:
            best, target = change, m
    return target


@njit(cache=True, nogil=True)
def _module_sums(
    starts: Modules,
    ends: Modules,
    both: Amounts,
    leaving: Amounts,
    visited: Amounts,
    modules: Modules,
) -> tuple[Amounts, Amounts, Modules]:
    n = len(visited)
    exits, visits, sizes = np.zeros(n), np.zeros(n), np.zeros(n, np.int64)
    for i in range(n):
        m = modules[i]
        exits[m] += leaving[i]
        visits[m] += visited[i]
        sizes[m] += 1
        for e in range(starts[i], starts[i + 1]):
            if modules[ends[e]] == m:
                exits[m] -= both[e] / 2
    return exits, visits, sizes
