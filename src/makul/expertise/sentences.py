"""What each refusal in an expertise says to a person: what happened, why, and what to do next."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    # the register
    "not_an_expert": _(
        "This body is no expert. Enter it as an expert first, then into the register."
    ),
    "expert_twice": _("This expert is on the register already. Change the entry that is there."),
    "no_fields": _("Choose at least one field of knowledge and one language."),
    "unknown_field": _("There is no such field of knowledge or language. Choose from the list."),
    "no_suspension_reason": _("Write why the place is suspended: the reason is public."),
    # the order and the experts
    "nothing_to_examine": _("Name the bill or the draft the expertise is of."),
    "nobody_answers": _(
        "Nobody would answer the opinion. Name the initiator, or the committee on the bill."
    ),
    "no_facilitator": _(
        "There is no facilitator in Makul who keeps the register of experts. Ask the operator to enter one."
    ),
    "expert_suspended": _(
        "The place of this expert on the register is suspended, so the expert cannot be appointed. Choose another."
    ),
    "already_appointed": _("This expert was appointed here already. Choose another."),
    "too_many_experts": _("No more than {limit} experts are appointed to one expertise."),
    "not_appointed": _(
        "The body you act for is not among the experts of this expertise, or was recused. Change to another mandate at the top of the page, if you hold one."
    ),
    "already_declared": _("You have declared your interests here already; it is on record."),
    "not_your_order": _("Only the one who ordered the expertise revokes it."),
    # materials
    "already_asked": _("Materials were asked for already; they are asked for once, all together."),
    "not_asked": _("The experts have asked for no materials here, so there is nothing to hand in."),
    # the worksheet and the opinion
    "unknown_question": _("The method has no such question. Load the page again."),
    "unknown_answer": _("There is no such answer. Choose one of those on the page."),
    "unknown_kind_of_body": _("There is no such kind of body. Choose one of those on the page."),
    "estimate_order": _(
        "The three estimates are not in order: {low}, {likely}, {high} som. The low one is not above the likely, nor the likely above the high."
    ),
    "cost_twice": _("One kind of body stands twice with the same term. Leave one line of it."),
    "verdict_signed": _(
        "The opinion is signed already and no longer changes. An expert who does not agree may dissent."
    ),
    "no_reasons": _("Write the reasons of the verdict, in Kyrgyz or in Russian."),
    "no_wording": _(
        "A verdict with changes needs a proposed wording for what is to be changed. Add one, or choose another verdict."
    ),
    "not_the_lead": _(
        "The leading expert signs the opinion. You may dissent from it when it is signed."
    ),
    "not_answered": _(
        "The initiator has not answered the opinion yet and the term still runs, so there is nothing to deliberate on again."
    ),
    "no_verdict": _("There is no signed opinion yet. Come back when the experts have given it."),
    "already_dissented": _("Your dissent is on record already."),
    "no_answer_asked": _("This opinion asks for no answer."),
    "answered_already": _("The opinion has been answered already; the answer is on record."),
    "not_your_answer": _(
        "The initiator of the draft answers the opinion, not the body you act for."
    ),
    "already_attached": _("The opinion lies in the dossier already."),
}
