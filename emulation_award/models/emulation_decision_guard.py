from odoo import api, models
from odoo.exceptions import AccessError, UserError

from ..domain import decision as rules
from .emulation_nomination_guard import OFFICE, THREAD_MODELS

MANAGER = 'emulation_award.group_emulation_manager'
SCAN = frozenset({'signed_scan', 'signed_scan_name'})
# What the Office writes while it drafts.
DRAFTED = frozenset(
    {'campaign_award_id', 'number', 'decision_date', 'place', 'signing_mode', 'head_title'}
    | {'signatory_title', 'signatory_name', 'legal_basis_ids', 'session_ids', 'citation'}
    | {'fund', 'has_prize', 'recipients', 'implementers', 'line_ids', 'ground', 'reason'}
)
# What a change of another decision takes over from it.
INHERITED = frozenset({'campaign_award_id', 'has_prize'})


class EmulationDecision(models.Model):
    """Who may change what of a decision, whichever way the change comes in."""

    _inherit = 'emulation.decision'
    _default_fields = DRAFTED

    @api.model_create_multi
    def create(self, vals_list):
        if self.env.su:
            return super().create(vals_list)
        # A form sends the name of a file that is not there yet.
        drafted = [
            {name: value for name, value in vals.items() if value or name not in SCAN}
            for vals in vals_list
        ]
        for vals in drafted:
            self._check_drafted_names(vals)
        return super().create(drafted)

    def write(self, vals):
        if self.env.su:
            return super().write(vals)
        if not SCAN.isdisjoint(vals):
            return self._write_scan(vals)
        if not self._is_thread(vals):
            self._check_writable(vals)
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_issued(self):
        if kept := self.filtered(lambda one: one.state != 'draft'):
            raise UserError(
                self.env._(
                    '%(decisions)s: only a draft is deleted. What is issued is changed by a '
                    'correcting or revoking decision, and everything is kept.',
                    decisions=', '.join(kept.mapped('display_name')),
                )
            )

    def _begin_change(self):
        """Let only the Office change drafts, whether the decision or its lines.

        :raises UserError: one of them is issued
        """
        self.check_access('write')
        findings = {one: rules.state_finding('edit', one.state) for one in self}
        self.env['emulation.refusal']._raise_for(
            {one: [finding] for one, finding in findings.items() if finding}
        )

    def _check_writable(self, vals):
        self._check_drafted_names(vals)
        self._begin_change()
        if INHERITED.isdisjoint(vals):
            return
        if any(one.kind != 'award' for one in self):
            raise UserError(
                self.env._('A correction or revocation has the award of what it changes.')
            )
        if 'campaign_award_id' in vals and self.line_ids:
            raise UserError(
                self.env._('The decision names nominations for its award. Take them out first.')
            )

    @api.model
    def _check_drafted_names(self, vals):
        self._refuse_operation_fields(vals)
        if other := sorted(vals.keys() - DRAFTED):
            raise UserError(
                self.env._('%(fields)s of a decision cannot be written.', fields=', '.join(other))
            )

    @api.model
    def _is_thread(self, vals):
        return all(any(name in self.env[model]._fields for model in THREAD_MODELS) for name in vals)

    # Who

    def _check_office(self):
        """Let only the Office through.

        :raises AccessError: the user is of no Office, or may not write one of these
        """
        if not self.env.su and not self.env.user.has_group(OFFICE):
            raise AccessError(self.env._('Only the Office drafts decisions: ask it.'))
        self.check_access('write')

    def _check_manager(self):
        """Let only managers through.

        :raises AccessError: the user is none, or may not write one of these
        """
        if not self.env.su and not self.env.user.has_group(MANAGER):
            raise AccessError(
                self.env._(
                    'Only a manager issues decisions and puts them into effect, corrections and '
                    'revocations included: hand it to one.'
                )
            )
        self.check_access('write')


class EmulationDecisionLine(models.Model):
    """Lines follow their decision: written while it is a draft, and only what is wording."""

    _inherit = 'emulation.decision.line'
    _default_fields = frozenset()

    # By kind of decision: what the Office writes in a line.
    _worded = {
        'award': frozenset(
            {'sequence', 'nomination_id', 'honorific', 'holder_position', 'holder_unit'}
            | {'citation'}
        ),
        'correction': frozenset(
            {'sequence', 'honorific', 'holder_name', 'holder_position', 'holder_unit'}
            | {'citation', 'prize_amount', 'is_name_confirmed', 'prize_reason'}
        ),
        'revocation': frozenset({'sequence'}),
    }

    @api.model_create_multi
    def create(self, vals_list):
        if self.env.su:
            return super().create(vals_list)
        wanted = {vals.get('decision_id') for vals in vals_list} - {None, False}
        decisions = self.env['emulation.decision'].browse(sorted(wanted))
        decisions._begin_change()
        for vals in vals_list:
            self._check_names(vals.keys() - {'decision_id'}, 'award')
        if changing := decisions.filtered(lambda one: one.kind != 'award'):
            raise UserError(
                self.env._(
                    '%(decisions)s: what it corrects or revokes is chosen when it is drafted.',
                    decisions=', '.join(changing.mapped('display_name')),
                )
            )
        self._check_awardable(vals_list)
        return super().create(vals_list)

    def write(self, vals):
        if self.env.su:
            return super().write(vals)
        self.decision_id._begin_change()
        for kind in set(self.decision_id.mapped('kind')):
            self._check_names(vals.keys(), kind)
        self._check_storable(vals)
        if 'nomination_id' in vals:
            self._check_awardable([{**vals, 'decision_id': line.decision_id.id} for line in self])
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_issued(self):
        self.decision_id._begin_change()

    def _check_awardable(self, vals_list):
        """Refuse at once what could not be issued; issuing asks again.

        :param vals_list: of lines to come, or of these lines
        :raises UserError: a nomination is not approved, on hold, or awarded already
        """
        decisions, nominations = self.env['emulation.decision'], self.env['emulation.nomination']
        words = {
            vals.get('nomination_id'): vals.get('citation')
            or decisions.browse(vals.get('decision_id')).citation
            for vals in vals_list
        }
        named = nominations.browse([one for one in words if one])
        named.check_access('read')
        # sudo: which lines there are already, not what they say.
        self.env['emulation.refusal']._raise_for(named._award_findings(self.sudo(), words))

    @api.model
    def _check_names(self, names, kind):
        self._refuse_operation_fields(dict.fromkeys(names))
        if other := sorted(set(names) - self._worded[kind]):
            labels = ', '.join(
                self._fields[name]._description_string(self.env) if name in self._fields else name
                for name in other
            )
            raise UserError(
                self.env._(
                    '%(fields)s of a line cannot be written: they follow from the nomination.',
                    fields=labels,
                )
            )
