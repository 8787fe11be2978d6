"""Cases at several points of their way, shared with the tests of the public pages."""

from tests.cases.views.public.conftest import (  # noqa: F401 - fixtures are used by name
    bypassed,
    empty,
    finished,
    read,
    running,
    scene,
)
