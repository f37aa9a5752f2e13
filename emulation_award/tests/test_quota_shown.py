from odoo.exceptions import UserError
from odoo.tests import tagged

from .quota_common import QuotaCommon


@tagged('post_install', '-at_install')
class TestQuotaShown(QuotaCommon):
    """Shown live while nominating, to those it concerns."""

    def _status(self, user, participant=None):
        participant = (participant or self.participant_a).with_user(user)
        participant.invalidate_recordset(['quota_status'])
        return participant.quota_status

    def test_the_leader_sees_what_is_used_and_in_preparation(self):
        self._launch()
        nominations = self._nominations(self.people_a[2:4])
        self.assertEqual(
            self._status(self.leader_a),
            '0 of 2 used, 2 in preparation – Không quá 20 % cá nhân',
        )
        nominations.state = 'submitted'
        self.assertEqual(self._status(self.leader_a), '2 of 2 used – Không quá 20 % cá nhân')

    def test_an_overrun_is_shown_and_lets_nobody_else_in(self):
        self._launch()
        holders = self._nominations(self.people_a[2:5], 'submitted')
        self.assertIn('3 of 2 used, 1 too many', self._status(self.office))
        self._refusal(self._nominations(self.people_a[5]))
        self.assertEqual(set(holders.mapped('state')), {'submitted'})

    def test_phases_are_shown_one_by_one(self):
        self._launch(period='phase')
        self._nominations(self.people_a[2], 'submitted', phase_id=self.phase_2.id)
        self.assertEqual(
            self._status(self.leader_a),
            '0 of 2 used – Không quá 20 % cá nhân – Đợt 1; '
            '1 of 2 used – Không quá 20 % cá nhân – Đợt 2',
        )

    def test_others_see_nothing_of_a_units_use(self):
        self._launch()
        self._nominations(self.people_a[2:4], 'submitted')
        for user in (self.leader_b, self.member, self.staff):
            self.assertFalse(self._status(user))
        self.assertTrue(self._status(self.auditor))

    def test_a_shared_quota_names_only_the_readers_own_nominees(self):
        self._launch(level='campaign')
        self.people_a[2].name = 'Lê Đào'
        self._nominations(self.people_a[2], 'submitted')
        self._of_b(self.people_b[1], 'submitted')
        said = self._refusal(self._nominations(self.people_a[3]))
        self.assertIn('Lê Đào', said)
        self.assertIn('1 of other units', said)
        self.assertNotIn(self.people_b[1].name + ',', said)
        self.assertNotIn(self.people_b[1].name + ')', said)

    def test_per_nomination_the_rows_it_counts_in(self):
        self._launch()
        own, collective = (
            self._nominations(self.people_a[2]),
            self._collective(self.unit_a, self.participant_a),
        )
        rows = self.quotas._nomination_usage(own + collective)
        self.assertEqual([row.quota for row in rows[own]], [self.quota])
        self.assertEqual(rows[collective], [])


@tagged('post_install', '-at_install', 'perf')
class TestQuotaConcurrency(QuotaCommon):
    """Whoever takes or frees a place writes the rows it competes on, in few queries."""

    def _revisions(self):
        return (
            self.participant_a.quota_revision,
            self.participant_b.quota_revision,
            self.campaign.quota_revision,
        )

    def test_a_unit_quota_is_contended_on_the_unit(self):
        self._launch()
        self._take(self._nominations(self.people_a[2:4]))
        self.assertEqual(self._revisions(), (1, 0, 0))

    def test_a_campaign_quota_is_contended_on_the_campaign(self):
        self._launch(level='campaign')
        self._take(self._nominations(self.people_a[2]))
        self.assertEqual(self._revisions(), (0, 0, 1))

    def test_freeing_contends_as_well(self):
        self._launch()
        self.quotas._free_places(self._nominations(self.people_a[2], 'submitted'))
        self.assertEqual(self._revisions(), (1, 0, 0))

    def test_nothing_is_contended_where_no_quota_binds(self):
        self._launch()
        self._take(self._collective(self.unit_a, self.participant_a))
        self.assertEqual(self._revisions(), (0, 0, 0))

    def test_amending_and_closing_contend_with_whoever_submits(self):
        self._launch()
        by_office = self.campaign.with_user(self.office)
        by_office._start_amendment('Thử')
        by_office.purpose = 'Khác'
        by_office.action_finish_amendment()
        self.assertEqual(self._revisions(), (1, 1, 1))
        by_office.action_close()
        self.assertEqual(self._revisions(), (2, 2, 2))

    def test_the_revision_is_nobodys_to_write(self):
        self._launch()
        for records in (self.participant_a, self.campaign):
            with self.assertRaises(UserError):
                records.with_user(self.office).quota_revision = 9

    def test_as_many_queries_for_forty_as_for_two(self):
        unit, people = self._unit('Phòng Lớn', 200, self.manager)
        participant = self.env['emulation.campaign.unit'].create(
            {'campaign_id': self.campaign.id, 'unit_id': unit.id}
        )
        self._launch()
        few = self._nominations(people[:2], campaign_unit_id=participant.id)
        many = self._nominations(people[2:40], campaign_unit_id=participant.id)
        self._queries(few)  # what the server remembers from one request to the next
        self.assertEqual(self._queries(few), self._queries(many))

    def _queries(self, nominations):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.cr.sql_log_count
        self._take(nominations, self.office)
        return self.cr.sql_log_count - before
