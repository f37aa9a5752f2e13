from odoo import models


class EmulationRefusal(models.AbstractModel):
    """Why the council cannot sit, count or seat, in words (domain/quorum.py to domain/cut.py)."""

    _inherit = 'emulation.refusal'

    # Quorum

    def _say_session_quorum_not_met(self, present, needed, short_by, **share):
        return self.env._(
            '%(present)s voting members take part and the session needs %(quorum)s: %(short_by)s '
            "more. Wait for them, let them name a substitute or write where the council's rules "
            'count that, or hold the session another day.',
            present=present,
            quorum=self._quorum(needed, **share),
            short_by=short_by,
        )

    def _say_item_quorum_not_met(self, nominee, recused, present, needed, short_by, **share):
        return self.env._(
            'On %(nominee)s %(recused)s members are recused, which leaves %(present)s voting '
            'members; the council needs %(quorum)s: %(short_by)s more. Take %(nominee)s out of '
            'this round, and decide with more members present.',
            nominee=nominee,
            recused=recused,
            present=present,
            quorum=self._quorum(needed, **share),
            short_by=short_by,
        )

    def _say_chair_absent(self):
        return self.env._(
            "The council's rules want a chair in the room, and whoever chairs the session is not "
            'marked as present. Correct the attendance, or choose who stands in as chair.'
        )

    def _quorum(self, needed, ratio, base, base_name):
        if not ratio:
            return str(needed)
        return self.env._(
            '%(needed)s (%(ratio)s of %(base)s %(people)s)',
            needed=needed,
            ratio=ratio,
            base=base,
            people=self._vote_base(base_name),
        )

    def _vote_base(self, name):
        bases = {
            'all_members': self.env._('members'),
            'voting_members': self.env._('voting members'),
            'entitled': self.env._('members entitled to vote on the nominee'),
            'present': self.env._('voting members who take part'),
            'valid': self.env._('valid votes'),
        }
        return bases[name]

    # Count and majority

    def _say_paper_negative(self, figure):
        return self.env._(
            'The number of %(figure)s is below zero. Enter the ballots as counted.',
            figure=self._counted(figure),
        )

    def _say_paper_issued_exceeds_entitled(self, issued, entitled):
        return self.env._(
            '%(issued)s ballots are issued but %(entitled)s members may take one. '
            'Correct the number: each member takes one ballot, who wrote an opinion takes none.',
            issued=issued,
            entitled=entitled,
        )

    def _say_paper_returned_exceeds_issued(self, issued, returned):
        return self.env._(
            '%(returned)s ballots came back but %(issued)s were issued. Count both again.',
            returned=returned,
            issued=issued,
        )

    def _say_paper_valid_invalid_mismatch(self, returned, valid, invalid):
        return self.env._(
            '%(valid)s valid and %(invalid)s invalid ballots are not the %(returned)s that came '
            'back. Count them again.',
            valid=valid,
            invalid=invalid,
            returned=returned,
        )

    def _say_paper_candidate_mismatch(self, nominee, cast, valid, recused, fewest, most):
        return self.env._(
            '%(cast)s votes are entered on %(nominee)s. With %(valid)s valid ballots and '
            '%(recused)s members recused there must be %(range)s. Count the votes on %(nominee)s '
            'again, abstentions included.',
            cast=cast,
            nominee=nominee,
            valid=valid,
            recused=recused,
            range=self._range(fewest, most),
        )

    def _say_tellers_disagree(self, nominee, figure, first, second):
        counted = self._counted(figure)
        return self.env._(
            'The tellers disagree on %(figure)s: one counted %(first)s, the other %(second)s. '
            'Count the ballots again, and let whoever erred correct the entry.',
            figure=f'{counted}, {nominee}' if nominee else counted,
            first=first,
            second=second,
        )

    def _say_hands_mismatch(self, nominee, cast, entitled):
        return self.env._(
            '%(cast)s hands are entered on %(nominee)s but %(entitled)s members present may vote. '
            'Correct the figures: who raised no hand abstained.',
            cast=cast,
            nominee=nominee,
            entitled=entitled,
        )

    def _say_majority_below_legal(self, award, legal, bound, ratio, base_name):
        bounds = {'more_than': self.env._('more than'), 'at_least': self.env._('at least')}
        return self.env._(
            'The law wants at least %(legal)s %% of all members in favour of "%(award)s"; the rule '
            'is %(bound)s %(ratio)s of the %(people)s. Set a share of all members that is not '
            'below the law.',
            legal=legal,
            award=award,
            bound=bounds[bound],
            ratio=ratio,
            people=self._vote_base(base_name),
        )

    def _range(self, fewest, most):
        if fewest == most:
            return str(fewest)
        return self.env._('%(fewest)s to %(most)s', fewest=fewest, most=most)

    def _counted(self, figure):
        figures = {
            'issued': self.env._('ballots issued'),
            'returned': self.env._('ballots returned'),
            'valid': self.env._('valid ballots'),
            'invalid': self.env._('invalid ballots'),
            'yes': self.env._('votes in favour'),
            'no': self.env._('votes against'),
            'abstain': self.env._('abstentions'),
        }
        return figures[figure]

    # Seats

    def _say_minimum_not_reached(self, minimum, used, selected, reserved, short_by):
        return self.env._(
            'The plan wants at least %(minimum)s; %(used)s were selected before and %(selected)s '
            'now, %(short_by)s short, with %(reserved)s seats kept for later phases. '
            'Put it in the minutes: nobody is added to fill the number.',
            minimum=minimum,
            used=used,
            selected=selected,
            short_by=short_by,
            reserved=reserved,
        )

    def _say_chair_choice_incomplete(self, seats, chosen):
        return self.env._(
            '%(chosen)s of the tied are chosen and %(seats)s seats are left. '
            'Choose exactly as many as there are seats.',
            chosen=chosen,
            seats=seats,
        )
