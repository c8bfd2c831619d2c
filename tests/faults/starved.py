"""A program that may have little: small files only, few open files, little memory.

Owns: the limits that `prlimit` (util-linux) puts on each command. The system may
end it by a signal, as a kill would, or the command says that it failed; either
way the laws of the command must hold, and the next entry is saved.
"""
import signal

import laws
from program import crash, untold

# The words for prlimit, and whether the system itself may end the program.
LIMITS = {
    "no byte may be written": ("--fsize=0", True),
    "files of 100 bytes": ("--fsize=100", True),
    "files of 300 bytes": ("--fsize=300", True),
    "4 open files": ("--nofile=4", False),
    "5 open files": ("--nofile=5", False),
    "64 MiB of addresses": ("--as=67108864", True),
}
ENDS = (-signal.SIGXFSZ, -signal.SIGABRT, -signal.SIGSEGV, 127)
NAMES = ("add", "first add", "edit", "delete", "restore", "import", "export csv", "export zip", "backup", "list", "verify")


def run(program, work, say, tell, names=NAMES):
    """Puts each limit on each command."""
    stage, kept = laws.Stage(work / "stage"), work / "kept"
    for name in names:
        play = laws.play(program, stage, name)
        stage.keep(kept)
        whole = None if play.command.writes else program.run(stage.data, *play.command.words).out
        for limit, (word, may_end) in LIMITS.items():
            stage.put_back(kept)
            for problem in _one(program, play, word, may_end, whole, tell):
                say(f"{name}, {limit}: {problem}")


def _one(program, play, word, may_end, whole, tell):
    command, stage = play.command, play.stage
    ended = program.run(stage.data, *command.words, under=["prlimit", word, "--"], stdin=command.stdin)
    wrong = []
    if not (may_end and ended.code in ENDS):
        bad = crash(ended) if command.name == "verify" else untold(ended)
        wrong += [bad] if bad else []
    if ended.code == 0 and whole is not None and ended.out != whole:
        wrong.append("code 0, but not the whole answer")
    tell("commands that were starved", 1)
    tell("ended by the system" if ended.code in ENDS else "refused and told" if ended.code else "got over it", 1)
    return wrong + play.judge(ended) + play.goes_on()
