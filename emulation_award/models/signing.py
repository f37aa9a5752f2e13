"""By what right a document is signed, as fields have it (domain/signing.py)."""

from ..domain.signing import Signing

SIGNING_MODES = [
    ('direct', 'The head'),
    ('for_head', 'KT. – deputy for the head'),
    ('acting', 'Q. – acting head'),
    ('by_order', 'TL. – by order'),
    ('by_authorisation', 'TUQ. – by authorisation'),
    ('for_collective', 'TM. – for a collective'),
]
#: Those that name in whose stead.
FOR_ANOTHER = ('for_head', 'by_order', 'by_authorisation', 'for_collective')


def signing_of(document):
    """Who signs a decision or letter and by what right, as its fields say."""
    return Signing(
        document.signing_mode,
        document.head_title or '',
        document.signatory_title or '',
        document.signatory_name or '',
    )
