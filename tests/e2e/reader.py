"""A screen reader's side of the accessibility bus, as small as can be.

    reader.py enable            tells the bus that somebody listens
    reader.py names             prints [role, name] of every node as JSON
    reader.py press NAME        presses the one control with this name

Used by bus.rs. Needs python3-pyatspi.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

PATIENCE_SECONDS = 20


def enable():
    """What a desktop does when a screen reader starts."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    value = GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", GLib.Variant("b", True)))
    bus.call_sync(
        "org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set",
        value, None, Gio.DBusCallFlags.NONE, 5000, None,
    )


def nodes():
    """Every node of the program, parents first."""
    import pyatspi

    def walk(node):
        yield node
        for child in node:
            if child:
                yield from walk(child)

    for program in pyatspi.Registry.getDesktop(0):
        if program and program.name.lower().startswith("unclench"):
            yield from walk(program)


def names():
    """Waits until the window is on the bus, then tells it whole."""
    until = time.monotonic() + PATIENCE_SECONDS
    found = []
    while len(found) < 5 and time.monotonic() < until:
        found = [[node.getRoleName(), node.name] for node in nodes()]
        time.sleep(0.1)
    print(json.dumps(found))


def press(name):
    """Presses by the bus's own Action interface."""
    matching = [node for node in nodes() if node.name == name and "button" in node.getRoleName()]
    if len(matching) != 1:
        sys.exit(f"{len(matching)} buttons are named {name!r}")
    if not matching[0].queryAction().doAction(0):
        sys.exit(f"{name!r} could not be pressed")


if __name__ == "__main__":
    {"enable": enable, "names": names, "press": press}[sys.argv[1]](*sys.argv[2:])
