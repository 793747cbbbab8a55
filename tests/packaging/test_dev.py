import ast
import hashlib
import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "dev.py"


@pytest.fixture
def dev() -> ModuleType:
    """A fresh copy of the script, which is no part of any package."""
    spec = importlib.util.spec_from_file_location("gather_dev", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(dev, tmp_path):
    """A checkout with locks and a project, and an environment that looks made."""
    checkout = dev.Checkout(tmp_path / "checkout")
    python = checkout.program("python")
    for path in (python, checkout.project, checkout.lock(dev.RUNTIME_LOCK)):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(path.name, encoding="utf-8")
    checkout.lock(dev.DEV_LOCK).write_text("dev", encoding="utf-8")
    dev.write_stamp(checkout, "python", dev.dotted(sys.version_info[:2]))
    return checkout


@pytest.fixture
def calls(dev, monkeypatch):
    """Record the programs that the script would start; each succeeds."""
    commands: list[list[str]] = []

    def call(command, **_options):
        commands.append(command)
        return 0

    monkeypatch.setattr(dev.subprocess, "call", call)
    return commands


def imported_modules() -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(SCRIPT.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module.partition(".")[0])
    return names


def test_it_needs_the_standard_library_alone():
    names = imported_modules()
    assert "argparse" in names
    assert names <= sys.stdlib_module_names


def test_an_old_python_can_still_read_it():
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 7))


def test_an_old_python_is_refused_with_the_package_to_install(dev):
    with pytest.raises(
        dev.DevError, match=r"needs Python 3\.11 or newer .* Python 3\.9: .*python3\.11"
    ):
        dev.check_python((3, 9))


@pytest.mark.parametrize("version", [(3, 11), (3, 14)])
def test_a_new_enough_python_is_accepted(dev, version):
    dev.check_python(version)


def test_a_python_without_venv_names_the_package(dev, monkeypatch):
    monkeypatch.setattr(
        dev.importlib.util, "find_spec", lambda name: None if name == "ensurepip" else object()
    )
    with pytest.raises(dev.DevError, match=r"lacks ensurepip: install python3\.12-venv \(Debian"):
        dev.check_venv_module((3, 12))


def test_missing_libraries_are_named_with_their_packages(dev):
    absent = [
        dev.Library("libgather-absent.so.1", "libabsent1", "absent-libs"),
        dev.Library("libgather-gone.so.2", "libgone2", "absent-libs"),
    ]
    with pytest.raises(dev.DevError) as refused:
        dev.check_libraries(absent, "linux")
    assert str(refused.value) == (
        "Qt cannot start without libgather-absent.so.1 and libgather-gone.so.2: install"
        " libabsent1 libgone2 (Debian, Ubuntu) or absent-libs (RHEL)."
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has sonames")
def test_only_what_is_missing_is_named(dev):
    libraries = [
        dev.Library("libc.so.6", "libc6", "glibc"),
        dev.Library("libgather-absent.so.1", "libabsent1", "absent-libs"),
    ]
    with pytest.raises(dev.DevError, match=r"without libgather-absent\.so\.1: install libabsent1 "):
        dev.check_libraries(libraries, "linux")


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_bring_their_own_libraries(dev, system):
    dev.check_libraries([dev.Library("libgather-absent.so.1", "absent", "absent")], system)


def test_the_test_packages_include_every_library_that_is_checked(dev):
    text = (ROOT / "packaging" / "debian-test.txt").read_text(encoding="utf-8")
    packages = {line for line in text.splitlines() if line and not line.startswith("#")}
    assert {library.debian for library in dev.QT_LIBRARIES + dev.X11_LIBRARIES} <= packages


def test_no_display_is_told_on_linux(dev):
    with pytest.raises(dev.DevError, match=r"no display .* xvfb \(Debian, Ubuntu\)"):
        dev.check_display({"DISPLAY": ""}, "linux")


@pytest.mark.parametrize(
    ("environ", "system"),
    [
        ({"DISPLAY": ":0"}, "linux"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux"),
        ({"QT_QPA_PLATFORM": "offscreen:configfile=screens.json"}, "linux"),
        ({}, "win32"),
        ({}, "darwin"),
    ],
)
def test_a_display_is_taken_as_there(dev, environ, system):
    dev.check_display(environ, system)


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"DISPLAY": ":0"}, True),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, False),
        ({"QT_QPA_PLATFORM": "offscreen"}, False),
    ],
)
def test_x11_libraries_are_asked_for_on_x11_only(dev, monkeypatch, environ, expected):
    asked = []
    monkeypatch.setattr(dev, "can_load", lambda soname: asked.append(soname) or True)
    dev.check_window(environ, "linux")
    assert "libEGL.so.1" in asked
    assert ("libxcb-cursor.so.0" in asked) is expected


def test_words_are_listed_as_in_a_sentence(dev):
    assert dev.listed(["a"]) == "a"
    assert dev.listed(["a", "b", "c"]) == "a, b and c"


