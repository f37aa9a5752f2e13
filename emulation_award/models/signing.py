"""By what right a document is signed, as a field offers it (domain/signing.py)."""

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
