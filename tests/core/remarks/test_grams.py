"""Texts as vectors: the same words lie together, strange words apart, whatever the spelling."""

from __future__ import annotations

import numpy as np
import pytest

from makul.core.remarks.grams import COLUMNS, plain, vectors


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("«3. Мөөнөтү – ҮЧ күн.»", "3 мооноту уч кун"),
        ("Учёт, учет!", "учет учет"),
        ("жаӊы жаңы", "жаны жаны"),
        ("Й и\u0306", "й й"),
        (" ... ", ""),
    ],
)
def test_words_are_compared_plainly(text: str, words: str) -> None:
    assert plain(text) == words


def test_a_text_is_a_vector_of_length_one_and_an_empty_one_of_none() -> None:
    rows = vectors(["бир жолу", ""], places=["art_1", "art_1"]).of(0, 2)
    assert rows.shape == (2, COLUMNS)
    assert np.linalg.norm(rows, axis=1).round(5).tolist() == [1.0, 0.0]


def test_likeness_falls_from_the_same_words_to_strange_ones() -> None:
    texts = [
        "реестр жылына бир жолу",
        "жылына бир жолу реестр",
        "реестр жылына эки жолу",
        "чек ара",
    ]
    rows = vectors(texts, places=["art_1"] * 4).of(0, 4)
    same, near, far = (rows[0] @ rows[1:].T).tolist()
    assert same == pytest.approx(1)
    assert 0.4 < near < 0.95
    assert abs(far) < 0.1


def test_no_texts_give_no_vectors() -> None:
    assert vectors([], places=[]).of(0, 0).shape == (0, COLUMNS)
