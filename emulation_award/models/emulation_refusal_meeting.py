from odoo import models


class EmulationRefusal(models.AbstractModel):
    """What the minutes of the unit's meeting lack, in words (domain/meeting.py)."""

    _inherit = 'emulation.refusal'

    def _say_meeting_end_missing(self):
        return self.env._('The minutes do not say when the meeting ended. Enter it.')

    def _say_meeting_reversed(self, start, end):
        return self.env._(
            'The meeting ends at %(end)s, before it starts at %(start)s. Correct one of the two.',
            start=self._local(start),
            end=self._local(end),
        )

    def _say_meeting_not_over(self, end, now):
        return self.env._(
            'The meeting ends at %(end)s and it is %(now)s. Close the minutes after the meeting.',
            end=self._local(end),
            now=self._local(now),
        )

    def _say_nobody_present(self, summoned):
        return self.env._(
            'Of %(summoned)s people summoned nobody is marked as present. Fill the attendance.',
            summoned=summoned,
        )

    def _say_officer_missing(self, office):
        return self.env._(
            'The minutes name no %(office)s, who must sign them. Choose one of those present.',
            office=self._office(office),
        )

    def _say_officer_absent(self, office, name):
        return self.env._(
            '%(name)s is the %(office)s but is not marked as present. '
            'Correct the attendance, or choose one of those present.',
            name=name,
            office=self._office(office),
        )

    def _say_nobody_voted_on(self):
        return self.env._(
            'No nominee was voted on. Draft the nominations of the unit first, then fill the votes.'
        )

    def _say_nominee_elsewhere(self, nominee):
        return self.env._(
            '%(nominee)s is nominated by another unit or in another phase. Remove the line: '
            'a meeting votes on the nominees of its own unit and phase.',
            nominee=nominee,
        )

    def _say_nominee_settled(self, nominee, state):
        return self.env._(
            'The nomination of %(nominee)s is already "%(state)s", and a meeting decides before '
            'the dossier is sent. Remove the line.',
            nominee=nominee,
            state=self._label('emulation.nomination', 'state', state),
        )

    def _office(self, office):
        return {'chair': self.env._('chair'), 'secretary': self.env._('secretary')}[office]
