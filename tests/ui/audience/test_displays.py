"""The room on its own display, and without one."""

import json
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QRect

from workshop.ui.audience.screens import key_of, name_of

LAPTOP = {"name": "laptop", "x": 0, "y": 0, "width": 1440, "height": 900}
PROJECTOR = {"name": "projector", "x": 1440, "y": 0, "width": 1024, "height": 768}
USUAL = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


@pytest.fixture
def displays(tmp_path):
    """Return a function that runs the program on some displays and returns what it saw."""

    def run(*screens):
        config = tmp_path / "screens.json"
        config.write_text(json.dumps({"screens": [{**screen, **USUAL} for screen in screens]}))
        environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
        program = [sys.executable, "-m", "tests.ui.audience.two_displays", str(tmp_path)]
        ran = subprocess.run(program, capture_output=True, env=environment, check=False, timeout=60)
        assert ran.returncode == 0, ran.stderr.decode()
        assert ran.stderr == b""
        return {step.pop("step"): step for step in json.loads(ran.stdout)}

    return run


def test_the_room_fills_its_display_leaves_with_it_and_comes_back(displays):
    seen = displays(LAPTOP, PROJECTOR)
    assert seen["a new computer"]["screen"] == ""
    shown = seen["shown"]
    assert (shown["screen"], shown["full"]) == ("projector", True)
    assert shown["rect"] == [1440, 0, 1024, 768]
    assert shown["shape"] == [1024, 768]
    assert "projector" in shown["line"]
    pulled = seen["pulled out"]
    assert (pulled["screen"], pulled["windows"]) == ("", 1)
    assert "was pulled out" in pulled["notice"]
    back = seen["back"]
    assert (back["screen"], back["rect"], back["notice"]) == ("projector", shown["rect"], "")


def test_a_display_that_is_new_is_offered_and_chosen_in_the_check(displays):
    seen = displays(LAPTOP, PROJECTOR)
    assert seen["a new computer"]["notice"] == "“projector” is connected. Is it for the room?"
    assert (seen["checked"]["screen"], seen["checked"]["notice"]) == ("projector", "")


def test_the_room_gives_way_where_the_facilitator_moves_onto_its_display(displays):
    seen = displays(LAPTOP, PROJECTOR)
    covered = seen["covered"]
    assert (covered["screen"], covered["windows"]) == ("", 1)
    assert "on the display of the room" in covered["notice"]
    assert (seen["moved away"]["screen"], seen["moved away"]["notice"]) == ("projector", "")


def test_the_room_may_have_the_first_display_where_the_facilitator_works_on_the_second(displays):
    assert displays(LAPTOP, PROJECTOR)["the other way round"]["screen"] == "laptop"


def test_f11_closes_the_room_and_a_known_display_opens_it(displays):
    seen = displays(LAPTOP, PROJECTOR)
    assert (seen["closed"]["screen"], seen["closed"]["notice"]) == ("", "")
    assert seen["known"]["screen"] == "projector"
    assert seen["left"]["windows"] == 0


def test_solo_takes_the_place_of_the_room_and_gives_it_back(displays):
    seen = displays(LAPTOP, PROJECTOR)
    assert seen["solo"]["screen"] == ""
    after = seen["after solo"]
    assert (after["screen"], after["full"], after["shape"]) == ("projector", True, [1024, 768])
    assert seen["solo without a room"]["screen"] == ""


def test_with_one_display_nothing_opens_and_solo_is_offered(displays):
    seen = displays(LAPTOP)
    assert seen["shown"]["windows"] == 1
    assert "Solo (F12)" in seen["shown"]["notice"]


def test_a_mirrored_display_is_never_covered(displays):
    seen = displays(LAPTOP, {**PROJECTOR, "x": 0})
    assert seen["shown"]["windows"] == 1
    assert "same picture" in seen["shown"]["notice"]


def connected(
    socket: str, maker: str = "", number: str = "", *, width: int = 1920
) -> SimpleNamespace:
    """Return a display as Qt tells of it: one that has a maker and a number cannot be had here."""
    return SimpleNamespace(
        name=lambda: socket,
        model=lambda: maker,
        serialNumber=lambda: number,
        geometry=lambda: QRect(1440, 0, width, 1080),
        devicePixelRatio=lambda: 1.0,
    )


def test_a_display_with_a_number_is_known_in_any_socket_and_at_any_resolution():
    known = key_of(connected("HDMI-1", "EB-2250U", "X4711"))
    assert key_of(connected("DP-2", "EB-2250U", "X4711", width=1024)) == known
    assert key_of(connected("HDMI-1", "EB-2250U", "X4712")) != known


def test_one_without_a_number_is_known_by_name_and_size():
    known = key_of(connected("HDMI-1", "EB-2250U"))
    assert key_of(connected("DP-2", "EB-2250U")) == known
    assert key_of(connected("HDMI-1", "EB-2250U", width=1024)) != known
    assert key_of(connected("HDMI-1")) != known
    assert name_of(connected("HDMI-1")) == "HDMI-1"
