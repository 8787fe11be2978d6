"""`./makul case export` writes an evidence file that verifies, or says in one sentence why not."""

import pytest
from django.utils import timezone

from makul.command import main
from makul.journal import actions
from tests.scene import build_scene, submitted


@pytest.fixture
def recorded(db, settings, tmp_path):
    settings.MAKUL_VAR = tmp_path / "var"
    actions.record(subject="case:0", action="noted", party="desk", at=timezone.now())
    return tmp_path


@pytest.mark.parametrize("words", [[], ["export"], ["export", "1"], ["import", "1", "x"]])
def test_a_wrong_call_is_one_sentence_and_two(words, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["case", *words])
    assert ended.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_case_that_is_not_there_is_said_and_no_file_is_left(recorded, capsys):
    assert main(["case", "export", "2026-9999", str(recorded / "out.zip")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (recorded / "out.zip").exists()


def test_the_evidence_of_a_case_verifies_by_its_own_program(db, settings, tmp_path, capsys):
    settings.MAKUL_VAR = tmp_path / "var"
    case = submitted(build_scene(bodies=1))
    out = tmp_path / "evidence.zip"
    assert main(["case", "export", case.number, str(out)]) == 0
    assert main(["journal", "verify-evidence", str(out)]) == 0
