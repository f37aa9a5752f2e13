from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from ..domain import reminder_letter
from ..domain.windows import local_time
from .emulation_overview import OFFICE_GROUP


class EmulationPhase(models.Model):
    """The letter that urges the units of a phase to send their dossiers (công văn đôn đốc)."""

    _inherit = 'emulation.phase'

    def _reminder_letter(self):
        """The letter of each phase, for whatever prints it; its figures are those of today.

        :return: {phase id: domain.reminder_letter.ReminderLetter}, in the order of the records
        :raises AccessError: not the Office, or the user may not read one of the phases
        :raises UserError: nobody has anything left to send in one of the phases
        """
        self.check_access('read')
        if not self.env.user.has_group(OFFICE_GROUP):
            raise AccessError(self.env._('Only the Office writes to the units on what is missing.'))
        pending = self._pending_lines()
        # sudo: names of units and the plan's own words; the Office has been checked above.
        return {
            phase.id: reminder_letter.reminder_letter(phase.sudo()._reminder_facts(lines.sudo()))
            for phase, lines in pending.items()
        }

    def _pending_lines(self):
        """Lines of the overview with something left to send, by phase."""
        found = self.env['emulation.overview'].search(
            [('phase_id', 'in', self.ids), ('is_pending', '=', True)]
        )
        by_phase = found.grouped('phase_id')
        for phase in self:
            if phase not in by_phase:
                raise UserError(
                    self.env._(
                        '%(phase)s: no unit has anything left to send, so there is nobody to '
                        'remind. Only running campaigns are looked at.',
                        phase=phase.display_name,
                    )
                )
        return {phase: by_phase[phase] for phase in self}

    def _reminder_facts(self, lines):
        self.ensure_one()
        campaign, today = self.campaign_id, self._today()
        archive = campaign.recipient_ids.filtered('is_archive')[:1]
        in_order = lines.sorted(lambda line: (line.campaign_unit_id.sequence, line.id))
        extensions = self._extensions_by_unit()
        return reminder_letter.Facts(
            heading=campaign._plan_heading(today),
            code=campaign.authority_id.abbreviation or '',
            campaign=campaign.name,
            phase=self.name,
            deadline=reminder_letter.Deadline(self.date_deadline, self.deadline_wording),
            units=tuple(self._reminder_unit(line, extensions) for line in in_order),
            today=today,
            signing=campaign._plan_signing(),
            plan=campaign.plan_number or '',
            plan_date=campaign.plan_date or None,
            extension=self._reminder_extension(self.env['emulation.campaign.unit'], extensions),
            receiver=campaign.dossier_receiver or '',
            archive=archive.name or '',
        )

    def _today(self):
        """The day it is where the campaign is held."""
        return local_time(fields.Datetime.now(), self._zone()).date()

    def _reminder_unit(self, line, extensions):
        sent = line.nominated_count - line.preparing_count - line.returned_count
        return reminder_letter.Unit(
            name=line.campaign_unit_id.display_name,
            sent=sent,
            preparing=line.preparing_count,
            returned=line.returned_count,
            days_left=line.days_left,
            extension=self._reminder_extension(line.campaign_unit_id, extensions),
        )

    def _reminder_extension(self, unit, extensions):
        """The grant that gives a unit, or with the empty unit all others, their deadline.

        :return: None where the plan's own holds
        """
        everybody, none = self.env['emulation.campaign.unit'], self.env['emulation.extension']
        granted = extensions.get(everybody, none) | extensions.get(unit, none)
        last = granted.filtered('deadline_at').sorted('deadline_at')[-1:]
        if not last or last.deadline_at <= self.deadline_at:
            return None
        return reminder_letter.Deadline(last.date_deadline, last.deadline_wording)
