import hashlib

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import HttpCase, tagged

from .package_common import CHECKER
from .submission_story_common import SubmissionStoryCommon


@tagged('post_install', '-at_install', 'security')
class TestPackageAccess(SubmissionStoryCommon):
    """Who builds a package, and what nobody writes."""

    def test_who_may_build(self):
        self.submission.with_user(self.manager)._check_package_parts()
        for user in (self.leader_a, self.member, self.staff, self.auditor):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self.submission.with_user(user).action_build_package()

    def test_nobody_builds_one_who_is_recused(self):
        candidate = self.submission.line_ids.sudo().candidate_id[:1]
        voter = candidate.round_id.entitlement_ids.member_id[:1]
        voter.user_id.group_ids += self.env.ref('emulation_award.group_emulation_office')
        own = self.submission.with_user(voter.user_id)
        own._check_package_parts()

        candidate.recused_ids |= voter
        self.env.invalidate_all()

        with self.assertRaisesRegex(AccessError, 'recused'):
            own._check_package_parts()

    def test_evidence_that_is_not_for_this_user_is_never_left_out_silently(self):
        self.env['ir.rule'].create(
            {
                'name': 'hidden',
                'model_id': self.env['ir.model']._get_id('emulation.evidence'),
                'domain_force': "[('nomination_id.nominee_name', 'not like', 'd01')]",
                'groups': [Command.set([])],
            }
        )
        with self.assertRaises(AccessError):
            self._built()

    def test_nobody_writes_it(self):
        for name in ('package', 'package_seal', 'package_source', 'package_sha256'):
            with self.subTest(name), self.assertRaisesRegex(UserError, 'directly'):
                self.submission.write({name: 'eA=='})


@tagged('post_install', '-at_install', 'security')
class TestPackageDownload(SubmissionStoryCommon, HttpCase):
    """The file goes to whoever may read the submission, also by a guessed address."""

    def setUp(self):
        super().setUp()
        self.submission._store_package()
        self.env.flush_all()

    def _get(self, login, url):
        self.authenticate(login, login)
        return self.url_open(url)

    def test_download(self):
        url = self.submission.action_download_package()['url']
        for login in ('office', 'manager', 'auditor'):
            with self.subTest(login):
                answer = self._get(login, url)
                sha = hashlib.sha256(answer.content).hexdigest()
                self.assertEqual((answer.status_code, sha), (200, self.submission.package_sha256))
                self.assertIn('Ho-so-12-TTr', answer.headers['Content-Disposition'])

    def test_not_for_others(self):
        attachment = self.env['ir.attachment'].search(
            [('res_model', '=', 'emulation.submission'), ('res_field', '=', 'package')], limit=1
        )
        addresses = [
            self.submission.action_download_package()['url'],
            f'/web/content/{attachment.id}',
            f'/web/content/emulation.submission/{self.submission.id}/signed_scan',
        ]
        for login in ('leader_a', 'council', 'staff', None):
            self.authenticate(login, login)
            for url in addresses:
                with self.subTest(login=login, url=url):
                    self.assertEqual(self.url_open(url).status_code, 404)

    def test_the_checker_is_for_everybody(self):
        self.authenticate(None, None)
        answer = self.url_open('/emulation_award/static/kiem_tra_ho_so.py')
        self.assertEqual(answer.content, CHECKER.read_bytes())
