"""How the official documents look, in one place: page, paragraphs, letters.

Sizes and positions are those of Nghị định 30/2020/NĐ-CP, Phụ lục I; the Party's heading follows
Hướng dẫn 36-HD/VPTW. The names are what an administrator reads in LibreOffice's list of styles.
"""

from dataclasses import dataclass

from odt.odf import element, encoded, nested

FONT = 'Times New Roman'
#: Mục I.1-3: A4, 20-25 above and below, 30-35 at the left, 15-20 at the right.
PAGE = {'width': 210, 'height': 297, 'top': 20, 'bottom': 20, 'left': 30, 'right': 15}
TEXT_WIDTH = PAGE['width'] - PAGE['left'] - PAGE['right']
#: From the edge of the paper to the page number (mục I.7: middle of the top margin).
ABOVE_HEADER = 10
INDENT = '12.7mm'
#: Its pages are counted on their own (mục IV), so it has pages of its own kind.
ANNEX = 'Phu_20_luc'
ANNEX_START = 'DauPhuLuc'


@dataclass(frozen=True)
class Look:
    """A paragraph style; its parent gives what it leaves out.

    :param name: as shown in LibreOffice, after "D30 "
    :param paragraph: OpenDocument's paragraph properties
    :param text: its text properties
    """

    name: str
    parent: str = ''
    paragraph: tuple[tuple[str, str], ...] = ()
    text: tuple[tuple[str, str], ...] = ()

    @property
    def display(self) -> str:
        return f'D30 {self.name}'


def _look(name, parent='', *, size=0, bold=None, italic=None, **paragraph) -> Look:
    text = {}
    if size:
        text |= _all_scripts('font-size', f'{size}pt')
    if bold is not None:
        text |= _all_scripts('font-weight', 'bold' if bold else 'normal')
    if italic is not None:
        text |= _all_scripts('font-style', 'italic' if italic else 'normal')
    spelled = {f'fo:{key.replace("_", "-")}': value for key, value in paragraph.items()}
    return Look(name, parent, tuple(spelled.items()), tuple(text.items()))


def _all_scripts(name: str, value: str) -> dict[str, str]:
    return {f'fo:{name}': value, f'style:{name}-asian': value, f'style:{name}-complex': value}


def _rule(name: str, length: float, room: float) -> Look:
    """Return a line of that length (mm) in the middle of that room; a paragraph with no text."""
    side = f'{(room - length) / 2:.1f}mm'
    return _look(
        name,
        'rule',
        margin_left=side,
        margin_right=side,
    )


