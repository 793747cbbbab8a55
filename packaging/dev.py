"""Set up, start and test Gather from a checkout, with nothing but Python's standard library.

    python3 packaging/dev.py run      install what Gather needs and start it on the sample
    python3 packaging/dev.py test     install the test tools too and run the whole test suite
    python3 packaging/dev.py setup    only install
    python3 packaging/dev.py lock     remake the two lock files from pyproject.toml

Everything goes into `.venv` beside pyproject.toml. Dependencies come from the lock files, and pip
refuses any file whose hash is not in them. What is installed already is not installed again.

Nothing here may fail on a Python that is too old, back to 3.7, before that can be said.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

OLDEST_PYTHON = (3, 11)
# What the locks are resolved for; uv adds the markers for every newer Python and system.
LOCK_PYTHON = "3.11"
RUNTIME_LOCK = "requirements.lock"
DEV_LOCK = "requirements-dev.lock"


class DevError(Exception):
    """Something the person at the terminal can mend; its text is the sentence they read."""


class Library(NamedTuple):
    """A system library that Qt loads, and the packages that bring it."""

    soname: str
    debian: str
    rhel: str


# Loaded by every use of Qt's widgets, offscreen included.
QT_LIBRARIES = (
    Library("libGL.so.1", "libgl1", "libglvnd-glx"),
    Library("libEGL.so.1", "libegl1", "libglvnd-egl"),
    Library("libX11.so.6", "libx11-6", "libX11"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
)
# Loaded only to open a window on an X11 display.
X11_LIBRARIES = (
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
)


class Checkout(NamedTuple):
    """The folders and files of one checkout."""

    root: Path

    @property
    def project(self) -> Path:
        """The file that says what Gather is and needs."""
        return self.root / "pyproject.toml"

    @property
    def venv(self) -> Path:
        """The environment that this script makes."""
        return self.root / ".venv"

    @property
    def stamp(self) -> Path:
        """What was installed into the environment, by the hash of its source."""
        return self.venv / "gather-installed.json"

    @property
    def window(self) -> Path:
        """The part of Gather that needs a display."""
        return self.root / "workshop" / "ui"

    def lock(self, name: str) -> Path:
        """Find a lock file."""
        return self.root / "packaging" / name

    def program(self, name: str) -> Path:
        """Find a program in the environment."""
        folder, ending = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")
        return self.venv / folder / (name + ending)


# --- what the machine has to bring -----------------------------------------------------------


def check_python(version: Sequence[int] = sys.version_info[:2]) -> None:
    """Refuse a Python older than Gather runs on."""
    if tuple(version) < OLDEST_PYTHON:
        needed, found = dotted(OLDEST_PYTHON), dotted(version)
        raise DevError(
            f"Gather needs Python {needed} or newer and this is Python {found}: install"
            f" python{needed} (Debian, Ubuntu, RHEL) and start this script with it."
        )


def check_venv_module(version: Sequence[int] = sys.version_info[:2]) -> None:
    """Refuse a Python that cannot make an environment with pip in it."""
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        python = f"python{dotted(version)}"
        raise DevError(
            f"This Python lacks {' and '.join(missing)}: install {python}-venv (Debian, Ubuntu)"
            f" or {python}-libs (RHEL)."
        )


def check_libraries(libraries: Sequence[Library], system: str = sys.platform) -> None:
    """Refuse a Linux that lacks a library which Qt's wheels expect from the system."""
    if not system.startswith("linux"):
        return
    missing = [library for library in libraries if not can_load(library.soname)]
    if missing:
        raise DevError(
            f"Qt cannot start without {listed(library.soname for library in missing)}: install"
            f" {' '.join(unique(library.debian for library in missing))} (Debian, Ubuntu)"
            f" or {' '.join(unique(library.rhel for library in missing))} (RHEL)."
        )


