"""A process in which one body drafts and files its position again and again, until it is killed."""

import sys
from datetime import datetime, timedelta
from itertools import count

from tests.faults.process import set_up, tell


def file_without_end(number: str, key: str, at: datetime) -> None:
    from makul.cases.actions.positions import (
        PositionInput,
        RemarkInput,
        draft_position,
        file_position,
    )
    from makul.cases.models import Case
    from makul.parties.models import Mandate

    case = Case.objects.select_related("agreement").get(number=number)
    offices = {one.may_sign: one for one in Mandate.objects.filter(party__key=key)}
    for turn in count():
        now = at + timedelta(seconds=turn)
        remark = RemarkInput("art_3__part_1", "objection", f"Каражат каралган эмес, {turn}")
        content = PositionInput("not_agreed", "ky", f"{turn}", [remark])
        position = draft_position(case=case, content=content, actor=offices[False], now=now)
        file_position(position=position, actor=offices[True], now=now)
        tell(position.pk)


if __name__ == "__main__":
    set_up()
    file_without_end(sys.argv[1], sys.argv[2], datetime.fromisoformat(sys.argv[3]))
