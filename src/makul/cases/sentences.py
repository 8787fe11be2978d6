"""What each refusal of the common table says to a person: what happened, why, and what to do next."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    # positions and remarks
    "no_stance": _(
        "Choose your stance first: a position of one word is valid, without it there is none."
    ),
    "unknown_provision": _(
        "Remark {number} names a provision that the draft does not have. Choose it from the list again."
    ),
    "empty_remark": _("Remark {number} says nothing. Write what should change, or remove it."),
    "too_many": _("There are more than {limit} remarks. Put alike ones together."),
    "bad_sum": _("The sum in remark {number} is not possible. Write whole som, without tyiyn."),
    "replace_term_over": _(
        "Your position {receipt} can no longer be replaced: its term is over. It stays in the case as it is."
    ),
    "form_of_other_case": _(
        "This form belongs to the case {found}, and you are answering {number}. Open the answer of that case, or download the form of this one."
    ),
    "form_of_other_body": _(
        "This form was made for another body. Download the form again under your own mandate and fill it in."
    ),
    "not_a_form": _(
        "No table of the form was found in this file. Download the form as a Word file (.docx), fill it in and send that one; its titles must stay."
    ),
    "not_a_draft": _("This position is filed already; nothing is left to sign."),
    "not_your_position": _(
        "This is another body's position. Open your own from the page of the case."
    ),
    "not_in_the_case": _(
        "This body does not take part in the case. It may declare itself affected, and then answer."
    ),
    "not_a_local_body": _("Only a body of local self-government may declare itself affected."),
    # the board of an association
    "no_draft": _("There is no draft of your own here. Keep the opinion as a draft first."),
    "no_document": _("Write the number and the day of the board's decision."),
    "no_board": _(
        "No mandate of the association is marked as a member of the board. Mark them on the page of the association in the register."
    ),
    "vote_runs": _(
        "The vote of the board still runs. Wait until everyone has voted or its time is over."
    ),
    "vote_over": _("The vote is over; what was cast until then counts."),
    "text_voted_changed": _(
        "The draft has changed since it was put to the board. The one who drafts puts it to the vote anew."
    ),
    "unknown_choice": _("Choose: for, against or abstained."),
    "board_awaited": _(
        "The board has not given its word on this draft. Put it to the vote, name its standing mandate, or choose to sign without the board; that is put on record."
    ),
    # reminders
    "nobody_to_remind": _(
        "Nobody is left to remind: all have answered, have not been told yet, or were reminded today."
    ),
    # rows
    "nothing_chosen": _("No remark is ticked. Tick those that say the same, then merge."),
    "not_filed_here": _(
        "One of the remarks is no longer filed in this case: its body has replaced its position. Load the page again."
    ),
    "already_answered": _("The ministry has answered this row already, so it stays as it is."),
    "not_a_row_here": _("There is no such row in this case. Load the page again."),
    "not_the_author": _("Row {row} has another author, and only the author may drop it."),
    "opinions_awaited": _(
        "The association may still merge the remarks: wait for its opinion or for the end of its term."
    ),
    # replies
    "no_reason": _(
        "Row {row} needs a reason: a norm, a reckoning or a fact. Write it in Kyrgyz or in Russian."
    ),
    "already_published": _("The reply to row {row} is published and can no longer be changed."),
    "nothing_to_publish": _("There is no draft of a reply. Write one first."),
    "no_row_ticked": _("No row is ticked. Tick the rows in the list, then choose what to do."),
    "too_many_rows": _(
        "{rows} rows are ticked; at most {limit} are answered at once. Tick fewer, or filter the list first."
    ),
    "not_a_colleague": _(
        "This office is not of your body, or its mandate has ended. Choose another."
    ),
    "template_name_taken": _("There is a template “{name}” already. Choose another name."),
    "no_template_words": _("Write the words of the template, in Kyrgyz or in Russian."),
    "not_your_template": _("This template belongs to another body."),
    "no_new_version": _(
        "There is no new version of the draft yet. Submit the changed draft first."
    ),
    "not_in_version": _(
        "Row {row}: version {version} has no such provision. Choose it from the list again."
    ),
    # meeting
    "nothing_unsettled": _("No row is unsettled, so no meeting is needed."),
    "in_the_past": _("The day and hour are past. Choose a time still to come."),
    "not_on_consent": _("Row {row} is not in the consent list: it is discussed anyway."),
    "not_held": _("The meeting was not held yet, so there are no minutes to correct."),
    "was_not_present": _(
        "Your body was not present at this meeting, and only those present may correct its minutes. You may say what you think in the case itself."
    ),
    "protocol_is_signed": _(
        "A side has signed the protocol, so the minutes stand as they are. What you wish to add goes into a dissent or a complaint."
    ),
    "nothing_said": _("Write what you said and how it should stand in the minutes."),
    "already_held": _("This meeting is on record already. Invite to another one."),
    # protocol
    "protocol_drawn": _(
        "The protocol is drawn already; what was drawn first stands. Open it to sign."
    ),
    "text_changed": _(
        "The protocol is not the one you were shown. Load the page again, open the file and read it before you sign."
    ),
    "signature_not_valid": _("The signature cannot be verified. Sign in anew and repeat."),
    "no_reason_given": _("Say why you refuse: the reason is attached to the protocol."),
    "already_signed": _("Your side has signed already; a signature is not taken back."),
    "already_refused": _("Your side has refused already; write a new position to the facilitator."),
    # statements and outcomes
    "no_words": _("Write the words: without them the step says nothing."),
    "unknown_change": _("Say whether the change is substantial or minor."),
    "no_file_given": _("Choose the file with the new text."),
    "case_closed": _("Case {number} is closed, and nothing more can follow there."),
    "in_the_future": _("The day is still to come. Write when it was done."),
    "rows_left_out": _("These rows have no result yet: {rows}. Each row is compared."),
    "no_title": _("Write the title, in Kyrgyz or in Russian."),
    "no_decider": _("Choose who will decide on the draft."),
    "two_roles": _("One body was named in two roles. Each takes part in one role only."),
    "unknown_case": _("There is no case {number}. Look it up by its title."),
}
