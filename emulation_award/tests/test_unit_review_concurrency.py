from datetime import datetime, time, timedelta

from psycopg2.errors import SerializationFailure

from odoo import api, fields
from odoo.sql_db import Cursor
from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger

from .committed_common import CommittedCommon


class RaceCommon(CommittedCommon):
    """Two transactions that both looked before either wrote."""

    def _race(self, user, first, second):
        """Commit `first`, then let `second`, which has seen nothing of it, try.

        :param first: function of an environment
        :param second: likewise
        :return: what `second` returned
        :raises SerializationFailure: the server would retry `second` and let it look again
        """
        with self._own_cursor() as early, self._own_cursor() as late:
            envs = [self._env_of(cr, user) for cr in (early, late)]
            for env in envs:
                env['emulation.unit.review'].search([]).mapped('state')  # takes the snapshot
            first(envs[0])
            envs[0].flush_all()
            Cursor.commit(early)
            result = second(envs[1])
            envs[1].flush_all()
            return result

    def _env_of(self, cr, user):
        return api.Environment(cr, user.id, {'allowed_company_ids': self.company.ids})


@tagged('post_install', '-at_install', 'slow')
class TestUnitReviewConcurrency(RaceCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.early, cls.late = (cls._counted(phase) for phase in cls.phase_1 + cls.phase_2)
        cls._commit()

    @classmethod
    def _counted(cls, phase):
        """The minutes of unit A in this phase, ready to be closed."""
        person = cls.people_a[2 if phase == cls.phase_1 else 3]
        cls._draft(person, phase_id=phase.id)
        now = fields.Datetime.now()
        review = (
            cls.env['emulation.unit.review']
            .with_user(cls.leader_a)
            .create(
                {
                    'phase_id': phase.id,
                    'campaign_unit_id': cls.participant_a.id,
                    'date_start': now - timedelta(hours=2),
                    'date_end': now - timedelta(hours=1),
                    'chair_id': cls.people_a[0].id,
                    'secretary_id': cls.people_a[1].id,
                }
            )
        )
        review.action_fill()
        review.line_ids.in_favour = 10
        return review

    @mute_logger('odoo.sql_db')
    def test_a_close_sees_every_change_of_a_part(self):
        for part, vals in (
            ('line_ids', {'in_favour': 0, 'against': 10}),
            ('attendance_ids', {'presence': 'absent'}),
        ):
            with self.subTest(part), self.assertRaises(SerializationFailure):
                self._race(
                    self.leader_a,
                    lambda env, part=part, vals=vals: self._in(env, self.early)[part][0].write(
                        vals
                    ),
                    lambda env: self._in(env, self.early).action_close(),
                )

    @mute_logger('odoo.sql_db')
    def test_a_change_sees_the_close(self):
        with self.assertRaises(SerializationFailure):
            self._race(
                self.leader_a,
                lambda env: self._in(env, self.late).action_close(),
                lambda env: self._in(env, self.late).line_ids[0].write({'in_favour': 0}),
            )

    def _in(self, env, review):
        return env['emulation.unit.review'].browse(review.id)


@tagged('post_install', '-at_install', 'slow')
class TestReminderConcurrency(RaceCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.leader_a.sudo().notification_type = 'inbox'
        cls._commit()

    @mute_logger('odoo.sql_db')
    def test_two_runs_send_once(self):
        root = self.env.ref('base.user_root')
        day = self.phase_1.date_deadline - timedelta(days=4)  # worded "before": three days left

        def remind(env):
            mine = (
                env['emulation.reminder']
                ._due()
                .filtered(lambda line: line.campaign_id.id == self.campaign.id)
            )
            return env['emulation.reminder']._remind(mine, 'automatic')

        with freeze_time(datetime.combine(day, time(5))):
            again = self._race(root, remind, remind)

        self.assertFalse(again)
        with self._own_cursor() as cr:
            env = self._env_of(cr, self.office)
            sent = env['emulation.reminder'].search([('campaign_id', '=', self.campaign.id)])
            units = self.participant_a + self.participant_b
            self.assertEqual(sorted(sent.campaign_unit_id.ids), sorted(units.ids))
