"""The demonstration's draft on street lighting as its authors would hand it in: Word files and sheets."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml
from docx import Document

from makul import web

FOLDER = Path(str(web.__file__)).parent / "demonstration" / "data" / "lighting"
TITLE = {
    "ky": "Калктуу конуштардын көчөлөрүн жарыктандыруу реестри жөнүндө",
    "ru": "О реестре уличного освещения населённых пунктов",
}
SUMMARY = {
    "ky": "Ар бир айыл аймагы жана шаар көчө жарыгынын реестрин жүргүзөт.",
    "ru": "Каждый айылный аймак и город ведёт реестр уличного освещения.",
}
ARTICLE = re.compile(r"(Статья \d+\.|\d+-берене\.)")
# What the bodies say of article 7 and what becomes of it, each in the language of the walk.
ON_TERM = {
    "ky": "Үч күндүн ичинде оңдоого мүмкүн эмес: электрик бүт районго бирөө.",
    "ru": "Устранить за три дня нельзя: электрик один на весь район.",
}
ON_TERM_TOO = {
    "ky": "Үч күндүн ичинде оңдоого мүмкүн эмес, кышында ашуу жабылат.",
    "ru": "Устранить за три дня нельзя, зимой перевал закрыт.",
}
FIVE_DAYS = {
    "ky": "2. Бузуктук билдирилген күндөн тартып беш жумуш күнүнүн ичинде жоюлат.",
    "ru": "2. Неисправность устраняется в течение пяти рабочих дней со дня сообщения.",
}
THREE_DAYS = {
    "ky": "2. Бузуктук билдирилген күндөн тартып үч календардык күндүн ичинде жоюлат.",
    "ru": "2. Неисправность устраняется в течение трёх календарных дней со дня сообщения.",
}


def data(name: str) -> Any:
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


def text(name: str, language: str) -> str:
    return (FOLDER / f"{name}_{language}.txt").read_text(encoding="utf-8")


def adopted(language: str) -> str:
    """The draft as it was adopted in this walk: article 7 says what the local side asked for."""
    changed = text("draft", language).replace(THREE_DAYS[language], FIVE_DAYS[language])
    assert FIVE_DAYS[language] in changed
    return changed


def word_file(folder: Path, name: str, body: str) -> Path:
    """A Word file written as an office would: a paragraph a line, articles in bold."""
    document = Document()
    for line in body.splitlines():
        if line.strip():
            run = document.add_paragraph().add_run(line.strip())
            run.bold = bool(ARTICLE.match(line.strip()))
    path = folder / name
    document.save(str(path))
    return path
