"""The few errors of the house: each carries a code and its parameters, the words are said elsewhere."""


class MakulError(Exception):
    """An error a person can act on.

    `code` names what went wrong (`no_days_off`), `params` fill the sentence that `web` or `command`
    says about it.

    >>> error = BadInput("file_too_big", size_mb=40, limit_mb=20)
    >>> error.code, error.params["limit_mb"]
    ('file_too_big', 20)
    """

    def __init__(self, code: str, **params: object) -> None:
        self.code = code
        self.params = params
        detail = ", ".join(f"{name}={value}" for name, value in params.items())
        super().__init__(f"{code} ({detail})" if detail else code)


class NotAllowed(MakulError):
    """The one who asks has no standing: wrong role, no mandate, a mandate that has ended."""


class BadInput(MakulError):
    """What was handed in cannot be used as it is."""


class LawGap(MakulError):
    """The law says nothing for that day: no edition, no parameter, no list of days off."""


class BrokenChain(MakulError):
    """The journal does not hold together at the entry named in `number`."""
