"""What only shows in a program of its own: start-up, streams, signals, odd arguments."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.helpers import AGENCY, done, program, sentence

FULL = Path("/dev/full")
POSIX = os.name == "posix"
HEAVY = ("PySide6", "reportlab", "rapidfuzz", "sqlite_utils", "openpyxl", "PIL")

RUN_AND_LIST = """
import sys
from workshop.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


@pytest.fixture
def file(tmp_path):
    done("new", tmp_path / "s.gather", "--title", "Café 👩‍👩‍👧‍👦")
    done("import", tmp_path / "s.gather", AGENCY)
    return tmp_path / "s.gather"


@pytest.mark.parametrize("arguments", [("--help",), ("show", "FILE"), ("history", "FILE")])
def test_reading_loads_nothing_heavy(file, arguments):
    given = [str(file) if argument == "FILE" else argument for argument in arguments]
    ran = subprocess.run(
        [sys.executable, "-c", RUN_AND_LIST, *given], capture_output=True, text=True, check=True
    )
    assert ran.stdout
    assert not set(HEAVY) & set(ran.stderr.split())


def test_a_terminal_that_lacks_characters_gets_others(file):
    latin = {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    ran = program("show", file, env=latin)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.decode("latin-1").splitlines()[0] == "Café ???????"
    missing = program("show", "Café 👩.gather", env=latin)
    assert missing.returncode == 1
    assert "Café ?.gather" in missing.stderr.decode("latin-1")


@pytest.mark.skipif(not POSIX, reason="arguments are bytes on POSIX alone")
def test_arguments_that_are_no_text_are_told_safely(tmp_path):
    ran = program("show", b"\xff\xfe.gather", cwd=tmp_path)
    assert ran.returncode == 1
    sentence(ran.stderr.decode())
    made = program("new", b"\xff.gather", b"--title", b"half \xff", cwd=tmp_path)
    assert (made.returncode, made.stderr) == (0, b"")
    shown = program("show", b"\xff.gather", cwd=tmp_path)
    assert shown.stdout.decode().startswith("half \ufffd\n")


def test_a_missing_session_is_refused_where_a_window_could_be_opened(tmp_path):
    # In a program of its own: there can be only one application of Qt in one.
    ran = program(tmp_path / "s.gather", env={"QT_QPA_PLATFORM": "offscreen"})
    assert ran.returncode == 1
    assert sentence(ran.stderr.decode()).startswith("There is no file “")


@pytest.mark.skipif(not POSIX, reason="needs a shell that closes streams")
@pytest.mark.parametrize(
    ("arguments", "stream"), [("show FILE >&-", "output"), ("import FILE - <&-", "input")]
)
def test_a_closed_stream_is_told(file, arguments, stream):
    command = f"'{sys.executable}' -m workshop {arguments.replace('FILE', str(file))}"
    ran = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert ran.returncode == 1
    assert sentence(ran.stderr.decode()).startswith(f"Standard {stream} is closed: ")


@pytest.mark.skipif(not POSIX, reason="needs a pipe that is closed early")
def test_a_reader_that_has_enough_is_no_failure_to_tell(file):
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "workshop", "import", file, AGENCY]
    ran = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert ran.stderr == b""


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
def test_an_output_that_is_full_is_told(file):
    with FULL.open("wb") as full:
        command = [sys.executable, "-m", "workshop", "show", file]
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert ran.returncode == 1
    assert sentence(ran.stderr.decode()).startswith("The disk is full, so “standard output”")


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
def test_a_device_is_not_replaced_by_an_export(file, tmp_path):
    (tmp_path / "out.csv").symlink_to(FULL)
    ran = program("export", file, tmp_path / "out.csv")
    assert ran.returncode == 1
    sentence(ran.stderr.decode())
    assert FULL.is_char_device()


@pytest.mark.skipif(not POSIX, reason="needs signals")
def test_an_interrupt_while_waiting_for_input_stops_cleanly(file):
    command = [sys.executable, "-m", "workshop", "import", file, "-"]
    ran = subprocess.Popen(
        command,
        bufsize=0,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with ran:
        # More than a pipe holds: once it is written, the program has begun to read.
        ran.stdin.write(b"Sign forms\n" * 100_000)
        ran.send_signal(signal.SIGINT)
        # A signal right before a read waits for its end: so give it more until it has stopped.
        with suppress(BrokenPipeError):
            while ran.stdin.write(b"Sign forms\n" * 1_000):
                pass
        out = ran.stdout.read()
        error = ran.stderr.read()
    assert (ran.returncode, out) == (1, b"")
    assert error.decode().strip() == "Stopped."
