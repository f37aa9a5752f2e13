"""What is raised when a caller or its data is wrong; a broken rule is a Finding instead."""


class RuleError(ValueError):
    """The rule cannot be applied to this input: a programming or data error."""


class UnknownCode(RuleError):
    """A finding carries a code that no message exists for."""


class UnknownWord(RuleError):
    """A word is not in the closed list it should come from."""


class NaiveMoment(RuleError):
    """A moment comes without its time zone, so no calendar day can be told from it."""


class BadDays(RuleError):
    """A list of days is not a list of whole, non-negative numbers."""


class BadQuota(RuleError):
    """A quota is not exactly one of a number and a ratio, or its bounds contradict."""


class BadMajority(RuleError):
    """A majority is not a share between nothing and everything."""


class UnknownOperation(RuleError):
    """No such operation exists on a nomination."""


class ForbiddenTransition(RuleError):
    """An operation is carried out in a state it is not open to."""


class NotCanonical(RuleError):
    """A value has no single canonical text, so its digest would prove nothing."""
