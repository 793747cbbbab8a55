from workshop.ui.settings import Settings
from workshop.ui.theme import ThemeName


def test_what_was_set_is_there_the_next_time(tmp_path):
    settings = Settings(tmp_path / "s.ini")
    settings.console_theme = ThemeName.DARK
    settings.paper = "a4"
    settings.room_display = "EPSON 4711"
    settings.single_keys = False
    settings.room_scale = 115
    settings.marking = "CUI"
    again = Settings(tmp_path / "s.ini")
    assert again.console_theme is ThemeName.DARK
    assert again.room_theme is ThemeName.LIGHT
    assert again.paper == "a4"
    assert again.room_display == "EPSON 4711"
    assert again.single_keys is False
    assert again.room_scale == 115
    assert again.marking == "CUI"


def test_a_garbled_file_gives_the_usual_settings(tmp_path):
    path = tmp_path / "s.ini"
    path.write_bytes(b"[General]\nconsole_theme=purple\npaper=7\nrecent=\nsingle_keys=maybe\x00")
    settings = Settings(path)
    assert settings.console_theme is ThemeName.LIGHT
    assert settings.paper == "letter"
    assert settings.recent == []
    assert settings.single_keys is True


def test_recent_files_come_newest_first_and_once(tmp_path):
    settings = Settings(tmp_path / "s.ini")
    one, two = tmp_path / "one.gather", tmp_path / "two, with comma.gather"
    settings.add_recent(one)
    assert Settings(tmp_path / "s.ini").recent == [one]
    settings.add_recent(two)
    settings.add_recent(one)
    assert Settings(tmp_path / "s.ini").recent == [one, two]
    settings.forget_recent(one)
    assert settings.recent == [two]
    for n in range(20):
        settings.add_recent(tmp_path / f"{n}.gather")
    assert len(settings.recent) == 12
