"""Quotes as the wall writes them."""

from workshop.domain.text import one_line


def quoted(text: str) -> str:
    """Return what somebody said, in quotation marks."""
    said = one_line(text).strip('“”"')
    return f"“{said}”"
