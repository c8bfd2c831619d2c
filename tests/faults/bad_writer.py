"""A small diary that is bad on purpose, to show that the examiners bite.

Speaks as much of the program's command line as they need. `honest` does all
right and must pass; every other kind does one thing wrong and must be caught:

    in_place   writes an entry where it stands, piece by piece
    no_sync    never syncs a file
    no_folder  never syncs a folder
    mute       says that all is well when a call has failed
    loud       lets an error out as a traceback
    whole      keeps all entries in one file and rewrites it
    harsh      gives up on a folder with one bad file
"""
import json
import os
import pathlib
import sys
import uuid

KIND, WORDS = sys.argv[1], sys.argv[3:]
DATA = pathlib.Path(WORDS[WORDS.index("--data-dir") + 1])
DIARY = DATA / "diary"


def sync_folder(folder):
    if KIND == "no_folder":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make(folder):
    try:
        os.mkdir(folder, 0o700)
    except FileExistsError:
        return
    sync_folder(folder.parent)


def write(path, text):
    temp = path if KIND == "in_place" else path.with_name(f".~{uuid.uuid4()}.part")
    handle = os.open(temp, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        half = len(text) // 2
        os.write(handle, text[:half])
        os.write(handle, text[half:])
        if KIND != "no_sync":
            os.fsync(handle)
    finally:
        os.close(handle)
    if temp != path:
        os.rename(temp, path)
    sync_folder(path.parent)


def save(entry):
    make(DATA)
    make(DIARY)
    if KIND == "whole":
        path = DIARY / "all.json"
        old = json.loads(path.read_bytes()) if path.exists() else []
        write(path, json.dumps([e for e in old if e["id"] != entry["id"]] + [entry]).encode())
    else:
        write(DIARY / f"{entry['id']}.json", json.dumps(entry).encode())
    print(entry["id"])


def load():
    entries, damaged = [], []
    try:
        names = os.listdir(DIARY)
    except FileNotFoundError:
        return entries, damaged
    for name in sorted(names):
        if not name.endswith((".json", ".ron")) or name.startswith(".~"):
            continue
        try:
            found = json.loads((DIARY / name).read_bytes())
            entries += found if isinstance(found, list) else [found]
        except (ValueError, OSError):
            if KIND == "harsh":
                raise
            damaged.append(name)
    return entries, damaged


def main():
    command = WORDS[0]
    if command == "add":
        save({**json.load(sys.stdin), "id": str(uuid.uuid4())})
    elif command == "edit":
        save({**json.load(sys.stdin), "id": WORDS[1]})
    elif command == "delete":
        os.unlink(DIARY / f"{WORDS[1]}.json")
        sync_folder(DIARY)
    elif command == "list":
        entries, damaged = load()
        for entry in entries:
            print(json.dumps(entry))
        return bool(damaged)
    elif command == "verify":
        entries, damaged = load()
        twice = [e["id"] for e in entries if sum(o["id"] == e["id"] for o in entries) > 1]
        print(json.dumps({"entries": len(entries), "damaged": damaged, "conflicts": twice, "trash": 0, "leftovers": []}))
        return bool(damaged)
    return 0


if KIND == "loud":
    sys.exit(main())
try:
    sys.exit(main())
except OSError as err:
    if KIND == "mute":
        sys.exit(0)
    sys.stderr.write(f"unclench: {err.strerror}; try again: {DATA}.\n")
    sys.exit(2)
