"""Take the bullets and numbers of a list off its lines."""

import re

_BULLETS = "•‣▪▫●○◦■□◆❖➢✓✔\uf0a7\uf0b7\uf0d8"  # the last ones are Word's, from its own typefaces


def _marks(most_digits: int) -> re.Pattern[str]:
    """Return the pattern of the marks at the start of a line, with the blanks around them.

    A bullet needs no space behind it; a dash, a star and a number do, or they are part of the text:
    "-5 degrees", "1.5 hours of calls". A mark alone in its line is a line left blank. A long number
    may be a year, as in "2026. A budget", but not where a tab is behind it.
    """
    number = rf"\(?[0-9]{{1,{most_digits}}}[.)](?=\s|$)|\(?[0-9]{{4,6}}[.)](?=\t)"
    mark = rf"[{_BULLETS}]|[-*\u2013\u2014](?=\s|$)|{number}"
    return re.compile(rf"^[^\S\r\n]*(?:(?:{mark})[^\S\r\n]*)+", re.MULTILINE)


_SHORT, _LONG = _marks(3), _marks(6)
_GOES_ON = re.compile(r"^[^\S\r\n]*\(?999[.)]\s", re.MULTILINE)


def list_marks(text: str) -> re.Pattern[str]:
    """Return the pattern of the marks in a list; one numbered up to 999 goes on beyond it."""
    return _LONG if _GOES_ON.search(text) else _SHORT


def without_list_marks(text: str) -> str:
    """Return text without the marks that its lines begin with as entries of a list."""
    return list_marks(text).sub("", text)
