"""What each refusal of a special protocol says to a person: what happened, why, and what to do next."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    "special_opened": _(
        "The special protocol for {year} runs already: it is case {number}. Open that case; a second one for the same year cannot be opened."
    ),
    "bill_of_other_world": _(
        "Bill {number} and the body do not belong together: one of them is a demonstration. Choose another bill."
    ),
    "not_your_item": _(
        "Item {number} was put by the other side. Only that side changes it; state your position on it instead."
    ),
    "no_subject": _("Write the question in Kyrgyz or in Russian, best in both."),
    "unknown_kind_of_item": _(
        "There is no kind of relation “{kind}”. Choose one of: equalising, stimulating, target, delegated, taxes, other."
    ),
    "unknown_basis": _(
        "The act “{basis}” is not in the list. Leave the basis empty and describe it in words."
    ),
    "too_many_items": _("One protocol holds at most {limit} items. Put alike questions together."),
    "item_tabled": _(
        "Item {number} is tabled and stands as it was tabled. Table another one beside it, or say at the sitting that it is withdrawn."
    ),
    "other_year": _(
        "A sum was named for {year}, which this protocol does not speak of. Name it for one of its years."
    ),
    "no_items": _("There is no drafted item to table. Write one first, or take them from a table."),
    "own_item": _(
        "Item {number} is of your own side; your position on it was tabled with it. Answer the items of the other side."
    ),
    "item_not_tabled": _("Item {number} has not been tabled yet, so there is nothing to answer."),
    "position_filed": _(
        "Your position on item {number} is filed and stands. What is new can be said at the sitting."
    ),
    "no_positions": _(
        "No position is drafted, so there is nothing to file. Write your position on an item first."
    ),
    "unknown_item": _("There is no item {key}. Load the page again."),
    "no_sums": _("No sum is named, so there is nothing to try. Name a sum for at least one item."),
    "unknown_outcome": _("Say what the sitting found on the item."),
    "sitting_recorded": _("The sitting is on record, and what it found stands."),
    "nothing_tabled": _("No item has been tabled yet, so there is nothing to put into a protocol."),
    "item_left_out": _(
        "No item may be left out: say what the sitting found on items {numbers} as well."
    ),
    "no_item_reasons": _("Item {number} is agreed without reasons. Write why this is recommended."),
    "no_solution_sum": _(
        "Item {number} is agreed without a sum for {year}. Name it; nought is a sum too."
    ),
    "no_difference": _(
        "Item {number} is not agreed: say wherein the positions differ, or what is recommended and why."
    ),
    "above_frame": _(
        "What is recommended is {over} som above the frame named. Lower a sum, or name a larger frame."
    ),
    "not_sat_yet": _(
        "The sitting has not been recorded yet, so there is nothing the board could vote on."
    ),
    "special_is_drawn": _("The protocol is drawn already and stands as it was drawn."),
    "special_not_drawn": _("The protocol has not been drawn up yet. Draw it first."),
    "sign_first": _(
        "Only a side that has signed closes the protocol alone. Sign it first, or refuse."
    ),
    "nobody_awaited": _("All have signed or refused, so there is nothing to close."),
    "no_bill": _(
        "The bill on the budget is not named. Choose it from the register; if it is not there yet, import it first."
    ),
    "special_is_attached": _("The protocol lies in the dossier of the bill already."),
    "no_law_number": _("Write the number of the law."),
    "budget_is_adopted": _("The adoption of the law on {on} is on record already."),
    "not_adopted_yet": _(
        "The law has not been recorded as adopted, so nothing can be said to be given. Record the adoption first."
    ),
    "given_left_out": _(
        "Say of items {numbers} as well what was given: a sum, nought, or words why it is not known."
    ),
    "items_too_big": _("The table is larger than {limit_mb} MB. Divide it."),
    "items_not_text": _("The table is not text in UTF-8. Save it as “CSV UTF-8” and try again."),
    "items_no_column": _(
        "The table has no column “{column}”. Its first line names the columns; take the example as a pattern."
    ),
}