def test_a_first_installation_takes_locks_in_order_then_the_project(dev, checkout, calls):
    dev.install(checkout, [dev.RUNTIME_LOCK, dev.DEV_LOCK], None)
    runtime, development, project = calls
    assert runtime[-2:] == ["-r", str(checkout.lock(dev.RUNTIME_LOCK))]
    assert development[-2:] == ["-r", str(checkout.lock(dev.DEV_LOCK))]
    assert project[-2:] == ["--editable", str(checkout.root)]
    for command in (runtime, development):
        assert {"--require-hashes", "--no-deps"} <= set(command)
        assert "--no-index" not in command
    assert {"--no-index", "--no-deps", "--no-build-isolation"} <= set(project)


def test_what_is_installed_is_not_installed_again(dev, checkout, calls):
    dev.install(checkout, [dev.RUNTIME_LOCK], None)
    calls.clear()
    dev.install(checkout, [dev.RUNTIME_LOCK], None)
    assert calls == []


def test_a_changed_lock_is_installed_again_and_nothing_else(dev, checkout, calls):
    dev.install(checkout, [dev.RUNTIME_LOCK, dev.DEV_LOCK], None)
    calls.clear()
    checkout.lock(dev.DEV_LOCK).write_text("changed", encoding="utf-8")
    dev.install(checkout, [dev.RUNTIME_LOCK, dev.DEV_LOCK], None)
    assert [command[-1] for command in calls] == [str(checkout.lock(dev.DEV_LOCK))]


def test_a_changed_project_is_installed_again(dev, checkout, calls):
    dev.install(checkout, [dev.RUNTIME_LOCK], None)
    calls.clear()
    checkout.project.write_text("changed", encoding="utf-8")
    dev.install(checkout, [dev.RUNTIME_LOCK], None)
    assert [command[-1] for command in calls] == [str(checkout.root)]


def test_an_installation_that_failed_is_tried_again(dev, checkout, calls, monkeypatch):
    dev.install(checkout, [dev.RUNTIME_LOCK], None)
    checkout.lock(dev.RUNTIME_LOCK).write_text("broken", encoding="utf-8")
    monkeypatch.setattr(dev.subprocess, "call", lambda *_args, **_options: 1)
    with pytest.raises(dev.DevError, match=r"^pip could not install from requirements\.lock "):
        dev.install(checkout, [dev.RUNTIME_LOCK], None)
    assert dev.RUNTIME_LOCK not in dev.read_stamps(checkout)


def test_the_stamp_holds_the_hash_of_the_lock(dev, checkout, calls):
    dev.install(checkout, [dev.RUNTIME_LOCK], None)
    digest = hashlib.sha256(checkout.lock(dev.RUNTIME_LOCK).read_bytes()).hexdigest()
    assert dev.read_stamps(checkout)[dev.RUNTIME_LOCK] == digest
    assert len(calls) == 2


@pytest.mark.parametrize("content", ["", "[]", "{", "\ufeff"])
def test_an_unreadable_stamp_counts_as_nothing_installed(dev, checkout, content):
    checkout.stamp.write_text(content, encoding="utf-8")
    assert dev.read_stamps(checkout) == {}
    assert not dev.venv_is_ready(checkout)


def test_an_environment_of_another_python_is_made_anew(dev, checkout, calls):
    assert dev.venv_is_ready(checkout)
    dev.write_stamp(checkout, "python", "3.10")
    dev.install(checkout, [], None)
    assert calls[0] == [sys.executable, "-m", "venv", "--clear", str(checkout.venv)]
    assert dev.venv_is_ready(checkout)


def test_a_wheelhouse_replaces_the_index(dev, checkout, calls, tmp_path):
    dev.install(checkout, [dev.RUNTIME_LOCK], tmp_path)
    at = calls[0].index("--no-index")
    assert calls[0][at : at + 3] == ["--no-index", "--find-links", str(tmp_path)]


@pytest.mark.parametrize(
    ("wheelhouse", "advice"),
    [(None, "--wheelhouse DIR"), (Path("wheels"), "wheels must hold every wheel")],
)
def test_a_failed_pip_gets_advice_that_fits(dev, checkout, monkeypatch, wheelhouse, advice):
    monkeypatch.setattr(dev.subprocess, "call", lambda *_args, **_options: 1)
    with pytest.raises(
        dev.DevError, match=f"from requirements.lock and says why above: .*{advice}"
    ):
        dev.install(checkout, [dev.RUNTIME_LOCK], wheelhouse)


def test_a_project_that_cannot_be_built_is_not_blamed_on_the_index(dev, checkout, monkeypatch):
    monkeypatch.setattr(dev.subprocess, "call", lambda *_args, **_options: 1)
    with pytest.raises(
        dev.DevError, match=r"from pyproject\.toml .*: check that the checkout is whole"
    ):
        dev.install(checkout, [], None)


