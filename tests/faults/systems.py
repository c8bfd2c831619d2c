"""Other file systems, and those that lack a call.

First each command where calls are missing, as on FAT, FUSE or a network mount:
strace answers them with the error such a file system gives. Then each command on
a tmpfs, an overlay and an image of every file system that can be made and
mounted here (`mkfs.ext4`, `mkfs.btrfs`, `mkfs.xfs`, `mkfs.vfat`, `mkfs.ntfs`); as root, else in
a user namespace, where only the first two can. Every command must do its work.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys

import laws
from program import Program, unshared, untold

WRITING = ("add", "first add", "edit", "delete", "restore", "import", "export csv", "export zip", "backup")
LACKING = {
    "no exchange (network, FUSE)": ("renameat2:error=EINVAL",),
    "no renameat2 (old kernel)": ("renameat2:error=ENOSYS",),
    "no second names (FAT)": ("linkat:error=EPERM",),
    "neither": ("renameat2:error=EINVAL", "linkat:error=EPERM"),
}
SMALLEST = 320  # MiB that xfs asks for


def run(program, work, say, tell, names=WRITING, is_quick=False):
    """Every command where calls are missing, and on each file system."""
    lacking = list(LACKING.items())[-1:] if is_quick else LACKING.items()
    stage = laws.Stage(work / "stage")
    for what, injected in lacking:
        under = ["strace", "-f", "-qq", "-o", os.devnull, "-e", "trace=renameat2,linkat"]
        for rule in injected:
            under += ["-e", f"inject={rule}"]
        for problem in _commands(program, stage, names, under):
            say(f"{what}: {problem}")
        tell("commands where a call is missing", len(names))
    is_root = os.geteuid() == 0
    inside = [__file__, str(work), ",".join(names), *program.argv]
    unshared("-m" if is_root else "-rm", inside, say, tell, "no file system could be mounted")


def _commands(program, stage, names, under=()):
    wrong = []
    for name in names:
        play = laws.play(program, stage, name)
        command = play.command
        ended = program.run(stage.data, *command.words, under=under, stdin=command.stdin)
        bad = untold(ended) or (ended.code and f"refused: {ended.err.strip()}")
        wrong += [f"{name}: {p}" for p in ([bad] if bad else []) + play.judge(ended) + play.goes_on()]
    return wrong


def _mounts(work):
    """Each file system: its name, and the commands that make and mount it."""
    yield "tmpfs", [["mount", "-t", "tmpfs", "-o", "size=64m,mode=700", "tmpfs", work / "at"]]
    below = [work / "lower", work / "upper", work / "inner"]
    options = "lowerdir={},upperdir={},workdir={}".format(*below)
    yield "overlay", [["mkdir", *below], ["mount", "-t", "overlay", "-o", options, "overlay", work / "at"]]
    for kind, words in (("ext4", ["-q", "-F"]), ("btrfs", ["-q", "-f"]), ("xfs", ["-q", "-f"]), ("vfat", []), ("ntfs", ["-q", "-F", "-f"])):
        if os.geteuid() == 0 and shutil.which(f"mkfs.{kind}"):
            image = work / f"{kind}.image"
            yield kind, [["truncate", "-s", f"{SMALLEST}M", image], [f"mkfs.{kind}", *words, image], ["mount", "-o", "loop", image, work / "at"]]


def _inside(work, names, program):
    tally, problems = {}, []
    (work / "at").mkdir()
    for kind, steps in _mounts(work):
        done = [subprocess.run([str(w) for w in step], capture_output=True, check=False).returncode for step in steps]
        if any(done):
            tally[f"{kind}: cannot be mounted here"] = 1
            continue
        try:
            problems += [f"on {kind}: {p}" for p in _commands(program, laws.Stage(work / "at" / "stage"), names)]
            tally[f"commands on {kind}"] = len(names)
        finally:
            subprocess.run(["umount", work / "at"], check=True)
    print(json.dumps({"tally": tally, "problems": problems}))


if __name__ == "__main__":
    _inside(pathlib.Path(sys.argv[1]), sys.argv[2].split(","), Program(sys.argv[3:]))