def check_display(environ: Mapping[str, str], system: str = sys.platform) -> None:
    """Refuse to open a window on a Linux without a display."""
    if not system.startswith("linux") or is_offscreen(environ):
        return
    if not (environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")):
        raise DevError(
            "There is no display to open the window on: start this in a desktop session, or use"
            " xvfb-run, which comes with xvfb (Debian, Ubuntu) or xorg-x11-server-Xvfb (RHEL)."
        )


def check_window(environ: Mapping[str, str], system: str = sys.platform) -> None:
    """Refuse to open a window where a display or a library for it is missing."""
    check_display(environ, system)
    on_x11 = not is_offscreen(environ) and not environ.get("WAYLAND_DISPLAY")
    check_libraries(QT_LIBRARIES + X11_LIBRARIES if on_x11 else QT_LIBRARIES, system)


def is_offscreen(environ: Mapping[str, str]) -> bool:
    """Tell whether Qt is asked to draw without a display."""
    return environ.get("QT_QPA_PLATFORM", "").startswith("offscreen")


def can_load(soname: str) -> bool:
    """Tell whether the system's loader finds a library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def dotted(version: Sequence[int]) -> str:
    """Write a version with dots."""
    return ".".join(str(part) for part in version)


def listed(words: Iterable[str]) -> str:
    """Join words as a sentence does."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def unique(words: Iterable[str]) -> list[str]:
    """Drop repeats and keep the order."""
    return list(dict.fromkeys(words))


# --- the environment ---------------------------------------------------------------------------


def install(checkout: Checkout, locks: Sequence[str], wheelhouse: Path | None) -> None:
    """Bring `.venv` up to date with the lock files and the project itself."""
    if not venv_is_ready(checkout):
        make_venv(checkout)
    hashed = ["--require-hashes", "--no-deps", "--only-binary", ":all:"]
    for name in locks:
        lock = checkout.lock(name)
        arguments = [*index_arguments(wheelhouse), *hashed, "-r", str(lock)]
        install_step(checkout, lock, arguments, wheels_advice(wheelhouse))
    # The build backend came with the lock, so this needs neither an index nor a wheelhouse.
    editable = ["--no-index", "--no-deps", "--no-build-isolation", "--editable", str(checkout.root)]
    install_step(checkout, checkout.project, editable, "check that the checkout is whole")


def install_step(checkout: Checkout, source: Path, arguments: Sequence[str], advice: str) -> None:
    """Run one pip installation unless its source is the one that is installed."""
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    if read_stamps(checkout).get(source.name) == digest:
        return
    print(f"Installing from {source.relative_to(checkout.root)} ...", file=sys.stderr)
    # Forgotten first: an installation that is broken off must not look complete.
    write_stamp(checkout, source.name, None)
    pip = [str(checkout.program("python")), "-m", "pip", "--disable-pip-version-check"]
    if subprocess.call([*pip, "install", "--quiet", "--no-input", *arguments]) != 0:
        raise DevError(f"pip could not install from {source.name} and says why above: {advice}.")
    write_stamp(checkout, source.name, digest)


def wheels_advice(wheelhouse: Path | None) -> str:
    """Say what to do when pip lacks a wheel."""
    if wheelhouse is None:
        return "connect to a package index, or give a folder with the wheels by --wheelhouse DIR"
    return f"{wheelhouse} must hold every wheel that the lock names for this system and Python"


def index_arguments(wheelhouse: Path | None) -> list[str]:
    """Give pip's arguments for where the wheels come from."""
    return [] if wheelhouse is None else ["--no-index", "--find-links", str(wheelhouse)]


def venv_is_ready(checkout: Checkout) -> bool:
    """Tell whether `.venv` was made to the end and by this very version of Python."""
    return checkout.program("python").exists() and read_stamps(checkout).get("python") == dotted(
        sys.version_info[:2]
    )


def make_venv(checkout: Checkout) -> None:
    """Make `.venv` anew, in place of one that is broken or belongs to another Python."""
    check_venv_module()
    print(f"Making {checkout.venv.name} ...", file=sys.stderr)
    command = [sys.executable, "-m", "venv", "--clear", str(checkout.venv)]
    if subprocess.call(command) != 0:
        raise DevError(
            f"Python could not make {checkout.venv} and says why above: check that the folder can"
            f" be written and that the disk has space."
        )
    write_stamp(checkout, "python", dotted(sys.version_info[:2]))


def read_stamps(checkout: Checkout) -> dict[str, str]:
    """Read what `.venv` has installed, by step; nothing if that cannot be read."""
    try:
        stamps = json.loads(checkout.stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamps if isinstance(stamps, dict) else {}


def write_stamp(checkout: Checkout, name: str, value: str | None) -> None:
    """Note what a step has installed, or with None that it has to be done again."""
    stamps = {**read_stamps(checkout), name: value}
    kept = {key: digest for key, digest in stamps.items() if digest is not None}
    checkout.stamp.write_text(json.dumps(kept, indent=2, sort_keys=True) + "\n", encoding="utf-8")


# --- the verbs ---------------------------------------------------------------------------------


def run_gather(checkout: Checkout, extra: Sequence[str]) -> int:
    """Start Gather on a fresh copy of the sample."""
    if checkout.window.exists():
        check_window(os.environ)
    return subprocess.call([str(checkout.program("python")), "-m", "workshop", "--sample", *extra])


def run_tests(checkout: Checkout, extra: Sequence[str]) -> int:
    """Run the whole test suite, or what the further arguments say."""
    check_libraries(QT_LIBRARIES)
    command = [str(checkout.program("python")), "-m", "pytest", "-n", "2", *extra]
    return subprocess.call(command, cwd=checkout.root)


def make_locks(checkout: Checkout, extra: Sequence[str]) -> int:
    """Remake both locks; pins stay as they are unless pyproject.toml or --upgrade moves them."""
    uv = find_uv(checkout)
    # A personal index or resolver setting must not reach a file that everyone installs from.
    environ = {key: value for key, value in os.environ.items() if not key.startswith("UV_")}
    for arguments in lock_arguments():
        code = subprocess.call([uv, *arguments, *extra], cwd=checkout.root, env=environ)
        if code != 0:
            raise DevError("uv could not make the locks and says why above.")
    return 0


def lock_arguments() -> list[list[str]]:
    """Give uv's arguments for each lock; the second is held to the pins of the first."""
    runtime, dev = f"packaging/{RUNTIME_LOCK}", f"packaging/{DEV_LOCK}"
    common = ["pip", "compile", "pyproject.toml", "--quiet", "--no-config", "--universal"]
    common += ["--generate-hashes", "--python-version", LOCK_PYTHON, "--extra", "build"]
    common += ["--custom-compile-command", "python3 packaging/dev.py lock"]
    return [
        [*common, "--output-file", runtime],
        [*common, "--extra", "dev", "--constraints", runtime, "--output-file", dev],
    ]


def find_uv(checkout: Checkout) -> str:
    """Find uv in `.venv` or on the path."""
    inside = checkout.program("uv")
    found = str(inside) if inside.exists() else shutil.which("uv")
    if found is None:
        raise DevError(
            "Making the locks takes uv: run `python3 packaging/dev.py setup --dev` first."
        )
    return found


def parse(arguments: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    """Split the command line into what this script knows and what it passes on."""
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description="Set up, start and test Gather from a checkout.",
        epilog="Further arguments of run, test and lock go to gather, pytest and uv.",
        allow_abbrev=False,
    )
    parser.add_argument("verb", choices=("setup", "run", "test", "lock"))
    parser.add_argument(
        "--wheelhouse",
        metavar="DIR",
        type=Path,
        help="install from the wheels in this folder and ask no package index",
    )
    parser.add_argument("--dev", action="store_true", help="install the test tools too")
    options, extra = parser.parse_known_args(arguments)
    if extra and options.verb == "setup":
        parser.error(f"setup takes no further arguments: {' '.join(extra)}")
    return options, extra


def checked_wheelhouse(folder: Path | None) -> Path | None:
    """Make the wheelhouse's path absolute and see that it is a folder."""
    if folder is not None and not folder.is_dir():
        raise DevError(f"The wheelhouse {folder} is not a folder.")
    return None if folder is None else folder.resolve()


def perform(checkout: Checkout, options: argparse.Namespace, extra: Sequence[str]) -> int:
    """Do what one verb asks for."""
    if options.verb == "lock":
        return make_locks(checkout, extra)
    wants_dev = options.dev or options.verb == "test"
    locks = [RUNTIME_LOCK, DEV_LOCK] if wants_dev else [RUNTIME_LOCK]
    install(checkout, locks, checked_wheelhouse(options.wheelhouse))
    if options.verb == "run":
        return run_gather(checkout, extra)
    return run_tests(checkout, extra) if options.verb == "test" else 0


def main(arguments: Sequence[str]) -> int:
    """Run one verb and give the exit code: the program's own, or 1 with a sentence on stderr."""
    try:
        check_python()
        options, extra = parse(arguments)
        return perform(Checkout(Path(__file__).resolve().parent.parent), options, extra)
    except DevError as error:
        print(f"dev.py: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
