"""What is raised when a caller or its data is wrong; a broken rule is a Finding instead."""


class RuleError(ValueError):
    """The rule cannot be applied to this input: a programming or data error."""


class UnknownCodeError(RuleError):
    """A finding carries a code that no message exists for."""


class UnknownWordError(RuleError):
    """A word is not in the closed list it should come from."""


class NaiveMomentError(RuleError):
    """A moment comes without its time zone, so no calendar day can be told from it."""


class DaysError(RuleError):
    """A list of days is not a list of whole, non-negative numbers."""


class FileTypeError(RuleError):
    """A file type is asked for that no content can be compared with."""


class QuotaError(RuleError):
    """A quota is not exactly one of a number and a ratio, or its bounds contradict."""


class MajorityError(RuleError):
    """A majority is not a share between nothing and everything, or its votes exceed it."""


class QuorumError(RuleError):
    """A quorum is not exactly one of a number and a share, or its head count contradicts itself."""


class TallyError(RuleError):
    """A vote is on somebody who does not stand, or two counts list different candidates."""


class SeatsError(RuleError):
    """Seats contradict themselves, or are given to who may not have them."""


class UnknownOperationError(RuleError):
    """No such operation exists on a nomination."""


class TransitionError(RuleError):
    """An operation is carried out in a state it is not open to."""


class NotCanonicalError(RuleError):
    """A value has no single canonical text, so its digest would prove nothing."""


class KeptDocumentError(RuleError):
    """What was kept of a document cannot be read as one."""


class NumberError(RuleError):
    """A number has no words: it is negative, not whole or too large."""


class PackageError(RuleError):
    """A file would lie in a package under a name that is unsafe or taken."""


class PrizeError(RuleError):
    """A prize is asked for from figures that make none."""


class TableError(RuleError):
    """A file is no list that can be read, or a cell is not what its column holds.

    :param code: what is wrong (a code of domain/findings.py)
    :param params: figures of that message
    """

    def __init__(self, code, params=None):
        super().__init__(code)
        self.code = code
        self.params = params or {}
