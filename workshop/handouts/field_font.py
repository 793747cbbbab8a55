"""The font that a viewer writes with into a field: whole for the Latin alphabet, and embedded.

The fonts of the pages hold only the letters that they use, which is no help to who fills in a form.
"""

import zlib
from io import BytesIO
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont

from workshop.handouts.objects import IndirectObject, register, stream
from workshop.resources import resource

_NAME = "FIELDS+SourceSans3-Regular"
_FIRST, _LAST = 32, 255
_NONSYMBOLIC = 32

_MOST_PAIRS = 100  # in one block of a map (ISO 32000-1, 9.10.3)
_MAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CMapName /Fields def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
{pairs}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def embed_field_font(document: Any) -> int:
    """Add the font to a document of reportlab and return the number of its object."""
    font = _latin()
    scale = 1000 / font["head"].unitsPerEm
    data = BytesIO()
    font.save(data, reorderTables=False)
    whole = data.getvalue()
    packed = zlib.compress(whole)
    file = register(
        document,
        IndirectObject(stream(f"/Filter /FlateDecode /Length1 {len(whole)}", packed)),
    )
    box = " ".join(
        str(round(getattr(font["head"], side) * scale)) for side in ("xMin", "yMin", "xMax", "yMax")
    )
    line, names = font["hhea"], font["OS/2"]
    descriptor = register(
        document,
        IndirectObject(
            f"<< /Type /FontDescriptor /FontName /{_NAME} /Flags {_NONSYMBOLIC} "
            f"/FontBBox [ {box} ] /ItalicAngle 0 /Ascent {round(line.ascent * scale)} "
            f"/Descent {round(line.descent * scale)} /CapHeight {round(names.sCapHeight * scale)} "
            f"/StemV 80 /FontFile2 {file} 0 R >>"
        ),
    )
    return register(
        document,
        IndirectObject(
            f"<< /Type /Font /Subtype /TrueType /BaseFont /{_NAME} /Encoding /WinAnsiEncoding "
            f"/FirstChar {_FIRST} /LastChar {_LAST} /Widths [ {_widths(font, scale)} ] "
            f"/FontDescriptor {descriptor} 0 R /ToUnicode {_meanings(document)} 0 R >>"
        ),
    )


def _meanings(document: Any) -> int:
    """Add which character each code is, so that what was filled in can be taken out as text."""
    pairs = []
    for code in range(_FIRST, _LAST + 1):
        character = _character(code)
        if character:
            pairs.append(f"<{code:02X}> <{ord(character):04X}>")
    blocks = [pairs[start : start + _MOST_PAIRS] for start in range(0, len(pairs), _MOST_PAIRS)]
    maps = [f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks]
    text = _MAP.format(pairs="\n".join(maps))
    return register(document, IndirectObject(stream("", text.encode("ascii"))))


def _latin() -> Any:
    """Return the regular face with the characters of WinAnsi alone."""
    options = subset.Options(
        hinting=False, layout_features=[], notdef_outline=True, name_IDs=[], recalc_timestamp=False
    )
    font = TTFont(resource("fonts", "SourceSans3-Regular.ttf"), recalcTimestamp=False, lazy=False)
    chosen = subset.Subsetter(options)
    chosen.populate(unicodes=[ord(character) for character in _characters()])
    chosen.subset(font)
    return font


def _characters() -> str:
    return "".join(map(_character, range(_FIRST, _LAST + 1)))


def _character(code: int) -> str:
    """Return the character of a code of WinAnsi, blank where it has none."""
    return bytes([code]).decode("cp1252", "ignore")


def _widths(font: Any, scale: float) -> str:
    glyphs, advances = font.getBestCmap(), font["hmtx"]
    found = []
    for code in range(_FIRST, _LAST + 1):
        character = _character(code)
        name = glyphs.get(ord(character), ".notdef") if character else ".notdef"
        found.append(str(round(advances[name][0] * scale)))
    return " ".join(found)
