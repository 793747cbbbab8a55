"""A few pictures of the matrix; all of it is drawn by hand: `python -m tests.screens OUT`."""

from PySide6.QtGui import QImage

from tests.screens import main


def colors(image: QImage) -> int:
    """Return how many colors a small copy of a picture has."""
    small = image.scaled(96, 72)
    return len({small.pixel(x, y) for x in range(96) for y in range(72)})


def test_the_wall_is_drawn_for_every_session_with_a_sheet(tmp_path, capfd):
    given = ["--only=wall", "--size=1024x768", "--theme=light", "--scene=card"]
    assert main([str(tmp_path), *given]) == 0
    sheet = tmp_path / "wall-1024x768-light.png"
    assert capfd.readouterr().out.split() == [str(sheet)]
    pictures = sorted(each.stem for each in (tmp_path / sheet.stem).iterdir())
    assert pictures == [
        "card-0-cards", "card-20-cards", "card-60-cards", "card-a-whole-session", "card-long-text",
        "card-right-to-left",
    ]  # fmt: skip
    image = QImage(str(tmp_path / sheet.stem / "card-20-cards.png"))
    assert (image.width(), image.height()) == (1024, 768)
    assert colors(image) > 8
    assert QImage(str(sheet)).width() > 6 * 480


def test_the_console_is_drawn_in_its_states_at_a_finer_ratio(tmp_path):
    scenes = [f"--scene={name}" for name in ("bucket", "dragging", "start")]
    given = ["--only=console", "--size=1024x768", "--theme=dark", "--ratio=1.5", *scenes]
    assert main([str(tmp_path), *given]) == 0
    folder = tmp_path / "console-1024x768-at-1.5-dark"
    pictures = {each.stem: QImage(str(each)) for each in folder.iterdir()}
    assert sorted(pictures) == [
        "bucket-empty", "bucket-full", "bucket-typical", "start-first-run", "start-recent-files",
        "states-dragging",
    ]  # fmt: skip
    assert {(each.width(), each.height()) for each in pictures.values()} == {(1536, 1152)}
    assert all(colors(each) > 8 for each in pictures.values())
    assert pictures["states-dragging"] != pictures["bucket-typical"]


def test_a_screen_that_there_is_not_is_told(tmp_path, capfd):
    assert main([str(tmp_path), "--only=wall", "--scene=ballroom"]) == 1
    assert "no screen ballroom" in capfd.readouterr().err
