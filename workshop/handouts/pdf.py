"""Write a composed handout as a PDF file."""

import datetime as dt
import json
import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, BinaryIO

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from workshop.domain.text import one_line
from workshop.handouts.handout import Handout
from workshop.handouts.interactive import Interactive
from workshop.handouts.metadata import LANGUAGE, PRODUCER, Properties
from workshop.handouts.objects import IndirectObject, register
from workshop.handouts.outline import write_outline
from workshop.handouts.painter import Painter
from workshop.handouts.tagging import Tagging
from workshop.resources import resource

# Reportlab's line for a character for private use, which stands for a glyph.
_PRIVATE = re.compile(r"(?P<code><[0-9A-F]+>) <(?P<character>[0-9A-F]{5,6})>")

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

    def add_page(self, width: float, height: float, operators: list[str]) -> Any:
        """Add a page of a size in points that is painted by operators, and return it."""
        self.setPageSize((width, height))
        self._code.extend(operators)
        self.showPage()
        return self._doc.Pages.pages[-1]

    def embed_fonts(self, meanings: Mapping[str, str]) -> None:
        """Embed what was used of each face, and say what its characters mean where it is another.

        Reportlab says of codes that it does not use that they mean U+0000, which no text can mean:
        these lines are taken out of its maps.
        """
        for font in self._doc.delayedFonts:
            font.addObjects(self._doc)
        self._doc.delayedFonts = []
        for name, each in self._doc.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                each.content = _meaningful(each.content, meanings)

    def end_streams(self) -> None:
        """Put a line end before the end of each stream, which records need and reportlab omits.

        It is of two bytes: of one alone, a last byte of the stream could be taken for a part.
        """
        document = self._doc
        for page in document.Pages.pages:
            page.check_format(document)
            document.Reference(page.Contents)
        document.Reference(document.Catalog.Metadata)
        for name, each in list(document.idToObject.items()):
            if isinstance(each, PDFStream):
                written = each.format(document).removesuffix(b"endstream\n")
                document.idToObject[name] = IndirectObject(written + b"\r\nendstream")

    def describe(self, properties: Properties) -> None:
        """Set the properties; the dates take the place of the present or a fixed one."""
        self.setTitle(properties.title)
        self.setAuthor(properties.author)
        self.setSubject(properties.subject)
        self.setKeywords(properties.keywords)
        self.setCreator(PRODUCER)
        self.setProducer(PRODUCER)
        self.setViewerPreference("DisplayDocTitle", "true")
        packet = PDFStream(content=properties.xmp())
        packet.dictionary["Type"] = PDFName("Metadata")
        packet.dictionary["Subtype"] = PDFName("XML")
        self._doc.Catalog.Metadata = packet
        self._doc.signature = sha256(packet.content)  # reportlab's own takes in the present
        self._stamp(properties.time)
        if properties.is_record:
            self._say_what_colors_mean()

    def _say_what_colors_mean(self) -> None:
        """Add the profile of sRGB: a record looks the same on every screen and printer."""
        profile = PDFStream(content=resource("color", "sRGB.icc").read_bytes())
        profile.dictionary["N"] = 3
        number = register(self._doc, profile)
        catalog = self._doc.Catalog
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        catalog.OutputIntents = IndirectObject(
            "[ << /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) "
            f"/Info (sRGB) /DestOutputProfile {number} 0 R >> ]"
        )

    def _stamp(self, time: dt.datetime) -> None:
        offset = time.utcoffset() or dt.timedelta()
        stamp = self._doc._timeStamp  # noqa: SLF001  # reportlab has no other way
        if offset % dt.timedelta(hours=1):  # it writes no negative half hours: then UTC says it
            time, offset = time.astimezone(dt.UTC), dt.timedelta()
        stamp.YMDhms = time.timetuple()[:6]
        stamp.dhh, stamp.dmm = offset // dt.timedelta(hours=1), 0


def write_pdf(handout: Handout, file: BinaryIO) -> None:
    """Write the pages; the same handout gives the same bytes."""
    pages = handout.document.pages
    first = pages[0]
    canvas = _Canvas(
        file,
        pagesize=(first.width, first.height),
        pageCompression=1,
        invariant=1,
        pdfVersion=(1, 7),
        lang=LANGUAGE,
    )
    canvas.describe(_properties(handout))
    painter = Painter(canvas.document, handout.fonts, _colors())
    tagging = Tagging(canvas.document, len(pages))
    interactive = Interactive(canvas.document)
    for page in pages:
        painter.start_page(page.height)
        tagging.start_page()
        operators = [
            tagging.mark(element, run, painter.operators(run.shapes)) for element, run in page.runs
        ]
        written = canvas.add_page(page.width, page.height, operators)
        tagging.end_page(written)
        for element, annotation in page.annotations:
            tagging.tie(element, annotation)
        interactive.add(written, page.height, [annotation for _, annotation in page.annotations])
    tagging.finish(handout.document.root)
    interactive.finish()
    if len(pages) > 1:
        write_outline(canvas.document, handout.document.bookmarks, interactive.destination)
    canvas.embed_fonts(handout.fonts.meanings)
    canvas.end_streams()
    canvas.save()


def _meaningful(character_map: str, meanings: Mapping[str, str]) -> str:
    """Return the lines of a map from codes to text, with the text of private characters."""
    lines = character_map.split("\n")
    kept = [_said(line, meanings) for line in lines if not line.endswith(" <0000>")]
    dropped = len(lines) - len(kept)
    return "\n".join(
        f"{int(line.split()[0]) - dropped} beginbfchar" if line.endswith("beginbfchar") else line
        for line in kept
    )


def _said(line: str, meanings: Mapping[str, str]) -> str:
    found = _PRIVATE.fullmatch(line)
    if found is None:
        return line
    character = chr(int(found["character"], 16))
    text = meanings.get(character, character)
    return f"{found['code']} <{text.encode('utf-16-be').hex().upper()}>"


def _properties(handout: Handout) -> Properties:
    session = one_line(handout.facts.title)
    title = f"{handout.title} · {session}" if session else handout.title
    return Properties(
        title,
        one_line(handout.facts.agency),
        session,
        handout.made,
        handout.digest,
        is_record=handout.options.pdfa,
    )


def _colors() -> dict[str, str]:
    colors: dict[str, str] = json.loads(resource("theme", "paper.json").read_text("utf-8"))
    return colors
