from odoo import fields, models
from odoo.fields import Domain


class EmulationNomination(models.Model):
    """A nomination and the submissions upward it is part of."""

    _inherit = 'emulation.nomination'

    submission_line_ids = fields.One2many(
        'emulation.submission.line',
        'nomination_id',
        groups='emulation_award.group_emulation_office,emulation_award.group_emulation_auditor',
    )

    def _final_candidates(self):
        """The result the council announced on each of these nominations.

        A later round of the same nomination replaces an earlier one.

        :return: dict of nomination -> emulation.candidate, empty where nothing was announced
        """
        # sudo: results that were announced; the caller was let in by the nominations' rules.
        candidates = self.env['emulation.candidate'].sudo()
        found = candidates.search(
            [('nomination_id', 'in', self.ids), ('round_id.state', '=', 'announced')], order='id'
        )
        last = {}
        for candidate in found.sorted(lambda one: (one.round_id.announced_at, one.round_id.id)):
            last[candidate.nomination_id.id] = candidate
        return {one: last.get(one.id, candidates.browse()) for one in self}

    def _held_in_campaign(self):
        """{nomination: valid awards its nominee got by another nomination of the campaign}"""
        # sudo: of the nominees of dossiers the caller may read.
        awards = self.env['emulation.commendation'].sudo()
        found = awards.search(
            Domain('state', '=', 'valid')
            & Domain('nomination_id.campaign_id', 'in', self.campaign_id.ids)
            & Domain.OR(
                Domain(name, 'in', self[name].ids)
                for name in ('employee_id', 'unit_id', 'partner_id')
            )
        )
        by_nominee = found.grouped(lambda award: (award._holder(), award.nomination_id.campaign_id))
        return {
            one: by_nominee.get((one._nominee(), one.campaign_id), awards.browse()).filtered(
                lambda award, one=one: award.nomination_id != one
            )
            for one in self
        }
