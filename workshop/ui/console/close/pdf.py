"""Pages of a PDF as pictures, drawn as they will print. Called from any thread."""

from threading import Lock
from typing import Any

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

# PDFium may be called by one thread at a time, whichever document it is about.
_ONE_AT_A_TIME = Lock()

POINTS = 72.0  # to an inch


def page_sizes(data: bytes) -> tuple[QSizeF, ...]:
    """Return the size of each page of a PDF in points."""
    with _ONE_AT_A_TIME:
        document = _opened(data)
        try:
            sizes = [document.get_page_size(n) for n in range(len(document))]
        finally:
            document.close()
    return tuple(QSizeF(width, height) for width, height in sizes)


def draw_page(data: bytes, number: int, scale: float) -> QImage:
    """Return a page, counted from 0, with `scale` pixels to a point."""
    with _ONE_AT_A_TIME:
        document = _opened(data)
        try:
            document.init_forms()  # or the fields of the worksheet stay away
            page = document[number]
            # Qt's RGB32 lies in memory as blue, green, red, and a byte that is not used.
            bitmap = page.render(scale=scale, prefer_bgrx=True)
            shown = QImage(
                bitmap.buffer,
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB32,
            ).copy()
            bitmap.close()
            page.close()
        finally:
            document.close()
    return shown


def _opened(data: bytes) -> Any:
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # it has no stubs

    return PdfDocument(data)