def test_a_wheelhouse_that_is_no_folder_is_refused(dev, tmp_path):
    with pytest.raises(dev.DevError, match="is not a folder"):
        dev.checked_wheelhouse(tmp_path / "absent")
    assert dev.checked_wheelhouse(tmp_path) == tmp_path.resolve()
    assert dev.checked_wheelhouse(None) is None


@pytest.mark.parametrize(
    ("arguments", "extra"),
    [
        (["test", "-k", "undo", "tests/store", "-x"], ["-k", "undo", "tests/store", "-x"]),
        (["test", "--wheelhouse", "w", "--lf"], ["--lf"]),
        (["--wheelhouse=w", "run", "--version"], ["--version"]),
        (["lock", "--upgrade"], ["--upgrade"]),
    ],
)
def test_further_arguments_are_passed_on_in_order(dev, arguments, extra):
    options, passed_on = dev.parse(arguments)
    assert passed_on == extra
    assert options.wheelhouse == (Path("w") if any("wheelhouse" in a for a in arguments) else None)


def test_setup_refuses_arguments_it_would_ignore(dev, capsys):
    with pytest.raises(SystemExit) as stopped:
        dev.parse(["setup", "--wheelhuose", "w"])
    assert stopped.value.code == 2
    assert "--wheelhuose" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "locks"),
    [
        (["setup"], ["requirements.lock"]),
        (["setup", "--dev"], ["requirements.lock", "requirements-dev.lock"]),
        (["run"], ["requirements.lock"]),
        (["test"], ["requirements.lock", "requirements-dev.lock"]),
    ],
)
def test_each_verb_installs_what_it_needs(dev, checkout, calls, monkeypatch, arguments, locks):
    monkeypatch.setattr(dev, "check_libraries", lambda *_args: None)
    assert dev.perform(checkout, *dev.parse(arguments)) == 0
    assert [Path(command[-1]).name for command in calls if "-r" in command] == locks


def test_run_starts_the_sample_in_the_environment(dev, checkout, calls):
    dev.run_gather(checkout, ["--version"])
    python = str(checkout.program("python"))
    assert calls == [[python, "-m", "workshop", "--sample", "--version"]]


def test_run_asks_for_a_display_once_there_is_a_window(dev, checkout, calls, monkeypatch):
    monkeypatch.setattr(dev, "check_window", refuse(dev))
    dev.run_gather(checkout, [])
    checkout.window.mkdir(parents=True)
    with pytest.raises(dev.DevError, match="no display"):
        dev.run_gather(checkout, [])
    assert len(calls) == 1


def refuse(dev):
    def check(_environ):
        raise dev.DevError("no display")

    return check


def test_tests_run_in_the_checkout_with_what_was_passed_on(dev, checkout, calls, monkeypatch):
    monkeypatch.setattr(dev, "check_libraries", lambda *_args: None)
    dev.run_tests(checkout, ["-k", "undo"])
    assert calls[0][1:3] == ["-m", "pytest"]
    assert calls[0][-2:] == ["-k", "undo"]


def test_the_exit_code_of_the_program_is_passed_on(dev, checkout, monkeypatch):
    monkeypatch.setattr(dev, "check_libraries", lambda *_args: None)
    monkeypatch.setattr(dev.subprocess, "call", lambda *_args, **_options: 5)
    assert dev.run_tests(checkout, []) == 5


def test_locks_are_hashed_universal_and_bound_to_each_other(dev):
    runtime, development = dev.lock_arguments()
    for arguments in (runtime, development):
        assert {"--universal", "--generate-hashes", "--no-config"} <= set(arguments)
    assert runtime[-1] == "packaging/requirements.lock"
    assert development[development.index("--constraints") + 1] == runtime[-1]


def test_personal_resolver_settings_do_not_reach_the_locks(dev, checkout, monkeypatch):
    seen = []
    monkeypatch.setenv("UV_INDEX_URL", "file:///personal")
    monkeypatch.setattr(dev.shutil, "which", lambda _name: "uv")
    monkeypatch.setattr(
        dev.subprocess, "call", lambda _command, cwd, env: seen.append((cwd, env)) or 0
    )
    dev.make_locks(checkout, [])
    assert len(seen) == 2
    for cwd, env in seen:
        assert cwd == checkout.root
        assert "UV_INDEX_URL" not in env


def test_a_missing_uv_is_told(dev, checkout, monkeypatch):
    monkeypatch.setattr(dev.shutil, "which", lambda _name: None)
    with pytest.raises(dev.DevError, match=r"setup --dev"):
        dev.find_uv(checkout)


def test_a_refusal_is_one_sentence_on_stderr_and_exit_code_1():
    done = subprocess.run(
        [sys.executable, SCRIPT, "setup", "--wheelhouse", ROOT / "pyproject.toml"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("dev.py: The wheelhouse ")
    assert done.stderr.count("\n") == 1
