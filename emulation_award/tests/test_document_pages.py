import io
from dataclasses import replace

import pypdf

from odoo.tests import BaseCase, tagged

from ..domain.achievement_summary import CriterionRow
from ..domain.blocks import Kind, block
from ..domain.decree30 import Signature
from ..domain.form08 import AwardRow, Section
from ..reports import office, py3o_engine
from ..reports.template_models import VIEW_MODELS, members, sample
from .template_common import shipped

TEXT, SIGNED = 'Nội dung thử', 'Người Ký'
BLOCK = Signature('TRƯỞNG BAN', '', SIGNED)
ONE, TWO = ((BLOCK,),), (BLOCK, BLOCK)
#: Pages are filled line by line; a block of signatures is higher than four lines.
LENGTHS = range(1, 44, 4)


def _paragraphs(count):
    return tuple(block(Kind.PARAGRAPH, TEXT) for _each in range(count))


def _reported(count, awards=0):
    rows = (AwardRow('2024', TEXT, TEXT),) * awards
    return (
        Section(TEXT, paragraphs=(TEXT,) * count),
        Section(TEXT, paragraphs=() if rows else (TEXT,), awards=rows),
    )


#: What a document of that length has, by its code and what its text ends with.
ENDS = {
    ('council_minutes', 'text'): lambda count: {'conclusion': (TEXT,) * count},
    ('decision', 'text'): lambda count: {'body': _paragraphs(count), 'annex': None},
    ('form08', 'text'): lambda count: {'sections': _reported(count)},
    ('form08', 'short table'): lambda count: {'sections': _reported(count, awards=3)},
    ('form08', 'long table'): lambda count: {'sections': _reported(1, awards=count)},
    ('plan', 'text'): lambda count: {'body': _paragraphs(count)},
    ('reminder', 'text'): lambda count: {'body': _paragraphs(count)},
    ('submission_letter', 'text'): lambda count: {'body': _paragraphs(count)},
    ('summary', 'text'): lambda count: {
        'summary': _paragraphs(count),
        'criteria': (),
        'opinion': (),
    },
    ('summary', 'table'): lambda count: {
        'criteria': (CriterionRow('1', TEXT, TEXT, ()),) * count,
        'opinion': (),
    },
    ('summary', 'opinion'): lambda count: {'opinion': _paragraphs(count)},
    ('unit_minutes', 'text'): lambda count: {'conclusion': (TEXT,) * count},
    ('vote_count', 'text'): lambda count: {'conclusion': (TEXT,) * count},
}


def _sample(code, end, count):
    """The view-model of such a document, with a text found nowhere else over the signatures."""
    model = VIEW_MODELS[code]
    signed = {'signatures': TWO if code.endswith('_minutes') else ONE}
    if 'recipients' in members(model):
        signed['recipients'] = ('Sở Nội vụ;', 'Lưu: VT.')
    return replace(sample(model), **signed, **ENDS[code, end](count))


@tagged('post_install', '-at_install')
class TestSignaturePages(BaseCase):
    """No signature stands on a page of its own, however long the text is."""

    def test_every_document_is_tried(self):
        self.assertEqual({code for code, _end in ENDS}, set(VIEW_MODELS))

    def test_something_of_the_text_stands_over_every_signature(self):
        made = [(code, end, count) for code, end in ENDS for count in LENGTHS]
        files = office.convert([self._document(*one) for one in made], 'pdf')
        alone = [one for one, file in zip(made, files, strict=True) if self._is_alone(file.content)]
        self.assertEqual(alone, [])

    def _document(self, code, end, count):
        return py3o_engine.render(shipped(code), _sample(code, end, count))

    def _is_alone(self, pdf):
        """Whether a page has a signature and nothing of the text over it."""
        for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
            above, signed, _name = ' '.join(page.extract_text().split()).partition(SIGNED)
            if signed and TEXT not in above:
                return True
        return False
