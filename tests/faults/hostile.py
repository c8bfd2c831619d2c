"""Hostile folders: something bad beside good entries, then list, verify and add.

Owns: what is planted. In every case the commands end in time and memory,
every good entry is listed as it was, what was planted is still there, damage
is told, and the next entry is saved.
"""
import os
import pathlib
import resource
import socket
import stat

import laws
from program import crash, untold

MOST_MB = 256
TOLD, QUIET = True, False


def cases(good):
    """(name, bytes or function of the folder, must it be told?). `good` is the
    text of an entry that is not in the diary, with an id of its own."""
    half = good[:len(good) // 2]
    yield "empty", b"", TOLD
    yield "cut in half", half, TOLD
    yield "one byte short of its end", good.rstrip()[:-1], TOLD
    yield "zeros", bytes(len(good)), TOLD
    yield "tail of zeros", half + bytes(len(half)), TOLD
    yield "zeros after its end", good + bytes(512), TOLD
    yield "random bytes", os.urandom(5000), TOLD
    yield "not UTF-8 inside", half + b"\xff\xfe" + good[len(half):], TOLD
    yield "UTF-16", good.decode().encode("utf-16"), TOLD
    yield "byte order mark", b"\xef\xbb\xbf" + good, QUIET
    yield "line ends of Windows", good.replace(b"\n", b"\r\n"), QUIET
    yield "line ends of old Macs", b"\r".join(good.split(b"\n")), QUIET
    yield "two entries in one file", good + good, TOLD
    yield "marks of a merge", b"<<<<<<< HEAD\n" + good + b"=======\n" + good + b">>>>>>> x\n", TOLD
    yield "a page of an error", b"<!DOCTYPE html><title>404</title>", TOLD
    yield "newer schema", good.replace(b"schema: 1", b"schema: 99"), TOLD
    yield "a huge number", good.replace(b"240", b"9" * 60), TOLD
    yield "infinity", good.replace(b"240", b"inf"), TOLD
    yield "only a comment", b"// nothing here\n", TOLD
    yield "a comment that does not end", good + b"/*", TOLD
    yield "a string that does not end", b'Episode(note: "' + b"a" * 1000, TOLD
    for mark in (b"(", b"[", b"{", b"Some(", b'{"a":', b"/*", b"Episode(note: ("):
        yield f"{mark.decode()} 100,000 times", mark * 100_000, TOLD
    yield "an unknown field, 90,000 deep", good.replace(b"(", b"(zz: " + b"[" * 90_000 + b"]" * 90_000 + b",", 1), TOLD
    yield "one byte over the limit", good + b" " * ((1 << 20) + 1 - len(good)), TOLD
    yield "32 MiB of text", b'("' + b"a" * (32 << 20) + b'")', TOLD
    yield "64 MiB of brackets", b"(" * (64 << 20), TOLD
    yield "64 MiB of spaces", b" " * (64 << 20), TOLD
    yield "1 GiB with a hole", lambda at: _hole(at, 1 << 30), TOLD
    yield "a pipe", os.mkfifo, TOLD
    yield "a socket", _socket, TOLD
    yield "a folder with the name of an entry", os.mkdir, TOLD
    yield "a link to /dev/zero", lambda at: os.symlink("/dev/zero", at), TOLD
    yield "a link to itself", lambda at: os.symlink(at.name, at), TOLD
    yield "a link to nothing", lambda at: os.symlink("nowhere", at), TOLD
    yield "a link to the folder above", lambda at: os.symlink("..", at.with_suffix("")), TOLD
    yield "300 folders in each other", _deep, TOLD
    yield "hidden", lambda at: at.with_name(".z.ron").write_bytes(b"("), QUIET
    yield "only an ending", lambda at: at.with_name(".ron").write_bytes(b"("), QUIET
    yield "what an editor leaves", lambda at: at.with_name("x.ron~").write_bytes(half), QUIET
    yield "what systems leave", lambda at: [at.with_name(n).write_bytes(b"\0") for n in (".DS_Store", "desktop.ini")], QUIET
    yield "what sync tools are writing", lambda at: [at.with_name(n).write_bytes(half) for n in (
        ".syncthing.x.ron.tmp", "~syncthing~x.ron.tmp", ".x.ron.Ab12Cd", "x.ron.part", ".x.ron.swp", "x.ron.crdownload")], QUIET
    yield "a folder of git", lambda at: _git(at.parent), QUIET
    yield "2,000 temporary files", lambda at: [at.with_name(f"~t{n}.ron.tmp").touch() for n in range(2000)], QUIET
    for name in ("z\n\"'x.ron", "-rf.ron", "CON.ron", "Z.RON", "z" * 251 + ".ron", "\u202egnp.ron", "e\u0301\U0001f600.ron"):
        yield f"named {ascii(name)[:30]}", lambda at, name=name: at.with_name(name).write_bytes(good), QUIET
    yield "named in no UTF-8", lambda at: open(os.fsencode(at.parent) + b"/z\xff.ron", "wb").write(good), QUIET


def _git(folder):
    (folder / ".git").mkdir()
    (folder / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    (folder / ".git" / "x.ron").write_text("(")


def _hole(at, size):
    with open(at, "wb") as file:
        file.truncate(size)


def _socket(at):
    listener, here = socket.socket(socket.AF_UNIX), os.getcwd()
    os.chdir(at.parent)
    try:
        listener.bind(at.name)
    finally:
        os.chdir(here)
        listener.close()


def _deep(at):
    for _ in range(300):
        at = at.with_name("z")
        os.mkdir(at)
        at = at / "z"


def _kinds(root):
    """Every path with its kind, mode and size; contents of links."""
    found = {}
    for base, folders, files in os.walk(os.fsencode(root)):
        for name in folders + files:
            path = os.path.join(base, name)
            about = os.lstat(path)
            size = about.st_size if stat.S_ISREG(about.st_mode) else 0
            found[path] = (about.st_mode, size)
    return found


def run(program, work, say, tell, only=None):
    """Plants each case in turn."""
    stage, kept = laws.Stage(work / "stage"), work / "kept"
    play = laws.play(program, stage, "add")
    sample = program.run(stage.data, "show", play.target)
    assert sample.code == 0, sample.err
    good = sample.out.replace(play.target, "01a2082c-0000-7000-8000-00000000beef").encode()
    good = b"\n".join(l for l in good.split(b"\n") if not l.startswith(b"// crc32"))
    months = sorted(p.parent for p in (stage.data / "diary").rglob("*.*") if p.is_file())
    at = months[0] / "zzz.ron"
    stage.keep(kept)
    for name, plant, must_be_told in cases(good):
        if only and only != name:
            continue
        stage.put_back(kept)
        before = _kinds(stage.data)
        plant(at) if callable(plant) else at.write_bytes(plant)
        planted = {p: k for p, k in _kinds(stage.data).items() if p not in before}
        for problem in _looked_at(program, stage, play, must_be_told):
            say(f"{name}: {problem}")
        after = _kinds(stage.data)
        if any(after.get(path) != kind for path, kind in planted.items()):
            say(f"{name}: what was planted is gone or changed")
        tell("hostile files", 1)
    if not only:
        _hostile_places(program, work, say, tell)


def _looked_at(program, stage, play, must_be_told):
    wrong = []
    listed, now = program.entries(stage.data)
    verified, findings = program.findings(stage.data)
    for name, ended in (("list", listed), ("verify", verified)):
        bad = untold(ended) if name == "list" else crash(ended)
        wrong += [f"{name}: {bad}"] if bad else []
    lost = [i for i, fields in play.before.items() if now.get(i) != fields]
    wrong += [f"{len(lost)} good entries are not listed as they were"] if lost else []
    is_told = listed.code == 1 and findings and (findings["damaged"] or findings["newer"])
    if must_be_told and not is_told:
        wrong.append(f"not told: list {listed.code}, verify {verified.code}")
    if not must_be_told and (listed.code, verified.code) != (0, 0):
        wrong.append(f"harmless, and told: {listed.err}{verified.out[-200:]}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    if peak > MOST_MB:
        wrong.append(f"it took {peak} MiB")
    return wrong + play.goes_on()


def _hostile_places(program, work, say, tell):
    """The data folder itself is not what it should be."""
    places = {
        "a file": lambda at: at.write_bytes(b""),
        "a link to nothing": lambda at: at.symlink_to("nowhere"),
        "a pipe": os.mkfifo,
        "not to be entered": lambda at: at.symlink_to("/proc/1/fdinfo/nowhere"),
        "the end of everything": lambda at: at.symlink_to("/dev/null"),
        "far too long": None,
    }
    for name, make in places.items():
        at = work / f"place {name}"
        if make:
            make(at)
        else:
            at = at / pathlib.Path(*["y" * 200] * 25)
        for words, stdin in ((["add", "--json", "-"], "{}"), (["list"], ""), (["verify"], "")):
            ended = program.run(at, *words, stdin=stdin)
            # Verify tells what it found on standard output.
            bad = crash(ended) if words == ["verify"] else untold(ended)
            if bad:
                say(f"the folder is {name}: {words[0]}: {bad}")
        ended = program.add(at, "x")
        bad = untold(ended, must_name=at if make else None)
        if bad or ended.code == 0:
            say(f"the folder is {name}: add: {bad or 'it says that it saved'}")
        tell("hostile places", 1)
