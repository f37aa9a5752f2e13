from . import test_refusal
