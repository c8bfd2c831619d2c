"""The fault campaign: does the diary lose, damage or hide anything, ever?

    python3 tests/faults [--program target/debug/unclench] [--quick] [--only PART] [--table]

Runs every part, prints what it counted and every problem, and ends with 1 if
there was one. `--quick` is the short version for CI. Works in a folder of its
own under the system's temporary folder and removes it. Python 3.9, strace,
user namespaces; see README.md.
"""
import argparse
import collections
import functools
import pathlib
import shutil
import sys
import tempfile
import time

import calls
import clock
import full
import hostile
import kill
import power
import selftest
import starved
import sync
import systems
from program import Program

QUICK_CALLS = ("add", "edit", "import", "list")
QUICK_SYSTEMS = ("add", "edit", "delete")


def parts(quick, commands=None):
    """Every part by name: what it is, and how it is run. `commands`: those of `calls` alone."""
    kills = 40 if quick else 2000
    yield "self-test", "bad writers are caught", selftest.run
    for writers in (1, 8):
        yield f"kill-{writers}", f"kill -9 at random moments, {writers} at once", functools.partial(kill.run, kills=kills, writers=writers)
    yield "calls", "each file system call fails, or is the last", functools.partial(
        calls.run, **(dict(names=QUICK_CALLS, failures=("EIO",), most=3) if quick else dict(names=commands)))
    for model in ("any", "ordered"):
        yield f"power-{model}", f"power cuts, model “{model}”", functools.partial(power.run, model=model, most=16 if quick else 400)
    yield "full", "a full disk", functools.partial(full.run, rounds=6 if quick else 48)
    yield "starved", "little to have: file size, open files, memory", functools.partial(
        starved.run, **(dict(names=("add", "edit")) if quick else {}))
    yield "systems", "other file systems, and calls that are missing", functools.partial(
        systems.run, **(dict(names=QUICK_SYSTEMS, is_quick=True) if quick else {}))
    yield "hostile", "hostile folders", hostile.run
    yield "sync", "sync tools and edits at once", functools.partial(sync.run, rounds=2 if quick else 50)
    yield "clock", "clocks that jump", clock.run


def examine(what, run, program):
    """Runs one part; returns what it counted and what is wrong."""
    tally, problems = collections.Counter(), []
    work = pathlib.Path(tempfile.mkdtemp(prefix="faults-"))
    begun = time.monotonic()
    try:
        run(program, work, problems.append, lambda key, count: tally.update({key: count}))
    finally:
        shutil.rmtree(work, ignore_errors=True)
    seconds = time.monotonic() - begun
    counted = ", ".join(f"{count:,} {key}" for key, count in tally.items() if not key.startswith(("calls of", "states of")))
    print(f"{what}: {counted}: {len(problems)} problems ({seconds:.0f} s)", flush=True)
    for problem in problems[:20]:
        print("  PROBLEM", problem, flush=True)
    return tally, problems, counted


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="target/debug/unclench")
    parser.add_argument("--quick", action="store_true", help="the short version")
    parser.add_argument("--only", action="append", help="a part, by name; may be said again")
    parser.add_argument("--command", action="append", help="of `calls`, by name; may be said again")
    parser.add_argument("--table", action="store_true", help="print a table for README.md at the end")
    asked = parser.parse_args()
    program = Program([str(pathlib.Path(asked.program).resolve())])
    rows, bad = [], 0
    for name, what, run in parts(asked.quick, asked.command):
        if asked.only and name not in asked.only:
            continue
        _, problems, counted = examine(what, run, program)
        rows.append((what, counted, len(problems)))
        bad += len(problems)
    if asked.table:
        print("\n| part | counted | problems |\n|---|---|---|")
        for row in rows:
            print("| {} | {} | {} |".format(*row))
    good = sum(1 for row in rows if row[2] == 0)
    print(f"\n{good} passed, {len(rows) - good} failed")
    return 1 if bad or not rows else 0


if __name__ == "__main__":
    sys.exit(main())
