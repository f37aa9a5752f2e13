from dataclasses import FrozenInstanceError

from odoo.tests import BaseCase

from ..domain.errors import UnknownCodeError
from ..domain.findings import CODES, Finding


class TestFinding(BaseCase):
    def test_unlisted_code_is_refused(self):
        with self.assertRaises(UnknownCodeError):
            Finding('no_such_code')

    def test_codes_are_listed_once(self):
        self.assertEqual(len(CODES), len(set(CODES)))

    def test_needs_no_figures_and_no_citation(self):
        finding = Finding('file_empty')
        self.assertEqual((dict(finding.params), finding.citation), ({}, ''))

    def test_is_read_only(self):
        finding = Finding('file_empty')
        with self.assertRaises(FrozenInstanceError):
            finding.citation = 'KH IV.3'

    def test_params_are_read_only(self):
        finding = Finding('file_empty', {'file': 'a.pdf'})
        with self.assertRaises(TypeError):
            finding.params['file'] = 'b.pdf'

    def test_params_do_not_follow_their_source(self):
        params = {'file': 'a.pdf'}
        finding = Finding('file_empty', params)
        params['file'] = 'b.pdf'
        self.assertEqual(finding.params['file'], 'a.pdf')

    def test_params_serve_as_keywords(self):
        finding = Finding('file_empty', {'file': 'a.pdf'})
        self.assertEqual('{file} is empty'.format(**finding.params), 'a.pdf is empty')

    def test_equal_findings_are_one_in_a_set(self):
        findings = {
            Finding('file_empty', {'file': 'a', 'size': 0}, 'KH IV.3'),
            Finding('file_empty', {'size': 0, 'file': 'a'}, 'KH IV.3'),
        }
        self.assertEqual(len(findings), 1)

    def test_findings_differ_by_code_params_and_citation(self):
        findings = {
            Finding('file_empty', {'file': 'a'}, 'KH IV.3'),
            Finding('file_missing', {'file': 'a'}, 'KH IV.3'),
            Finding('file_empty', {'file': 'b'}, 'KH IV.3'),
            Finding('file_empty', {'file': 'a'}, 'KH IV.1'),
        }
        self.assertEqual(len(findings), 4)
