"""What the property tests of the pure rules share."""

import os
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

#: Random examples per property that `make explore` asks for; none: the same ones in every run.
EXPLORED = int(os.environ.get('EMULATION_EXPLORE') or 0)

# A slow machine is no bug, and a test run leaves nothing behind in the folder Odoo runs in. A run
# that decides about a change takes the same examples each time: what it finds, the change did.
exactly = settings(
    deadline=None,
    database=None,
    derandomize=not EXPLORED,
    max_examples=EXPLORED or 100,
)
set_hypothesis_home_dir(Path(tempfile.gettempdir()) / 'hypothesis')
