from . import emulation_document
