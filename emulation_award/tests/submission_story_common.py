"""A campaign whose council also approves nominees for the province, as far as the letter."""

import base64
import io
import tempfile
from datetime import datetime
from pathlib import Path

from pypdf import PdfWriter

from odoo import models
from odoo.fields import Command

from .council_story_common import CouncilStoryCommon
from .package_common import load_checker
from .story_common import at


def scan(width=595):
    """A PDF of one empty page, as a scanner would hand it in."""
    writer, buffer = PdfWriter(), io.BytesIO()
    writer.add_blank_page(width, 842)
    writer.write(buffer)
    return base64.b64encode(buffer.getvalue())


class SubmissionStoryCommon(CouncilStoryCommon):
    """One collective and two individuals go up; two others of the same session stay here."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # Told once for all tests of a class: it takes as long as a campaign.
        story = cls()
        story._tell()
        for name, value in vars(story).items():
            if isinstance(value, models.BaseModel):
                setattr(cls, name, value)
        cls.checker = load_checker()

    @classmethod
    def _set_up_sources(cls):
        super()._set_up_sources()
        catalogue = cls.env(user=cls.manager)
        cls.head.write(
            {
                'abbreviation': 'BQLKKTCK',
                'signatory_title': 'TRƯỞNG BAN',
                'signatory_name': 'Nguyễn Văn Trưởng',
                'organ_id': 'H37.15',
            }
        )
        cls.province = catalogue['emulation.authority'].create(
            {
                'name': 'Chủ tịch UBND tỉnh Lạng Sơn',
                'document_style': 'state',
                'is_superior': True,
                'organ_id': 'H37',
                'company_id': cls.company.id,
            }
        )
        cls.form_province = catalogue['emulation.award.form'].create(
            {
                'name': 'Bằng khen của Chủ tịch UBND tỉnh',
                'authority_id': cls.province.id,
                'report_form_id': cls.form_08.id,
                'company_id': cls.company.id,
            }
        )

    def _write_awards(self):
        awards = super()._write_awards()
        self.award_province = self._by(self.office, 'emulation.campaign.award').create(
            {
                'campaign_id': self.campaign.id,
                'award_form_id': self.form_province.id,
                'is_forwarded': True,
                'criteria_clause': 'mục IV',
                'citation': 'Kế hoạch, mục IV.2.2',
            }
        )
        return awards

    def _write_rules(self):
        criterion = super()._write_rules()
        for records in (criterion, self.campaign.requirement_ids):
            records.award_ids = [Command.link(self.award_province.id)]
        return criterion

    def _nominate(self, unit, nominee, phase=None, award=None):
        nomination = super()._nominate(unit, nominee, phase, award or self.awards[nominee])
        self._by(unit.leader_ids.user_id, 'emulation.evidence').create(
            {
                'name': 'Sáng kiến “Cửa khẩu số”.pdf',
                'file': scan(600 + nominee.id),
                'assessment_id': nomination.assessment_ids[:1].id,
            }
        )
        return nomination

    def _round_for(self, session, award, subject):
        voted = self._by(self.secretary, 'emulation.round').create(
            {'session_id': session.id, 'campaign_award_id': award.id, 'subject': subject}
        )
        return voted.with_user(self.chair)

    def _tell(self):
        with at('2025-06-10 08:00:00'):
            self._write_plan()
            self.campaign.action_launch()
        with at('2025-08-25 09:00:00'):
            self._chapter_dossiers()
        with at('2025-09-08 14:00:00'):
            self._chapter_session()
        with at('2025-11-17 09:00:00'):
            self._chapter_letter()

    def _chapter_dossiers(self):
        (unit_d, people_d), (unit_e, people_e) = self.units['D'], self.units['E']
        up, here = [(unit_e, unit_e), (unit_e, people_e[1]), (unit_d, people_d[1])], [
            (unit_e, people_e[2]),
            (unit_d, people_d[2]),
        ]  # fmt: skip
        self.awards = {
            **{nominee: self.award_province for _unit, nominee in up},
            **{nominee: self.award_head for _unit, nominee in here},
        }
        dossiers = self._accepted(self.phase_1, datetime(2025, 8, 25, 1), up + here)
        self.forwarded, self.kept = dossiers[:3], dossiers[3:]

    def _chapter_session(self):
        self.meeting = session = self._convened(self.phase_1, datetime(2025, 9, 8, 7))
        self._attended(session)
        for award, subject, dossiers in (
            (self.award_province, 'collective', self.forwarded[:1]),
            (self.award_province, 'individual', self.forwarded[1:]),
            (self.award_head, 'individual', self.kept),
        ):
            self._vote(self._round_for(session, award, subject), dict.fromkeys(dossiers, 7))
        self._close(session)

    def _chapter_letter(self):
        drafts = self._by(self.office, 'emulation.submission')._draft_for(self.campaign)
        self.submission = drafts.filtered(lambda one: one.authority_id == self.province)
        self.submission.write(
            {
                'number': '12/TTr-BQLKKTCK',
                'date': '2025-11-17',
                'signed_scan': scan(),
                'signed_scan_name': 'to trinh.pdf',
            }
        )

    # Packages

    def _built(self, user=None, submission=None):
        """The bytes of a package built by a user, without keeping it."""
        submission = (submission or self.submission).with_user(user or self.office)
        submission.invalidate_recordset()
        with tempfile.TemporaryDirectory() as folder:
            _name, path, sha256, seal = submission._build_package(folder)
            self.sha256, self.seal = sha256, seal
            return path.read_bytes()

    def _examined(self, content, expected_seal=''):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, 'goi.zip')
            path.write_bytes(content)
            return self.checker.examine(path, expected_seal)
