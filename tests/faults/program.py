"""Starts the program under test, in a process group of its own, and reads what it says.

Owns: starting, waiting, killing, the one record that every test adds, and what
"told in one clear sentence" means. Knows nothing of any fault.
"""
import json
import os
import re
import signal
import subprocess
import sys
import time

PATIENCE = 30.0  # seconds before a command counts as hung

RECORD = {
    "kind": "episode",
    "started_at": "2026-11-20T03:10:00+01:00[Europe/Berlin]",
    "duration": {"seconds": 240},
    "regions": ["buttock_left_deep", "sit_bone_left"],
    "side": "left",
    "pain_peak": 8,
    "tags": ["long drive"],
}


def record(note):
    """The text of one entry whose note is `note`."""
    return json.dumps({**RECORD, "note": note})


class Ended:
    """How a command ended: its code (None: it hung), what it printed, how long it took."""

    def __init__(self, code, out, err, seconds):
        self.code, self.out, self.err, self.seconds = code, out, err, seconds

    def was_killed(self):
        """Ended by SIGKILL, itself or strace on its behalf."""
        return self.code in (-9, 137)


class Program:
    """The program under test. `argv` starts it; commands are added."""

    def __init__(self, argv):
        self.argv = list(argv)

    def line(self, data, *words):
        """The whole command line of `diary …` on a data folder."""
        return [*self.argv, "diary", *words, "--data-dir", str(data)]

    def start(self, data, *words, under=(), stdin="", env=None):
        """Starts a command and hands it its input. Returns the process."""
        process = subprocess.Popen(
            [*under, *self.line(data, *words)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={**os.environ, **(env or {})}, start_new_session=True,
        )
        try:
            process.stdin.write(stdin.encode())
            process.stdin.close()
        except BrokenPipeError:
            pass  # it was gone already
        process.stdin = None
        return process

    def run(self, data, *words, under=(), stdin="", env=None):
        """Runs a command to its end; one that hangs is killed with all it started."""
        begun = time.monotonic()
        process = self.start(data, *words, under=under, stdin=stdin, env=env)
        try:
            out, err = process.communicate(timeout=PATIENCE)
            code = process.returncode
        except subprocess.TimeoutExpired:
            stop(process)
            out, err = process.communicate()
            code = None
        text = lambda raw: raw.decode("utf-8", "replace")
        return Ended(code, text(out), text(err), time.monotonic() - begun)

    def add(self, data, note, **how):
        """Adds one entry."""
        return self.run(data, "add", "--json", "-", stdin=record(note), **how)

    def entries(self, data):
        """What `list` shows: the code, and each id with its fields. An id that
        is listed twice has `None`."""
        ended = self.run(data, "list", "--json")
        found = {}
        for line in ended.out.splitlines():
            fields = json.loads(line)
            found[fields["id"]] = None if fields["id"] in found else fields
        return ended, found

    def findings(self, data):
        """What `verify` counts; `None` when it says nothing readable."""
        ended = self.run(data, "verify", "--json")
        try:
            return ended, json.loads(ended.out)
        except ValueError:
            return ended, None


def unshared(flags, words, say, tell, lacks):
    """Runs a part where it may mount, and passes on what it prints: a tally and problems."""
    done = subprocess.run(["unshare", flags, sys.executable, *words], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        say(f"{lacks}: {done.stderr.strip()[-300:]}")
        return
    told = json.loads(done.stdout)
    for key, count in told["tally"].items():
        tell(key, count)
    for problem in told["problems"]:
        say(problem)


def stop(process):
    """Kills a process and everything in its group."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def crash(ended):
    """A crash or a hang, where a sentence was due."""
    if ended.code is None:
        return "it hung"
    if "panicked at" in ended.err or ended.code == 101:
        return f"it panicked: {ended.err[-200:]!r}"
    if ended.code < 0 and not ended.was_killed():
        return f"it crashed with signal {-ended.code}"
    return None


def untold(ended, must_name=None):
    """What is wrong with how a failed command told of it; None if nothing is.

    One line on standard error, a sentence of the program's own; code 2 when
    it could not be done, 1 when something was found. With `must_name` the
    sentence has to hold that path and, after a semicolon, what to do.
    """
    bad = crash(ended)
    if bad or ended.code == 0:
        return bad
    lines = ended.err.splitlines()
    if ended.code not in (1, 2):
        return f"code {ended.code}: {ended.err!r}"
    if len(lines) != 1 or not re.fullmatch(r"unclench: .+\.", lines[0]):
        return f"code {ended.code} without one sentence: {ended.err!r}"
    if must_name and ended.code == 2:
        if str(must_name) not in lines[0]:
            return f"no path: {lines[0]}"
        if ";" not in lines[0]:
            return f"not what to do: {lines[0]}"
    return None
