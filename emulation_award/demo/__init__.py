from . import story
from . import story_council
from . import story_dossiers
from . import story_decisions
from . import story_submissions
