"""Reads an strace log as a list of changes to the stage.

Owns: what each traced call means for names and bytes below the stage. A change
is a tuple:

    ("make", path)              a folder
    ("name", path, file)        a name for a file
    ("lose", path)              a name goes
    ("move", from, to)          a name, or a folder with all in it
    ("swap", one, other)
    ("write", file, at, bytes)  into a file
    ("cut", file, length)
    ("sync", file)  ("sync_dir", path)

Files are numbers. Calls that change files in another way are refused.
"""
import os
import re

CALLS = ("open,openat,creat,close,dup,dup2,dup3,fcntl,lseek,write,pwrite64,writev,rename,renameat,renameat2,"
         "link,linkat,symlink,symlinkat,unlink,unlinkat,mkdir,mkdirat,rmdir,ftruncate,truncate,fsync,fdatasync,"
         "sync,syncfs,copy_file_range,sendfile,fallocate")
UNKNOWN = {"symlink", "symlinkat", "truncate", "sync", "syncfs", "copy_file_range", "sendfile", "fallocate"}
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
CALL = re.compile(r"^(\w+)\((.*)\)\s+= (-?\d+)", re.S)


def options(log):
    """How strace is to be started."""
    return ["strace", "-f", "-qq", "-xx", "-s", str(1 << 24), "-e", f"trace={CALLS}", "-o", str(log)]


class Reader:
    """Follows the open files of one process; threads share them."""

    def __init__(self, root, names):
        """`names`: what is there already, path to number, or "dir"."""
        self.root, self.names = str(root), dict(names)
        self.open, self.changes, self.count = {}, [], max([n for n in names.values() if n != "dir"], default=0)

    def read(self, lines):
        """All changes of a log."""
        waiting = {}
        for line in lines:
            thread, _, text = line.partition(" ")
            text = text.strip()
            if text.endswith("<unfinished ...>"):
                waiting[thread] = text.removesuffix("<unfinished ...>")
                continue
            resumed = re.match(r"<\.\.\. \w+ resumed>", text)
            if resumed:
                text = waiting.pop(thread, "") + text[resumed.end():]
            found = CALL.match(text)
            if found and int(found[3]) >= 0:
                self._call(found[1], found[2], int(found[3]))
        return self.changes

    def _paths(self, arguments):
        raw = [bytes.fromhex(text.replace("\\x", "")) for text in TEXT.findall(arguments)]
        return [self._below(os.fsdecode(path)) for path in raw]

    def _below(self, path):
        if path.startswith("/proc/self/fd/"):
            return int(path[14:])
        path = os.path.normpath(path)
        if path == self.root:
            return ""
        return path[len(self.root) + 1:] if path.startswith(self.root + "/") else None

    def _call(self, call, arguments, result):
        first = re.match(r"\d+", arguments)
        number = int(first[0]) if first else None
        file = self.open.get(number)
        if call in ("open", "openat", "creat"):
            self._open(self._paths(arguments)[0], arguments, result)
        elif call == "close":
            self.open.pop(number, None)
        elif call in ("dup", "dup2", "dup3") or call == "fcntl" and "F_DUPFD" in arguments:
            if file:
                self.open[result] = file
        elif call in ("write", "writev", "pwrite64", "lseek", "ftruncate", "fsync", "fdatasync"):
            if file:
                self._on_file(call, arguments, result, file)
        elif call in UNKNOWN:
            if any(p is not None for p in self._paths(arguments)) or file:
                raise NotImplementedError(f"{call} is not followed")
        else:
            self._on_names(call, arguments)

    def _open(self, path, arguments, result):
        self.open.pop(result, None)
        if not isinstance(path, str):
            return
        if "O_TMPFILE" in arguments:
            self.count += 1
            self.open[result] = ["file", self.count, 0]
        elif "O_DIRECTORY" in arguments or path == "" or self.names.get(path) == "dir":
            self.open[result] = ["dir", path, 0]
        else:
            if path not in self.names:
                self.count += 1
                self._change("name", path, self.count)
                self.names[path] = self.count
            elif "O_TRUNC" in arguments:
                self._change("cut", self.names[path], 0)
            self.open[result] = ["file", self.names[path], 0]

    def _on_file(self, call, arguments, result, file):
        kind, which, at = file
        if call in ("fsync", "fdatasync"):
            self._change("sync" if kind == "file" else "sync_dir", which)
        elif kind == "dir":
            return
        elif call == "lseek":
            file[2] = result
        elif call == "ftruncate":
            self._change("cut", which, int(arguments.rsplit(",", 1)[1]))
        else:
            data = b"".join(bytes.fromhex(t.replace("\\x", "")) for t in TEXT.findall(arguments))[:result]
            where = int(arguments.rsplit(",", 1)[1]) if call == "pwrite64" else at
            self._change("write", which, where, data)
            if call != "pwrite64":
                file[2] = at + result

    def _on_names(self, call, arguments):
        paths = self._paths(arguments)
        if not paths or paths[-1] is None:
            return
        if call in ("mkdir", "mkdirat"):
            self.names[paths[0]] = "dir"
            self._change("make", paths[0])
        elif call in ("unlink", "unlinkat", "rmdir"):
            self.names.pop(paths[0], None)
            self._change("lose", paths[0])
        elif call in ("link", "linkat"):
            source, to = paths
            which = self.open[source][1] if isinstance(source, int) else self.names[source]
            self.names[to] = which
            self._change("name", to, which)
        elif "RENAME_EXCHANGE" in arguments:
            one, other = paths
            self.names[one], self.names[other] = self.names[other], self.names[one]
            self._change("swap", one, other)
        else:
            source, to = paths
            self._change("move", source, to)
            move(self.names, source, to)

    def _change(self, *change):
        self.changes.append(change)


def move(names, source, to):
    """Moves a name, and all below it when it is a folder."""
    for path in [p for p in names if p == source or p.startswith(source + "/")]:
        names[to + path[len(source):]] = names.pop(path)
