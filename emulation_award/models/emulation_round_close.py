from secrets import SystemRandom

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL, split_every

from .emulation_round_open import ELECTRONIC

#: Rows of one INSERT when ballots are rewritten.
CHUNK = 1000


class EmulationRound(models.Model):
    """Closing a round: no sheet comes in any more, and ballots lose the order they came in."""

    _inherit = 'emulation.round'

    def action_close(self, without_missing=False):
        """Close the vote (kết thúc bỏ phiếu).

        :param bool without_missing: close although some entitled have not voted
        :raises AccessError: the user is neither chair nor secretary of the day
        :raises UserError: the round is not open, or some have not voted
        """
        self.session_id._check_in_charge()
        for one in self.sudo():  # sudo: as for opening
            one._check_state('open', self.env._('closed'))
            one.session_id._check_open()
            one.write(
                {
                    'state': 'closed',
                    'closed_at': fields.Datetime.now(),
                    'closed_by_id': self.env.uid,
                }
            )
            # Waits for the sheets on their way.
            one.flush_recordset()
            one._rewrite_entitlements()
            missing = one._missing()
            if missing and not without_missing:
                one._refuse_missing(missing)
            one._rewrite_votes()
            one._rewrite_ballots()
            one._journal(
                'round.closed',
                {'voted': len(one._voters()) - len(missing), 'missing': sorted(missing.ids)},
            )
        self.session_id._notify_live()
        return True

    def _check_state(self, state, verb):
        for one in self:
            if one.state != state:
                states = dict(self._fields['state']._description_selection(self.env))
                raise UserError(
                    self.env._(
                        '%(round)s cannot be %(verb)s: it is "%(state)s" and must be "%(wanted)s".',
                        round=one.display_name,
                        verb=verb,
                        state=states[one.state],
                        wanted=states[state],
                    )
                )

    def _missing(self):
        """Members entitled to vote on screen who have not."""
        if self.mode not in ELECTRONIC:
            return self.env['emulation.council.member']
        return self._voters().member_id - self._voted()

    def _refuse_missing(self, missing):
        raise UserError(
            self.env._(
                '%(count)s members have not voted yet: %(names)s. Wait for them, or close without '
                'their votes.',
                count=len(missing),
                names=', '.join(missing.mapped('name')),
            )
        )

    def _rewrite_entitlements(self):
        """Make sure that this transaction sees every sheet that is in.

        A sheet that came in while closing waited is not in the snapshot this transaction reads.
        Its voter's entitlement was touched, though, so that deleting it here fails and the server
        retries the closing, which then sees the sheet. Written anew in their own order, they do
        not tell any more who cast when.
        """
        self.env.flush_all()
        self.env.cr.execute(
            SQL(
                """
                WITH gone AS (
                    DELETE FROM emulation_entitlement WHERE round_id = %s RETURNING *
                )
                INSERT INTO emulation_entitlement SELECT * FROM gone ORDER BY id
                """,
                self.id,
            ),
            log_exceptions=False,
        )

    def _rewrite_votes(self):
        """Write the votes anew, in the order of members."""
        self.env.cr.execute(
            SQL(
                """
                WITH gone AS (
                    DELETE FROM emulation_vote WHERE round_id = %(round)s RETURNING member_id
                )
                INSERT INTO emulation_vote (round_id, member_id)
                     SELECT %(round)s, member_id FROM gone ORDER BY member_id
                """,
                round=self.id,
            )
        )
        self.env['emulation.vote'].invalidate_model(flush=False)
        self.invalidate_recordset(['vote_ids'], flush=False)

    def _rewrite_ballots(self):
        """Write the ballots anew in random order, so that neither number, place in the table nor
        transaction tells which belong together or came first.
        """
        cr = self.env.cr
        candidates = tuple(self.candidate_ids.ids)
        cr.execute(
            SQL(
                'DELETE FROM emulation_ballot WHERE candidate_id IN %s'
                ' RETURNING candidate_id, choice, member_id',
                candidates,
            )
        )
        ballots = cr.fetchall()
        SystemRandom().shuffle(ballots)
        for chunk in split_every(CHUNK, ballots):
            self._insert_ballot_rows([SQL('(%s, %s, %s)', *ballot) for ballot in chunk])
