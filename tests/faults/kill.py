"""kill -9 at random moments, with one writer and with several at once.

Every entry lives in a slot; its note says the slot and the version. A model
knows which versions a slot may have: after a command that was acknowledged
only the new one, after one that was killed the old or the new one, whole.
"""
import json
import random
import statistics
import subprocess
import time

from program import record, stop, untold

ROUND = 160  # kills after which a new folder is begun


class Model:
    """Which version each slot may have; None: it may be absent."""

    def __init__(self):
        self.allowed, self.ids, self.next = {}, {}, 0

    def slot(self):
        """A new slot."""
        self.next += 1
        self.allowed[self.next] = {None}
        return self.next

    def compare(self, entries):
        """What is wrong with a listing; then takes what was seen for settled."""
        wrong, seen = [], {}
        for ident, fields in entries.items():
            if fields is None:
                wrong.append(f"{ident} is listed twice")
                continue
            try:
                slot, version = json.loads(fields["note"])
            except ValueError:
                wrong.append(f"{ident} is not whole: {fields['note']!r}")
                continue
            if slot in seen:
                wrong.append(f"slot {slot} is listed twice")
            seen[slot] = version
            self.ids[slot] = ident
        for slot, allowed in self.allowed.items():
            version = seen.get(slot)
            if version not in allowed:
                wrong.append(f"slot {slot} has version {version}, allowed: {allowed}")
            self.allowed[slot] = {version}
        wrong += [f"slot {slot} was never asked for" for slot in seen if slot not in self.allowed]
        return wrong


def _job(model, dice):
    """The next command: (slot, version, words, stdin). Mostly adds; each slot
    has one writer at a time."""
    settled = [s for s, versions in model.allowed.items() if s in model.ids and len(versions) == 1 and None not in versions]
    what = dice.random()
    if settled and what < 0.45:
        slot = dice.choice(settled)
        ident, old = model.ids[slot], next(iter(model.allowed[slot]))
        if what < 0.12:
            return slot, None, ["delete", ident], ""
        return slot, old + 1, ["edit", ident, "--json", "-"], record(json.dumps([slot, old + 1]))
    slot = model.slot()
    return slot, 1, ["add", "--json", "-"], record(json.dumps([slot, 1]))


def run(program, work, say, tell, kills=2000, writers=1, seed=1):
    """Kills until that many kills were delivered."""
    dice, key = random.Random(seed), f"{writers} writer{'s' * (writers > 1)}"
    delivered = rounds = 0
    while delivered < kills:
        data = work / f"kill-{writers}-{rounds}"
        delivered += _round(program, data, say, tell, min(ROUND, kills - delivered), writers, dice, key)
        rounds += 1
    tell(f"kills delivered, {key}", delivered)


def _round(program, data, say, tell, kills, writers, dice, key):
    model, times, delivered, runs = Model(), [], 0, 0
    while delivered < kills:
        busy = set()
        for _ in range(max(1, 8 // writers)):
            batch = []
            for _ in range(writers):
                slot, version, words, stdin = _job(model, dice)
                if slot in busy:
                    continue
                busy.add(slot)
                runs += 1
                is_spared = runs % 12 == 0 or len(times) < 5
                middle = statistics.median(times) if times else 0.05
                wait = 30.0 if is_spared else dice.uniform(0, 1.15) * middle
                begun = time.monotonic()
                process = program.start(data, *words, stdin=stdin)
                batch.append((begun + wait, begun, process, slot, version, is_spared, words[0]))
            for due, begun, process, slot, version, is_spared, word in sorted(batch, key=lambda b: b[0]):
                delivered += _end(process, due, begun, slot, version, is_spared, word, model, times, say, tell, key)
        ended, entries = program.entries(data)
        if ended.code != 0:
            say(f"{key}: list: code {ended.code}: {ended.err.strip()}")
        for problem in model.compare(entries):
            say(f"{key}: {problem}")
    verified, findings = program.findings(data)
    if verified.code != 0 or not findings or findings["conflicts"]:
        say(f"{key}: verify: code {verified.code}: {verified.out[-300:]}")
    tell(f"left-over temporary files, {key}", len(findings["leftovers"]) if findings else 0)
    return delivered


def _end(process, due, begun, slot, version, is_spared, word, model, times, say, tell, key):
    """Waits for the moment, kills, and tells the model. Returns the kills."""
    try:
        process.wait(max(0.0, due - time.monotonic()))
    except subprocess.TimeoutExpired:
        stop(process)
    out, err = process.communicate()
    code = process.returncode
    if code == 0:
        model.allowed[slot] = {version}
        times.append(time.monotonic() - begun)
        del times[:-40]
        tell(f"acknowledged, {key}", 1)
        return 0
    model.allowed[slot] = model.allowed[slot] | {version}
    if code == -9 and not is_spared:
        return 1
    from program import Ended
    ended = Ended(None if code == -9 else code, out.decode(), err.decode(), 0.0)
    say(f"{key}: {word} left alone failed: {untold(ended) or ended.err.strip()}")
    return 0
