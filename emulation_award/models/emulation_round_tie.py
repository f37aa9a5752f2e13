from odoo import models
from odoo.exceptions import UserError

from ..domain import cut, hashchain


class EmulationRound(models.Model):
    """A tie across the last seat, resolved by the rule the plan declared; and corrections."""

    _inherit = 'emulation.round'

    def action_runoff(self):
        """Make the run-off among exactly those tied, for the seats left (bỏ phiếu lại).

        Also open where another rule left some tied.

        :return: an action that shows the run-off
        :raises AccessError: the user is neither chair nor secretary of the day
        :raises UserError: nothing is tied, or the plan wants another rule first
        """
        self.ensure_one()
        one = self._tied_for('runoff')
        child = one._make_child('runoff', one._tied())
        one._journal('round.runoff', {'round_of_runoff': child.number})
        return child._show()

    def action_break_tie_legal(self):
        """Apply the legal order: women, and collectives with at least 70 % women.

        :raises AccessError: the user is neither chair nor secretary of the day
        :raises UserError: nothing is tied, or the plan declares another rule
        """
        self.ensure_one()
        one = self._tied_for('legal')
        for candidate in one._tied():
            candidate.write({'tie_inputs': hashchain.canonical(candidate._preference_facts())})
        one._resolve('legal', '')
        return True

    def _choose(self, chosen, reason):
        """Let the chair's vote decide; with its reason, by the chair alone.

        :param chosen: emulation.candidate, as many of the tied as there are seats left
        :param str reason: why
        :raises AccessError: the user is not the chair of the day
        :raises UserError: nothing is tied, or not as many are chosen as there are seats
        """
        self.ensure_one()
        one = self._tied_for('chair')
        if self.env.user != one.session_id.chair_id.user_id:
            raise UserError(self.env._('Only the chair of the day has the deciding vote.'))
        if self.env.user in one._tied().recused_user_ids:
            raise UserError(
                self.env._(
                    'The chair is recused from one of the tied and has no deciding vote on them. '
                    'Hold a run-off.'
                )
            )
        tied, left = one._tied(), one._line().seats_left
        # sudo: only to compare, recordsets of one mode; what was chosen is checked by this.
        if chosen.round_id - one or chosen.sudo() - tied:
            raise UserError(self.env._('Choose among those tied at the last seat.'))
        findings = cut.chair_findings(frozenset(tied.ids), chosen.ids, left)
        self.env['emulation.refusal']._raise_if(findings)
        one.write({'chair_choice_ids': chosen.ids})
        one._resolve('chair', reason)

    # How

    def _tied_for(self, rule):
        """This round in superuser mode, if a tie of it is to be resolved by a rule."""
        self.session_id._check_in_charge()
        one = self.sudo()  # sudo: as for opening; recused ones may hide the tied from the user
        one.session_id._check_open()
        if not one.is_tied:
            raise UserError(self.env._('%(round)s has no tie to resolve.', round=one.display_name))
        self._check_tie_rule(one, rule)
        return one

    def _check_tie_rule(self, one, rule):
        declared = one.tie_rule
        # What the declared rule has left tied goes to a run-off.
        exhausted = rule == 'runoff' and (one.tie_resolution or declared == 'chair')
        if rule != declared and not exhausted:
            rules = dict(self._fields['tie_rule']._description_selection(self.env))
            raise UserError(
                self.env._(
                    'The plan resolves a tie for "%(award)s" by: %(rule)s.',
                    award=one.campaign_award_id.name,
                    rule=rules[declared],
                )
            )

    def _tied(self):
        return self.candidate_ids.filtered(lambda one: one.outcome == 'tied')

    def _broken_tie(self, line):
        """The tie of a line as it was resolved, or None.

        :param line: :class:`~..domain.cut.Cut` of ids of candidates
        """
        if not line.tied or not self.tie_resolution:
            return None
        if self.tie_resolution == 'chair':
            return cut.break_tie_chair(line.tied, self.chair_choice_ids.ids, line.seats_left)
        tied = self.candidate_ids.filtered(lambda one: one.id in line.tied)
        return cut.break_tie_legal({one.id: one._preference() for one in tied}, line.seats_left)

    def _resolve(self, resolution, reason):
        self.write({'tie_resolution': resolution, 'tie_reason': reason})
        self._store_results()
        self._journal(
            'round.tie_resolved',
            {
                'by': resolution,
                'reason': reason,
                'outcomes': {str(one.nomination_id.id): one.outcome for one in self.candidate_ids},
            },
        )
        self.session_id._notify_live()

    # Rounds that follow

    def _make_child(self, kind, candidates, **values):
        child = self.create(
            {
                'session_id': self.session_id.id,
                'campaign_award_id': self.campaign_award_id.id,
                'subject': self.subject,
                'mode': self.mode,
                'seats_reserved': self.seats_reserved,
                'parent_id': self.id,
                'kind': kind,
                'candidate_ids': [
                    (0, 0, {'nomination_id': one.nomination_id.id}) for one in candidates
                ],
                **values,
            }
        )
        self.session_id._notify_live()
        return child

    def _show(self):
        return {
            'type': 'ir.actions.act_window',
            'res_model': self._name,
            'res_id': self.id,
            'view_mode': 'form',
        }

    def _correct(self, reason):
        """Put a mistake right: a new round with the same candidates, which this one gives way to.

        The round and its run-offs are kept as they are, marked as voided.

        :param str reason: what was wrong
        :return: the new round
        :raises AccessError: the user is neither chair nor secretary of the day
        :raises UserError: the round has not been closed, or the session is not open
        """
        self.ensure_one()
        self.session_id._check_in_charge()
        one = self.sudo()  # sudo: as for opening
        one.session_id._check_open()
        if one.state not in ('closed', 'announced'):
            raise UserError(
                self.env._(
                    'Only a round that has been voted on is corrected; %(round)s is not closed, '
                    'or has given way to another round already.',
                    round=one.display_name,
                )
            )
        one._void()
        child = one._make_child('correction', one.candidate_ids, correction_reason=reason)
        one._journal('round.corrected', {'reason': reason, 'new_round': child.number})
        return child

    def _void(self):
        """Mark the round and what followed it as voided; a draft that followed is deleted."""
        for child in self.child_ids:
            if child.state == 'draft':
                child.unlink()
            else:
                child._void()
        if self.state == 'open':
            raise UserError(
                self.env._('%(round)s is open: close it first.', round=self.display_name)
            )
        if self.state != 'voided':
            self.write({'state': 'voided'})
