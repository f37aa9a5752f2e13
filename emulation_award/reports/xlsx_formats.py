"""How cells of a workbook look: one format per kind of value and per kind of line."""

from ..domain.sheets import TEXTS, Kind

#: Number formats in Vietnamese; separators of thousands are the reader's own (1.410.000).
NUMBERS = {
    # Not '@' for long text: some versions of Excel show ##### beyond 255 characters of it.
    Kind.TEXT: 'General',
    Kind.CODE: '@',
    Kind.INTEGER: '#,##0',
    Kind.ORDINAL: '0',
    Kind.DECIMAL: '0.0###',
    Kind.MONEY: '#,##0',
    Kind.PERCENT: '0.0%',
    Kind.DATE: '[$-42A]dd/mm/yyyy',
}
ALIGNMENTS = {
    Kind.TEXT: 'left',
    Kind.CODE: 'center',
    Kind.ORDINAL: 'center',
    Kind.DATE: 'center',
    Kind.PERCENT: 'center',
    Kind.DECIMAL: 'center',
    Kind.INTEGER: 'center',
    Kind.MONEY: 'right',
}
CENTRED = {'align': 'center', 'valign': 'vcenter', 'text_wrap': True}
BOLD = {**CENTRED, 'bold': True}
#: Lines outside the table; sizes of Nghị định 30/2020/NĐ-CP, Phụ lục I.
LINES = {
    'body': CENTRED,
    'issuer': BOLD,
    'issuer_ruled': {**BOLD, 'underline': 1},
    'national': BOLD,
    'motto': {**BOLD, 'font_size': 13, 'underline': 1},
    'place_date': {**CENTRED, 'font_size': 13, 'italic': True},
    'title': {**BOLD, 'font_size': 14},
    'about': {**CENTRED, 'font_size': 13, 'italic': True},
    'header': {**BOLD, 'border': 1, 'bg_color': '#EDEDED'},
    'part': {'bold': True, 'text_wrap': True, 'valign': 'vcenter', 'border': 1},
    'total': {'bold': True, 'text_wrap': True, 'valign': 'vcenter', 'border': 1},
    'closing': {'italic': True, 'text_wrap': True, 'valign': 'vcenter'},
    'hint': {**CENTRED, 'italic': True},
}


class Formats:
    """The formats of one workbook, made when they are first needed."""

    def __init__(self, workbook):
        self._workbook = workbook
        self._made = {}

    def __getitem__(self, name: str):
        """The look of a line outside the rows."""
        return self._make(name, LINES[name])

    def cell(self, kind: Kind, *, is_guarded: bool = False):
        """The look of a cell in the rows.

        :param is_guarded: a text that could be run as a formula when somebody edits the cell
        """
        look = {
            'num_format': NUMBERS[kind],
            'align': ALIGNMENTS[kind],
            'valign': 'top',
            'border': 1,
            'text_wrap': kind in TEXTS,
            'quote_prefix': is_guarded,
        }
        return self._make((kind, is_guarded), look)

    def total(self, kind: Kind):
        """The look of a sum."""
        look = {'num_format': NUMBERS[kind], 'align': ALIGNMENTS[kind]}
        return self._make((kind, 'total'), {**LINES['total'], **look})

    def _make(self, key, look):
        if key not in self._made:
            self._made[key] = self._workbook.add_format(look)
        return self._made[key]
