"""From bytes to text: find the encoding, and count what no text may hold."""

import codecs
from dataclasses import dataclass

from workshop.domain.text import REPLACEMENT, count_unsafe

# The longer marks first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_UTF16 = ("utf-16-le", "utf-16-be")
# The upper bytes of alphabets in UTF-16 are all below 8, so that half of the bytes are controls;
# text in UTF-8 with some stray ones comes nowhere near.
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r"))
_CONTROLS_OF_UTF16 = 0.3
_EVERYDAY = frozenset(" \t\r\n,;.|0123456789")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the name of its encoding, and how many of its characters are lost or unsafe."""

    text: str
    encoding: str
    replaced: int


def decode(data: bytes) -> Decoded:
    """Return the text of a file: UTF-8, UTF-16 or UTF-32 with or without a mark, else Windows."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], codec, name)
    unmarked = _unmarked_utf16(data)
    if unmarked is not None:
        return _decoded(data, unmarked, "UTF-16")
    if _is_utf8(data) or _is_broken_utf8(data):
        return _decoded(data, "utf-8", "UTF-8")
    return _decoded(data, "cp1252", "Windows-1252")


def _decoded(data: bytes, codec: str, name: str) -> Decoded:
    try:
        # Lone surrogates pass here, to be counted with everything else that is unsafe.
        text, lost = data.decode(codec, "surrogatepass"), 0
    except UnicodeDecodeError:
        text = data.decode(codec, "replace")
        lost = text.count(REPLACEMENT)
    return Decoded(text, name, lost + count_unsafe(text))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _is_windows(data: bytes) -> bool:
    """Tell whether every byte is a character of Windows-1252, as the few gaps show soon."""
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return True


def _is_broken_utf8(data: bytes) -> bool:
    """Tell whether what fails in UTF-8 is the exception, as after a bad copy."""
    text = data.decode("utf-8", "replace")
    failed = text.count(REPLACEMENT)
    multibyte = sum(char > "\x7f" for char in text) - failed
    return multibyte > 4 * failed


def _unmarked_utf16(data: bytes) -> str | None:
    """Return the byte order of UTF-16 text without a mark, or None where it is no such text."""
    if 0 not in data or len(data) % 2:
        return None
    sample = data[:65_536]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    has_few = controls < _CONTROLS_OF_UTF16 * len(sample)
    if has_few and (_is_utf8(data) or _is_windows(sample)):
        return None
    scores = {codec: _everyday_share(sample, codec) for codec in _UTF16}
    best = max(scores, key=lambda codec: scores[codec])
    return best if scores[best] > 0 and scores[best] > 4 * min(scores.values()) else None


def _everyday_share(data: bytes, codec: str) -> float:
    """Return the share of plain letters, digits, spaces and separators, which all text has."""
    text = data.decode(codec, "replace")
    everyday = sum((char.isascii() and char.isalpha()) or char in _EVERYDAY for char in text)
    return everyday / len(text)
