"""A superior authority, and nominations the council approved for it."""

import base64
from datetime import timedelta

from odoo import fields

from .nomination_common import PDF
from .round_common import RoundCommon


class SubmissionCommon(RoundCommon):
    """Three individuals are approved for an award that a superior authority decides on.

    The council's session is minuted; its result is entered the short way.
    """

    MEMBERS = 3
    CANDIDATES = 0
    APPROVED = 3

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.superior, cls.superior_award = cls._forwarded_award('Chủ tịch UBND tỉnh (test)')
        cls.nominations = cls._approved(cls.APPROVED)

    @classmethod
    def _forwarded_award(cls, name, style='state'):
        """A superior authority, and an award of the campaign whose criteria are by reference."""
        authority = cls.env['emulation.authority'].create(
            {
                'name': name,
                'is_superior': True,
                'document_style': style,
                'company_id': cls.company.id,
            }
        )
        form = cls.env['emulation.award.form'].create(
            {
                'name': f'Bằng khen của {name}',
                'authority_id': authority.id,
                'report_form_id': cls.report_form.id,
                'company_id': cls.company.id,
            }
        )
        basis = cls.env['emulation.legal.basis'].create(
            {
                'kind': 'plan',
                'number': f'134/KH-{authority.id}',
                'issuer': 'UBND tỉnh',
                'title': 'về phong trào thi đua',
                'date_issued': '2025-05-15',
                'company_id': cls.company.id,
            }
        )
        award = cls.env['emulation.campaign.award'].create(
            {
                'campaign_id': cls.campaign.id,
                'award_form_id': form.id,
                'criteria_basis_id': basis.id,
                'criteria_clause': 'mục IV',
                'requirement_ids': [(6, 0, cls.requirements.ids)],
            }
        )
        return authority, award

    @classmethod
    def _approved(cls, count, award=None, session=None):
        """Complete dossiers that an announced round of a minuted session selected."""
        award = award or cls.superior_award
        session = session or cls.session
        nominations = cls._nominate(count, session, campaign_award_id=award.id)
        cls._fill_in(nominations)
        voted = cls.env['emulation.round'].create(
            {
                'session_id': session.id,
                'campaign_award_id': award.id,
                'subject': 'individual',
            }
        )
        # Those on the agenda stand in it; the result follows.
        voted.candidate_ids.filtered(lambda one: one.nomination_id in nominations).write(
            {'yes': 3, 'base': 3, 'needed': 2, 'passed': True, 'outcome': 'selected'}
        )
        voted.write({'state': 'announced', 'announced_at': fields.Datetime.now()})
        session.state = 'minuted'
        nominations.state = 'approved'
        return nominations

    # What people do

    @classmethod
    def _drafted(cls, nominations=None, user=None, **vals):
        """A draft in the hands of the Office, ready to be sent."""
        nominations = cls.nominations if nominations is None else nominations
        return (
            cls.env['emulation.submission']
            .with_user(user or cls.office)
            .create(
                {
                    'campaign_id': cls.campaign.id,
                    'authority_id': cls.superior.id,
                    'number': '105/TTr-TEST',
                    'date': fields.Date.today(),
                    'place': 'Lạng Sơn',
                    'signatory_title': 'TRƯỞNG BAN',
                    'signatory_name': 'Nguyễn Văn Ban',
                    'signed_scan': PDF,
                    'signed_scan_name': 'to-trinh.pdf',
                    'line_ids': [(0, 0, {'nomination_id': one.id}) for one in nominations],
                    **vals,
                }
            )
        )

    @classmethod
    def _sent(cls, nominations=None, **vals):
        submission = cls._drafted(nominations, **vals)
        submission.action_send()
        return submission

    @classmethod
    def _decision(cls, **vals):
        return {
            'number': '2107/QĐ-UBND',
            'date': fields.Date.today(),
            'document': PDF,
            'document_name': 'quyet-dinh.pdf',
            **vals,
        }

    @classmethod
    def _yesterday(cls):
        return fields.Date.today() - timedelta(days=1)

    def _said(self, submission):
        """Codes of what keeps a submission from being sent."""
        return sorted(
            finding.code for findings in submission._findings().values() for finding in findings
        )

    def _entries(self, event, record):
        return self.env['emulation.journal'].search(
            [
                ('event', '=', event),
                ('res_model', '=', record._name),
                ('res_id', 'in', record.ids),
            ]
        )

    @staticmethod
    def _encoded(content):
        return base64.b64encode(content)
