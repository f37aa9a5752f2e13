from odoo import models

from ..domain.states import State


class EmulationNomination(models.Model):
    """What the unit's closed minutes make of its nominations: the two never disagree."""

    _inherit = 'emulation.nomination'

    def _apply_review(self, lines):
        """Take over what closed minutes decided; the last closed ones count.

        Called by the closing of minutes, which has checked the user and that every nomination is
        still to be decided on (domain/meeting.py REVIEWABLE).

        :param lines: emulation.unit.review.line of the minutes just closed, one per nomination
        """
        before = {nomination: nomination.state for nomination in self}
        line_of = {line.nomination_id: line for line in lines}
        for nomination in self:
            line = line_of[nomination]
            nomination._write_operation(
                {
                    'review_line_id': line.id,
                    'state': State.REVIEWED if line.is_supported else State.DRAFT,
                }
            )
        self._journal(
            'nomination.reviewed', before, lambda nomination: line_of[nomination]._payload()
        )
