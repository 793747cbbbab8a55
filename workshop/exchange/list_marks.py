"""Take the bullets and numbers of a list off its lines."""

import re

_BULLETS = "•‣▪▫●○◦■□◆❖➢✓✔\uf0a7\uf0b7\uf0d8"  # the last ones are Word's, from its own typefaces
# A bullet needs no space behind it; a dash, a star and a number do, or they are part of the text:
# "-5 degrees", "1.5 hours of calls". A mark alone in its line is a line left blank.
_MARKS = re.compile(
    rf"^[^\S\r\n]*(?:(?:[{_BULLETS}]|(?:[-*\u2013\u2014]|\(?[0-9]{{1,3}}[.)])(?=\s|$))[^\S\r\n]*)+",
    re.MULTILINE,
)


def without_list_marks(text: str) -> str:
    """Return text without the marks that its lines begin with as entries of a list."""
    return _MARKS.sub("", text)
