"""Who is let off a rule of the house, by name and with the reason; a reason gone takes its line along."""

# The stand-alone verifier must read the file it verifies (`python -m makul.core.journal verify FILE`).
CORE_READS_FILES = {"src/makul/core/journal.py"}

# Functions of actions whose writes do not end in exactly one entry: name -> why that is right.
ENTRIES: dict[str, str] = {
    "cases.actions.answering.assign_rows": "who of the house drafts a reply is its own affair, no fact of a case",
    "cases.actions.answering.drop_template": "a body's templates are its own tools, no fact of a case",
    "cases.actions.answering.keep_template": "a body's templates are its own tools, no fact of a case",
    "accounts.actions.link_identity": "an identity is personal and never enters the journal; it is logged by number",
    "accounts.actions.remove_factors": "what protects an account is no fact of a case; it is logged by number",
    "accounts.actions.set_email": "an address of a person never enters the journal; it is logged by number",
    "accounts.actions.set_open": "an account is no mandate: mandates end by their own entry",
    "bills.actions.answering.open_case_on_alert": "a case, its circle and its bill: each a fact of its own subject",
    "bills.actions.noticing.notice_pending": "a round over many bills: notice_event and notice_bill record each by itself",
    "bills.actions.taking_in.queue_file": "that a file waits is no fact of a bill; taking it in is recorded",
    "bills.actions.taking_in.take_in": "a file that tells nothing new changes nothing, so it has no entry; else one with its digest",
    "bills.actions.taking_in.take_queued": "a round over the files that wait: take_in records each by itself",
    "cases.actions.opening.join_case": "writes only where the seat is new, and then records it once",
    "cases.actions.protocols.draw_protocol": "remarks left over get their rows first: a fact of its own",
    "cases.actions.replies.publish_replies": "remarks left over get their rows first: a fact of its own",
    "cases.actions.reaching.note_reading": "that a case was opened is no fact of it, only a help to the desk",
    "cases.actions.reaching.remind_due": "a round over many cases: remind_in records each by itself",
    "cases.actions.step.judge": "what the judge says is no fact: it is reckoned again from the entries",
    "parties.actions.boundaries.load_boundaries": "what a map is drawn of is no fact of a case; its source stands beside it",
    "expertise.actions.verdict.attach_opinion": "the bill's dossier is told first: a fact of its own",
    "expertise.actions.worksheet.keep_costs": "the experts' working paper: it becomes a fact by the signature",
    "expertise.actions.worksheet.keep_findings": "the experts' working paper: it becomes a fact by the signature",
    "expertise.actions.worksheet.keep_verdict": "the experts' working paper: it becomes a fact by the signature",
    "notices.actions.note_opened": "that a letter was opened is no fact of a case, only a help to the desk",
    "notices.actions.try_delivery": "cases.actions.notifying.record_delivery records it in the case",
    "sittings.actions.agenda.add_item": "the register of bills is told first: a fact of its own",
    "sittings.actions.agenda.change_item": "the register of bills is told first: a fact of its own",
    "sittings.actions.committees.load_committees": "records once, and only where the list says something new",
    "sittings.actions.minutes.approve_minutes": "the dossier of each bill gets the minutes first: facts of their own",
    "sittings.actions.depositing.deposit_deemed": "a round over many sittings: deposit_minutes records each by itself",
    "sittings.actions.depositing.deposit_minutes": "the dossier of each bill gets the minutes first: facts of their own",
    "sittings.actions.depositing.keep_files": "only within approve_minutes and deposit_minutes, which record it",
    "sittings.actions.depositing.put_in_dossiers": "a round over the bills of a sitting: attach records each by itself",
    "sittings.actions.opining.release_opinion": "the dossier of the bill gets the opinion first: a fact of its own",
    "sittings.actions.reading.record_reading": "the register of bills is told first: a fact of its own",
    "sittings.actions.reading.trace_rows": "the register of bills is told first: a fact of its own",
    "budget.actions.answering.write_position": "a draft of a side: answer_items records what is filed",
    "budget.actions.items.drop_item": "a draft of a side: table_items records what is tabled",
    "budget.actions.items.write_items": "a draft of a side: table_items records what is tabled",
    "budget.actions.items.write_item": "a draft of a side: table_items records what is tabled",
    "budget.actions.sitting.settle_item": "a draft for the sitting: record_sitting records what it said",
    "budget.actions.signing.attach_special": "the register of bills is told first: a fact of its own",
    "portal.languages.actions.tell_gaps": "a round over many cases: tell_gap records each by itself",
    "portal.actions.rebuild_search": "a copy for the search, made anew from what is public: no fact of a case",
    "portal.actions.refresh_search": "a copy for the search, made anew from what is public: no fact of a case",
}

# Modules whose functions are tested through others: name -> where.
TESTED_ELSEWHERE: dict[str, str] = {
    "portal.api.urls": "tests/portal/api/test_contract.py and test_description.py ask every address",
    "portal.opendata.schemas": "tests/portal/opendata/test_views.py holds every column of every file",
    "command.worker": "tests/web/test_worker.py: the command only calls the worker",
    "command.demo": "tests/command/test_instance.py; whole, by whoever starts it",
}
