"""Make the fonts for other scripts that Gather ships with, and the list of what each font has.

Run as ``python packaging/fonts.py FOLDER`` with the unpacked npm packages
``@expo-google-fonts/noto-sans-*`` that resources/fonts/README.md names somewhere below FOLDER.
"""

import json
import shutil
import sys
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "resources" / "fonts"
WHOLE = ("Thai", "Devanagari", "Arabic", "Hebrew")
WEIGHTS = {"400Regular": "Regular", "700Bold": "Bold"}
OWN = "SourceSans3-Regular.ttf"
_HANGUL = range(0xAC00, 0xD7A4)
_ASIAN = tuple(
    range(first, end)
    for first, end in ((0x2E80, 0xAC00), (0xF900, 0xFB00), (0xFE30, 0xFE50), (0xFF00, 0xFFF0))
)


def main(folder: Path) -> None:
    """Copy, subset and list."""
    for script, (source, weight) in product(WHOLE, WEIGHTS.items()):
        found = next(folder.rglob(f"{source}/NotoSans{script}_{source}.ttf"))
        shutil.copyfile(found, FONTS / f"NotoSans{script}-{weight}.ttf")
    encodings = ("gb2312", "big5", "euc_jp")
    chinese = set().union(*map(_two_byte_characters, encodings))
    _subset(folder, "SC", [code for code in chinese if any(code in part for part in _ASIAN)])
    _subset(folder, "KR", [code for code in _two_byte_characters("euc_kr") if code in _HANGUL])
    _list()


def _two_byte_characters(encoding: str) -> set[int]:
    """Return the characters that an encoding of the region has: those in common use."""
    pairs = (bytes(pair) for pair in product(range(0xA1, 0xFF), range(0x40, 0xFF)))
    decoded = (pair.decode(encoding, "ignore") for pair in pairs)
    return {ord(text) for text in decoded if len(text) == 1}


def _subset(folder: Path, script: str, codes: Iterable[int]) -> None:
    options = subset.Options(
        hinting=False, layout_features=["ccmp", "locl"], recalc_timestamp=False, notdef_outline=True
    )
    font = TTFont(
        next(folder.rglob(f"400Regular/NotoSans{script}_400Regular.ttf")), recalcTimestamp=False
    )
    chosen = subset.Subsetter(options)
    chosen.populate(unicodes=codes)
    chosen.subset(font)
    font.save(FONTS / f"NotoSans{script}-Regular.ttf")


def _list() -> None:
    """Write which characters each font has, as first and last of each run."""
    own = _codes(FONTS / OWN)
    faces = []
    for file in sorted(FONTS.glob("NotoSans*-Regular.ttf"), key=_order):
        family = TTFont(file, lazy=True)["name"].getDebugName(1)
        bold = file.with_name(file.name.replace("Regular", "Bold"))
        files = {"Regular": file.name} | ({"Bold": bold.name} if bold.exists() else {})
        runs = list(_runs(_codes(file)))
        faces.append({"family": family, "files": files, "runs": runs})
    content = {"own": list(_runs(own)), "others": faces}
    (FONTS / "coverage.json").write_text(json.dumps(content, separators=(",", ":")) + "\n")


def _order(file: Path) -> tuple[bool, str]:
    return ("KR" in file.name or "SC" in file.name, file.name)


def _codes(file: Path) -> list[int]:
    return sorted(TTFont(file, lazy=True).getBestCmap())


def _runs(codes: list[int]) -> Iterator[tuple[int, int]]:
    first = last = codes[0]
    for code in codes[1:]:
        if code != last + 1:
            yield first, last
            first = code
        last = code
    yield first, last


if __name__ == "__main__":
    main(Path(sys.argv[1]))
