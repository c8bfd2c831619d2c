"""Every file system call of every command, failed or killed in turn.

A dry run under strace finds the calls that touch the stage. Then, for each
call and each fault, one run on a fresh stage in which exactly that call fails
(it is not carried out) or the program is killed just before it. Needs strace
with ptrace allowed. Calls are counted per thread, as strace does.
"""
import collections
import os
import re

import laws
from program import crash, untold

FAILURES = ("ENOSPC", "EIO", "EACCES", "EROFS", "EMFILE", "EINTR")
# Not calls of the file system, or without an error that could happen.
LEFT_OUT = {"execve", "getcwd", "mmap", "munmap", "brk", "exit_group", "prctl"}
LINE = re.compile(r"^(\d+)\s+(\w+)\((.*)$")


def traced(play, log):
    """The calls of the command that name the stage: (call, n-th of its thread)."""
    command = play.command
    under = ["strace", "-f", "-qq", "-y", "-s", "4096", "-o", str(log)]
    ended = play.program.run(play.stage.data, *command.words, under=under, stdin=command.stdin)
    assert ended.code == 0, f"{command.name} under strace: {ended.err}"
    counts, points = collections.Counter(), {}
    for line in log.read_text(errors="replace").splitlines():
        found = LINE.match(line)
        if not found:
            continue
        thread, call, rest = found.groups()
        counts[thread, call] += 1
        is_answer = rest.startswith(("1<", "2<"))  # printed, not filed
        if call not in LEFT_OUT and not is_answer and str(play.stage.root) in rest:
            points.setdefault((call, counts[thread, call]), line[:140])
    return ended, points


def thinned(points, most):
    """At most `most` calls of a kind, evenly spread."""
    kinds = collections.defaultdict(list)
    for point in points:
        kinds[point[0]].append(point)
    return [p[i * len(p) // most] if len(p) > most else p[i]
            for p in kinds.values() for i in range(min(len(p), most))]


def run(program, work, say, tell, names=None, failures=FAILURES, most=60):
    """Puts each command to each fault. `say(problem)`, `tell(key, count)`."""
    stage = laws.Stage(work / "stage")
    kept, log = work / "kept", work / "strace.log"
    for name in names or [c.name for c in laws.commands(laws.Play(program, stage, _first))]:
        play = laws.play(program, stage, name)
        stage.keep(kept)
        whole, points = traced(play, log)
        tell(f"calls of {name}", len(points))
        last = max((nth for call, nth in points if call == "fsync"), default=0)
        for call, nth in thinned(points, most):
            # Closing what was read or synced cannot fail in earnest, and the
            # standard library gives up on a folder for which it does.
            for failure in (*(() if call == "close" else failures), "KILL"):
                stage.put_back(kept)
                _one(play, call, nth, failure, whole, say, tell, call == "fsync" and nth == last)


def _first(play):
    return laws.commands(play)[0]


def _one(play, call, nth, failure, whole, say, tell, is_last=False):
    command, stage = play.command, play.stage
    how = "signal=SIGKILL" if failure == "KILL" else f"error={failure}"
    under = ["strace", "-f", "-qq", "-o", os.devnull, "-e", f"trace={call}",
             "-e", f"inject={call}:{how}:when={nth}"]
    before = None if command.writes else stage.census()
    ended = play.program.run(stage.data, *command.words, under=under, stdin=command.stdin)
    wrong = []
    if failure == "KILL":
        if ended.code is None:
            wrong.append("it hung")
        tell("killed", int(ended.was_killed()))
    else:
        bad = untold(ended, must_name=stage.root if command.writes else None)
        if command.name == "verify" and ended.code == 1 and ended.out:
            bad = crash(ended)  # it tells what it found in its answer
        wrong += [bad] if bad else []
        if call in ("fsync", "fdatasync") and failure == "EIO" and ended.code == 0:
            wrong += _unsynced(command, is_last)
        tell("failed and told" if ended.code else "failed and got over", 1)
    if not command.writes:
        if ended.code == 0 and ended.out != whole.out:
            wrong.append("code 0, but not the whole answer")
        if stage.census() != before:
            wrong.append("reading changed the folder")
    wrong += play.judge(ended)
    wrong += play.goes_on()
    tell("faults", 1)
    for problem in wrong:
        say(f"{command.name}, {call} #{nth} {failure}: {problem}")


def _unsynced(command, is_last):
    # The two files that explain the folder may fail: nothing depends on them. Nor
    # does it on the name of the folder an import came through, which is empty and
    # gone at the end; `power.py` loses it.
    may = command.name == "first add" or (command.name == "import" and is_last)
    return [] if may else ["code 0 although a sync failed"]
