from odoo.tests import HttpCase, tagged

from .round_common import RoundCommon

DESK = '/odoo/emulation-vote'
PHONE = '375x667'
DESKTOP = '1366x768'


@tagged('post_install', '-at_install', 'tour', 'slow')
class TestCouncilTour(RoundCommon, HttpCase):
    """A round from its opening to its result, in the browser: the chair at a desk, members on
    phones.
    """

    MEMBERS = 5

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.round = cls._round()
        cls.form = f'/odoo/action-emulation_award.emulation_round_action/{cls.round.id}'
        for user in cls.users:
            user.password = user.login  # as the browser logs in
        cls.env.flush_all()
        # Of the same name in HttpCase: the browser's.
        cls.session = None

    def _tour(self, name, url, user, size):
        self.browser_size, self.touch_enabled = size, size == PHONE
        self.start_tour(url, f'emulation_council_tour_{name}', login=user.login)

    def test_council_tour(self):
        self._tour('open', self.form, self.chair, DESKTOP)
        for user in self.users[2:]:
            self._tour('vote', DESK, user, PHONE)
        self._tour('close', self.form, self.chair, DESKTOP)
        self._tour('result', DESK, self.users[3], PHONE)

        self.round.invalidate_recordset()
        figures = self.round.sudo().candidate_ids.mapped(lambda one: (one.yes, one.no, one.abstain))
        self.assertEqual(set(figures), {(3, 0, 0), (0, 3, 0), (0, 0, 3)})
        self.assertEqual(self.round.sudo()._voted(), self.members[2:])

    def test_council_tour_live(self):
        self._tour('live', self.form, self.chair, DESKTOP)
