"""Take the bullets and numbers of a list off its lines."""

import re

# The last ones are Word's, from its own typefaces.
_BULLETS = "•‣▪▫●○◦■□◆❖➢➤►▶→✓✔✗✘☐☑☒✅\uf0a7\uf0b7\uf0d8"
_BLANKS = r"[^\S\r\n]*"
_EMOJI = "\ufe0f"  # follows a tick that is to be shown in color


def _marks(most_digits: int, *, letters: bool) -> re.Pattern[str]:
    """Return the pattern of the marks at the start of a line, with the blanks around them.

    A bullet needs no space behind it; a dash, a star, a box and a number do, or they are part of
    the text: "-5 degrees", "1.5 hours of calls". A mark alone in its line is a line left blank. A
    long number may be a year, as in "2026. A budget", but not where a tab is behind it. Letters are
    "a)" and o, as which Word's round bullet is copied.
    """
    number = rf"\(?[0-9]{{1,{most_digits}}}[.)](?=\s|$)|\(?[0-9]{{4,6}}[.)](?=\t)"
    box = r"\[[ xX]?\](?=\s|$)"
    mark = rf"[{_BULLETS}]{_EMOJI}?|[-*\u2013\u2014](?=\s|$)|{box}|{number}"
    first = rf"(?:o|\(?[a-z]\))(?=\s|$)|{mark}" if letters else mark
    pattern = rf"^{_BLANKS}(?:{first})(?:{_BLANKS}(?:{mark}))*{_BLANKS}"
    return re.compile(pattern, re.MULTILINE)


_SHORT, _LONG = _marks(3, letters=False), _marks(6, letters=False)
_SHORT_OR_LETTERS, _LONG_OR_LETTERS = _marks(3, letters=True), _marks(6, letters=True)
_GOES_ON = re.compile(rf"^{_BLANKS}\(?999[.)]\s", re.MULTILINE)


def list_marks(text: str) -> re.Pattern[str]:
    """Return the pattern of the marks in a list; one numbered up to 999 goes on beyond it."""
    short, long = (_SHORT_OR_LETTERS, _LONG_OR_LETTERS) if _has_letters(text) else (_SHORT, _LONG)
    return long if _GOES_ON.search(text) else short


def _has_letters(text: str) -> bool:
    """Tell whether letters are marks: among lines most of which begin with a mark or such a letter.

    A card may begin with one: "o clock".
    """
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) > 1 and sum(map(bool, map(_SHORT_OR_LETTERS.match, lines))) > len(lines) / 2


def without_list_marks(text: str) -> str:
    """Return text without the marks that its lines begin with as entries of a list."""
    return list_marks(text).sub("", text)
