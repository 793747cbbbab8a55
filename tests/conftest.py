"""What every test shares: a user's data folder of its own, and Hypothesis profiles."""

import locale
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# `ci` gives the same examples on every run, so that a red run is red again. `deep` is for searching
# by hand: `--hypothesis-profile=deep`. Deadlines would make a busy machine fail a sound test.
settings.register_profile(
    "ci",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=60,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("deep", deadline=None, max_examples=2000, print_blob=True)
settings.load_profile("ci")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the layout of the wall be measured at every size and scale."""
    text = "measure every scene at every size and scale, not only at those of every day"
    parser.addoption("--every-wall", action="store_true", help=text)


@pytest.fixture(autouse=True)
def user_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep each test away from the user's own data, and its output free of the build's clock."""
    folder = tmp_path / "user-data"
    monkeypatch.setenv("GATHER_DATA_DIR", str(folder))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg-data"))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return folder


@pytest.fixture
def in_german() -> Iterator[None]:
    """Let Python name months and days as on a German desktop, where the computer can."""
    before = locale.setlocale(locale.LC_TIME)
    with suppress(locale.Error):
        locale.setlocale(locale.LC_TIME, "de_DE.UTF-8")
    yield
    locale.setlocale(locale.LC_TIME, before)
