"""Running text of an official document, block by block, whatever prints it.

The order, numbering and indents are those of Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6.
"""

from dataclasses import dataclass

from .vietnamese import paragraphs, printable
from .words import Word


class Kind(Word):
    """What a block is; each kind has one look."""

    BASIS = 'basis'  # căn cứ: italic, one a line
    CENTRED = 'centred'  # QUYẾT ĐỊNH:, Kính gửi
    PART = 'part'  # I. MỤC ĐÍCH, YÊU CẦU
    SECTION = 'section'  # 1. Mục đích
    POINT = 'point'  # a) Đối với tập thể
    ARTICLE = 'article'  # Điều 1.
    PARAGRAPH = 'paragraph'
    ITEM = 'item'  # - gạch đầu dòng


@dataclass(frozen=True)
class Block:
    """One paragraph of a document.

    :param label: its number or bold lead, such as "I.", "2.1.", "a)", "Điều 1."; '' if it has none
    :param text: the rest of the paragraph
    """

    kind: Kind
    text: str
    label: str = ''

    @property
    def line(self) -> str:
        """The whole paragraph as one line of text.

        >>> Block(Kind.ARTICLE, 'Tặng Giấy khen.', 'Điều 1.').line
        'Điều 1. Tặng Giấy khen.'
        >>> Block(Kind.ITEM, 'Sở Nội vụ;').line
        '- Sở Nội vụ;'
        """
        return f'{self.lead}{self.text}'.strip()

    @property
    def lead(self) -> str:
        """What stands before the text, with the blank after it; '' if nothing does.

        >>> Block(Kind.POINT, 'Đối với cá nhân', 'b)').lead, Block(Kind.ITEM, 'Sở Nội vụ').lead
        ('b) ', '- ')
        >>> Block(Kind.PARAGRAPH, 'Thực hiện kế hoạch').lead
        ''
        """
        label = '-' if self.kind == Kind.ITEM else self.label
        return f'{label} ' if label else ''


def block(kind: Kind, text: str, label: str = '') -> Block:
    """Return a block whose text a font can show.

    >>> block(Kind.POINT, 'Đối với  cá nhân', 'b)').line
    'b) Đối với cá nhân'
    """
    return Block(Kind(kind), printable(text), printable(label))


def blocks(kind: Kind, text: str) -> tuple[Block, ...]:
    """Return one block for each line of a text that says something.

    >>> [one.line for one in blocks(Kind.ITEM, 'Thứ nhất.\\n\\nThứ hai.')]
    ['- Thứ nhất.', '- Thứ hai.']
    """
    return tuple(Block(Kind(kind), line) for line in paragraphs(text))
