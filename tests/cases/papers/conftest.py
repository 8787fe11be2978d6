"""Reads the tables of a paper as plain words."""

from __future__ import annotations

from makul.documents.paper import Paper, Table


def tables(paper: Paper) -> list[Table]:
    return [block for block in paper.blocks if isinstance(block, Table)]


def cells(table: Table) -> list[list[str]]:
    def text(cell: object) -> str:
        return cell if isinstance(cell, str) else "".join(run.text for run in cell)  # type: ignore[union-attr]

    return [[text(cell) for cell in row] for row in table.rows]