#: Widths of the two columns of the heading, in mm.
HEADING = (75, 90)
TOGETHER = {'keep_with_next': 'always'}
LOOKS = {
    'text': _look(
        'Nội dung',
        size=14,
        text_align='justify',
        text_indent=INDENT,
        margin_top='6pt',
        line_height='108%',
        orphans='2',
        widows='2',
    ),
    'end': _look('Nội dung cuối', 'text', **TOGETHER),
    'lead': _look('Nội dung dẫn', 'text', **TOGETHER),
    'item': _look('Gạch đầu dòng', 'text'),
    'item_end': _look('Gạch đầu dòng cuối', 'item', **TOGETHER),
    'basis': _look('Căn cứ', 'text', italic=True),
    'part': _look('Phần, mục lớn', 'text', bold=True, margin_top='12pt', **TOGETHER),
    'section': _look('Khoản có tiêu đề', 'text', bold=True, **TOGETHER),
    'point': _look('Điểm', 'text', **TOGETHER),
    'article': _look('Điều', 'text'),
    'centred': _look(
        'Giữa dòng', size=14, text_align='center', margin_top='0mm', margin_bottom='0mm'
    ),
    'order': _look(
        'Quyết định', 'centred', bold=True, margin_top='12pt', margin_bottom='6pt', **TOGETHER
    ),
    'nation': _look('Quốc hiệu', 'centred', size=12, bold=True),
    'motto': _look('Tiêu ngữ', 'centred', size=13, bold=True),
    'party': _look('Tiêu đề văn bản Đảng', 'centred', size=15, bold=True),
    'superior': _look('Cơ quan chủ quản', 'centred', size=12),
    'issuer': _look('Cơ quan ban hành', 'centred', size=12, bold=True),
    'number': _look('Số, ký hiệu', 'centred', size=13, margin_top='6pt'),
    'letter_about': _look('Trích yếu công văn', 'centred', size=12, margin_top='6pt'),
    'place_date': _look('Địa danh, ngày tháng', 'centred', size=13, italic=True, margin_top='6pt'),
    'title': _look('Tên loại văn bản', 'centred', bold=True, **TOGETHER),
    'about': _look('Trích yếu', 'centred', bold=True, **TOGETHER),
    'first_title': _look('Tên loại, dòng đầu', 'title', margin_top='14pt'),
    'addressee': _look('Kính gửi', 'centred', margin_top='12pt', margin_bottom='6pt'),
    'addressees': _look(
        'Kính gửi nhiều nơi', size=14, margin_left='25mm', margin_top='12pt', **TOGETHER
    ),
    'addressee_item': _look('Nơi kính gửi', size=14, margin_left='42mm', margin_top='2pt'),
    'after_addressees': _look('Sau kính gửi', 'centred', size=6),
    'annex_title': _look('Tên phụ lục', 'centred', bold=True, **TOGETHER),
    'annex_reference': _look('Kèm theo văn bản', 'centred', italic=True, **TOGETHER),
    'nominee': _look('Tên người báo cáo', 'centred', bold=True, **TOGETHER),
    'gap': _look('Khoảng cách', 'centred', size=6, **TOGETHER),
    'rule': _look(
        'Vạch kẻ',
        'centred',
        size=3,
        border_top='0.75pt solid #000000',
        margin_top='3pt',
        **TOGETHER,
    ),
    'motto_rule': _rule('Vạch dưới Tiêu ngữ', 58, HEADING[1]),
    'party_rule': _rule('Vạch dưới tiêu đề Đảng', 72.5, HEADING[1]),
    'issuer_rule_short': _rule('Vạch dưới cơ quan, ngắn', 11, HEADING[0]),
    'issuer_rule': _rule('Vạch dưới cơ quan, vừa', 18, HEADING[0]),
    'issuer_rule_long': _rule('Vạch dưới cơ quan, dài', 26, HEADING[0]),
    'about_rule_short': _rule('Vạch dưới trích yếu, ngắn', 22, TEXT_WIDTH),
    'about_rule': _rule('Vạch dưới trích yếu', 55, TEXT_WIDTH),
    'cell': _look('Ô bảng', size=13, text_align='start'),
    'cell_centred': _look('Ô bảng, giữa', 'cell', text_align='center'),
    'cell_head': _look('Đầu bảng', 'cell', bold=True, text_align='center', **TOGETHER),
    'small_cell': _look('Ô bảng nhỏ', 'cell', size=12),
    'small_cell_centred': _look('Ô bảng nhỏ, giữa', 'small_cell', text_align='center'),
    'small_cell_head': _look(
        'Đầu bảng nhỏ', 'small_cell', bold=True, text_align='center', **TOGETHER
    ),
    'small_cell_part': _look('Ô bảng nhỏ, tiêu đề', 'small_cell', bold=True),
    'small_cell_figure': _look('Ô bảng nhỏ, số', 'small_cell', text_align='end'),
    'small_cell_sum': _look('Ô bảng nhỏ, tổng', 'small_cell', bold=True, text_align='end'),
    'caption': _look('Tên bảng', 'text', bold=True, margin_top='12pt', **TOGETHER),
    'before_signatures': _look('Trước chữ ký', 'centred', size=6, margin_top='8pt', **TOGETHER),
    'sign_authority': _look('Quyền hạn người ký', 'centred', size=13, bold=True, **TOGETHER),
    'sign_title': _look('Chức vụ người ký', 'centred', size=13, bold=True, **TOGETHER),
    'sign_hint': _look('Cách ký', 'centred', size=13, italic=True, **TOGETHER),
    'sign_name': _look('Họ tên người ký', 'centred', bold=True, margin_top='26mm', **TOGETHER),
    'recipients_label': _look(
        'Nơi nhận', size=12, bold=True, italic=True, text_align='start', **TOGETHER
    ),
    'recipients': _look('Danh sách nơi nhận', size=11, text_align='start', **TOGETHER),
    'party_recipients_label': _look('Nơi nhận, văn bản Đảng', size=14, **TOGETHER),
    'party_recipients': _look(
        'Danh sách nơi nhận, văn bản Đảng', size=12, text_align='start', **TOGETHER
    ),
    'page_number': _look('Số trang', size=14, text_align='start'),
    'draft': _look('Dự thảo', size=13, bold=True, text_align='start'),
    'command': _look('Lệnh của mẫu', size=8, text_align='start'),
}
LETTERS = {
    'b': ('D30 Đậm', _all_scripts('font-weight', 'bold')),
    'u': (
        'D30 Gạch chân',
        {'style:text-underline-style': 'solid', 'style:text-underline-width': 'auto'},
    ),
    'i': ('D30 Nghiêng', _all_scripts('font-style', 'italic')),
    'command': ('D30 Lệnh', {'fo:color': '#7f7f7f'}),
}


