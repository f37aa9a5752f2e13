from odoo import models


class EmulationRefusal(models.AbstractModel):
    """Who may not be nominated, and why, in words (domain/eligibility.py)."""

    _inherit = 'emulation.refusal'

    def _say_subject_not_allowed(self, nominee, kind, award):
        if kind == 'collective':
            return self.env._(
                '%(award)s is not for collectives, and %(nominee)s is one. Choose another award.',
                nominee=nominee,
                award=award,
            )
        return self.env._(
            '%(award)s is not for individuals, and %(nominee)s is one. Choose another award.',
            nominee=nominee,
            award=award,
        )

    def _say_outsider_not_allowed(self, nominee, award):
        return self.env._(
            '%(nominee)s is outside the staff, and the plan gives %(award)s to its own staff and '
            'units only. Choose an award that is open to people outside.',
            nominee=nominee,
            award=award,
        )

    def _say_not_in_unit(self, nominee, unit, award):
        return self.env._(
            '%(nominee)s was not counted in %(unit)s on the day of the head count, and '
            '%(award)s is proposed by the unit that counts the nominee. Let that unit propose.',
            nominee=nominee,
            unit=unit,
            award=award,
        )

    def _say_category_not_eligible(self, nominee, category, allowed, award):
        if not category:
            return self.env._(
                '%(award)s is for %(allowed)s, and %(nominee)s has no staff category. '
                'Ask HR to enter it on the employee.',
                nominee=nominee,
                allowed=allowed,
                award=award,
            )
        return self.env._(
            '%(award)s is for %(allowed)s, and %(nominee)s is %(category)s. Choose another award.',
            nominee=nominee,
            category=category,
            allowed=allowed,
            award=award,
        )

    def _say_duplicate_award(self, nominee, award, nominations):
        return self.env._(
            '%(nominee)s is already nominated for %(award)s (%(nominations)s): nobody is nominated '
            'twice for one award. Withdraw one of the two.',
            nominee=nominee,
            award=award,
            nominations=nominations,
        )

    def _say_justification_missing(self, nominee, award, nominations):
        return self.env._(
            '%(nominee)s is also nominated for another award (%(nominations)s), and one '
            'achievement earns one award. Write under "Why two awards" which different '
            'achievement %(award)s rewards.',
            nominee=nominee,
            award=award,
            nominations=nominations,
        )

    def _say_on_hold_pending(self, nominee, holds):
        return self.env._(
            '%(nominee)s is on hold (%(holds)s): nobody is proposed or awarded while such a case '
            'is pending. Wait until the Office has released the hold with the concluding document, '
            'or leave %(nominee)s out.',
            nominee=nominee,
            holds=holds,
        )
