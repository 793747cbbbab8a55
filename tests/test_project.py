"""The project's own rules: lint, format, types, layers, sizes and locks."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = Path(sys.executable).parent
LONGEST_MODULE = 500
LOCKS = ("requirements.lock", "requirements-dev.lock")


def run(*command: str) -> str:
    """Run a tool of the environment; a failure shows what it printed."""
    done = subprocess.run(
        [PROGRAMS / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def read_lock(name: str) -> dict[str, list[str]]:
    """Read a lock as each distribution's hashes, by its normalized name."""
    entries: dict[str, list[str]] = {}
    for line in (ROOT / "packaging" / name).read_text(encoding="utf-8").splitlines():
        if match := re.match(r"([A-Za-z0-9._-]+)==\S+", line):
            hashes = entries.setdefault(normalized(match[1]), [])
        elif match := re.match(r"\s+--hash=(\S+?)(?: \\)?$", line):
            hashes.append(match[1])
    return entries


def normalized(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def required(requirements: list[str]) -> set[str]:
    names = {normalized(re.match(r"[A-Za-z0-9._-]+", line)[0]) for line in requirements}
    return names - {"gather-workshop"}


@pytest.fixture(scope="module")
def project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_lint():
    run("ruff", "check", ".")


def test_format():
    run("ruff", "format", "--check", ".")


def test_types():
    # One after the other: both write the same cache.
    assert "no issues found" in run("mypy")
    assert "no issues found" in run("mypy", "packaging/dev.py")


def test_layers():
    assert " 0 broken" in run("lint-imports")


def test_no_module_is_too_long_to_have_one_purpose():
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in (ROOT / "workshop").rglob("*.py")
    }
    assert lengths
    assert {name: n for name, n in lengths.items() if n > LONGEST_MODULE} == {}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_every_runtime_and_build_dependency(lock, project):
    needed = required(project["project"]["dependencies"] + project["build-system"]["requires"])
    assert "reportlab" in needed
    assert needed <= set(read_lock(lock))


def test_the_dev_lock_holds_every_dev_dependency(project):
    needed = required(project["project"]["optional-dependencies"]["dev"])
    assert "pytest" in needed
    assert needed <= set(read_lock("requirements-dev.lock"))


def test_the_build_extra_covers_the_build_backend(project):
    extra = project["project"]["optional-dependencies"]["build"]
    assert required(project["build-system"]["requires"]) == required(extra)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_file_is_known_by_its_sha256(lock):
    entries = read_lock(lock)
    assert len(entries) > 10
    for name, hashes in entries.items():
        assert hashes, name
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", value) for value in hashes), name


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_and_no_place(lock):
    text = (ROOT / "packaging" / lock).read_text(encoding="utf-8")
    for forbidden in ("://", "index-url", "find-links", "file:", " @ "):
        assert forbidden not in text


def test_the_dev_lock_has_the_same_versions_as_the_runtime_lock():
    pins = [
        set(re.findall(r"^\S+==\S+", (ROOT / "packaging" / lock).read_text("utf-8"), re.MULTILINE))
        for lock in LOCKS
    ]
    assert pins[0] <= pins[1]


def test_every_dependency_has_both_bounds(project):
    for requirement in project["project"]["dependencies"]:
        assert ">=" in requirement, requirement
        assert ",<" in requirement, requirement
