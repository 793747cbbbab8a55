"""A scene of the wall as a file, without a display."""

import os
import struct

import pytest

from tests.cli.helpers import AGENCY, done, program, refused, sentence


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "s.gather"
    done("new", path, "--title", "Riverside", "--marking", "CUI")
    done("import", path, AGENCY, "--bucket", "process")
    return path


def size_of(path):
    header = path.read_bytes()[:24]
    assert header.startswith(b"\x89PNG\r\n")
    return struct.unpack(">II", header[16:24])


def test_a_picture_needs_no_display_and_leaves_no_setting(file, tmp_path):
    out = tmp_path / "wall.png"
    environment = {key: value for key, value in os.environ.items() if key != "DISPLAY"}
    ran = program(
        "picture", file, out, "--scene", "board", "--size", "1024x768", env={"DISPLAY": ""}
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.decode().startswith("Wrote ")
    assert size_of(out) == (1024, 768)
    assert environment.get("QT_QPA_PLATFORM") == os.environ.get("QT_QPA_PLATFORM")


def test_theme_scale_and_page_change_the_picture(file, tmp_path):
    out = tmp_path / "wall.png"
    contents = set()
    for options in ((), ("--theme", "dark"), ("--scale", "130"), ("--page", "2")):
        ran = program("picture", file, out, "--scene", "board", "--force", *options)
        assert ran.returncode == 0, ran.stderr
        contents.add(out.read_bytes())
    assert len(contents) == 4


@pytest.mark.parametrize("scene", ["by-owner", "parking-lot", "insight"])
def test_a_scene_goes_by_its_name(file, tmp_path, scene):
    out = tmp_path / "wall.png"
    ran = program("picture", file, out, "--scene", scene, "--size", "640x360")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert size_of(out) == (640, 360)


def test_what_is_there_is_not_overwritten(file, tmp_path):
    out = tmp_path / "wall.png"
    out.write_bytes(b"mine")
    told = refused("picture", file, out, "--scene", "card")
    assert "--force" in told
    assert out.read_bytes() == b"mine"


def test_a_picture_is_a_png_of_a_sensible_size(file, tmp_path):
    assert "ends in .png" in refused("picture", file, tmp_path / "w.jpg", "--scene", "card")
    for size in ("1920", "10x10", "99999x99999", "axb"):
        told = refused(
            "picture", file, tmp_path / "w.png", "--scene", "card", "--size", size, code=2
        )
        assert "--size takes" in told
    assert not list(tmp_path.glob("w.*"))


def test_a_file_that_is_no_session_is_refused(tmp_path):
    ran = program("picture", tmp_path / "none.gather", tmp_path / "w.png", "--scene", "card")
    assert ran.returncode == 1
    assert "none.gather" in sentence(ran.stderr.decode())
