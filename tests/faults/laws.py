"""The commands that are put to the test, and what must hold after each of them.

Owns: the diary each starts from, and the laws. A law is told as a sentence of
what is wrong; no sentence, no problem. Knows nothing of any fault.
"""
import json
import pathlib
import shutil
import zipfile

from program import RECORD, crash, record

OLD, NEW = "as it was", "the new one"


class Stage:
    """A folder to work in: the diary in `data`, files that leave it in `out`."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.data, self.out = self.root / "data", self.root / "out"

    def clear(self):
        """An empty stage; the folder of the diary does not exist yet."""
        shutil.rmtree(self.root, ignore_errors=True)
        self.out.mkdir(parents=True)

    def keep(self, to):
        """Copies the stage away, to be put back before the next fault."""
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(self.root, to, symlinks=True)

    def put_back(self, kept):
        """The stage as it was kept."""
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(kept, self.root, symlinks=True)

    def census(self):
        """Every file and folder with its bytes."""
        return {
            str(path.relative_to(self.root)): path.read_bytes() if path.is_file() else None
            for path in sorted(self.root.rglob("*"))
        }


class Command:
    """One command on a furnished diary, and its laws.

    `words` of the command line, what goes in, whether it may write, and
    `law(state)`, which says what is wrong with the target afterwards.
    """

    def __init__(self, name, words, law, stdin="", writes=True, furnished=True):
        self.name, self.words, self.law, self.stdin = name, words, law, stdin
        self.writes, self.furnished = writes, furnished


class State:
    """What was there before, what is there now, and how the command ended."""

    def __init__(self, play, ended, now, findings):
        self.play, self.ended = play, ended
        self.now, self.findings = now, findings
        self.is_done = ended is not None and ended.code == 0

    def notes(self, of):
        """How many entries have this note."""
        return sum(1 for fields in self.now.values() if fields and fields["note"] == of)


class Play:
    """A stage furnished for one command: three entries, and one in the trash."""

    def __init__(self, program, stage, command_of):
        self.program, self.stage = program, stage
        stage.clear()
        self.before, self.target, self.trashed = {}, "", ""
        probe = command_of(self)
        if probe.furnished:
            for n in range(3):
                ended = program.add(stage.data, OLD if n == 0 else f"other {n}")
                assert ended.code == 0, ended.err
                self.target = self.target or ended.out.strip()
            if probe.name in ("restore", "delete"):
                self.trashed = program.add(stage.data, "deleted").out.strip()
                program.run(stage.data, "delete", self.trashed)
            self.before = program.entries(stage.data)[1]
        self.command = command_of(self)
        self.reference = None

    def judge(self, ended):
        """Everything that is wrong after the command ended as it did; `ended`
        is None when that is not known, as after a power cut."""
        program, data = self.program, self.stage.data
        listed, now = program.entries(data)
        verified, findings = program.findings(data)
        wrong = [bad for bad in (crash(listed), crash(verified)) if bad]
        if listed.code != 0:
            wrong.append(f"list: code {listed.code}: {listed.err.strip()}")
        if verified.code != 0 or findings is None:
            wrong.append(f"verify: code {verified.code}: {verified.out[-300:]}{verified.err[-200:]}")
            return wrong
        for ident, fields in self.before.items():
            if ident != self.target and now.get(ident) != fields:
                wrong.append(f"an entry of before is {'changed' if ident in now else 'lost'}: {ident}")
        if None in now.values() or findings["conflicts"]:
            wrong.append(f"a conflict with itself: {findings['conflicts']}")
        wrong += self.command.law(State(self, ended, now, findings))
        return wrong

    def goes_on(self):
        """What is wrong with the next entry, once the fault is over."""
        ended = self.program.add(self.stage.data, "the next one")
        return [] if ended.code == 0 else [f"the next add fails: {ended.err.strip()}"]


def is_whole(fields, note):
    """Is a listed entry all of what was sent?"""
    return fields is not None and all(fields.get(k) == v for k, v in {**RECORD, "note": note}.items())


def _added(state):
    there = [f for i, f in state.now.items() if i not in state.play.before]
    wrong = [f"not whole: {f}" for f in there if not is_whole(f, NEW)]
    if len(there) > 1 or state.is_done and len(there) != 1:
        wrong.append(f"the new entry is listed {len(there)} times, acknowledged: {state.is_done}")
    return wrong


def _edited(state):
    fields = state.now.get(state.play.target)
    allowed = [NEW] if state.is_done else [OLD, NEW]
    if not any(is_whole(fields, note) for note in allowed):
        return [f"the edited entry is {fields and fields['note']!r}, acknowledged: {state.is_done}"]
    return []


def _deleted(state):
    is_there = state.play.target in state.now
    in_trash = state.findings["trash"] - 1  # one was there before
    if is_there == bool(in_trash) or state.is_done and is_there:
        return [f"deleted: in the diary {is_there}, in the trash {in_trash}, acknowledged: {state.is_done}"]
    return []


def _restored(state):
    is_there, in_trash = state.play.trashed in state.now, state.findings["trash"]
    if is_there == bool(in_trash) or state.is_done and not is_there:
        return [f"restored: in the diary {is_there}, in the trash {in_trash}, acknowledged: {state.is_done}"]
    return []


def _imported(state):
    there = state.notes("from elsewhere")
    if there not in (0, 3) or state.is_done and there != 3:
        return [f"{there} of 3 were taken in, acknowledged: {state.is_done}"]
    return []


def _exported(state):
    play, wrong = state.play, []
    if state.ended is not None and state.ended.code == 1:
        return []  # it has said that something is not in it
    files = [p for p in play.stage.out.iterdir() if not p.name.startswith(".~")]
    files += list((play.stage.data / "backups").glob("*.zip"))
    files = [p for p in files if p.name != "in.json"]
    for path in files:
        if path.suffix == ".zip":
            wrong += _zip_problems(path, len(play.before))
        elif path.read_bytes() != play.reference:
            wrong.append(f"{path.name} is not whole")
    if state.is_done and not files:
        wrong.append("acknowledged, and no file is there")
    return wrong


def _zip_problems(path, count):
    try:
        with zipfile.ZipFile(path) as archive:
            inside = [n for n in archive.namelist() if n.startswith("diary/")]
            if archive.testzip() or len(inside) != count:
                return [f"{path.name} holds {len(inside)} of {count} entries"]
    except (zipfile.BadZipFile, OSError) as err:
        return [f"{path.name} is no whole archive: {err}"]
    return []


def _unharmed(_state):
    return []


def commands(play):
    """Every command, for the stage of a play."""
    out, incoming = play.stage.out, play.stage.out / "in.json"
    return [
        Command("add", ["add", "--json", "-"], _added, record(NEW)),
        Command("first add", ["add", "--json", "-"], _added, record(NEW), furnished=False),
        Command("edit", ["edit", play.target, "--json", "-"], _edited, record(NEW)),
        Command("delete", ["delete", play.target], _deleted),
        Command("restore", ["restore", play.trashed], _restored),
        Command("import", ["import", str(incoming)], _imported),
        Command("export csv", ["export", str(out / "diary.csv")], _exported),
        Command("export zip", ["export", str(out / "diary.zip")], _exported),
        Command("backup", ["backup"], _exported),
        Command("list", ["list", "--json"], _unharmed, writes=False),
        Command("show", ["show", play.target], _unharmed, writes=False),
        Command("verify", ["verify", "--json"], _unharmed, writes=False),
    ]


def play(program, stage, name):
    """The stage furnished for the command with this name."""
    made = Play(program, stage, lambda play: next(c for c in commands(play) if c.name == name))
    if name == "import":
        entries = [{**RECORD, "note": "from elsewhere", "pain_peak": n} for n in range(3)]
        (stage.out / "in.json").write_text(json.dumps(entries))
    if name == "export csv":
        target = stage.out / "reference.csv"
        ended = program.run(stage.data, "export", str(target))
        assert ended.code == 0, ended.err
        made.reference = target.read_bytes()
        target.unlink()
    return made
