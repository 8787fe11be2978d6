"""The tables of the municipal expertise, by what they hold."""

from makul.expertise.models.expert import Expert, InterestDeclaration
from makul.expertise.models.expertise import Appointment, Expertise
from makul.expertise.models.opinion import CostLine, Finding, Proposal, Verdict

__all__ = [
    "Appointment",
    "CostLine",
    "Expert",
    "Expertise",
    "Finding",
    "InterestDeclaration",
    "Proposal",
    "Verdict",
]
