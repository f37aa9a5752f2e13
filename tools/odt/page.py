"""The page: its size, its margins and what stands in the margin above the text."""

from odt.inline import Fields, paragraph
from odt.odf import VERSION, element, nested
from odt.styles import ABOVE_HEADER, ANNEX, FONT, PAGE, styles

DRAFT = 'DỰ THẢO'


def styles_part(draft: str):
    """Return styles.xml.

    :param draft: expression that says whether the document is only a draft, '' if it never is
    """
    return nested(
        'office:document-styles',
        fonts(),
        nested('office:styles', *styles()),
        nested('office:automatic-styles', _layout()),
        nested('office:master-styles', _master('Standard', draft), _master(ANNEX, draft)),
        office__version=VERSION,
    )


def fonts():
    """Return the declaration of the typeface."""
    face = element(
        'style:font-face',
        style__name=FONT,
        svg__font_family=f"'{FONT}'",
        style__font_family_generic='roman',
        style__font_pitch='variable',
    )
    return nested('office:font-face-decls', face)


def _layout():
    page = element(
        'style:page-layout-properties',
        fo__page_width=f'{PAGE["width"]}mm',
        fo__page_height=f'{PAGE["height"]}mm',
        style__print_orientation='portrait',
        fo__margin_top=f'{ABOVE_HEADER}mm',
        fo__margin_bottom=f'{PAGE["bottom"]}mm',
        fo__margin_left=f'{PAGE["left"]}mm',
        fo__margin_right=f'{PAGE["right"]}mm',
    )
    header = element(
        'style:header-footer-properties',
        fo__min_height=f'{PAGE["top"] - ABOVE_HEADER}mm',
        fo__margin_bottom='0mm',
        style__dynamic_spacing='false',
    )
    return nested(
        'style:page-layout', page, nested('style:header-style', header), style__name='D30Page'
    )


def _master(name: str, draft: str):
    """No page number on the first page (mục I.7); a draft says on each page that it is one."""
    mark = f"{{'{DRAFT}' if {draft} else ''}}" if draft else ''
    return nested(
        'style:master-page',
        _header('style:header', 'page_number', f'<tab/><page/><tab/><b>{mark}</b>'),
        _header('style:header-first', 'draft', mark),
        style__name=name,
        style__display_name=name.replace('_20_', ' '),
        style__page_layout_name='D30Page',
    )


def _header(name: str, look: str, source: str):
    fields = Fields()
    text = paragraph(look, source, fields)
    return nested(name, *fields.declarations(), text)
