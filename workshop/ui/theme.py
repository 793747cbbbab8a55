"""The colors and type of the screens, as data, and the look that they give to Qt's widgets."""

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from workshop.resources import resource

FAMILY = "Source Sans 3"
LINE_HEIGHT = 1.16


class ThemeName(StrEnum):
    """A set of colors."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True)
class Theme:
    """Colors by the names of DESIGN: surface, text, process tint, fix now ink and so on."""

    name: ThemeName
    colors: dict[str, str]

    def __getitem__(self, token: str) -> QColor:
        """Return a color; raises KeyError for a name that is not a token."""
        return QColor(self.colors[token])

    def hex(self, token: str) -> str:
        """Return a color as #RRGGBB."""
        return self.colors[token]


@cache
def theme(name: ThemeName) -> Theme:
    """Return a theme from its data."""
    data = json.loads(resource("theme", "screen.json").read_text("utf-8"))
    return Theme(name, data[name])


class Size:
    """Sizes of type on the console, in pixels."""

    TITLE = 22
    HEADING = 17
    BODY = 15
    SMALL = 14


def load_fonts() -> None:
    """Load the bundled typeface, so that screens look the same everywhere."""
    for weight in ("Regular", "SemiBold", "Bold"):
        QFontDatabase.addApplicationFont(str(resource("fonts", f"SourceSans3-{weight}.ttf")))


def font(pixels: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the typeface at a size, with figures of one width."""
    found = QFont(FAMILY)
    found.setPixelSize(max(1, round(pixels)))
    found.setWeight(weight)
    found.setFeature(QFont.Tag("tnum"), 1)
    found.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return found


def bold(pixels: float) -> QFont:
    """Return the bold typeface at a size."""
    return font(pixels, QFont.Weight.Bold)


def semibold(pixels: float) -> QFont:
    """Return the semibold typeface at a size."""
    return font(pixels, QFont.Weight.DemiBold)


def apply_theme(app: QApplication, colors: Theme) -> None:
    """Dress every widget of the console in a theme; the style below it is set by `guard`."""
    app.setFont(font(Size.BODY))
    app.setPalette(_palette(colors))
    app.setStyleSheet(_style_sheet(colors))  # after the palette, which it otherwise does not see


def _palette(colors: Theme) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: "canvas",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "sunken",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.BrightText: "live",
        QPalette.ColorRole.Highlight: "primary",
        QPalette.ColorRole.HighlightedText: "on primary",
        QPalette.ColorRole.ToolTipBase: "primary",
        QPalette.ColorRole.ToolTipText: "on primary",
        QPalette.ColorRole.Link: "text",
        QPalette.ColorRole.Mid: "border",
        QPalette.ColorRole.Dark: "strong border",
        QPalette.ColorRole.Light: "surface",
    }
    for role, token in roles.items():
        palette.setColor(role, colors[token])
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.WindowText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colors["strong border"])
    return palette


def _style_sheet(colors: Theme) -> str:
    """Return the few lines that a palette cannot say.

    A widget chooses its look by the property `look`: "primary", "plain" (a button without a frame),
    "card", "bar", "rail", "sunken", "muted", "heading", "title", "banner", "segment".
    """
    text = resource("theme", "screen.qss").read_text(encoding="utf-8")
    for token in sorted(colors.colors, key=len, reverse=True):
        text = text.replace(f"@{token.replace(' ', '-')}@", colors.hex(token))
    return text
