from . import story
from . import story_council
from . import story_dossiers
