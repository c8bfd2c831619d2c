"""Shows that the examiners bite: each bad writer is caught, the honest one is not.

Each kind of `bad_writer.py` goes through the examiners that must catch it.
"""
import pathlib
import sys

import calls
import hostile
import kill
import power
from program import Program

BAD = str(pathlib.Path(__file__).with_name("bad_writer.py"))
ADD = ("add",)


def _calls(program, work, say, tell):
    calls.run(program, work, say, tell, names=ADD, failures=("EIO",), most=4)


def _power(program, work, say, tell):
    power.run(program, work, say, tell, names=("add", "edit"), most=24)


def _kill(program, work, say, tell):
    kill.run(program, work, say, tell, kills=16, writers=8)


def _hostile(program, work, say, tell):
    hostile.run(program, work, say, tell, only="zeros")


# Who must be caught by whom. A missing sync is invisible to a kill.
CAUGHT = {
    "honest": (),
    "in_place": (_calls, _power),
    "no_sync": (_power,),
    "no_folder": (_power,),
    "mute": (_calls,),
    "loud": (_calls,),
    "whole": (_kill,),
    "harsh": (_hostile,),
}


def run(_program, work, say, tell):
    """Every kind of bad writer, and the honest one through all but the
    hostile folders, which are about the files of the real program."""
    for kind, examiners in CAUGHT.items():
        program = Program([sys.executable, "-I", BAD, kind])
        for examiner in examiners or (_calls, _power, _kill):
            found = []
            place = work / f"{kind}{examiner.__name__}"
            place.mkdir()
            examiner(program, place, found.append, lambda *_: None)
            tell("bad writers caught" if found and examiners else "honest writer let through", 1)
            if examiners and not found:
                say(f"{kind} was not caught by {examiner.__name__.strip('_')}")
            elif not examiners and found:
                say(f"the honest writer was accused by {examiner.__name__.strip('_')}: {found[0]}")
