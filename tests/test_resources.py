from pathlib import Path

import pytest

from workshop import resources


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Stand in for the package's own folder and the checkout's."""
    packaged, checkout = tmp_path / "packaged", tmp_path / "checkout"
    monkeypatch.setattr(resources, "FOLDERS", (packaged, checkout))
    return packaged, checkout


def write(folder: Path, text: str) -> Path:
    path = folder / "prompts" / "en.txt"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_checkout_is_searched_when_the_package_has_no_resources(folders):
    path = write(folders[1], "checkout")
    assert resources.resource("prompts", "en.txt") == path


def test_what_the_package_carries_comes_first(folders):
    path = write(folders[0], "packaged")
    write(folders[1], "checkout")
    assert resources.resource("prompts", "en.txt") == path


def test_a_folder_is_found_too(folders):
    path = write(folders[1], "checkout")
    assert resources.resource("prompts") == path.parent


def test_a_missing_file_is_named_in_a_sentence(folders):
    with pytest.raises(FileNotFoundError, match=r"^Gather's own file prompts/fr\.txt is missing: "):
        resources.resource("prompts", "fr.txt")


def test_the_places_searched_are_the_package_and_the_checkout():
    root = Path(__file__).resolve().parent.parent
    packaged, checkout = resources.FOLDERS
    assert packaged == root / "workshop" / "resources"
    assert checkout == root / "resources"
