"""Dossiers in every state, made the way people make them."""

import base64
from contextlib import contextmanager
from datetime import timedelta

from odoo import fields
from odoo.exceptions import UserError
from odoo.models import BaseModel

from .common import EmulationCommon

PDF = base64.b64encode(b'%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF')
SCREEN = 'emulation_award.mail_activity_type_screen'
CORRECT = 'emulation_award.mail_activity_type_correct'


class NominationCommon(EmulationCommon):
    """A launched campaign; division A (10 people) may nominate two, division B (4) nobody."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._campaign()

    @classmethod
    def _another_campaign(cls, **vals):
        """A second campaign; the class keeps speaking of the first."""
        first = {name: value for name, value in vars(cls).items() if isinstance(value, BaseModel)}
        try:
            return cls._campaign(**{'name': 'Phong trào khác', **vals})
        finally:
            for name, value in first.items():
                setattr(cls, name, value)

    @classmethod
    def _vals(cls, employee=None, **vals):
        return {
            'campaign_id': cls.campaign.id,
            'phase_id': cls.phase_1.id,
            'campaign_award_id': cls.award_individual.id,
            'campaign_unit_id': cls.participant_a.id,
            'employee_id': (employee or cls.people_a[2]).id,
            **vals,
        }

    @classmethod
    def _collective_vals(cls, **vals):
        return cls._vals(
            nominee_kind='collective',
            employee_id=False,
            unit_id=cls.unit_a.id,
            campaign_award_id=cls.award_collective.id,
            **vals,
        )

    @classmethod
    def _draft(cls, *employees, user=None, **vals):
        """Nominations as their leader has just made them, empty."""
        model = cls.env['emulation.nomination'].with_user(user or cls.leader_a)
        return model.create(
            [cls._vals(employee, **vals) for employee in employees or (cls.people_a[2],)]
        )

    @classmethod
    def _fill_in(cls, nominations):
        """Write all that a dossier must have."""
        nominations.write({'achievement_summary': 'Hoàn thành xuất sắc nhiệm vụ.'})
        texts = nominations.section_ids.filtered(lambda section: section.kind == 'text')
        texts.write({'content': 'Số liệu cụ thể so với chỉ tiêu.'})
        nominations.assessment_ids.write({'verdict': 'met', 'evidence_text': 'QĐ 12/QĐ-BQL'})
        return nominations

    @classmethod
    def _hold_meeting(cls, nominations, in_favour=10):
        """Close minutes of the unit, with everybody present, that vote on the nominations."""
        unit = nominations.campaign_unit_id
        people = unit.member_ids.employee_id
        now = fields.Datetime.now()
        review = (
            cls.env['emulation.unit.review']
            .with_user(unit.unit_id.leader_ids.user_id)
            .create(
                {
                    'phase_id': nominations.phase_id.id,
                    'campaign_unit_id': unit.id,
                    'date_start': now - timedelta(hours=2),
                    'date_end': now - timedelta(hours=1),
                    'chair_id': people[0].id,
                    'secretary_id': people[1].id,
                    'attendance_ids': [(0, 0, {'employee_id': person.id}) for person in people],
                    'line_ids': [
                        (
                            0,
                            0,
                            {
                                'nomination_id': nomination.id,
                                'in_favour': in_favour,
                                'against': len(people) - in_favour,
                            },
                        )
                        for nomination in nominations
                    ],
                }
            )
        )
        review.action_close()
        review.flush_recordset()
        return review

    @classmethod
    def _reviewed(cls, *employees, **vals):
        """Complete dossiers that the unit supports, ready to be submitted."""
        nominations = cls._fill_in(cls._draft(*employees, **vals))
        cls._hold_meeting(nominations)
        return nominations

    @classmethod
    def _submitted(cls, *employees, **vals):
        nominations = cls._reviewed(*employees, **vals)
        nominations.action_submit()
        return nominations

    @classmethod
    def _accepted(cls, *employees, **vals):
        nominations = cls._submitted(*employees, **vals)
        nominations.with_user(cls.office).action_accept()
        return nominations

    @classmethod
    def _returned(cls, *employees, parts=({'target': 'summary'},), **vals):
        """Returned for the named parts, the summary unless told otherwise."""
        nominations = cls._submitted(*employees, **vals)
        items = [{'reason': 'Bổ sung', **part} for part in parts]
        by_office = nominations.with_user(cls.office)
        by_office._return(dict.fromkeys(by_office, items))
        return nominations

    @classmethod
    def _in_state(cls, state, *employees, **vals):
        """A nomination brought into a state; the council's states are set by hand."""
        makers = {
            'draft': cls._draft,
            'reviewed': cls._reviewed,
            'submitted': cls._submitted,
            'accepted': cls._accepted,
            'returned': cls._returned,
        }
        if state in makers:
            return makers[state](*employees, **vals)
        if state == 'withdrawn':
            nominations = cls._submitted(*employees, **vals)
            nominations._withdraw('Rút')
        elif state == 'on_hold':
            nominations = cls._submitted(*employees, **vals)
            nominations.with_user(cls.office)._hold('inspection', 'Thanh tra')
        else:
            nominations = cls._accepted(*employees, **vals)
            nominations.sudo().state = state
        return nominations

    @contextmanager
    def _refused(self, pattern, error=UserError):
        """What is done inside is refused with words that match, and leaves nothing behind."""
        # Not assertRaisesRegex: only assertRaises rolls back what was done before the refusal.
        with self.assertRaises(error) as caught:
            yield
        self.assertRegex(str(caught.exception), pattern)

    def _activities(self, nominations):
        """What is to be done on nominations, as (type, user) in no order."""
        types = {self.env.ref(SCREEN): 'screen', self.env.ref(CORRECT): 'correct'}
        activities = (
            self.env['mail.activity']
            .sudo()
            .search([('res_model', '=', 'emulation.nomination'), ('res_id', 'in', nominations.ids)])
        )
        return sorted((types[one.activity_type_id], one.user_id.login) for one in activities)

    def _events(self, nominations):
        """Journaled events of nominations, in order."""
        entries = self.env['emulation.journal'].search(
            [('res_model', '=', 'emulation.nomination'), ('res_id', 'in', nominations.ids)],
            order='seq',
        )
        return [entry.event for entry in entries]
