"""Clocks that jump: the day is wrong, the hour goes back, the time zone changes.

Needs libfaketime (`apt-get install faketime`); says so when it is not there.
No entry is lost or doubled, the list stays in order of what happened, an edit
made "before" its entry is kept, and nothing is tidied away because a clock
says that a month has passed.
"""
import glob
import json

import laws
from program import record

TIMES = ("2026-11-23 03:10:00", "2026-11-23 03:09:59", "1971-01-02 00:00:00", "2037-12-31 23:59:59", "2099-06-01 12:00:00",
         "2026-03-29 01:59:59", "2026-03-29 03:00:00", "2026-10-25 02:30:00", "2024-02-29 12:00:00", "2026-11-23 03:10:01")
ZONES = ("Europe/Berlin", "America/St_Johns", "Pacific/Kiritimati", "UTC")


def library():
    """Where libfaketime is; None if it is not."""
    found = glob.glob("/usr/lib/*/faketime/libfaketime.so.1")
    return found[0] if found else None


def at(time, zone):
    """The variables under which the program believes in a time."""
    return {"LD_PRELOAD": library(), "FAKETIME": time, "TZ": zone, "FAKETIME_NO_CACHE": "1"}


def run(program, work, say, tell):
    """Adds, edits and deletes with the clock jumping between."""
    if not library():
        say("libfaketime is not installed (apt-get install faketime)")
        return
    stage = laws.Stage(work / "stage")
    for zone in ZONES:
        stage.clear()
        expected = {}
        for n, time in enumerate(TIMES):
            ended = program.add(stage.data, f"at {n}", env=at(time, zone))
            tell("entries at odd times", 1)
            if ended.code:
                say(f"{time} {zone}: {ended.err.strip()}")
                continue
            expected[ended.out.strip()] = f"at {n}"
            target = ended.out.strip()
            back = TIMES[(n + 7) % len(TIMES)]
            if n % 3 == 1:  # edited on another day, maybe long before
                ended = program.run(stage.data, "edit", target, "--json", "-", stdin=record(f"edited {n}"), env=at(back, zone))
                expected[target] = f"edited {n}"
            elif n % 3 == 2:  # deleted and restored with the clock elsewhere
                ended = program.run(stage.data, "delete", target, env=at(back, zone))
                ended = program.run(stage.data, "restore", target, env=at(time, zone)) if ended.code == 0 else ended
            if ended.code:
                say(f"{time} {zone}, then {back}: {ended.err.strip()}")
            _compare(program, stage, expected, f"{time} {zone}", say)
        _import_later(program, stage, expected, zone, say, tell)


def _compare(program, stage, expected, when, say):
    listed, now = program.entries(stage.data)
    verified, _ = program.findings(stage.data)
    if listed.code or verified.code:
        say(f"{when}: list {listed.code}, verify {verified.code}: {verified.out[-200:]}")
    notes = {i: fields and fields["note"] for i, fields in now.items()}
    if notes != expected:
        say(f"{when}: {len(notes)} of {len(expected)} entries, or other words")


def _import_later(program, stage, expected, zone, say, tell):
    """An export of one time is taken in at another: nothing twice."""
    file = stage.out / "all.json"
    program.run(stage.data, "export", str(file), env=at(TIMES[4], zone))
    ended = program.run(stage.data, "import", str(file), env=at(TIMES[2], zone))
    if ended.code or "imported: 0" not in ended.out:
        say(f"{zone}: taken in again: {ended.out}{ended.err}")
    held = {e["id"]: e["note"] for e in json.loads(file.read_text())}
    if held != expected:
        say(f"{zone}: the export holds {len(held)} of {len(expected)}")
    tell("exports taken in at another time", 1)
