"""`python -m miss` is the `miss` command."""

import sys

from .cli import main

sys.exit(main())
