"""`python -m makul.command`: the same as `./makul`."""

import sys

from makul.command import main

sys.exit(main())
