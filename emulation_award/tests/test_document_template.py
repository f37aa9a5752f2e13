import base64
import hashlib
import json

from odoo.exceptions import AccessError, UserError
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from ..models.emulation_document_template_wording import ENGINE
from .common import EmulationCommon
from .template_common import field, shipped, spoiled

OWN = spoiled('form08', field('doc.title'), field('doc.request'))
BROKEN = spoiled('form08', field('doc.title'), field('doc.titel'))
GROUP = 'base.group_system'
NO_TITEL = (
    'there is no "titel". There is: file_name, heading, is_draft, nominee, office, request, '
    'sections, signatures, subtitle, title.'
)


def packed(content):
    return base64.b64encode(content)


@tagged('post_install', '-at_install', 'security')
class TestDocumentTemplate(EmulationCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.admin = cls._user('template_admin', GROUP)
        cls.template = cls.env.ref('emulation_award.emulation_document_template_form08')
        cls.as_admin = cls.template.with_user(cls.admin)

    def _put(self, content, name='mau.odt'):
        self.as_admin.write({'file': packed(content), 'file_name': name})

    def _content(self, user=None):
        templates = self.env['emulation.document.template'].with_user(user or self.office)
        return templates._content('form08')

    def _said(self):
        """The last event about the template, and what was told."""
        entry = self.env['emulation.journal'].search(
            [('res_model', '=', self.template._name), ('res_id', '=', self.template.id)], limit=1
        )
        return entry.event, entry.user_id, json.loads(entry.payload or '{}')

    # In use

    def test_each_document_has_the_template_of_the_addon(self):
        templates = self.env['emulation.document.template'].search([])
        self.assertEqual(
            {one.code: one._content(one.code) for one in templates},
            {code: shipped(code) for code in templates.mapped('code')},
        )
        self.assertEqual(len(templates), 9)

    def test_own_file_takes_its_place_for_everybody(self):
        self._put(OWN)
        self.assertEqual(self._content(self.staff), OWN)

    def test_who_replaced_it_is_told_with_checksums(self):
        self._put(OWN)
        own, first = (hashlib.sha256(one).hexdigest() for one in (OWN, shipped('form08')))
        self.assertEqual((self.template.checksum, self.template.shipped_checksum), (own, first))
        self.assertEqual(
            (self.template.replaced_by_id, self.template.is_own, self.template.is_behind),
            (self.admin, True, False),
        )
        self.assertEqual(
            self._said(),
            (
                'template.replaced',
                self.admin,
                {'template': 'form08', 'file': 'mau.odt', 'sha256': own, 'sha256_before': ''},
            ),
        )

    def test_reset(self):
        self._put(OWN)
        self.as_admin.action_reset()
        self.assertEqual(self._content(), shipped('form08'))
        self.assertEqual(
            (self.template.is_own, self.template.replaced_by_id.id, self.template.file_name),
            (False, False, False),
        )
        self.assertEqual(self._said()[0], 'template.reset')

    def test_reset_of_what_was_never_replaced_is_no_event(self):
        self.as_admin.action_reset()
        self.assertEqual(self._said()[0], False)

    def test_clearing_the_file_is_a_reset(self):
        self._put(OWN)
        self.as_admin.write({'file': False})
        self.assertEqual((self._content(), self._said()[0]), (shipped('form08'), 'template.reset'))

    def test_a_newer_template_of_the_addon_is_noticed(self):
        self._put(OWN)
        self.template.flush_recordset()
        self.env.cr.execute(
            'UPDATE emulation_document_template SET shipped_checksum = %s WHERE id = %s',
            ['0' * 64, self.template.id],
        )
        self.template.invalidate_recordset()
        self.assertTrue(self.template.is_behind)

    def test_a_file_changed_behind_our_back_is_not_used(self):
        self._put(OWN)
        self.template.flush_recordset()
        self.env.cr.execute(
            'UPDATE emulation_document_template SET file = %s WHERE id = %s',
            [packed(BROKEN), self.template.id],
        )
        self.template.invalidate_recordset()
        with self.assertRaisesRegex(UserError, 'not the file that was checked'):
            self._content()

    def test_download_is_the_one_in_use(self):
        self._put(OWN)
        self.assertEqual(base64.b64decode(self.as_admin.content), OWN)
        self.assertIn('content/form08.odt', self.as_admin.action_download()['url'])

    # Checked

    def test_bad_file_changes_nothing_and_the_message_names_the_place(self):
        with self.assertRaises(UserError) as caught:
            self._put(BROKEN)
        said = str(caught.exception)
        self.assertEqual(
            said.splitlines(),
            [
                f'This file cannot be the template of "Achievement report (Form 08)": {NO_TITEL}',
                'Expression: doc.titel',
                'Paragraph: doc.title',
                'Part of the file: content.xml',
                'The template in use was not changed.',
            ],
        )
        self.assertEqual((self._content(), self.template.is_own), (shipped('form08'), False))

    def test_no_odt_is_said_in_plain_words(self):
        with self.assertRaisesRegex(UserError, 'no ODT text document'):
            self._put(b'PK broken')

    def test_file_that_is_no_base64_is_refused_in_plain_words(self):
        with self.assertRaisesRegex(UserError, 'damaged'):
            self.as_admin.write({'file': 'abc'})

    def test_every_word_of_the_engine_has_a_sentence(self):
        self.assertLessEqual(set(ENGINE.values()), set(self.template._reasons()))

    def test_every_fault_has_a_sentence(self):
        for code, sentence in self.template._reasons().items():
            with self.subTest(code=code):
                values = dict.fromkeys(('most', 'name', 'known', 'word', 'opening', 'shown'), 'x')
                self.assertTrue(sentence % values)

    def test_what_it_can_show_is_listed(self):
        lines = self.template.fields_known.splitlines()
        self.assertIn('doc.heading.issuer', lines)
        self.assertIn('for="section in doc.sections": section.heading', lines)

    # Whose it is

    def test_nobody_but_system_administrators(self):
        for user in (self.staff, self.leader_a, self.office, self.manager, self.auditor):
            template = self.template.with_user(user)
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                template.read(['code', 'file'])
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                template.write({'file': packed(OWN)})
            for operation in (template.action_reset, template.action_download):
                with self.subTest(user=user.login), self.assertRaises(AccessError):
                    operation()
        self.assertFalse(self.template.is_own)

    def test_administrators_add_and_delete_none(self):
        with self.assertRaises(AccessError):
            self.as_admin.copy()
        with self.assertRaises(AccessError):
            self.as_admin.unlink()

    def test_who_and_what_cannot_be_written(self):
        for name in ('checksum', 'shipped_checksum', 'replaced_by_id', 'replaced_at', 'is_own'):
            with self.subTest(name=name), self.assertRaises(AccessError):
                self.as_admin.write({name: False})

    def test_a_document_keeps_its_code(self):
        with self.assertRaises(AccessError):
            self.as_admin.write({'code': 'plan'})

    def test_menu_is_for_system_administrators(self):
        menu = self.env.ref('emulation_award.emulation_document_template_menu')
        for user, sees in ((self.admin, True), (self.manager, False), (self.staff, False)):
            visible = self.env['ir.ui.menu'].with_user(user)._visible_menu_ids()
            with self.subTest(user=user.login):
                self.assertEqual(menu.id in visible, sees)


@tagged('post_install', '-at_install', 'security')
class TestDocumentTemplateRemote(EmulationCommon, HttpCase):
    """The same from outside: by remote calls and at guessed addresses."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.admin = cls._user('template_admin', GROUP)
        cls.template = cls.env.ref('emulation_award.emulation_document_template_form08')

    def _log_in(self, user):
        self.authenticate(user.login, user.login.ljust(8, 'x'))

    def _answer(self, method, *args):
        model = self.template._name
        params = {'model': model, 'method': method, 'args': [self.template.ids, *args]}
        body = json.dumps({'jsonrpc': '2.0', 'params': params | {'kwargs': {}}})
        headers = {'Content-Type': 'application/json'}
        # Refusals are logged as warnings; here they are what is asked for.
        with mute_logger('odoo.http', 'odoo.addons.base.models.ir_rule'):
            return self.url_open(
                f'/web/dataset/call_kw/{model}/{method}', body, headers=headers
            ).json()

    def test_remote_calls_of_others_are_refused(self):
        calls = {
            'read': [['file']],
            'write': [{'file': packed(OWN).decode()}],
            'action_reset': [],
            'action_download': [],
        }
        for user in (self.office, self.manager):
            self._log_in(user)
            for method, args in calls.items():
                with self.subTest(user=user.login, method=method):
                    error = self._answer(method, *args)['error']
                    self.assertEqual(error['data']['name'], 'odoo.exceptions.AccessError')
        self.assertFalse(self.template.is_own)

    def test_private_methods_answer_no_remote_call(self):
        self._log_in(self.admin)
        for method in ('_content', '_validate', '_replace', '_shipped'):
            with self.subTest(method=method):
                self.assertIn('error', self._answer(method, 'form08'))

    def test_a_bad_file_by_remote_call(self):
        self._log_in(self.admin)
        error = self._answer('write', {'file': packed(BROKEN).decode()})['error']
        self.assertEqual(error['data']['name'], 'odoo.exceptions.UserError')
        self.assertIn('doc.titel', error['data']['message'])

    def test_guessed_address_of_the_file(self):
        address = f'/web/content/{self.template._name}/{self.template.id}'
        for user, status in ((self.admin, 200), (self.manager, 404), (self.staff, 404)):
            self._log_in(user)
            with self.subTest(user=user.login), mute_logger('odoo.http'):
                self.assertEqual(self.url_open(f'{address}/content').status_code, status)
