from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import plaintext2html

from .emulation_nomination_operation import CORRECT, SCREEN


class EmulationNomination(models.Model):
    """Returning a dossier to be mended (trả lại hồ sơ), with a reason for each part."""

    _inherit = 'emulation.nomination'

    def action_open_return(self):
        """Choose what is returned and say why; one dossier part by part, several alike."""
        self._check_office()
        if len(self) > 1:
            return self._open_bulk('return')
        self.env['emulation.refusal']._raise_for(self._return_findings())
        if not self.is_sent_back:
            # What the plan asks for since the dossier was made can be asked back as well.
            self._add_lines()
        wizard = self.env['emulation.nomination.return']._open_for(self)
        return {
            **self._open_wizard(wizard._name, self.env._('Return the dossier')),
            'res_id': wizard.id,
            'context': {'dialog_size': 'extra-large'},
        }

    def _return(self, items_of, note=''):
        """Return dossiers: exactly the named parts become editable.

        :param items_of: dict of nomination -> list of dicts with `target` (as on the item),
            `reason` and, where the target is a line, its `section_id`, `assessment_id` or
            `dossier_line_id`
        :param str note: what is said of the dossier as a whole
        :raises AccessError: the user is of no Office
        :raises UserError: a state does not allow it, or nothing is named
        """
        self._check_office()
        self.env['emulation.refusal']._raise_for(self._return_findings())
        if not all(items_of.get(nomination) for nomination in self):
            raise UserError(
                self.env._('Name at least one part to put right, with the reason, per dossier.')
            )
        sent_back = self.filtered('is_sent_back')
        sent_back._check_completable(items_of)
        self._create_items(items_of)
        sent_back._ask_completion(note)
        (self - sent_back)._take_back(note)
        self._hand_back()

    def _take_back(self, note):
        before = self._advance(
            lambda _nomination: 'return',
            return_note=note,
            accepted_at=False,
            accepted_by_id=False,
        )
        self._journal_asked('nomination.returned', before, note)

    def _journal_asked(self, event, before, note):
        self._journal(
            event,
            before,
            lambda nomination: {'note': note, 'items': nomination._open_item_payload()},
        )

    def _hand_back(self):
        """Leave it to the unit: its activity, a note, and word to its leaders."""
        self._clear(SCREEN)
        self._schedule(
            CORRECT,
            lambda nomination: nomination._answering_user(),
            lambda nomination: plaintext2html(nomination._open_item_text()),
        )
        self._note(
            self.env._('Returned.'),
            {nomination: nomination._open_item_text() for nomination in self},
        )
        self._tell(
            lambda nomination: nomination._answering_users(),
            self.env._('%(count)s dossiers returned', count=len(self)),
            lambda nomination: plaintext2html(nomination._open_item_text()),
        )

    def _return_findings(self):
        """Why these nominations cannot be returned.

        :return: dict of nomination -> list of :class:`~..domain.findings.Finding`
        """
        found = self._state_findings(lambda _nomination: 'return')
        # What a superior sent back can be handed on to the unit; replies come late.
        return {one: [] if one.is_sent_back else said for one, said in found.items()}

    def _create_items(self, items_of):
        # sudo: items have no create right for anybody; the user was checked.
        self.env['emulation.return.item'].sudo().create(
            [
                {
                    **item,
                    'nomination_id': nomination.id,
                    'returned_at': fields.Datetime.now(),
                    'returned_by_id': self.env.uid,
                }
                for nomination in self
                for item in items_of[nomination]
            ]
        )

    def _open_items(self):
        self.ensure_one()
        return self.return_item_ids.filtered('is_open')

    def _open_item_text(self):
        """The open items in words, one per line, after the note on the whole."""
        items = [f'- {item.part_name}: {item.reason}' for item in self._open_items()]
        return '\n'.join(filter(None, [self.return_note, *items]))

    def _open_item_payload(self):
        return [
            {'target': item.target, 'part': item.part_name, 'reason': item.reason}
            for item in self._open_items()
        ]
