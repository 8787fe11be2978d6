"""Each figure that is counted has its words, and no words stand without a figure."""

from makul.core.conduct import figures_of
from makul.portal.measures import MEASURES


def test_every_figure_is_named_and_explained() -> None:
    assert list(MEASURES) == list(figures_of([]))
    assert all(str(one.name) and str(one.counted).endswith(".") for one in MEASURES.values())
