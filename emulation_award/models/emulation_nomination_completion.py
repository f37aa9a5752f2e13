import hashlib

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..domain import editing
from ..domain.editing import Part
from .emulation_nomination_operation import CORRECT


class EmulationNomination(models.Model):
    """Completing a dossier that a superior returned (bổ sung hồ sơ).

    The council's verdict stands, so the nomination stays approved and keeps who and what it is of;
    what tells and shows the achievement is open until it goes up again. Every change is journaled
    with the digests of what stood there before, for it is not what the council had read.
    """

    _inherit = 'emulation.nomination'

    is_sent_back = fields.Boolean(
        'Returned by the superior',
        compute='_compute_sent_back',
        # sudo: the answer on a nomination the user may read, whose lines only the Office reads.
        compute_sudo=True,
        help='Its content can be completed until it is sent again.',
    )
    sent_back_reason = fields.Char(
        compute='_compute_sent_back', compute_sudo=True, help='As the superior words it.'
    )

    @api.depends(
        'state',
        'submission_line_ids.state',
        'submission_line_ids.was_sent',
        'submission_line_ids.reason',
    )
    def _compute_sent_back(self):
        for nomination in self:
            # The others never went back, and need no look at their lines.
            approved = nomination.state == 'approved'
            lines = nomination.submission_line_ids.filtered('was_sent') if approved else []
            answers = {line.state: line.reason for line in lines}
            nomination.is_sent_back = editing.is_sent_back(nomination.state or 'draft', answers)
            nomination.sent_back_reason = nomination.is_sent_back and answers['returned']

    def _check_completable(self, items_of):
        """Refuse to ask for what the council voted on.

        :param items_of: see :meth:`_return`
        :raises UserError: a part is not among those completed now
        """
        asked = {item['target'] for one in self for item in items_of[one]}
        settled = asked - editing.COMPLETED_PARTS
        if settled:
            targets = dict(
                self.env['emulation.return.item']._fields['target']._description_selection(self.env)
            )
            raise UserError(
                self.env._(
                    '%(parts)s: the council voted on this, so it stays as it is. Ask for what '
                    'tells or shows the achievement.',
                    parts=', '.join(sorted(targets[one] for one in settled)),
                )
            )

    def _ask_completion(self, note):
        """Leave named parts, now open items, to the unit; the state stays what it is.

        :param str note: what is said of the dossier as a whole
        """
        if not self:
            return
        self._write_operation({'return_note': note})
        before = {nomination: nomination.state for nomination in self}
        self._journal_asked('nomination.completion_asked', before, note)

    def _end_completion(self):
        """It went up again: nothing is left to complete."""
        # sudo: operation fields; the callers have checked the user.
        asked = self.sudo().filtered(lambda one: one._open_items())
        if not asked:
            return
        asked._close_items()
        asked._write_operation({'return_note': False})
        asked._clear(CORRECT)

    def _journal_completion(self, part, line, roles, added):
        """Note who completes what, and what stood there before.

        :param roles: dict of nomination -> :class:`~..domain.editing.Role`
        :param added: files that have just come in
        """
        self.env['emulation.journal']._append(
            [
                {
                    'event': 'nomination.completed',
                    'record': nomination,
                    'campaign': nomination.campaign_id,
                    'payload': {
                        'reference': nomination.reference,
                        'part': str(part),
                        'label': line.display_name if line else '',
                        'role': str(roles[nomination]),
                        'before': nomination._part_digests(part, line, added),
                    },
                }
                for nomination in self
            ]
        )

    def _part_digests(self, part, line, added):
        """SHA-256 of a part of the dossier as it stands: of its text, and of each file.

        :return: dict of strings, and of `files`, a list of name and digest
        """
        self.ensure_one()
        if not line:
            return {'text_sha256': _sha256(self.achievement_summary)}
        if part == Part.SECTION:
            return {'text_sha256': _sha256(line.content)}
        files = [
            {'name': file.name, 'sha256': file.checksum or ''}
            for file in line.evidence_ids
            if file not in added
        ]
        text = {'text_sha256': _sha256(line.evidence_text)} if part == Part.ASSESSMENT else {}
        return {**text, 'files': files}


def _sha256(text):
    return hashlib.sha256((text or '').encode()).hexdigest()
