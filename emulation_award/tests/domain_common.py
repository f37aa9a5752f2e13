"""What the property tests of the pure rules share."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

# A slow machine is no bug, and a test run leaves nothing behind in the folder Odoo runs in.
exactly = settings(deadline=None, database=None)
set_hypothesis_home_dir(Path(tempfile.gettempdir()) / 'hypothesis')
