import json

from odoo import models

from ..domain import cut

WOMAN = 'female'


class EmulationCandidate(models.Model):
    """What the legal order of a tie looks at (domain/cut.py)."""

    _inherit = 'emulation.candidate'

    def _preference_facts(self):
        """Of a person whether a woman, of a collective how many women; as known now."""
        self.ensure_one()
        nomination = self.nomination_id
        if nomination.nominee_kind == 'individual':
            gender = nomination.snapshot_gender or nomination.employee_id.sex
            return {'is_woman': gender == WOMAN}
        people = self._people()
        women = people.filtered(lambda one: one.sex == WOMAN)
        return {'women': len(women), 'people': len(people)}

    def _people(self):
        """Those counted in the collective when the campaign was launched."""
        nomination = self.nomination_id
        counted = nomination.campaign_id.unit_ids.filtered(
            lambda one: one.unit_id == nomination.unit_id
        )
        return counted.member_ids.employee_id

    def _preference(self):
        self.ensure_one()
        return cut.Preference(**json.loads(self.tie_inputs or '{}'))
