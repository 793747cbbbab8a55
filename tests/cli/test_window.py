"""What happens where no window can be opened."""

import pytest

from tests.cli.helpers import done, refused
from workshop.cli.window import why_no_window


@pytest.fixture(autouse=True)
def no_display(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")


@pytest.mark.parametrize("arguments", [(), ("--sample",)])
def test_without_a_display_one_sentence_says_what_to_install(arguments):
    told = refused(*arguments)
    assert told.startswith("There is no display to open the window on: ")
    assert "xvfb" in told


def test_a_session_is_refused_for_the_display_and_a_bad_one_for_itself(tmp_path):
    done("new", tmp_path / "s.gather")
    assert "display" in refused(tmp_path / "s.gather")
    assert refused(tmp_path / "none.gather").startswith("There is no file")


def test_a_display_that_does_not_answer_is_none():
    assert "no display" in why_no_window({"DISPLAY": ":63999"}, "linux")


def test_no_display_is_needed_offscreen_or_elsewhere():
    assert not why_no_window({"QT_QPA_PLATFORM": "offscreen"}, "linux")
    assert not why_no_window({}, "win32")
