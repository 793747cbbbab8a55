"""Files of earlier versions open, whole, in this one."""

from pathlib import Path
from shutil import copyfile

import pytest

from tests.sessions import full_session
from workshop.session import Session
from workshop.store import SCHEMA_VERSION
from workshop.store.checking import check

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_a_file_of_an_earlier_version_opens_whole(tmp_path, version):
    path = tmp_path / "s.gather"
    copyfile(FIXTURES / f"version-{version}.gather", path)
    with Session.open(path, read_only=True) as session:
        assert session.state == full_session()
    with Session.open(path) as session:
        assert session.state == full_session()
        assert [draft.text for draft in session.drafts()] == ["Half a text"]
    assert check(path) == []
