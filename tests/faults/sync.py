"""Sync tools and several programs in one folder at once.

Copies with one id are a conflict: both are kept and told, none is merged or
dropped, and editing goes on. Many edits of one entry at once: every version
that was acknowledged is the current one, in the history, or a conflict.
"""
import json
import shutil
import zlib

import laws
from program import record

COPIES = (
    "{stem}-LAPTOP.ron", "{stem} 2.ron", "Copy of {stem}.ron", "{stem}.conflict.ron",
    "{stem}.sync-conflict-20260101-120000-ABCDEFG.ron", "{stem} (conflicted copy 2026-01-01 120000).ron",
          "{stem} (Ana's conflicted copy).ron", "{stem}(1).ron", "renamed.ron")


def run(program, work, say, tell, rounds=12, writers=8):
    """Conflict copies of each tool, then racing edits."""
    stage = laws.Stage(work / "stage")
    for name in COPIES:
        for is_same in (True, False):
            play = laws.play(program, stage, "edit")
            for problem in _copied(program, play, name, is_same):
                say(f"a copy named {name}, {'the same' if is_same else 'changed'}: {problem}")
            tell("conflict copies", 1)
    for n in range(rounds):
        play = laws.play(program, stage, "edit")
        for problem in _raced(program, play, writers, n):
            say(f"{writers} edits at once: {problem}")
        tell("edits at once", writers)
    _moved(program, laws.play(program, stage, "edit"), say, tell)
    for problem in _deleted_here(program, laws.play(program, stage, "delete")):
        say(f"deleted here, edited elsewhere: {problem}")
    for problem in _folder_twice(program, laws.play(program, stage, "edit")):
        say(f"a folder that is there twice: {problem}")
    tell("other doings of sync tools", 2)


def _file_of(play, ident):
    return next(p for p in (play.stage.data / "diary").rglob("*.ron") if ident in p.read_text())


def _sealed(text):
    """The text of an entry with the checksum that fits, as a program writes it."""
    body = text[:text.rindex("// crc32")]
    return f"{body}// crc32 {zlib.crc32(body.encode()):08x}\n"


def _copied(program, play, name, is_same):
    data, own = play.stage.data, _file_of(play, play.target)
    text = own.read_text()
    other = text if is_same else _sealed(text.replace(laws.OLD, "changed elsewhere"))
    copy = own.with_name(name.format(stem=own.stem))
    copy.write_text(other)
    listed, now = program.entries(data)
    verified, findings = program.findings(data)
    wrong = []
    if listed.code or verified.code or None in now.values() or len(now) != 3:
        wrong.append(f"list {listed.code}, {len(now)} entries; verify {verified.code}: {verified.out}")
        return wrong
    told = [c for c in findings["conflicts"] if c["id"] == play.target]
    if len(told) != (0 if is_same else 1):
        wrong.append(f"conflicts that are told: {findings['conflicts']}")
    before = {own.read_text(), copy.read_text()}
    if before != {text, other}:
        wrong.append("looking at it changed a file")
    ended = program.run(data, *play.command.words, stdin=play.command.stdin)
    texts = [p.read_text() for p in data.rglob("*.ron")]
    if ended.code or not any(laws.NEW in t for t in texts):
        wrong.append(f"it cannot be edited: {ended.err}")
    for version in {text, other}:
        if version not in texts:
            wrong.append("a version is lost")
    return wrong + play.goes_on()


def _raced(program, play, writers, seed):
    data = play.stage.data
    notes = [f"round {seed}, writer {n}" for n in range(writers)]
    started = [program.start(data, "edit", play.target, "--json", "-", stdin=record(note)) for note in notes]
    acked, wrong = [], []
    for process, note in zip(started, notes):
        _, err = process.communicate(timeout=60)
        if process.returncode == 0:
            acked.append(note)
        else:
            wrong.append(f"an edit was refused: {err.decode().strip()}")
    kept = "".join(p.read_text() for p in data.rglob("*.ron"))
    wrong += [f"an acknowledged version is nowhere: {note}" for note in acked if note not in kept]
    listed, now = program.entries(data)
    verified, findings = program.findings(data)
    if listed.code or verified.code or play.target not in now or len(now) != 3:
        wrong.append(f"list {listed.code}, {len(now)} entries, verify {verified.code}: {verified.out[-200:]}")
    elif findings["leftovers"]:
        wrong.append(f"left over: {json.dumps(findings['leftovers'])}")
    return wrong + play.goes_on()


def _moved(program, play, say, tell):
    """A tool, or a person, moves a file to another month and renames it."""
    own = _file_of(play, play.target)
    other = play.stage.data / "diary" / "2031" / "01"
    other.mkdir(parents=True)
    own.rename(other / "somewhere else.ron")
    ended = program.run(play.stage.data, *play.command.words, stdin=play.command.stdin)
    for problem in play.judge(ended):
        say(f"a file that was moved: {problem}")
    tell("moved files", 1)


def _deleted_here(program, play):
    """It is in the trash here; then the version of another computer arrives.
    That version is in the diary again, and the deleted one can still be had."""
    data, own = play.stage.data, _file_of(play, play.target)
    text, name = own.read_text(), own
    ended = program.run(data, *play.command.words)
    other = _sealed(text.replace(laws.OLD, "changed elsewhere"))
    name.write_text(other)
    listed, now = program.entries(data)
    verified, findings = program.findings(data)
    wrong = [] if ended.code == 0 else [ended.err.strip()]
    if listed.code or verified.code or findings["conflicts"]:
        wrong.append(f"list {listed.code}, verify {verified.code}: {verified.out[-200:]}")
    if (now.get(play.target) or {}).get("note") != "changed elsewhere":
        wrong.append("the version of the other computer is not listed")
    if text not in [p.read_text() for p in (data / "trash").rglob("*.ron")]:
        wrong.append("the deleted version is lost")
    return wrong + play.goes_on()


def _folder_twice(program, play):
    """A tool has copied a whole month beside itself: no entry twice, no conflict."""
    own = _file_of(play, play.target)
    copy = own.parent.with_name(own.parent.name + " (conflicted copy)")
    shutil.copytree(own.parent, copy)
    listed, now = program.entries(play.stage.data)
    verified, findings = program.findings(play.stage.data)
    wrong = []
    if listed.code or verified.code or None in now.values() or len(now) != 3 or findings["conflicts"]:
        wrong.append(f"list {listed.code}, {len(now)} entries, verify {verified.code}: {verified.out[-200:]}")
    ended = program.run(play.stage.data, *play.command.words, stdin=play.command.stdin)
    _, now = program.entries(play.stage.data)
    notes = (now.get(play.target) or {}).get("note")
    if ended.code or notes not in (laws.NEW, None):
        wrong.append(f"edited, and it is {notes!r}: {ended.err}")
    if not any(laws.NEW in p.read_text() for p in play.stage.data.rglob("*.ron")):
        wrong.append("the edit is lost")
    return wrong + play.goes_on()
