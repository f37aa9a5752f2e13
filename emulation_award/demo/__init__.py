from . import story
from . import story_dossiers
