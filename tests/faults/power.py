"""Power cuts, replayed: what could be on the disk, and does the program cope?

kill -9 cannot show a missing sync: what was written outlives the process. This
traces one command, and for every moment of it makes the folders that a power
cut could leave, in one of two models:

    any      every change of a name that was not made durable may be there or
             not, in any combination
    ordered  changes of names survive in order, as on a journalling file
             system; each sync makes the earlier ones durable

In both, bytes that were not synced may be missing, torn in the middle, or
zeros of the full length. On each state the laws of the command must hold.
"""
import itertools
import os
import random

import laws
import trace

COMMANDS = ("add", "first add", "edit", "delete", "restore", "import", "export csv")
NAMES = {"make", "name", "lose", "move", "swap"}


def run(program, work, say, tell, model="any", names=COMMANDS, most=400, seed=1):
    """Replays each command; at most `most` states of each, drawn by `seed`."""
    dice = random.Random(seed)
    stage, log = laws.Stage(work / "stage"), work / "strace.log"
    for name in names:
        play = laws.play(program, stage, name)
        files = stage.census()
        numbers = {path: "dir" if data is None else n for n, (path, data) in enumerate(files.items(), 1)}
        command = play.command
        ended = program.run(stage.data, *command.words, under=trace.options(log), stdin=command.stdin)
        assert ended.code == 0, f"{name} under strace: {ended.err}"
        changes = trace.Reader(stage.root, numbers).read(log.read_text().splitlines())
        start = Disk(numbers, {numbers[p]: data for p, data in files.items() if data is not None})
        after = stage.census()
        replayed = start.after(changes).tree()
        assert replayed == after, f"{name}: the trace was not understood: {set(replayed) ^ set(after)}"
        states = _states(start, changes, model, dice)
        tell(f"states of {name}", len(states))
        chosen = states if len(states) <= most else dice.sample(states[:-1], most - 1) + states[-1:]
        for tree, at in chosen:
            _one(play, tree, ended if at == len(changes) else None, say, at, len(changes), model)
        tell("states tried", len(chosen))


def _one(play, tree, ended, say, at, count, model):
    stage = play.stage
    stage.clear()
    for path, data in sorted(tree.items()):
        full = stage.root / path
        if data is None:
            full.mkdir(0o700, parents=True, exist_ok=True)
        else:
            full.write_bytes(data)
            full.chmod(0o600)
    for problem in play.judge(ended) + play.goes_on():
        said = ", acknowledged" if ended else ""
        say(f"{play.command.name}, cut after change {at} of {count}{said} ({model}): {problem}")


class Disk:
    """Names and the bytes behind them."""

    def __init__(self, names, bytes_of):
        self.names, self.bytes = dict(names), dict(bytes_of)

    def after(self, changes, lost=(), torn=None):
        """The disk after changes; those of `lost` have not happened, and files
        of `torn` hold what it says."""
        disk = Disk(self.names, self.bytes)
        for at, change in enumerate(changes):
            if at not in lost:
                disk._apply(change)
        disk.bytes.update(torn or {})
        return disk

    def _apply(self, change):
        what, *rest = change
        if what == "write":
            which, at, data = rest
            old = self.bytes.get(which, b"")
            self.bytes[which] = old[:at].ljust(at, b"\0") + data + old[at + len(data):]
        elif what == "cut":
            self.bytes[rest[0]] = self.bytes.get(rest[0], b"")[:rest[1]].ljust(rest[1], b"\0")
        elif what == "make":
            self.names[rest[0]] = "dir"
        elif what == "name":
            self.names[rest[0]] = rest[1]
        elif what == "lose":
            self.names.pop(rest[0], None)
        elif what == "move":
            if rest[0] in self.names:
                self.names.pop(rest[1], None)
                trace.move(self.names, *rest)
        elif what == "swap":
            one, other = (self.names.get(path) for path in rest)
            if one and other:
                self.names[rest[0]], self.names[rest[1]] = other, one

    def tree(self):
        """Every path with its bytes; what is in no folder is not there."""
        def has_home(path):
            parent = os.path.dirname(path)
            return not parent or self.names.get(parent) == "dir" and has_home(parent)
        return {path: None if which == "dir" else self.bytes.get(which, b"")
                for path, which in self.names.items() if has_home(path)}


def _states(start, changes, model, dice):
    """Every folder a cut could leave, with the latest moment that leaves it."""
    found = {}
    for at in range(len(changes) + 1):
        names, files = _open_ends(start, changes[:at], model)
        if model == "ordered":
            losses = [names[n:] for n in range(len(names) + 1)]
        elif len(names) <= 9:
            losses = [c for n in range(len(names) + 1) for c in itertools.combinations(names, n)]
        else:
            losses = [[n for n in names if dice.random() < 0.5] for _ in range(400)]
        choices = [[(which, data) for data in versions] for which, versions in files.items()]
        for lost in losses:
            for torn in itertools.islice(itertools.product(*choices), 64):
                tree = start.after(changes[:at], set(lost), dict(torn)).tree()
                found[tuple(sorted(tree.items()))] = (tree, at)
    return sorted(found.values(), key=lambda state: state[1])


def _open_ends(start, changes, model):
    """What a cut may still undo: changes of names by their place, and for each
    file that was not synced what it may hold."""
    names, written = [], set()
    for at, (what, *rest) in enumerate(changes):
        if what in NAMES:
            names.append(at)
        elif what in ("write", "cut"):
            written.add(rest[0])
        elif what == "sync":
            written.discard(rest[0])
            names = [] if model == "ordered" else names
        elif what == "sync_dir":
            names = [] if model == "ordered" else [n for n in names if _home(changes[n]) != rest[0]]
    whole = start.after(changes).bytes
    files = {}
    for which in written:
        data = whole.get(which, b"")
        files[which] = [data, b"", data[:len(data) // 2], bytes(len(data))]
    return names, files


def _home(change):
    """The folder whose sync makes a change of a name durable."""
    what, *rest = change
    return os.path.dirname(rest[1] if what in ("move", "swap") else rest[0])
