from odoo import api, fields, models

from ..domain.completeness import criteria_findings, missing, section_findings
from ..domain.review import Decision, support_finding


class EmulationNomination(models.Model):
    """Whether the dossier is complete and the unit's minutes back it (KH IV.3)."""

    _inherit = 'emulation.nomination'

    dossier_status = fields.Char(
        'Dossier parts',
        compute='_compute_dossier_status',
        help='How many mandatory parts are there.',
    )

    @api.depends('dossier_line_ids.is_complete')
    @api.depends_context('lang')
    def _compute_dossier_status(self):
        for nomination in self:
            # sudo: as in _completeness_findings.
            items = [line._item() for line in nomination.sudo().dossier_line_ids]
            mandatory = [item for item in items if item.mandatory]
            nomination.dossier_status = self.env._(
                '%(there)s of %(all)s',
                there=len(mandatory) - len(missing(items)),
                all=len(mandatory),
            )

    def _completeness_findings(self):
        """What each dossier still lacks.

        :return: dict of nomination -> list of :class:`~..domain.findings.Finding`
        """
        # sudo: requirements, criteria and files of dossiers whose reader was checked.
        return {nomination: nomination.sudo()._missing() for nomination in self}

    def _missing(self):
        self.ensure_one()
        # Not `filtered`, which would have each dossier read its files by itself.
        uploads = (line for line in self.dossier_line_ids if line.kind == 'upload')
        return [
            *self._summary_findings(),
            *self._section_findings(),
            *criteria_findings(assessment._criterion() for assessment in self.assessment_ids),
            *self._criterion_file_findings(),
            *(finding for line in uploads for finding in line._findings()),
        ]

    def _summary_findings(self):
        """The summary of achievements is blank though the dossier must have one."""
        self.ensure_one()
        asked = any(line.kind == 'summary' and line.mandatory for line in self.dossier_line_ids)
        label = self._fields['achievement_summary']._description_string(self.env)
        return section_findings([(label, asked, self.achievement_summary or '')])

    def _section_findings(self):
        """Sections of the achievement report that must be written and are blank."""
        self.ensure_one()
        written = self.section_ids.filtered(lambda section: section.kind == 'text')
        return section_findings(
            (section.heading, section.mandatory, section.content or '') for section in written
        )

    def _criterion_file_findings(self):
        """Files that should show that a criterion is met and show nothing, or pretend."""
        return [
            finding
            for evidence in self.assessment_ids.evidence_ids
            for finding in evidence._acceptance_findings()
        ]

    # The unit's meeting

    def _support_findings(self):
        """Why the unit's minutes do not back this nomination, as a list of at most one."""
        self.ensure_one()
        found = support_finding(
            self.nominee_name,
            self.campaign_unit_id.display_name,
            self.phase_id.name,
            self._decision(),
        )
        return [found] if found else []

    def _decision(self):
        """What the last closed meeting decided, as the rules take it; None if there was none."""
        self.ensure_one()
        # sudo: the vote on the nominee, which the refusal may tell whoever prepares the dossier.
        line = self.sudo().review_line_id
        if line.review_id.state != 'closed':
            return None
        same = (
            line.review_id.phase_id == self.phase_id
            and line.review_id.campaign_unit_id == self.campaign_unit_id
            and line.nomination_id == self._origin
        )
        return Decision(
            same_meeting=same,
            supported=line.is_supported,
            in_favour=line.in_favour,
            present=line.review_id.present_count,
        )
