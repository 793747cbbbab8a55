"""Pictures of every screen at every size, and sheets of them to look at.

    python -m tests.screens OUT [--only wall|console] [--size 1366x768] [--theme light]
                                [--scene bucket] [--ratio 1.5]

Each option can be given more than once; without options everything is drawn. `--scene` names a
scene of the wall, a phase of the console or a state of it, such as "dragging".
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

RATIOS = (1.0, 1.5, 2.0)


def main(arguments: list[str] | None = None) -> int:
    """Draw what is asked for; the console at a finer ratio in a process of its own."""
    given = _parser().parse_args(arguments)
    if given.process is not None:
        return _draw(given)
    repeated = [f"--{name}={value}" for name in ("size", "theme", "scene")
                for value in getattr(given, name)]  # fmt: skip
    jobs = [("wall", 1.0)] if given.only != "console" and not given.ratio else []
    if given.only != "wall":
        jobs += [("console", ratio) for ratio in given.ratio or RATIOS]
    is_drawn = False
    for kind, ratio in jobs:
        command = [sys.executable, "-m", "tests.screens", str(given.out), f"--process={kind}"]
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": f"{ratio:g}",
        }
        done = subprocess.run([*command, *repeated], env=environment, stdout=PIPE, check=True)
        print(done.stdout.decode(), end="", flush=True)
        is_drawn = is_drawn or bool(done.stdout)
    if not is_drawn:
        print(f"There is no screen {', '.join(given.scene)}.", file=sys.stderr)
    return 0 if is_drawn else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.screens", description=__doc__)
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--only", choices=("wall", "console"))
    parser.add_argument("--size", action="append", default=[])
    parser.add_argument("--theme", action="append", default=[], choices=("light", "dark"))
    parser.add_argument("--scene", action="append", default=[])
    parser.add_argument("--ratio", action="append", default=[], type=float)
    parser.add_argument("--process", choices=("wall", "console"), help=argparse.SUPPRESS)
    return parser


def _draw(given: argparse.Namespace) -> int:
    from workshop.ui.app import Application  # isort: skip  # prepares Qt before it is imported
    from PySide6.QtWidgets import QApplication

    from tests.pictures import console, wall
    from workshop.ui.settings import Settings
    from workshop.ui.theme import ThemeName

    qt = QApplication([])
    given.out.mkdir(parents=True, exist_ok=True)
    os.environ["GATHER_DATA_DIR"] = str(given.out / "data")
    application = Application(qt, Settings())
    maker = wall if given.process == "wall" else console
    sizes = given.size or maker.SIZES
    themes = [ThemeName(name) for name in given.theme] or list(ThemeName)
    for path in maker.draw(given.out, sizes, themes, given.scene):
        print(path, flush=True)
    application.deleteLater()
    return 0


if __name__ == "__main__":
    sys.exit(main())
