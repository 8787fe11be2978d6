"""A server of our own answers while it is wanted, and leaves neither process nor folder."""

from __future__ import annotations

import psycopg
import pytest

from makul.command import postgres


@pytest.mark.skipif(
    postgres.programs() is None, reason="PostgreSQL's server programs are not found"
)
def test_a_server_comes_and_goes() -> None:
    with postgres.server() as address:
        url = address.removesuffix("/makul") + "/postgres"
        with psycopg.connect(url) as connection:
            folder = connection.execute("SHOW data_directory").fetchone()
            assert connection.execute("SHOW server_encoding").fetchone() == ("UTF8",)
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)
    assert folder is not None
    from pathlib import Path

    assert not Path(folder[0]).parent.exists()


def test_root_runs_it_as_someone_else() -> None:
    import os

    assert (postgres.unprivileged() is None) == (os.geteuid() != 0)
