"""The colors are data; what is promised of them is counted."""

import re

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo

from workshop.resources import resource
from workshop.ui.icons import pixmap
from workshop.ui.theme import FAMILY, ThemeName, font, theme

TRIAGES = ("fix now", "org chart", "long term", "find out", "live with it", "leave alone")
BUCKETS = ("process", "performance", "unsorted")


def luminance(color):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colors, one, two):
    """The ratio of WCAG 2.2, 1 to 21."""
    light, dark = sorted((luminance(colors[one]), luminance(colors[two])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=list(ThemeName))
def colors(request):
    return theme(request.param)


def test_both_themes_have_the_same_tokens():
    assert theme(ThemeName.LIGHT).colors.keys() == theme(ThemeName.DARK).colors.keys()


@pytest.mark.parametrize("ground", ["canvas", "surface"])
def test_text_of_the_room_stands_out_twelve_to_one(colors, ground):
    assert contrast(colors, "text", ground) >= 12
    assert contrast(colors, "muted", ground) >= 7


@pytest.mark.parametrize("bucket", BUCKETS)
def test_text_on_a_card_stands_out(colors, bucket):
    assert contrast(colors, "text", f"{bucket} tint") >= 12
    assert contrast(colors, f"{bucket} ink", f"{bucket} tint") >= 7


@pytest.mark.parametrize("triage", TRIAGES)
def test_text_of_a_badge_stands_out(colors, triage):
    assert contrast(colors, f"{triage} ink", f"{triage} tint") >= 7


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("on primary", "primary"),
        ("on live", "live"),
        ("on head", "process head"),
        ("on head", "performance head"),
        ("overtime ink", "overtime tint"),
        ("strong border", "surface"),
        ("live", "surface"),
    ],
)
def test_other_pairs_can_be_read_on_the_console(colors, one, two):
    assert contrast(colors, one, two) >= 4.5


# Where text without a ground of its own stands. A control that cannot be used is exempt (WCAG).
GROUNDS = ("canvas", "surface", "sunken")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")


def pairs_of_the_style_sheet():
    """Yield text and ground of each rule that colors text."""
    text = resource("theme", "screen.qss").read_text(encoding="utf-8")
    for selectors, body in RULE.findall(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)):
        found = dict(re.findall(r"(?<![\w-])(color|background): @([\w-]+)@", body))
        if "color" in found and ":disabled" not in selectors:
            grounds = [found["background"]] if "background" in found else grounds_of(selectors)
            for ground in grounds:
                yield found["color"].replace("-", " "), ground.replace("-", " ")


def grounds_of(selectors):
    """Return what a rule without a ground stands on: the frame that it names, or any."""
    return {"banner": ["live"], "notice": ["overtime tint"]}.get(
        next(iter(re.findall(r'look="(banner|notice)"', selectors)), ""), GROUNDS
    )


@pytest.mark.parametrize(("text", "ground"), sorted(set(pairs_of_the_style_sheet())))
def test_every_pair_of_the_style_sheet_can_be_read(colors, text, ground):
    assert contrast(colors, text, ground) >= 4.5


def test_the_typeface_is_the_bundled_one(qapp):
    assert FAMILY in QFontDatabase.families()
    assert QFontInfo(font(15)).family() == FAMILY


def test_an_icon_takes_the_color_it_is_given(qapp):
    image = pixmap("check", "#FF0000", 24).toImage()
    painted = {
        image.pixelColor(x, y).name()
        for x in range(24)
        for y in range(24)
        if image.pixelColor(x, y).alpha() > 200
    }
    assert painted == {"#ff0000"}
    with pytest.raises(FileNotFoundError):
        pixmap("no-such-icon", "#FF0000", 24)
