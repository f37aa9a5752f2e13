import json

from odoo import http
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .form08_common import REPORT, Form08Common, read_pdf

# In tests Odoo answers with HTML unless it is asked like this.
AS_PDF = 'context={"force_report_rendering": true}'


@tagged('post_install', '-at_install', 'security')
class TestForm08Http(Form08Common, HttpCase):
    """Printing through the addresses the web client uses, and anybody may guess."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.own = cls._reports(cls.people_a[2])
        cls.other = cls._reports(cls.people_b[1], campaign_unit_id=cls.participant_b.id)

    def _get(self, ids, converter='pdf'):
        self.authenticate('leader_a', 'leader_a')
        with mute_logger('odoo.http', 'odoo.addons.base.models.ir_rule'):
            return self.url_open(f'/report/{converter}/{REPORT}/{ids}?{AS_PDF}')

    def test_own_unit(self):
        response = self._get(self.own.id)
        self.assertEqual(
            (response.status_code, response.headers['Content-Type']), (200, 'application/pdf')
        )
        self.assert_printed(self.own.nominee_name, read_pdf(response.content))

    def test_another_unit_is_forbidden_in_any_form(self):
        for converter in ('pdf', 'html', 'text'):
            response = self._get(self.other.id, converter)
            self.assertEqual((converter, response.status_code), (converter, 403))
            self.assertNotIn(self.other.nominee_name, response.text)

    def test_a_mixed_batch_is_forbidden(self):
        self.assertEqual(self._get(f'{self.own.id},{self.other.id}').status_code, 403)

    def test_nobody_is_logged_in(self):
        response = self.url_open(f'/report/pdf/{REPORT}/{self.own.id}?{AS_PDF}')
        self.assertIn('/web/login', response.url)

    def test_nothing_chosen(self):
        response = self._get('')
        self.assertFalse(response.ok)
        self.assertNotIn('application/pdf', response.headers['Content-Type'])

    def _download(self, nomination):
        self.authenticate('leader_a', 'leader_a')
        url = f'/report/pdf/{REPORT}/{nomination.id}'
        data = {
            'data': json.dumps([url, 'qweb-pdf']),
            'context': json.dumps({'force_report_rendering': True}),
            'csrf_token': http.Request.csrf_token(self),
        }
        return self.url_open('/report/download', data=data)

    def test_download_is_named_after_the_nominee(self):
        response = self._download(self.own)
        self.assertIn(
            'Mau%2008%20-%20Nguyen%20Van%20a02.pdf', response.headers['Content-Disposition']
        )
        self.assertTrue(response.content.startswith(b'%PDF'))

    @mute_logger(
        'odoo.http', 'odoo.addons.base.models.ir_rule', 'odoo.addons.web.controllers.report'
    )
    def test_refused_download_tells_nothing(self):
        response = self._download(self.other)
        self.assertIn('AccessError', response.text)
        self.assertNotIn(self.other.nominee_name, response.text)
