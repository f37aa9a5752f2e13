from odoo import fields, models
from odoo.exceptions import UserError

from ..domain import quorum

ELECTRONIC = ('secret', 'open')


class EmulationRound(models.Model):
    """Opening a round: the quorum holds on every candidate, and who may vote is fixed."""

    _inherit = 'emulation.round'

    def action_open(self):
        """Open the vote (bắt đầu bỏ phiếu) and freeze who may vote, on whom, and every base.

        :raises AccessError: the user is neither chair nor secretary of the day
        :raises UserError: the session is not open, below quorum, or the round cannot be voted on
        """
        self.session_id._check_in_charge()
        # sudo: a chair who is recused from a candidate opens the round on that candidate too.
        for one in self.sudo():
            one.session_id._contend()
            one.session_id._check_open()
            one._check_draft()
            one._drop_held()
            one._check_quorum()
            one._freeze()
            one._check_votable()
            one._journal('round.opened', one._opening_payload())
        self.session_id._notify_live()
        return True

    def _drop_held(self):
        """Let go of candidates put on hold or taken off the agenda since the round was made."""
        gone = self.candidate_ids.filtered(lambda one: one.nomination_id.state != 'on_agenda')
        gone.unlink()
        if not self.candidate_ids:
            raise UserError(
                self.env._(
                    '%(round)s has no candidate: nobody on the agenda stands for this award, or '
                    'is in another round.',
                    round=self.display_name,
                )
            )

    def _check_quorum(self):
        session = self.session_id
        voters = session._taking_part().member_id
        recused = session._recused(self.candidate_ids.nomination_id)
        findings = quorum.round_findings(
            session._quorum_rule(),
            session._room(),
            [
                (one.nomination_id.nominee_name, len(recused[one.nomination_id] & voters))
                for one in self.candidate_ids
            ],
        )
        self.env['emulation.refusal']._raise_if(findings)

    def _freeze(self):
        """Fix bases, recusals and voters as they are now."""
        session = self.session_id
        room, taking_part = session._room(), session._taking_part()
        voters = taking_part.member_id
        recused = session._recused(self.candidate_ids.nomination_id)
        for one in self.candidate_ids:
            one.recused_ids = recused[one.nomination_id] & voters
        everywhere = self._recused_everywhere()
        users = session._standing_users(voters)
        self.env['emulation.entitlement'].create(
            [
                {
                    'round_id': self.id,
                    'member_id': one.member_id.id,
                    'user_id': users[one.member_id].id,
                    'is_written': one.presence == 'written',
                }
                for one in taking_part
                if one.member_id not in everywhere
            ]
        )
        self.write(
            {
                'state': 'open',
                'base_all': room.members,
                'base_voting': room.voting,
                'base_present': room.present,
                'opened_at': fields.Datetime.now(),
                'opened_by_id': self.env.uid,
            }
        )
        self.flush_recordset()
        # From here on record rules go by it, in this transaction too.
        self.candidate_ids.flush_recordset(['recused_user_ids'])

    def _recused_everywhere(self):
        """Members recused from every candidate, who have no ballot at all."""
        everywhere = self.candidate_ids[:1].recused_ids
        for one in self.candidate_ids:
            everywhere &= one.recused_ids
        return everywhere

    def _voters(self):
        """Entitlements that are cast in the room, not in writing."""
        return self.entitlement_ids.filtered(lambda one: not one.is_written)

    def _check_votable(self):
        """Refuse a round in which somebody entitled could not vote, or would vote twice."""
        voters = self._voters()
        if self.mode in ELECTRONIC:
            self._check_logins(voters)
        if self.mode == 'paper' and len(self.session_id.teller_ids) < 2:
            raise UserError(
                self.env._('Paper ballots are counted by two tellers: name them in the session.')
            )

    def _check_logins(self, voters):
        without = voters.filtered(lambda one: not one.user_id)
        if without:
            raise UserError(
                self.env._(
                    '%(names)s have no login and could not vote. Take paper ballots or a show of '
                    'hands, or give them a login.',
                    names=', '.join(without.member_id.mapped('name')),
                )
            )
        for user, twice in voters.grouped('user_id').items():
            if len(twice) > 1:
                raise UserError(
                    self.env._(
                        '%(user)s would vote for %(names)s: one person has one vote. Correct who '
                        'stands in for whom.',
                        user=user.name,
                        names=', '.join(twice.member_id.mapped('name')),
                    )
                )

    # The record of it

    def _journal(self, event, payload):
        """Append to the journal; a payload never holds a choice or a figure of the count."""
        self.ensure_one()
        base = {
            'session': self.session_id.name,
            'round': self.number,
            'award': self.campaign_award_id.name,
            'mode': self.mode,
            'kind': self.kind,
        }
        self.env['emulation.journal']._append(
            [
                {
                    'event': event,
                    'record': self,
                    'campaign': self.campaign_id,
                    'payload': {**base, **payload},
                }
            ]
        )

    def _opening_payload(self):
        def ids(members):
            return sorted(members.ids)

        return {
            'members': self.base_all,
            'voting': self.base_voting,
            'present': self.base_present,
            'entitled': ids(self._voters().member_id),
            'written': ids((self.entitlement_ids - self._voters()).member_id),
            'recused': {
                str(one.nomination_id.id): ids(one.recused_ids) for one in self.candidate_ids
            },
        }
