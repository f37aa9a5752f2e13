from datetime import timedelta

from odoo import fields

from .common import EmulationCommon


class UnitReviewCommon(EmulationCommon):
    """Division A holds its meeting on one individual and on itself as a collective."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._campaign()
        cls.person = cls._nominate(employee_id=cls.people_a[2].id)
        cls.collective = cls._nominate(
            nominee_kind='collective',
            unit_id=cls.unit_a.id,
            campaign_award_id=cls.award_collective.id,
        )

    @classmethod
    def _nominate(cls, user=None, **vals):
        return (
            cls.env['emulation.nomination']
            .with_user(user or cls.leader_a)
            .create(
                {
                    'campaign_id': cls.campaign.id,
                    'phase_id': cls.phase_1.id,
                    'campaign_award_id': cls.award_individual.id,
                    'campaign_unit_id': cls.participant_a.id,
                    **vals,
                }
            )
        )

    @classmethod
    def _meeting(cls, user=None, **vals):
        """A review as typed in, people and nominees not filled yet."""
        now = fields.Datetime.now()
        return (
            cls.env['emulation.unit.review']
            .with_user(user or cls.leader_a)
            .create(
                {
                    'phase_id': cls.phase_1.id,
                    'campaign_unit_id': cls.participant_a.id,
                    'date_start': now - timedelta(hours=2),
                    'date_end': now - timedelta(hours=1),
                    'chair_id': cls.people_a[0].id,
                    'secretary_id': cls.people_a[1].id,
                    **vals,
                }
            )
        )

    @classmethod
    def _counted(cls, in_favour=9, **vals):
        """A review with everybody present and every vote counted, ready to be closed."""
        review = cls._meeting(**vals)
        review.action_fill()
        review.line_ids.write({'in_favour': in_favour, 'against': 10 - in_favour})
        return review

    def _closed(self, in_favour=9, **vals):
        review = self._counted(in_favour, **vals)
        review.action_close()
        return review
