from odoo.exceptions import UserError

from .common import EmulationCommon


class QuotaCommon(EmulationCommon):
    """A draft campaign whose quota each test sets before it launches."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._campaign(launch=False)
        cls.quotas = cls.env['emulation.quota']

    def _launch(self, **quota_vals):
        self.quota.write(quota_vals)
        self.campaign.with_user(self.office).action_launch()

    @classmethod
    def _nominations(cls, employees, state='reviewed', **vals):
        """Nominations in a state, put there behind the operations' back."""
        return cls.env['emulation.nomination'].create(
            [
                {
                    'campaign_id': cls.campaign.id,
                    'phase_id': cls.phase_1.id,
                    'campaign_award_id': cls.award_individual.id,
                    'campaign_unit_id': cls.participant_a.id,
                    'employee_id': employee.id,
                    'state': state,
                    **vals,
                }
                for employee in employees
            ]
        )

    @classmethod
    def _of_b(cls, employees, state='reviewed', **vals):
        return cls._nominations(employees, state, campaign_unit_id=cls.participant_b.id, **vals)

    @classmethod
    def _collective(cls, unit, participant, state='reviewed', **vals):
        return cls._nominations(
            cls.people_a.browse([False]),
            state,
            nominee_kind='collective',
            unit_id=unit.id,
            campaign_unit_id=participant.id,
            campaign_award_id=cls.award_collective.id,
            **vals,
        )

    def _take(self, nominations, user=None):
        self.quotas.with_user(user or self.leader_a)._take_places(
            nominations.with_user(user or self.leader_a)
        )

    def _refusal(self, nominations, user=None):
        with self.assertRaises(UserError) as caught:
            self._take(nominations, user)
        return caught.exception.args[0]
