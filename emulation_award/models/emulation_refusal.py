from zoneinfo import ZoneInfo

from odoo import api, models
from odoo.exceptions import UserError


class EmulationRefusal(models.AbstractModel):
    """Turn what the rules find into sentences: which rule, whose figure, what to do next.

    The rules (domain/) return findings, never text; this is the only place that words them, so
    the same refusal reads the same on a form, in a bulk preview and in an import.
    One method `_say_<code>` per code of `domain.findings.CODES`, taking the finding's parameters.
    """

    _name = 'emulation.refusal'
    _description = 'Wording of refusals'

    @api.model
    def _raise_if(self, findings, heading=''):
        """Raise one UserError that lists every finding; do nothing when there is none."""
        if findings:
            raise UserError('\n'.join(filter(None, [heading, *self._sentences(findings)])))

    @api.model
    def _sentences(self, findings):
        return [self._sentence(finding) for finding in findings]

    @api.model
    def _sentence(self, finding):
        """The finding in the user's language, with the rule's citation in brackets."""
        said = getattr(self, f'_say_{finding.code}')(**dict(finding.params))
        return f'{said} [{finding.citation}]' if finding.citation else said

    def _local(self, moment):
        """An aware moment as people write it, in the company's time zone."""
        zone = ZoneInfo(self.env.company.emulation_tz)
        return moment.astimezone(zone).strftime('%H:%M %d/%m/%Y')
