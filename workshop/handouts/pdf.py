"""Write a composed handout as a PDF file."""

import datetime as dt
import json
from typing import Any, BinaryIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from workshop.domain.text import one_line
from workshop.handouts.handout import Handout
from workshop.handouts.painter import Painter
from workshop.resources import resource

LANGUAGE = "en-US"

rl_config.useA85 = 0  # streams as bytes: as text they take a third more room and twice the time


class _Canvas(Canvas):
    """A canvas that takes operators as they are, and names no font that it does not embed."""

    _code: list[str]
    _doc: Any
    _preamble: str

    @property
    def document(self) -> Any:
        """The document of reportlab, in which faces keep what they have been used for."""
        return self._doc

    def _make_preamble(self) -> None:
        # reportlab's own starts each page in Helvetica, which it does not embed.
        self._preamble = "1 0 0 1 0 0 cm"

    def add_page(self, width: float, height: float, operators: list[str]) -> None:
        """Add a page of a size in points that is painted by operators."""
        self.setPageSize((width, height))
        self._code.extend(operators)
        self.showPage()

    def date(self, made: dt.datetime) -> None:
        """Set the dates in the properties, in place of the present or a fixed one."""
        offset = made.utcoffset() or dt.timedelta()
        minutes = int(offset.total_seconds() // 60)
        stamp = self.document._timeStamp  # noqa: SLF001  # reportlab has no other way
        stamp.YMDhms = made.timetuple()[:6]
        stamp.dhh, stamp.dmm = divmod(abs(minutes), 60)
        if minutes < 0:
            stamp.dhh = -stamp.dhh


def write_pdf(handout: Handout, file: BinaryIO) -> None:
    """Write the pages; the same handout gives the same bytes."""
    pages = handout.document.pages
    first = pages[0]
    canvas = _Canvas(
        file,
        pagesize=(first.width, first.height),
        pageCompression=1,
        invariant=1,
        lang=LANGUAGE,
    )
    canvas.date(handout.made)
    _describe(canvas, handout)
    painter = Painter(canvas.document, handout.fonts, _colors())
    for page in pages:
        painter.start_page(page.height)
        operators = [painter.operators(run.shapes) for run in page.runs]
        canvas.add_page(page.width, page.height, operators)
    canvas.save()


def _describe(canvas: Canvas, handout: Handout) -> None:
    facts = handout.facts
    session = one_line(facts.title)
    canvas.setTitle(f"{handout.title} · {session}" if session else handout.title)
    canvas.setAuthor(one_line(facts.agency))
    canvas.setSubject(session)
    canvas.setCreator("Gather")
    canvas.setProducer("Gather")
    canvas.setViewerPreference("DisplayDocTitle", "true")


def _colors() -> dict[str, str]:
    colors: dict[str, str] = json.loads(resource("theme", "paper.json").read_text("utf-8"))
    return colors
