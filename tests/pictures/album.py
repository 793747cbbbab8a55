"""Pictures kept one by one, and side by side on a sheet."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from workshop.ui.theme import font, semibold

_THUMB = 480
_GAP = 14
_CAPTION = 24
_HEAD = 44
_COLUMNS = 6


@dataclass
class Album:
    """The pictures of one size and theme: rows by subject, columns by session or state."""

    folder: Path
    name: str
    rows: dict[str, list[tuple[str, QImage]]] = field(default_factory=dict)
    count: int = 0

    def add(self, row: str, caption: str, image: QImage) -> None:
        """Keep a picture, and a small one of it for the sheet."""
        folder = self.folder / self.name.replace(" ", "-")
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{row} {caption}.png".replace(" ", "-")
        if not image.save(str(path)):
            raise SystemExit(f"{path} could not be written.")
        small = image.scaledToWidth(_THUMB, Qt.TransformationMode.SmoothTransformation)
        small.setDevicePixelRatio(1)
        self.rows.setdefault(row, []).append((caption, small))
        self.count += 1

    def write_sheet(self) -> Path:
        """Write all pictures side by side, a row for each subject."""
        lines = [
            [(f"{row} · {caption}", image) for caption, image in pictures[at : at + _COLUMNS]]
            for row, pictures in self.rows.items()
            for at in range(0, len(pictures), _COLUMNS)
        ]
        columns = max(map(len, lines))
        heights = [max(image.height() for _, image in line) for line in lines]
        width = _GAP + columns * (_THUMB + _GAP)
        height = _HEAD + sum(each + _CAPTION + _GAP for each in heights)
        sheet = QImage(width, height, QImage.Format.Format_RGB32)
        sheet.fill(QColor("#8a9099"))
        painter = QPainter(sheet)
        painter.setPen(QColor("#14181D"))
        painter.setFont(semibold(22))
        painter.drawText(QRect(_GAP, 0, width, _HEAD), Qt.AlignmentFlag.AlignVCenter, self.name)
        painter.setFont(font(15))
        y = _HEAD
        for line, tallest in zip(lines, heights, strict=True):
            for column, (caption, image) in enumerate(line):
                x = _GAP + column * (_THUMB + _GAP)
                box = QRect(x, y, _THUMB, _CAPTION)
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, caption)
                painter.drawImage(x, y + _CAPTION, image)
            y += tallest + _CAPTION + _GAP
        painter.end()
        path = self.folder / f"{self.name.replace(' ', '-')}.png"
        if not sheet.save(str(path)):
            raise SystemExit(f"{path} could not be written.")
        return path
