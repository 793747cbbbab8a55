"""Draw a scene of the wall into a picture file."""

import os
import re
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import click

from workshop.cli.guard import tell
from workshop.cli.opening import FILE, opened
from workshop.domain.errors import GatherError
from workshop.domain.public import PublicView
from workshop.domain.stage import Scene, Stage
from workshop.files import require_writable, shown, write_atomically
from workshop.words import faults

_SIZE = re.compile(r"([0-9]{1,5})[x×]([0-9]{1,5})")  # noqa: RUF001  # people copy either sign
_SMALLEST, _LARGEST = 320, 8192


class PictureRefusedError(GatherError):
    """A picture that cannot be drawn as asked."""


def _size(_ctx: click.Context, _parameter: click.Parameter, text: str) -> tuple[int, int]:
    match = _SIZE.fullmatch(text.strip().lower())
    if match is None:
        raise click.UsageError(f"--size takes WIDTHxHEIGHT, such as 1920x1080, not “{text}”.")
    width, height = map(int, match.groups())
    if not all(_SMALLEST <= side <= _LARGEST for side in (width, height)):
        raise click.UsageError(f"--size takes sides of {_SMALLEST} to {_LARGEST} pixels.")
    return width, height


@click.command(short_help="Draw a scene of the wall.")
@FILE
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--scene", type=click.Choice([scene.value for scene in Scene]), required=True,
              help="What the wall shows.")  # fmt: skip
@click.option("--size", default="1920x1080", callback=_size, metavar="WIDTHxHEIGHT",
              show_default=True, help="The size of the wall in pixels.")  # fmt: skip
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", show_default=True,
              help="Its colors.")  # fmt: skip
@click.option("--scale", type=click.Choice(["100", "115", "130"]), default="100",
              show_default=True, help="The scale of the room in percent.")  # fmt: skip
@click.option("--page", type=click.IntRange(min=1), default=1, show_default=True,
              help="The page; past the end it is the last one.")  # fmt: skip
@click.option("--force", is_flag=True, help="Replace OUT if it is there.")
def picture(
    file: Path,
    out: Path,
    scene: str,
    size: tuple[int, int],
    theme: str,
    scale: str,
    page: int,
    force: bool,
) -> None:
    """Draw a scene of the session FILE into the picture OUT, which ends in .png."""
    if out.suffix.lower() != ".png":
        raise PictureRefusedError(f"A picture ends in .png; {shown(out)} does not.")
    require_writable(out, replace=force)
    with opened(file, read_only=True) as session:
        view, stage = PublicView.of(session.state), session.stage
    subject = stage.subject_id if stage.scene.value == scene else None
    wanted = replace(stage, scene=Scene(scene), subject_id=subject, page=page)
    content = _render(view, wanted, size, theme, int(scale))

    def write(stream: BinaryIO) -> None:
        stream.write(content)

    write_atomically(out, write, replace=force)
    click.echo(f"Wrote {shown(out)}.")


def _render(
    view: PublicView, stage: Stage, size: tuple[int, int], theme_name: str, scale: int
) -> bytes:
    # The picture needs no display, and none of this process is ever shown.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from workshop.ui.guard import prepare_qt, shut_network

    prepare_qt()
    shut_network()
    from workshop.ui.audience.still import render_png

    for fault in faults():
        tell(fault)
    return render_png(view, stage, size, theme_name, scale)


VERBS = (picture,)
