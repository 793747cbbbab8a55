import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The package as an installed wheel leaves it, with a resource of its own."""
    source, wheels, site = tmp_path / "source", tmp_path / "wheels", tmp_path / "site"
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        source.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, source)
    shutil.copytree(ROOT / "workshop", source / "workshop")
    (source / "resources" / "prompts").mkdir(parents=True)
    (source / "resources" / "prompts" / "en.txt").write_text("Good morning", encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check"]
    offline = ["--no-index", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, *offline, "--wheel-dir", wheels, source], check=True)
    (wheel,) = wheels.glob("gather_workshop-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return site


def run_in(site: Path, code: str) -> str:
    """Run code that sees the wheel's package before the checkout's."""
    program = f"import sys; sys.path.insert(0, {str(site)!r}); {code}"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=site, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_a_wheel_carries_the_resources_and_finds_them(site):
    code = (
        "from workshop.resources import resource; print(resource('prompts', 'en.txt').read_text())"
    )
    assert run_in(site, code) == "Good morning\n"


def test_a_wheel_has_the_version_the_types_mark_and_the_command(site):
    version = run_in(site, "import workshop; print(workshop.__version__)").strip()
    (info,) = site.glob("gather_workshop-*.dist-info")
    assert info.name == f"gather_workshop-{version}.dist-info"
    assert (site / "workshop" / "py.typed").exists()
    assert "gather = workshop.cli:main" in (info / "entry_points.txt").read_text(encoding="utf-8")
    assert not (site / "tests").exists()
