import errno
import os

import pytest

from workshop.files import (
    FileError,
    WouldOverwriteError,
    os_error_sentence,
    read_file,
    shown,
    write_atomically,
)

CODES = [
    errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EISDIR,
    errno.ENAMETOOLONG, errno.EFBIG, errno.EIO, errno.EEXIST, errno.ENOENT, errno.ENOTDIR,
    errno.EINVAL, None,
]  # fmt: skip


@pytest.mark.parametrize("reading", [False, True])
@pytest.mark.parametrize("code", CODES)
def test_every_error_of_the_system_becomes_one_sentence_with_what_to_do(code, reading):
    error = OSError(code, os.strerror(code)) if code else OSError()
    sentence = os_error_sentence(error, "a.csv", reading=reading)
    assert "“a.csv”" in sentence
    assert ": " in sentence
    assert sentence.endswith(".")
    assert "{" not in sentence


def test_a_path_that_is_no_text_can_be_shown():
    assert shown("half \udcff\n\x1b[31m.csv") == "“half \ufffd \ufffd[31m.csv”"


def write(content: bytes):
    return lambda file: file.write(content)


def test_a_file_is_written_whole(tmp_path):
    path = tmp_path / "a.csv"
    write_atomically(path, write(b"new"), replace=False)
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_there_is_replaced_only_when_told(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    with pytest.raises(WouldOverwriteError):
        write_atomically(path, write(b"new"), replace=False)
    assert path.read_bytes() == b"old"
    write_atomically(path, write(b"new"), replace=True)
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), RuntimeError("bug")])
def test_what_fails_half_way_leaves_what_was_there(tmp_path, error):
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")

    def fail(file):
        file.write(b"half")
        raise error

    with pytest.raises((FileError, RuntimeError)):
        write_atomically(path, fail, replace=True)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_appears_while_another_is_written_is_kept(tmp_path):
    path = tmp_path / "a.csv"

    def slow(file):
        path.write_bytes(b"theirs")

    with pytest.raises(WouldOverwriteError):
        write_atomically(path, slow, replace=False)
    assert path.read_bytes() == b"theirs"


def test_a_file_too_large_is_not_read(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"12345")
    assert read_file(tmp_path / "a.csv", limit=5) == b"12345"
    with pytest.raises(FileError, match="is larger than"):
        read_file(tmp_path / "a.csv", limit=4)
