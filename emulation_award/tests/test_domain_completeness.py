from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.completeness import (
    Criterion,
    File,
    Item,
    criteria_findings,
    missing,
    section_findings,
    upload_findings,
)
from ..domain.errors import UnknownWordError
from ..domain.findings import Finding
from .domain_common import exactly

PDF, DOCX = 'application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml'
ANY = frozenset()
IMAGES = frozenset(f'image/{kind}' for kind in ('png', 'tiff', 'webp', 'gif', 'jpeg'))

TASKS_DONE = Criterion(
    label='Hoàn thành 100 % nhiệm vụ',
    mandatory=True,
    verdict='met',
    evidence_needed='none',
    has_text=False,
    has_file=False,
)

items = st.builds(Item, st.text(max_size=3), st.text(max_size=3), st.booleans(), st.booleans())
files = st.builds(
    File, st.text(max_size=3), st.integers(1, 20), st.sampled_from([PDF, DOCX, 'image/png'])
)


class TestMissing(BaseCase):
    def test_only_what_is_mandatory_and_not_done(self):
        parts = [
            Item('minutes', 'Biên bản họp xét', mandatory=True, done=True),
            Item('summary', 'Tóm tắt thành tích', mandatory=True, done=False),
            Item('other', 'Tài liệu khác', mandatory=False, done=False),
            Item('photo', 'Ảnh', mandatory=False, done=True),
        ]
        self.assertEqual(missing(parts), [parts[1]])

    @exactly
    @given(st.lists(items))
    def test_nothing_is_missing_once_all_is_done(self, parts):
        self.assertEqual(missing(replace(part, done=True) for part in parts), [])


class TestCriteria(BaseCase):
    def codes(self, **changes):
        return [finding.code for finding in criteria_findings([replace(TASKS_DONE, **changes)])]

    def test_met(self):
        self.assertEqual(self.codes(), [])

    def test_unassessed(self):
        params = {'criterion': 'Hoàn thành 100 % nhiệm vụ'}
        self.assertEqual(
            criteria_findings([replace(TASKS_DONE, verdict=None)]),
            [Finding('criterion_unassessed', params)],
        )

    def test_unassessed_although_optional(self):
        self.assertEqual(self.codes(verdict=None, mandatory=False), ['criterion_unassessed'])

    def test_not_met(self):
        params = {'criterion': 'Hoàn thành 100 % nhiệm vụ'}
        self.assertEqual(
            criteria_findings([replace(TASKS_DONE, verdict='not_met')]),
            [Finding('criterion_not_met', params)],
        )

    def test_optional_not_met(self):
        self.assertEqual(self.codes(verdict='not_met', mandatory=False), [])

    def test_not_met_needs_no_evidence(self):
        self.assertEqual(self.codes(verdict='not_met', mandatory=False, evidence_needed='file'), [])

    def test_without_evidence(self):
        params = {'criterion': 'Hoàn thành 100 % nhiệm vụ', 'needed': 'file'}
        self.assertEqual(
            criteria_findings([replace(TASKS_DONE, evidence_needed='file')]),
            [Finding('criterion_without_evidence', params)],
        )

    def test_optional_met_is_evidenced_too(self):
        self.assertEqual(
            self.codes(mandatory=False, evidence_needed='text'), ['criterion_without_evidence']
        )

    def test_text_for_text(self):
        self.assertEqual(self.codes(evidence_needed='text', has_text=True), [])

    def test_file_for_file(self):
        self.assertEqual(self.codes(evidence_needed='file', has_file=True), [])

    def test_text_is_no_file(self):
        self.assertEqual(
            self.codes(evidence_needed='file', has_text=True), ['criterion_without_evidence']
        )

    def test_file_is_no_text(self):
        self.assertEqual(
            self.codes(evidence_needed='text', has_file=True), ['criterion_without_evidence']
        )

    def test_each_criterion_in_order(self):
        found = criteria_findings(
            [
                replace(TASKS_DONE, label='a', verdict='not_met'),
                TASKS_DONE,
                replace(TASKS_DONE, label='b', verdict=None),
            ]
        )
        self.assertEqual([finding.params['criterion'] for finding in found], ['a', 'b'])

    def test_unknown_verdict_is_refused(self):
        with self.assertRaises(UnknownWordError):
            self.codes(verdict='perhaps')

    def test_unknown_evidence_is_refused(self):
        with self.assertRaises(UnknownWordError):
            self.codes(evidence_needed='witness')


class TestUpload(BaseCase):
    scan = File('bien-ban.pdf', 1000, PDF)

    def findings(self, *uploaded, allowed=ANY, max_bytes=None, at_least=1):
        return upload_findings('Biên bản', uploaded, allowed, max_bytes, at_least)

    def test_fine(self):
        found = self.findings(self.scan, allowed=frozenset({PDF}), max_bytes=1000)
        self.assertEqual(found, [])

    def test_missing(self):
        params = {'requirement': 'Biên bản', 'have': 1, 'needed': 2}
        self.assertEqual(self.findings(self.scan, at_least=2), [Finding('file_missing', params)])

    def test_none_wanted(self):
        self.assertEqual(self.findings(at_least=0), [])

    def test_type_refused(self):
        params = {
            'requirement': 'Biên bản',
            'file': 'bien-ban.pdf',
            'mimetype': PDF,
            'allowed': 'image/gif, image/jpeg, image/png, image/tiff, image/webp',
        }
        self.assertEqual(
            self.findings(self.scan, allowed=IMAGES),
            [Finding('file_type_refused', params)],
        )

    def test_too_large(self):
        params = {
            'requirement': 'Biên bản',
            'file': 'bien-ban.pdf',
            'size': 1000,
            'max_bytes': 999,
        }
        self.assertEqual(
            self.findings(self.scan, max_bytes=999), [Finding('file_too_large', params)]
        )

    def test_one_byte_is_not_empty(self):
        self.assertEqual(self.findings(replace(self.scan, size=1)), [])

    def test_empty_is_said_alone(self):
        params = {'requirement': 'Biên bản', 'file': 'bien-ban.pdf'}
        self.assertEqual(
            self.findings(replace(self.scan, size=0), allowed=frozenset({DOCX}), max_bytes=1),
            [Finding('file_empty', params)],
        )

    def test_all_that_is_wrong_is_said(self):
        found = self.findings(
            self.scan,
            replace(self.scan, size=0),
            allowed=frozenset({DOCX}),
            max_bytes=1,
            at_least=3,
        )
        self.assertEqual(
            [finding.code for finding in found],
            ['file_missing', 'file_type_refused', 'file_too_large', 'file_empty'],
        )

    @exactly
    @given(st.lists(files, max_size=4), st.sets(st.sampled_from([PDF, DOCX])), st.integers(1, 20))
    def test_fine_exactly_if_every_file_is(self, uploaded, allowed, max_bytes):
        fine = all(
            file.size <= max_bytes and (not allowed or file.mimetype in allowed)
            for file in uploaded
        )
        found = self.findings(
            *uploaded, allowed=frozenset(allowed), max_bytes=max_bytes, at_least=0
        )
        self.assertEqual(found == [], fine)


class TestSections(BaseCase):
    def test_blank_mandatory_section(self):
        sections = [
            ('I. Thông tin chung', True, 'Văn phòng'),
            ('II. Thành tích đạt được', True, ' \n\xa0'),
            ('III. Đã được khen thưởng', False, ''),
        ]
        self.assertEqual(
            section_findings(sections),
            [Finding('section_empty', {'section': 'II. Thành tích đạt được'})],
        )
