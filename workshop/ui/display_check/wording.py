"""What displays are called beside each other."""

from PySide6.QtCore import QPoint, QSize

from workshop.ui.audience.screens import Place, Use


def size_words(size: QSize) -> str:
    """Return the size of a display: "1920 × 1080"."""  # noqa: RUF002  # a size
    return f"{size.width()} × {size.height()}"  # noqa: RUF001  # a size


def place_words(place: Place, yours: Place | None) -> str:
    """Return the size of a display and where it stands: "1920 × 1080, to the right of yours"."""  # noqa: RUF002
    if place.use is Use.YOURS:
        where = "your window is on this one"
    elif place.use is Use.MIRROR:
        where = "shows the same picture as yours"
    else:
        where = _where(place, yours)
    return f"{size_words(place.size)}, {where}"


def _where(place: Place, yours: Place | None) -> str:
    away = place.rect.center() - yours.rect.center() if yours is not None else QPoint(0, 0)
    if abs(away.x()) >= abs(away.y()):
        return f"to the {'right' if away.x() > 0 else 'left'} of yours"
    return f"{'below' if away.y() > 0 else 'above'} yours"