def style_name(look: str) -> str:
    """Return the internal name of a paragraph style.

    :raises KeyError: there is no such look
    """
    return encoded(LOOKS[look].display)


def letter_name(key: str) -> str:
    """Return the internal name of a character style."""
    return encoded(LETTERS[key][0])


def styles() -> list:
    """Return the named styles, for office:styles."""
    return [_default(), _standard(), *map(_paragraph_style, LOOKS.values()), *_letter_styles()]


def _default():
    text = {
        'style:font-name': FONT,
        'style:font-name-asian': FONT,
        'style:font-name-complex': FONT,
        'fo:language': 'vi',
        'fo:country': 'VN',
        'style:use-window-font-color': 'true',
        'fo:hyphenate': 'false',
        **_all_scripts('font-size', '14pt'),
    }
    return nested(
        'style:default-style',
        _properties('paragraph', {'style:tab-stop-distance': INDENT, 'style:writing-mode': 'page'}),
        _properties('text', text),
        style__family='paragraph',
    )


def _standard():
    return element('style:style', style__name='Standard', style__family='paragraph')


def _paragraph_style(look: Look):
    made = element(
        'style:style',
        style__name=encoded(look.display),
        style__display_name=look.display,
        style__family='paragraph',
        style__parent_style_name=style_name(look.parent) if look.parent else 'Standard',
    )
    for family in ('paragraph', 'text'):
        if properties := dict(getattr(look, family)):
            made.append(_properties(family, properties))
    if look is LOOKS['page_number']:
        made[0].append(_header_tabs())
    return made


def annex_style():
    """Return the style, for content.xml, of the paragraph that begins the pages of an annex.

    DOCX gets a number of its own from the paragraph, not from a named style.
    """
    return nested(
        'style:style',
        _properties('paragraph', {'style:page-number': '1'}),
        style__name=ANNEX_START,
        style__family='paragraph',
        style__parent_style_name=style_name('annex_title'),
        style__master_page_name=ANNEX,
    )


def _header_tabs():
    stops = ((TEXT_WIDTH / 2, 'center'), (TEXT_WIDTH, 'right'))
    return nested(
        'style:tab-stops',
        *(
            element('style:tab-stop', style__position=f'{position}mm', style__type=kind)
            for position, kind in stops
        ),
    )


def _letter_styles():
    return [
        nested(
            'style:style',
            _properties('text', properties),
            style__name=encoded(display),
            style__display_name=display,
            style__family='text',
        )
        for display, properties in LETTERS.values()
    ]


def _properties(family: str, properties: dict[str, str]):
    spelled = {key.replace(':', '__').replace('-', '_'): text for key, text in properties.items()}
    return element(f'style:{family}-properties', **spelled)
