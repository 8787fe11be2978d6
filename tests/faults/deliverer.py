"""A worker that delivers letters into a folder; `deliver` stops before it records, `tick` goes round."""

import sys
import time
from datetime import datetime
from pathlib import Path

from tests.faults.process import set_up, tell


def work(what: str, folder: str, at: datetime) -> None:
    from makul.notices.post import FilePost
    from makul.web.worker import deliver, tick

    post = FilePost(Path(folder))
    if what == "deliver":
        tell(deliver(at, post=post))
        time.sleep(600)  # here it is killed: delivered, and not yet on record
    while True:
        tell("round")
        tick(at, post=post)


if __name__ == "__main__":
    set_up()
    work(sys.argv[1], sys.argv[2], datetime.fromisoformat(sys.argv[3]))
