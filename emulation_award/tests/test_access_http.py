import json

from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .access_common import SCOPES, AccessCommon

REPORT = 'emulation_award.report_form08'
NOBODY = (False, False, False)
#: role -> whether it reads the dossier of (own unit, other unit, other company).
READERS = {
    'staff': (True, False, False),
    'leader_a': (True, False, False),
    'leader_b': (False, True, False),
    'office': (True, True, False),
    'manager': (True, True, False),
    'member': NOBODY,
    'auditor': (True, True, False),
}


@tagged('post_install', '-at_install', 'security')
class TestAccessHttp(AccessCommon, HttpCase):
    """The same by HTTP: records, files and prints, at addresses one may guess."""

    def _answers(self, role, ask):
        """Whether `ask` answers this role for a record of each scope."""
        login = getattr(self, role).login
        self.authenticate(login, login.ljust(8, 'x'))
        # Refusals are logged as warnings; here they are what is asked for.
        with mute_logger('odoo.http', 'odoo.addons.base.models.ir_rule'):
            return tuple(ask(getattr(self, scope)) for scope in SCOPES)

    def _matrix(self, ask):
        return {role: self._answers(role, ask) for role in READERS}

    def _call(self, model, method, args):
        """Whether a remote call is answered with a result."""
        params = {'model': model, 'method': method, 'args': args, 'kwargs': {}}
        body = json.dumps({'jsonrpc': '2.0', 'method': 'call', 'params': params})
        headers = {'Content-Type': 'application/json'}
        response = self.url_open(f'/web/dataset/call_kw/{model}/{method}', body, headers=headers)
        return 'result' in response.json()

    def test_records_by_remote_call(self):
        def ask(world):
            nomination = world.emulation_nomination
            return self._call(nomination._name, 'read', [nomination.ids, ['nominee_name']])

        self.assertEqual(self._matrix(ask), READERS)

    def test_state_is_written_by_no_remote_call(self):
        def ask(world):
            nomination = world.emulation_nomination
            return self._call(nomination._name, 'write', [nomination.ids, {'state': 'accepted'}])

        self.assertEqual(self._matrix(ask), dict.fromkeys(READERS, NOBODY))

    def test_evidence_by_record_address(self):
        def ask(world):
            evidence = world.emulation_evidence
            return self.url_open(f'/web/content/{evidence._name}/{evidence.id}/file').ok

        self.assertEqual(self._matrix(ask), READERS)

    def test_evidence_by_guessed_attachment_number(self):
        def ask(world):
            evidence = world.emulation_evidence
            attachment = self.env['ir.attachment'].search(
                [
                    ('res_model', '=', evidence._name),
                    ('res_field', '=', 'file'),
                    ('res_id', '=', evidence.id),
                ]
            )
            self.assertEqual(len(attachment), 1)
            return self.url_open(f'/web/content/{attachment.id}').ok

        self.assertEqual(self._matrix(ask), READERS)

    def test_form08_by_guessed_address(self):
        def ask(world):
            response = self.url_open(f'/report/html/{REPORT}/{world.emulation_nomination.id}')
            return response.ok and world.emulation_nomination.nominee_name in response.text

        self.assertEqual(self._matrix(ask), READERS)

    def test_form08_of_a_batch_with_one_forbidden_prints_none(self):
        ids = f'{self.own.emulation_nomination.id},{self.other.emulation_nomination.id}'

        def ask(world):
            return self.url_open(f'/report/html/{REPORT}/{ids}').ok

        self.assertEqual(self._answers('leader_a', ask), NOBODY)
        self.assertEqual(self._answers('office', ask), (True, True, True))
