"""The papers of a case, from its rows to what Word and PDF print: the protocol, the table of replies."""

from makul.cases.papers.protocol import protocol_paper
from makul.cases.papers.replies import replies_paper

__all__ = ["protocol_paper", "replies_paper"]
