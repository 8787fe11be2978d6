"""`./makul registry` shows what a list changes, loads it once, and refuses a bad file in one sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from makul.command import main
from makul.parties.models import ListEdition, Territory

pytestmark = pytest.mark.django_db
LIST = """\
# title: Short list
# edition_on: 2026-01-01
# source: by hand
# covers: country
code,kind,name_ru,parent_code
41700000000000,country,Страна,
"""


def test_the_lists_that_come_with_makul_load_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["registry", "load"]) == 0
    assert "545 territories, loaded." in capsys.readouterr().out
    assert main(["registry", "load", "--json"]) == 0
    assert [one["is_new"] for one in json.loads(capsys.readouterr().out)["lists"]] == [False, False]


def test_a_dry_run_shows_and_loads_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "list.csv"
    file.write_text(LIST)
    assert main(["registry", "import", str(file), "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("added: 1\n  41700000000000 country Страна\n")
    assert said.endswith("Nothing was loaded.\n")
    assert Territory.objects.count() == 0


def test_a_newer_list_is_loaded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "list.csv"
    file.write_text(LIST)
    assert main(["registry", "import", str(file), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["loaded"], len(found["added"])) == (True, 1)
    assert main(["registry", "import", str(file)]) == 0
    assert "was loaded before" in capsys.readouterr().out
    assert ListEdition.objects.count() == 1


def test_a_bad_file_gets_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "list.csv"
    file.write_text(LIST.replace("41700000000000", "4.17E+13"))
    assert main(["registry", "import", str(file)]) == 2
    assert main(["registry", "import", str(tmp_path / "none.csv")]) == 2
    said = capsys.readouterr().err.splitlines()
    assert [line.startswith("makul: ") for line in said] == [True, True]


def test_boundaries_are_loaded_from_geojson(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (list_file := tmp_path / "list.csv").write_text(LIST)
    assert main(["registry", "import", str(list_file), "--yes"]) == 0
    ring = [[69, 39], [80, 39], [80, 43], [69, 39]]
    shape = {"type": "Polygon", "coordinates": [ring]}
    places = [
        {"type": "Feature", "properties": {"soate": code}, "geometry": shape}
        for code in ("41700000000000", "1")
    ]
    file = tmp_path / "map.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": places}))
    command = ["registry", "boundaries", str(file), "--source", "by hand"]
    capsys.readouterr()
    assert main([*command, "--code", "soate", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"loaded": 1, "unknown": ["1"]}
    assert main(command) == 2
    assert "--code" in capsys.readouterr().err
