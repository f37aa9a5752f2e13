"""Tables: columns in millimetres, header rows that repeat, rows that are not torn apart."""

from odt.odf import element, nested, qualified
from odt.styles import TEXT_WIDTH

FRAMES = {
    'plain': {'fo__border': 'none', 'fo__padding': '0mm'},
    'grid': {
        'fo__border': '0.5pt solid #000000',
        'fo__padding': '0.8mm',
        'fo__padding_left': '1.2mm',
        'fo__padding_right': '1.2mm',
    },
}
#: The end of a grid, as a table of its own right under it: the line between them is the grid's,
#: a hair of its own shows where the end begins a page.
TAIL = 'tail'
FRAMES[TAIL] = {**FRAMES['grid'], 'fo__border_top': '0.1pt solid #000000'}


class Tables:
    """The tables of a document: each has a name and styles of its own."""

    def __init__(self):
        self.styles = [
            *(_cell_style(frame) for frame in FRAMES if frame != TAIL),
            _row_style(),
        ]
        self.count = 0
        self.has_tail = False

    def new(self, columns: str, frame: str, stays: str = ''):
        """Return a table without rows, and how many columns it has.

        :param stays: 'with next' keeps it on the page of what follows
        """
        self.count += 1
        name = f'Bang{self.count}'
        widths = _widths(columns)
        made = element('table:table', table__name=name, table__style_name=name)
        if frame == TAIL and not self.has_tail:
            self.has_tail = True
            self.styles.append(_cell_style(frame))
        self.styles.append(_table_style(name, frame, stays))
        for at, width in enumerate(widths):
            column = f'{name}.{chr(ord("A") + at)}'
            self.styles.append(_column_style(column, width))
            made.append(element('table:table-column', table__style_name=column))
        return made, len(widths)


def header(rows: list):
    """Return rows that stand at the top of each page."""
    return nested('table:table-header-rows', *rows)


def row(cells: list):
    """Return a row that stays on one page; `cells` are lists out of :func:`cell`."""
    flat = [one for cell in cells for one in cell]
    return nested('table:table-row', *flat, table__style_name='Hang')


def cell(content: list, frame: str, span: int = 1) -> list:
    """Return a cell and the places it covers besides its own."""
    made = nested(
        'table:table-cell',
        *content,
        table__style_name=_cell_name(frame),
        office__value_type='string',
    )
    if span > 1:
        made.set(made.tag.replace('table-cell', 'number-columns-spanned'), str(span))
    return [made, *(element('table:covered-table-cell') for _ in range(span - 1))]


def command_row(paragraph, width: int, frame: str):
    """Return a row with a command of py3o, as wide as the table; it is not printed."""
    return row([cell([paragraph], frame, width)])


def _widths(columns: str) -> list[float]:
    spelled = columns.split()
    known = sum(float(width) for width in spelled if width != '*')
    share = (TEXT_WIDTH - known) / max(spelled.count('*'), 1)
    return [share if width == '*' else float(width) for width in spelled]


def _table_style(name: str, frame: str, stays: str):
    grid = frame == 'grid'
    properties = element(
        'style:table-properties',
        style__width=f'{TEXT_WIDTH}mm',
        table__align='margins',
        fo__margin_top='6pt' if grid else '0mm',
        fo__margin_bottom='0mm',
        table__border_model='collapsing',
        # A heading, a block of signatures and the end of a grid stay whole.
        style__may_break_between_rows='true' if grid else 'false',
    )
    if stays == 'with next':
        properties.set(qualified('fo:keep-with-next'), 'always')
    return nested('style:style', properties, style__name=name, style__family='table')


def _column_style(name: str, width: float):
    properties = element(
        'style:table-column-properties',
        style__column_width=f'{width:.2f}mm',
        style__rel_column_width=f'{round(width * 100)}*',
    )
    return nested('style:style', properties, style__name=name, style__family='table-column')


def _row_style():
    properties = element('style:table-row-properties', fo__keep_together='always')
    return nested('style:style', properties, style__name='Hang', style__family='table-row')


def _cell_name(frame: str) -> str:
    return f'O.{frame}'


def _cell_style(frame: str):
    properties = element('style:table-cell-properties', **FRAMES[frame])
    return nested(
        'style:style', properties, style__name=_cell_name(frame), style__family='table-cell'
    )
