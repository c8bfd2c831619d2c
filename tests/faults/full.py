"""A full disk: a tmpfs of its own, filled to the brim.

Runs itself again in a user and mount namespace (`unshare -rm`), where it may
mount; the tmpfs goes when that ends. Needs user namespaces, or root.
"""
import json
import pathlib
import subprocess
import sys

from program import Program, record, unshared, untold


def run(program, work, say, tell, rounds=24):
    """Fills the disk to within 0, 1, 2 … KiB and goes on working."""
    place = work / "tmpfs"
    place.mkdir()
    inside = [__file__, str(place), str(rounds), *program.argv]
    unshared("-rm", inside, say, tell, "no tmpfs could be had")


def _inside(place, rounds, program):
    tally, problems = {"tried on a full disk": 0, "refused and told": 0}, []
    for n in range(rounds):
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m,mode=700", "tmpfs", place], check=True)
        try:
            problems += [f"{n} KiB left: {p}" for p in _round(pathlib.Path(place), n, program, tally)]
        finally:
            subprocess.run(["umount", place], check=True)
    print(json.dumps({"tally": tally, "problems": problems}))


def _round(place, kib, program, tally):
    data, ballast, wrong = place / "data", place / "ballast", []
    acked = {}
    if kib % 3:  # else the very first entry meets the full disk
        for n in range(2):
            ended = program.add(data, f"before {n}")
            acked[ended.out.strip()] = f"before {n}"
    with open(ballast, "wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
        file.truncate(max(0, file.seek(0, 2) - kib * 1024))
    jobs = [("add", ["add", "--json", "-"], record(f"full {n}")) for n in range(4)]
    if acked:
        target = next(iter(acked))
        jobs += [("edit", ["edit", target, "--json", "-"], record("edited")),
                 ("export", ["export", str(place / "diary.zip")], ""), ("backup", ["backup"], ""),
                 ("delete", ["delete", list(acked)[1]], "")]
    for name, words, stdin in jobs:
        ended = program.run(data, *words, stdin=stdin)
        tally["tried on a full disk"] += 1
        tally["refused and told"] += ended.code == 2
        bad = untold(ended, must_name=place)
        wrong += [f"{name}: {bad}"] if bad else []
        if ended.code == 0 and name == "add":
            acked[ended.out.strip()] = json.loads(stdin)["note"]
        elif ended.code == 0 and name == "edit":
            acked[target] = "edited"
        elif ended.code == 0 and name == "delete":
            acked.pop(words[1])
        elif ended.code == 2 and name == "export" and (place / "diary.zip").exists():
            wrong.append("the export was refused and left a file")
    ballast.unlink()
    listed, entries = program.entries(data)
    verified, _ = program.findings(data)
    if listed.code or verified.code:
        wrong.append(f"afterwards: list {listed.code}, verify {verified.code}: {listed.err}{verified.out[-200:]}")
    for ident, note in acked.items():
        if not entries.get(ident) or entries[ident]["note"] != note:
            wrong.append(f"an acknowledged entry is lost or changed: {note!r}")
    for ident, fields in entries.items():
        if ident not in acked and not fields["note"].startswith("full "):
            wrong.append(f"an entry nobody acknowledged: {fields}")
    if program.add(data, "there is room again").code != 0:
        wrong.append("the next add fails")
    return wrong


if __name__ == "__main__":
    _inside(sys.argv[1], int(sys.argv[2]), Program(sys.argv[3:]))
