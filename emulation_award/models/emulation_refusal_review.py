from odoo import models


class EmulationRefusal(models.AbstractModel):
    """What is wrong with the unit's own meeting, in words (domain/review.py)."""

    _inherit = 'emulation.refusal'

    def _say_votes_negative(self, nominee):
        return self.env._(
            'A number of votes on %(nominee)s is below zero. Enter the votes as counted.',
            nominee=nominee,
        )

    def _say_votes_exceed_present(self, nominee, cast, present):
        return self.env._(
            '%(cast)s votes are entered on %(nominee)s but %(present)s people were present. '
            'Correct the votes or the attendance.',
            nominee=nominee,
            cast=cast,
            present=present,
        )

    def _say_votes_missing(self, nominee, cast, present, missing):
        return self.env._(
            'Of %(present)s people present %(cast)s voted on %(nominee)s: enter the missing '
            '%(missing)s, as abstentions where they did not vote.',
            nominee=nominee,
            cast=cast,
            present=present,
            missing=missing,
        )

    def _say_present_exceeds_summoned(self, present, summoned):
        return self.env._(
            '%(present)s people are present but %(summoned)s were summoned. '
            'Add those who are missing to the attendance.',
            present=present,
            summoned=summoned,
        )

    def _say_quorum_not_met(self, present, summoned, needed, short_by):
        return self.env._(
            '%(present)s of %(summoned)s summoned are present; the meeting needs %(needed)s, '
            '%(short_by)s more. Hold the meeting again with enough people.',
            present=present,
            summoned=summoned,
            needed=needed,
            short_by=short_by,
        )

    def _say_review_missing(self, nominee, unit, phase):
        return self.env._(
            'No closed minutes of %(unit)s for %(phase)s name %(nominee)s. Hold the meeting of the '
            'unit, enter its votes under "Unit reviews" and close the minutes.',
            nominee=nominee,
            unit=unit,
            phase=phase,
        )

    def _say_review_not_supported(self, nominee, unit, in_favour, present):
        return self.env._(
            'The meeting of %(unit)s did not support %(nominee)s: %(in_favour)s of %(present)s '
            'present were in favour. A dossier cannot say otherwise than the minutes.',
            nominee=nominee,
            unit=unit,
            in_favour=in_favour,
            present=present,
        )
