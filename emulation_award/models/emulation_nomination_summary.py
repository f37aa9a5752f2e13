from odoo import models

from ..domain import achievement_summary


class EmulationNomination(models.Model):
    """The summary of achievements of a nomination as a document (tóm tắt thành tích)."""

    _inherit = 'emulation.nomination'

    def _achievement_summary(self):
        """The summary of each nomination, for whatever prints it.

        Once a dossier was sent, the nominee's particulars are those frozen then. How the unit
        voted is said only to whoever may read its minutes.

        :return: {nomination id: domain.achievement_summary.AchievementSummary}, in the order of
            the records
        :raises AccessError: the user may not read one of the nominations
        """
        self.check_access('read')
        # sudo: whoever may read a dossier may read the summary it contains, as with its report.
        nominations = self.sudo()
        lines = nominations.review_line_id.with_env(self.env)
        votes = lines._filtered_access('read')
        own_bodies = nominations._own_bodies()
        return {
            one.id: achievement_summary.achievement_summary(one._summary_facts(own_bodies, votes))
            for one in nominations
        }

    def _summary_facts(self, own_bodies, votes):
        """What the summary is made from.

        :param votes: lines of minutes whose figures the reader may see
        """
        self.ensure_one()
        return achievement_summary.Facts(
            report=self._form08_facts(own_bodies, self.env['emulation.commendation']),
            phase=self.phase_id.name,
            summary=self.achievement_summary or '',
            justification=self.justification or '',
            criteria=tuple(self._summary_criterion(line) for line in self.assessment_ids),
            attachments=self._summary_attachments(),
            meeting=self._summary_meeting(self.review_line_id.id in votes.ids),
        )

    def _summary_criterion(self, assessment):
        return achievement_summary.Criterion(
            assessment.body or assessment.criterion_id.name,
            assessment.verdict or '',
            assessment.evidence_text or '',
            tuple(assessment.evidence_ids.mapped('name')),
        )

    def _summary_attachments(self):
        return tuple(
            (line.requirement_id.name, tuple(line.evidence_ids.mapped('name')))
            for line in self.dossier_line_ids
            if line.evidence_ids
        )

    def _summary_meeting(self, are_votes_shown):
        line, review = self.review_line_id, self.review_line_id.review_id
        if not line:
            return None
        return achievement_summary.Meeting(
            review.campaign_unit_id.display_name,
            review._local(review.date_start).date(),
            line.is_supported,
            present=review.present_count,
            count=line._count() if are_votes_shown else None,
        )
