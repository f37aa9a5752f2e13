from odoo import models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

from ..domain.tally import Choice
from .emulation_round_open import ELECTRONIC

CHOICES = frozenset(choice.value for choice in Choice)


class EmulationRound(models.Model):
    """Casting: the one path to a ballot.

    Written in SQL, with three things in mind. No row that voters share is updated, so that a whole
    room can vote at once. Everything of a ballot sheet is one transaction: it is there whole once
    it is acknowledged, or not at all. And nothing of who chose what reaches a log, a thread, the
    journal or the bus.
    """

    _inherit = 'emulation.round'

    def ballot_sheet(self):
        """What the caller's ballot sheet shows; never a count, never who is recused.

        :return: dict of `round_id`, `name`, `state`, `mode`, `number`, `kind`, `award`, `session`,
            `session_id`, `entitled`, `already_cast`, and `candidates`: list of dicts `id`,
            `nomination_id`, `name`, `unit`, in the order of Vietnamese names
        :raises AccessError: the caller has no part in the session
        """
        self.ensure_one()
        voter = self._own_entitlement()
        if not voter:
            self.check_access('read')
        one = self.sudo()  # sudo: whoever votes is shown what is voted on, and no more
        may_vote = bool(voter) and one.mode in ELECTRONIC
        return {
            'round_id': one.id,
            'name': one.display_name,
            'state': one.state,
            'mode': one.mode,
            'number': one.number,
            'kind': one.kind,
            'award': one.campaign_award_id.name,
            'session': one.session_id.name,
            'session_id': one.session_id.id,
            'entitled': may_vote,
            'already_cast': may_vote and one._has_cast(voter.member_id),
            'candidates': [
                {
                    'id': candidate.id,
                    'nomination_id': candidate.nomination_id.id,
                    'name': candidate.nomination_id.nominee_name,
                    'unit': candidate.nomination_id.campaign_unit_id.display_name,
                }
                for candidate in (one._sheet_of(voter.member_id) if may_vote else ())
            ],
        }

    def cast_ballot(self, choices):
        """Cast the caller's ballot sheet; once, whole, and for good.

        A sheet sent again after a lost answer is not a second vote and not an error.

        :param dict choices: 'yes', 'no' or 'abstain' by id of candidate (as text, for JSON), for
            exactly the candidates of the sheet
        :return: dict with `status`: 'cast' or 'already_cast'
        :raises AccessError: the caller may not vote in this round
        :raises UserError: the round is not open, or the sheet is not complete
        """
        self.ensure_one()
        voter = self._own_entitlement()
        if not voter:
            raise AccessError(
                self.env._(
                    'You may not vote in this round: you are not among the members who were '
                    'entitled when it opened.'
                )
            )
        state, mode = self._lock_for_casting(voter)
        one = self.sudo()  # sudo: the caller is entitled; see _own_entitlement
        if one._has_cast(voter.member_id):
            return {'status': 'already_cast'}
        one._check_castable(state, mode)
        sheet = one._sheet_of(voter.member_id)
        one._insert_ballots(voter.member_id, self._read_choices(choices, sheet), mode)
        one.session_id._notify_live()
        return {'status': 'cast'}

    def progress(self):
        """How far the voting is, without a word on how it goes.

        :return: dict of `entitled`, `voted` and `missing`, the names of those who have not voted
        :raises AccessError: the caller has no part in the session
        """
        self.ensure_one()
        self.check_access('read')
        one = self.sudo()  # sudo: who has voted, which everybody in the room may know
        voters = one._voters().member_id
        missing = voters - one._voted()
        return {
            'entitled': len(voters),
            'voted': len(voters) - len(missing),
            'missing': missing.mapped('name') if one.mode in ELECTRONIC else [],
        }

    # Who

    def _own_entitlement(self):
        """The caller's entitlement to vote in the room, maybe empty."""
        # sudo: only the caller's own.
        return (
            self.env['emulation.entitlement']
            .sudo()
            .search(
                [
                    ('round_id', '=', self.id),
                    ('user_id', '=', self.env.uid),
                    ('is_written', '=', False),
                ],
                limit=1,
            )
        )

    def _has_cast(self, member):
        domain = [('round_id', '=', self.id), ('member_id', '=', member.id)]
        return bool(self.env['emulation.vote'].search_count(domain, limit=1))

    def _voted(self):
        return self.env['emulation.vote'].search([('round_id', '=', self.id)]).member_id

    def _sheet_of(self, member):
        """The candidates a member may decide on."""
        return self.candidate_ids.filtered(lambda one: member not in one.recused_ids).sorted(
            lambda one: (one.nominee_sort_key or '', one.id)
        )

    # How

    def _lock_for_casting(self, voter):
        """Hold the round open until this sheet is in, and let no other sheet of this voter pass.

        Closing updates the round, so it waits for sheets on their way; a sheet that comes after it
        fails, is retried by the server and finds the round closed. Touching the own entitlement
        does the same for a sheet sent twice at once, and for a closing that began to read before
        this sheet was in: either is retried, and then sees it.

        :return: state and mode of the round
        """
        cr = self.env.cr
        cr.execute(
            SQL('SELECT state, mode FROM emulation_round WHERE id = %s FOR SHARE', self.id),
            log_exceptions=False,
        )
        state, mode = cr.fetchone()
        cr.execute(
            SQL('UPDATE emulation_entitlement SET user_id = user_id WHERE id = %s', voter.id),
            log_exceptions=False,
        )
        return state, mode

    def _check_castable(self, state, mode):
        if mode not in ELECTRONIC:
            raise UserError(self.env._('This round is not voted on screen.'))
        if state == 'draft':
            raise UserError(
                self.env._('This round is not open yet. Wait for the chair to open it.')
            )
        if state != 'open':
            raise UserError(
                self.env._(
                    'The round is closed: your sheet came after the closing and was not counted. '
                    'Tell the chair if you could not vote in time.'
                )
            )

    def _read_choices(self, choices, sheet):
        """The choices by candidate, exactly those of the sheet.

        :return: list of (id of candidate, choice), in the order of the sheet
        """
        by_id = {str(key): choice for key, choice in choices.items()} if choices else {}
        complete = by_id.keys() == {str(candidate.id) for candidate in sheet}
        if not complete or len(by_id) != len(choices):
            raise UserError(
                self.env._(
                    'The sheet does not list exactly the candidates you decide on. Nothing was '
                    'counted: load the page again and fill in every line.'
                )
            )
        if any(not isinstance(one, str) or one not in CHOICES for one in by_id.values()):
            raise UserError(
                self.env._('Choose in favour, against or abstention for every candidate.')
            )
        return [(candidate.id, by_id[str(candidate.id)]) for candidate in sheet]

    def _insert_ballots(self, member, choices, mode):
        cr = self.env.cr
        # Never logged, not even when it fails: the statement holds choices beside the voter.
        cr.execute(
            SQL(
                'INSERT INTO emulation_vote (round_id, member_id) VALUES (%s, %s)',
                self.id,
                member.id,
            ),
            log_exceptions=False,
        )
        by_name = member.id if mode == 'open' else None
        rows = [SQL('(%s, %s, %s)', candidate, choice, by_name) for candidate, choice in choices]
        self._insert_ballot_rows(rows)
        self.env['emulation.vote'].invalidate_model(flush=False)
        self.invalidate_recordset(['vote_ids'], flush=False)

    def _insert_ballot_rows(self, rows):
        if rows:
            self.env.cr.execute(
                SQL(
                    'INSERT INTO emulation_ballot (candidate_id, choice, member_id) VALUES %s',
                    SQL(', ').join(rows),
                ),
                log_exceptions=False,
            )
