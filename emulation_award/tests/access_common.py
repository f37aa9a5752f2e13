"""Two agencies with one of everything in each unit, so that there is something to leak."""

import base64
from datetime import timedelta
from types import SimpleNamespace

from odoo import Command, fields

from .common import UNIT, EmulationCommon

#: A whole, if empty, PDF: evidence is judged by its content.
PDF = base64.b64encode(b'%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF')
SCOPES = ('own', 'other', 'foreign')


class AccessCommon(EmulationCommon):
    """Records in three scopes: of unit A, of unit B, and of an agency of another company.

    `staff` is nominated by unit A, which `leader_a` leads.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._campaign()
        cls.own = cls._world(cls.participant_a, cls.people_a[1])
        cls.other = cls._world(cls.participant_b, cls.people_b[1])
        cls.draft_campaign = cls.campaign.copy({'name': 'Chưa phát động'})
        cls.foreign = cls._foreign_world()
        cls.env.flush_all()

    @classmethod
    def _foreign_world(cls):
        """The same in another company; the class is put back as it was afterwards."""
        kept = dict(vars(cls))
        home = cls.env
        cls.company = home['res.company'].create({'name': 'Another agency'})
        home.user.company_ids += cls.company
        cls.env = home(context={**home.context, 'allowed_company_ids': cls.company.ids})
        cls.leader_a = cls._user('leader_foreign', UNIT)
        cls.office = cls._user('office_foreign', 'emulation_award.group_emulation_office')
        cls.unit_a, cls.people_a = cls._unit('Phòng Gamma', 10, cls.leader_a)
        cls.unit_b, cls.people_b = cls._unit('Phòng Delta', 10, cls._user('leader_delta', UNIT))
        cls._campaign()
        world = cls._world(cls.participant_a, cls.people_a[1])
        for name, value in kept.items():
            if getattr(cls, name, None) is not value and not name.startswith('__'):
                setattr(cls, name, value)
        return world

    @classmethod
    def _world(cls, participant, employee):
        """One record of each model that belongs to a unit, by model name."""
        env, campaign, phase = cls.env, cls.campaign, cls.phase_1
        nomination = env['emulation.nomination'].create(
            {
                'campaign_id': campaign.id,
                'phase_id': phase.id,
                'campaign_award_id': cls.award_individual.id,
                'campaign_unit_id': participant.id,
                'employee_id': employee.id,
            }
        )
        review = env['emulation.unit.review'].create(
            {'phase_id': phase.id, 'campaign_unit_id': participant.id}
        )
        amendment = env['emulation.amendment'].create(
            {'campaign_id': campaign.id, 'reason': 'Đổi mốc', 'state': 'done'}
        )
        decision = env['emulation.decision'].create(
            {
                'campaign_award_id': cls.award_individual.id,
                'line_ids': [Command.create({'nomination_id': nomination.id})],
            }
        )
        submission = env['emulation.submission'].create(
            {
                'campaign_id': campaign.id,
                'authority_id': cls.authority.id,
                # One draft for each type of award.
                'award_kind': 'merit' if participant == cls.participant_b else 'campaign',
                'line_ids': [Command.create({'nomination_id': nomination.id})],
            }
        )
        upload = nomination.dossier_line_ids.filtered(lambda line: line.kind == 'upload')
        records = [
            *cls._rules_of(participant),
            amendment,
            nomination,
            decision,
            decision.line_ids,
            submission,
            submission.line_ids,
            env['emulation.submission.sending'].create({'submission_id': submission.id}),
            nomination.section_ids[0],
            nomination.assessment_ids[0],
            upload,
            review,
            env['emulation.amendment.line'].create({'amendment_id': amendment.id, 'rule': 'Mốc'}),
            env['emulation.evidence'].create(
                {
                    'nomination_id': nomination.id,
                    'dossier_line_id': upload.id,
                    'name': 'sang-kien.pdf',
                    'file': PDF,
                }
            ),
            env['emulation.return.item'].create(
                {'nomination_id': nomination.id, 'target': 'summary', 'reason': 'Bổ sung số liệu'}
            ),
            env['emulation.unit.review.attendance'].create(
                {'review_id': review.id, 'employee_id': employee.id}
            ),
            env['emulation.unit.review.line'].create(
                {'review_id': review.id, 'nomination_id': nomination.id}
            ),
            env['emulation.certificate.printer'].create(
                {'name': 'Máy in', 'company_id': campaign.company_id.id}
            ),
            env['emulation.commendation'].create(
                {
                    'employee_id': employee.id,
                    'award_name': 'Giấy khen 2020',
                    'company_id': campaign.company_id.id,
                }
            ),
        ]
        return SimpleNamespace(**{record._name.replace('.', '_'): record for record in records})

    @classmethod
    def _rules_of(cls, participant):
        """What of the campaign's rules names the unit, and one rule of each other kind."""
        env, campaign = cls.env, cls.campaign
        quota = env['emulation.quota'].create(
            {
                'campaign_id': campaign.id,
                'name': 'Số riêng',
                'level': 'named',
                'number_kind': 'fixed',
                'stage': 'selection',
                'line_ids': [Command.create({'campaign_unit_id': participant.id, 'number': 3})],
                'counted_base_ids': [
                    Command.create(
                        {'campaign_unit_id': participant.id, 'number': 4, 'evidence': 'BC 12'}
                    )
                ],
            }
        )
        extension = env['emulation.extension'].create(
            {
                'phase_id': cls.phase_1.id,
                'campaign_unit_id': participant.id,
                'date_deadline': fields.Date.today() + timedelta(days=40),
                'reason': 'Mưa lũ',
            }
        )
        chain = env['emulation.journal.chain'].search([('campaign_id', '=', campaign.id)])
        return [
            campaign,
            cls.phase_1,
            cls.award_individual,
            cls.criteria[0],
            quota,
            quota.line_ids,
            quota.counted_base_ids,
            participant,
            participant.member_ids.filtered(lambda member: member.employee_id.user_id == cls.staff)
            or participant.member_ids[0],
            participant.unit_id,
            extension,
            chain,
            chain.entry_ids[0],
        ]
