from odoo import models


class EmulationRefusal(models.AbstractModel):
    """Why a decision is not issued, put into effect or changed, in words (domain/decision.py)."""

    _inherit = 'emulation.refusal'

    # The document

    def _say_decision_wrong_state(self, operation, state, allowed):
        def label(value):
            return self._label('emulation.decision', 'state', value)

        operations = {
            'edit': self.env._('Change'),
            'issue': self.env._('Issue'),
            'cancel': self.env._('Cancel the draft'),
            'take_effect': self.env._('Put into effect'),
            'change': self.env._('Correct or revoke'),
            'annul': self.env._('Annul'),
        }
        return self.env._(
            '"%(operation)s" is not possible while the decision is "%(state)s"; it must be: '
            '%(allowed)s. What is issued is changed only by a correcting or revoking decision.',
            operation=operations[operation],
            state=label(state),
            allowed=', '.join(label(value) for value in allowed),
        )

    def _say_decision_nobody(self):
        return self.env._('The decision names nobody. Add those who are awarded, or delete it.')

    def _say_decision_number_missing(self, authority):
        return self.env._(
            'The decision has no number, and %(authority)s has no number series. Enter the number '
            "as the clerk's register gives it, or set up a series on the authority.",
            authority=authority,
        )

    def _say_decision_symbol_missing(self, authority):
        return self.env._(
            'The number series of %(authority)s gives ordinals, and its abbreviation is not known. '
            'Enter the abbreviation on the authority, or the whole number here.',
            authority=authority,
        )

    def _say_number_not_whole(self, number, example):
        return self.env._(
            '"%(number)s" is not a whole number: enter ordinal and symbol as the register has '
            'them, such as %(example)s.',
            number=number,
            example=example,
        )

    def _say_decision_number_used(self, number, authority, decisions):
        return self.env._(
            'Number %(number)s of %(authority)s is used in this year already: %(decisions)s. '
            'Enter the next free number of the register.',
            number=number,
            authority=authority,
            decisions=decisions,
        )

    def _say_decision_series_gaps(self, authority):
        return self.env._(
            'The number series of %(authority)s loses a number whenever issuing fails, and a '
            'register has no gaps. Set its implementation to "No gap" under Settings, or enter the '
            'number by hand.',
            authority=authority,
        )

    def _say_decision_date_missing(self):
        return self.env._('The decision has no date. Enter the day on which it is signed.')

    def _say_decision_date_future(self, day, today):
        return self.env._(
            'The decision is dated %(day)s and today is %(today)s. Issue it on its day, or correct '
            'the date.',
            day=day,
            today=today,
        )

    def _say_decision_date_before_session(self, day, session, minuted):
        return self.env._(
            'The decision is dated %(day)s, but the minutes of %(session)s it rests on are of '
            '%(minuted)s. Enter a date from that day on.',
            day=day,
            session=session,
            minuted=minuted,
        )

    def _say_decision_session_not_minuted(self, session):
        return self.env._(
            'The minutes of %(session)s are not finished. Its chair or secretary finishes them '
            'first; then issue the decision.',
            session=session,
        )

    def _say_decision_signatory_missing(self):
        return self.env._('Nobody is named who signs. Enter name and title of the signatory.')

    def _say_decision_head_missing(self):
        return self.env._(
            'It is signed in the stead of somebody, and in whose is not said. Enter the title of '
            'the head, or the name of the collective, under "In whose stead".'
        )

    def _say_decision_place_missing(self):
        return self.env._('The place name of the date line is missing: enter it.')

    def _say_decision_forwarded_award(self, award, authority):
        return self.env._(
            '"%(award)s" is decided on by %(authority)s. Put the nominations into a submission '
            'instead.',
            award=award,
            authority=authority,
        )

    def _say_decision_wrong_authority(self, award, authority, award_authority):
        return self.env._(
            'The draft is of %(authority)s, and "%(award)s" is now given by %(award_authority)s. '
            'Delete the draft and make it anew.',
            award=award,
            authority=authority,
            award_authority=award_authority,
        )

    def _say_decision_scan_missing(self):
        return self.env._(
            'The signed decision is not attached. Scan it and upload it, then put it into effect.'
        )

    # Who is named

    def _say_decision_not_approved(self, nominee, award, state):
        return self.env._(
            'The nomination of %(nominee)s for "%(award)s" is "%(state)s", and only what the '
            'council approved is awarded. Take %(nominee)s out of the decision.',
            nominee=nominee,
            award=award,
            state=self._label('emulation.nomination', 'state', state),
        )

    def _say_decision_no_verdict(self, nominee, award, session):
        if session:
            return self.env._(
                '%(session)s did not select %(nominee)s for "%(award)s" in an announced round. '
                'Take %(nominee)s out of the decision, or bring the nomination before the council.',
                nominee=nominee,
                award=award,
                session=session,
            )
        return self.env._(
            'No announced round of the council selected %(nominee)s for "%(award)s". Take '
            '%(nominee)s out of the decision, or bring the nomination before the council.',
            nominee=nominee,
            award=award,
        )

    def _say_decision_named_elsewhere(self, nominee, award, decisions):
        return self.env._(
            '%(nominee)s is named for "%(award)s" by %(decisions)s already. Take %(nominee)s out '
            'of one of them.',
            nominee=nominee,
            award=award,
            decisions=decisions,
        )

    def _say_decision_same_award(self, nominee, award, held):
        return self.env._(
            '%(nominee)s has "%(award)s" of this campaign already: %(held)s. Take %(nominee)s out '
            'of the decision.',
            nominee=nominee,
            award=award,
            held=held,
        )

    def _say_decision_same_achievement(self, nominee, award, held):
        return self.env._(
            '%(nominee)s is already awarded for the same achievement: %(held)s. Take %(nominee)s '
            'out of the decision, or say in the dossier which different achievement "%(award)s" '
            'rewards.',
            nominee=nominee,
            award=award,
            held=held,
        )

    def _say_decision_seats_exceeded(self, quota, ceiling, used, more, short_by, holders):
        return self.env._(
            '"%(quota)s" has %(ceiling)s seats; %(used)s are given (%(holders)s) and this decision '
            'names %(more)s: %(short_by)s too many. Take as many out of the decision, or ask the '
            'Office to amend the plan.',
            quota=quota,
            ceiling=ceiling,
            used=used,
            more=more,
            short_by=short_by,
            holders=holders or '–',
        )

    def _say_decision_prize_rate_missing(self, rate, award, subject, day):
        figure = self._label('emulation.rate', 'code', rate)
        kinds = dict(self.env['emulation.rate']._fields['subject']._description_selection(self.env))
        return self.env._(
            'The catalogue has no "%(figure)s" in force on %(day)s for "%(award)s" '
            '%(subject)s. Enter it with its source under Configuration, or untick the prize.',
            figure=figure,
            award=award,
            subject=f'({kinds[subject]})' if subject else '',
            day=day,
        )

    # Nominations for a superior authority

    def _say_forward_decided_here(self, nominee, award):
        return self.env._(
            '"%(award)s" is decided on by this body, so the nomination of %(nominee)s is not '
            'submitted upward. Draft a decision instead.',
            nominee=nominee,
            award=award,
        )

    def _say_forward_in_decision(self, nominee, award, decisions):
        return self.env._(
            'The nomination of %(nominee)s for "%(award)s" is named by %(decisions)s. Take it out '
            'there first.',
            nominee=nominee,
            award=award,
            decisions=decisions,
        )
