from odoo import models
from odoo.exceptions import UserError

from ..domain.editing import Role, editor
from ..domain.states import State


class EmulationNomination(models.Model):
    """What of a dossier may change now, and by whom (domain/editing.py)."""

    _inherit = 'emulation.nomination'

    def _identity_is_open(self):
        """Whether nominee, award, phase and unit may still change: not once the unit voted."""
        self.ensure_one()
        # sudo: only whether there is a vote of the unit, whose minutes the user may not read.
        return self.state == State.DRAFT and not self.sudo().review_line_id

    def _check_identity_open(self):
        # sudo: the minutes, which only leaders read.
        settled = self.filtered(lambda nomination: not nomination._identity_is_open())
        if settled:
            raise UserError(
                self.env._(
                    '%(nominations)s: nominee, award, phase and unit stay as they are once the '
                    'unit has voted on them. Withdraw the nomination and make a new one.',
                    nominations=', '.join(settled.mapped('display_name')),
                )
            )
        outside = self.filtered(lambda one: not one._roles() & {Role.LEADER, Role.OFFICE})
        if outside:
            self._check_proposing_units(outside.campaign_unit_id.ids)

    def _editor(self, part, line=None):
        """The role in which the user may change a part of the dossier, or None.

        :param part: a :class:`~..domain.editing.Part`
        :param line: its section, assessment or dossier line, if it is one
        """
        self.ensure_one()
        flagged = (part, line._origin.id if line else False) in self._flagged()
        return editor(self.state, self._roles(), part, flagged, self.is_sent_back)

    def _flagged(self):
        """What the Office asked to be mended, as (part, id of its line or False).

        What an amendment asks for since the dossier was returned has to be filled in as well.
        """
        self.ensure_one()
        # sudo: which parts, of a nomination the user may read.
        nomination = self.sudo()
        items = nomination.return_item_ids.filtered('is_open')
        asked_since = [
            (line._part, line.id)
            for lines in (
                nomination.section_ids,
                nomination.assessment_ids,
                nomination.dossier_line_ids,
            )
            for line in lines
            if items and line.create_date > max(items.mapped('returned_at'))
        ]
        return {*asked_since, *(key for item in items for key in item._opens())}

    def _check_editable(self, part, line=None, added=()):
        """Refuse a change of a part of the dossier; note down one that the Office makes.

        :param added: files that have just come in, so were not there before
        :raises UserError: the user may not change it, or not any more
        """
        if self.env.su:
            return
        roles = {nomination: nomination._editor(part, line) for nomination in self}
        refused = self.filtered(lambda nomination: not roles[nomination])
        if refused:
            raise UserError(refused[0]._why_not_editable(line))
        # sudo: a counter, and the journal, of a change that was just allowed.
        for nomination in self.sudo():
            nomination.content_revision += 1
        sent_back = self.filtered('is_sent_back')
        sent_back._journal_completion(part, line, roles, added)
        others = self - sent_back
        by_office = others.filtered(lambda nomination: roles[nomination] is Role.OFFICE)
        by_office._journal_office_edit(part, line)

    def _why_not_editable(self, line):
        self.ensure_one()
        part = line.display_name if line else self.display_name
        if not self._roles():
            return self.env._(
                '%(part)s is written by the leaders of the proposing unit; '
                'nominees write their summary and the sections of their report.',
                part=part,
            )
        if self.is_sent_back:
            return self.env._(
                '%(part)s: the superior returned this dossier. The Office completes it, or hands '
                'parts of it to the unit; what the council voted on stays as it is.',
                part=part,
            )
        if self.state == State.RETURNED:
            return self.env._(
                '%(part)s was not returned: only what the Office asked for can be changed, see '
                '"Returned items".',
                part=part,
            )
        if self.state in (State.DRAFT, State.REVIEWED):
            return self.env._(
                '%(part)s is written by the leaders of the proposing unit.', part=part
            )
        return self.env._(
            '%(part)s cannot be changed while the nomination is "%(state)s". Ask the Office to '
            'return the dossier if something has to be put right.',
            part=part,
            state=dict(self._fields['state']._description_selection(self.env))[self.state],
        )

    def _journal_office_edit(self, part, line):
        self.env['emulation.journal']._append(
            [
                {
                    'event': 'nomination.edited_by_office',
                    'record': nomination,
                    'campaign': nomination.campaign_id,
                    'payload': {
                        'reference': nomination.reference,
                        'part': str(part),
                        'label': line.display_name if line else '',
                    },
                }
                for nomination in self
            ]
        )
