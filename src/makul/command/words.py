"""What the command line says of an error: what, why and what to do next, in one sentence."""

from __future__ import annotations

from makul.core.errors import MakulError

SENTENCES: dict[str, str] = {
    "no_database": "there is no data here yet: run ./makul demo or ./makul manage migrate first",
    "not_verifiable": "nothing could be verified: {why}",
    "journal_empty": "the journal is empty: there is nothing to sign yet",
    "nothing_recorded": "nothing is recorded under {subject}: check the number",
    "no_checkpoint": "no checkpoint covers these entries yet: run ./makul journal checkpoint first",
    "bad_document_name": "{name!r} cannot be the name of a document in the evidence file",
    "bad_journal_key": "the key of the journal is not 32 bytes in base64: see MAKUL_JOURNAL_KEY or journal.key",
    "not_canonical": "{value} cannot be recorded: only text, whole numbers, yes and no, lists and tables of them",
    "no_time_zone": "the moment {at} says no time zone: give one",
    "no_transaction": "an entry was to be recorded outside a transaction: this is a fault of the program",
    "no_such_entry": "there is no entry {number} among {size}",
    "no_such_size": "there is no checkpoint over {size} entries: the journal holds {largest}",
    "no_postgres": "PostgreSQL's server programs (initdb, postgres) are not found: install them",
    "postgres_failed": "PostgreSQL could not be started for the tests: {why}",
    "port_in_use": "port {port} is in use by another program: stop it, or choose one with --port",
    "port_wrong": "{port} is not a port: give a number from 1 to 65535",
    "demo_runs": "the demonstration already runs here (process {pid}): stop it first with Ctrl-C",
    "not_our_database": "--reset deletes only Makul's own SQLite file, and MAKUL_DATABASE names another",
    "no_file": "{path} is not there or cannot be read; check the name",
    "not_json": "{path} is not valid JSON: {why}",
    "no_write": "{path} cannot be written: choose a folder that exists and that you may write to",
    "too_big": "{name} is {size_mb} MB and the limit is {limit_mb} MB: take pictures and annexes out of it",
    "too_long": "{name} has {paragraphs} paragraphs and the limit is {limit}: hand it in by parts",
    "empty_file": "{name} is empty: choose the file again",
    "empty_text": "{name} holds no text, only pictures or blank pages perhaps: hand in the text itself as .docx",
    "legacy_doc": "{name} is an old Word file (.doc) and cannot be read reliably: open it in Word and save it as .docx",
    "rtf_file": "{name} is a rich text file (.rtf) and cannot be read reliably: open it in Word and save it as .docx",
    "pdf_only": "{name} is a PDF, in which superscripts and numbers are lost: hand in the Word file (.docx) it was made from",
    "encrypted": "{name} is protected by a password: remove the password in Word and save it again",
    "broken_file": "{name} is damaged or no Word file at all: open it in Word and save it again as .docx",
    "zip_bomb": "{name} unpacks to far more than a document holds and was not opened: save the text anew as .docx",
    "unsafe_xml": "{name} carries declarations no Word file has and was not opened: save the text anew as .docx",
    "tracked_changes": "{name} has {count} tracked changes, so its text is not settled: accept or reject them all in Word (Review), then hand it in",
    "unknown_kind": "{name} is neither a Word file (.docx) nor plain text (.txt): save the act as .docx",
    "no_amendments": "{name} amends no other act, or not in words that are known: for two versions use 'act compare'",
    "table_row": "row {number} of a table has not {columns} cells: give each row one cell a column",
    "pdf_failed": "the PDF could not be written: {why}; try --docx, the Word file holds the same",
    "no_days_off": "no list of days off for {year}: add law/days_off/{year}.yaml with its source",
    "bad_term": "a term of {n} days or months cannot be reckoned: give 1 or more",
    "bad_moment": "{text!r} is not a moment: write it like 2026-03-02T10:00 (Asia/Bishkek)",
    "no_edition": "there is no edition {edition!r} of the Order here: the one there is is 2026-proposed",
    "no_parameter": "the law sets no {key} for {on}: add its edition to law/parameters with its source",
    "unknown_parameter": "the law knows no parameter {key!r}: see law/parameters",
    "unknown_source": "no source stands under {key!r}: add it to law/sources.yaml",
    "unknown_item": "the Order has no sentence under {key!r}",
    "unknown_term": "the terms lack {key!r}: an edition needs every term of the Order",
    "unknown_track": "there is no track {track!r}: it is ordinary or short",
    "unknown_word": "the glossary has no word under {key!r}: add it to law/glossary.yaml",
    "remarks_lost": "these filed remarks stand in no row: {remarks}; put each into a row, nothing may be dropped",
    "remarks_twice": "these remarks stand in more than one row: {remarks}; leave each in one row",
    "remarks_unknown": "these remarks were not filed in this case: {remarks}; take them out of the rows",
    "objection_softened": "row {row} holds an objection and is marked a proposal; mark it an objection",
    "minority_merged": "row {row} is a minority opinion and holds several remarks; give each its own row",
    "unknown_stance": "{party} has the stance {stance}; it may be agreed, agreed_with_remarks, not_agreed or not_affected",
    "not_som": "{text} is not a sum in whole som; write digits only, for example 60 000",
    "bad_weights": "a sum cannot be shared out by these weights; give weights of zero or more, not all zero",
    "territories_too_big": "the list of territories is larger than {limit_mb} MB; leave only the territories in it",
    "territories_not_csv": "this is not a CSV file; open it in a spreadsheet and save it as CSV UTF-8",
    "territories_not_utf8": "the letters of this file cannot be read; save it again as CSV UTF-8",
    "territories_no_heading": "the line '# {name}: ...' is missing above the table; add it as docs/registry.md shows",
    "territories_empty": "the list has no territories; add a line of column names and a line for each territory",
    "territories_unknown_column": "line {line}: the column {value} is not known or stands twice; the columns are {known}",
    "territories_no_column": "line {line}: the column {name} is missing; add it to the table",
    "territories_too_many_cells": "line {line} has more than {columns} cells; put quotes around text that holds a comma",
    "territories_bad_code": "line {line}: {value} is not a code; write its 14 digits as text",
    "territories_code_as_number": "line {line}: the spreadsheet turned a code into the number {value}; format the column as text and enter the codes again",
    "territories_bad_kind": "line {line}: {value} is not a kind of territory; the kinds are {kinds}",
    "territories_no_name": "line {line}: {value} has no name in Kyrgyz or in Russian; give at least one as the list has it",
    "territories_too_long": "line {line}: {column} is longer than {longest} letters; shorten it",
    "territories_bad_date": "line {line}: {value} in {column} is not a day; write it like 2025-10-31",
    "territories_days_reversed": "line {line}: {value} ends before it begins; correct valid_from or valid_to",
    "territories_code_twice": "line {line}: the code {value} already stands in line {first_line}; leave one of them",
    "territories_no_parent": "line {line}: the parent {parent} of {value} is not in the list; add it or correct the code",
    "territories_circle": "line {line}: {value} stands, through its parents, inside itself; correct its parent",
}


def say(error: MakulError) -> str:
    """One sentence for `error`; an unknown code is shown as it is, with its parameters.

    >>> from makul.core.errors import BadInput
    >>> say(BadInput("no_file", path="x.json"))
    'x.json is not there or cannot be read; check the name.'
    """
    template = SENTENCES.get(error.code)
    return f"{template.format(**error.params)}." if template else f"{error}."
