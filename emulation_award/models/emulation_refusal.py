from collections import defaultdict

from odoo import api, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ..domain.windows import local_time


class EmulationRefusal(models.AbstractModel):
    """Turn what the rules find into sentences: which rule, whose figure, what to do next.

    The rules (domain/) return findings, never text; this is the only place that words them, so
    the same refusal reads the same on a form, in a bulk preview and in an import.
    One method `_say_<code>` per code of `domain.findings.CODES`, taking the finding's parameters;
    those on eligibility, the dossier and the unit's meeting are in files of their own.
    """

    _name = 'emulation.refusal'
    _description = 'Wording of refusals'

    @api.model
    def _raise_if(self, findings, heading=''):
        """Raise one UserError that lists every finding; do nothing when there is none.

        :param findings: :class:`~..domain.findings.Finding` in the order to read them
        :param str heading: what the findings are about, in the user's language
        :raises UserError: there is a finding
        """
        if findings:
            raise UserError('\n'.join(filter(None, [heading, *self._sentences(findings)])))

    @api.model
    def _raise_for(self, findings_by_record):
        """Raise one UserError that names every record with its findings; none done by halves.

        :param dict findings_by_record: findings by record; records without any may be there
        :raises UserError: a record has a finding
        """
        about = defaultdict(list)
        for record, findings in findings_by_record.items():
            for finding in findings:
                about[finding].append(record.display_name)
        said = defaultdict(list)
        for finding, names in about.items():
            # What is found of several records, such as a quota they share, is said once.
            said[', '.join(names)].append(f'- {self._sentence(finding)}')
        if said:
            parts = (part for names, lines in said.items() for part in (f'{names}:', *lines))
            raise UserError('\n'.join(parts))

    @api.model
    def _sentences(self, findings):
        return [self._sentence(finding) for finding in findings]

    @api.model
    def _sentence(self, finding):
        """The finding in the user's language, with the rule's citation in brackets."""
        said = getattr(self, f'_say_{finding.code}')(**dict(finding.params))
        return f'{said} [{finding.citation}]' if finding.citation else said

    def _local(self, moment):
        """An aware moment as people write it, in the company's time zone."""
        return local_time(moment, self.env.company.emulation_tz).strftime('%H:%M %d/%m/%Y')

    def _label(self, model, field, value):
        """A selection value as the user reads it."""
        return dict(self.env[model]._fields[field]._description_selection(self.env))[value]

    # Deadlines

    def _say_window_not_open(self, now, opens):
        return self.env._(
            'Dossiers are taken from %(opens)s; it is now %(now)s. Send it then.',
            opens=self._local(opens),
            now=self._local(now),
        )

    def _say_window_closed(self, now, closes):
        return self.env._(
            'Dossiers were taken until %(closes)s; it is now %(now)s. '
            'Ask the Office for an extension, which is granted by name and with a reason.',
            closes=self._local(closes),
            now=self._local(now),
        )

    def _say_phase_reversed(self, phase, start, end):
        return self.env._(
            '%(phase)s ends on %(end)s, before it starts on %(start)s. Correct one of the dates.',
            phase=phase,
            start=format_date(self.env, start),
            end=format_date(self.env, end),
        )

    def _say_phase_open_ended_not_last(self, phase, next):  # noqa: A002 name of the parameter
        return self.env._(
            '%(phase)s has no end yet %(next)s follows it. Give it a last day.',
            phase=phase,
            next=next,
        )

    def _say_phases_overlap(self, first, end, second, start):
        return self.env._(
            '%(first)s lasts until %(end)s but %(second)s starts on %(start)s. '
            'Phases may share one day at most: move one of the two dates.',
            first=first,
            end=format_date(self.env, end),
            second=second,
            start=format_date(self.env, start),
        )

    # Quotas

    def _say_quota_exceeded(self, unit, base, ratio, ceiling, used, more, holders):
        figures = {
            'unit': unit,
            'allowed': self._ceiling_in_words(base, ratio, ceiling),
            'used': used,
            'more': more,
        }
        if not holders:
            return self.env._(
                '%(unit)s has %(allowed)s; %(used)s are taken and %(more)s more are asked for. '
                'Propose fewer, or ask the Office to amend the quota.',
                **figures,
            )
        return self.env._(
            '%(unit)s has %(allowed)s; %(used)s are taken (%(holders)s) and %(more)s more are '
            'asked for. Withdraw one of those first, or ask the Office to amend the quota.',
            holders=holders,
            **figures,
        )

    def _say_count_missing(self, unit, counted):
        return self.env._(
            'The quota of %(unit)s is a share of "%(counted)s", and no such count is entered yet. '
            'Ask the Office to enter it, with the document it was read from.',
            unit=unit,
            counted=counted,
        )

    def _ceiling_in_words(self, base, ratio, ceiling):
        if not ratio:
            return self.env._('a quota of %(ceiling)s', ceiling=ceiling)
        return self.env._(
            'a quota of %(ceiling)s (%(ratio)s of %(base)s)',
            ceiling=ceiling,
            ratio=ratio,
            base=base,
        )

    # States

    def _say_wrong_state(self, operation, state, allowed):
        def label(value):
            return self._label('emulation.nomination', 'state', value)

        return self.env._(
            '"%(operation)s" is not possible while the nomination is "%(state)s"; '
            'it must be: %(allowed)s.',
            operation=self._operation_label(operation),
            state=label(state),
            allowed=', '.join(label(value) for value in allowed),
        )

    def _say_campaign_not_launched(self, campaign, state):
        return self.env._(
            'Campaign "%(campaign)s" is "%(state)s": it takes nominations and decides on them only '
            'while it is launched.',
            campaign=campaign,
            state=self._label('emulation.campaign', 'state', state),
        )

    def _operation_label(self, operation):
        labels = {
            'review': self.env._('Unit review'),
            'submit': self.env._('Submit'),
            'resubmit': self.env._('Submit again'),
            'return': self.env._('Return'),
            'accept': self.env._('Accept'),
            'withdraw': self.env._('Withdraw'),
            'revive': self.env._('Revive'),
            'hold': self.env._('Put on hold'),
            'release': self.env._('Release'),
            'put_on_agenda': self.env._('Put on the agenda'),
            'take_off_agenda': self.env._('Take off the agenda'),
            'approve': self.env._('Approve'),
            'not_approve': self.env._('Not approve'),
            'award': self.env._('Award'),
            'forward': self.env._('Submit to a superior authority'),
            'reopen_award': self.env._('Reopen after a mistaken decision'),
            'take_back_forwarded': self.env._('Take back from the superior authority'),
            'award_forwarded': self.env._('Enter the award of the superior authority'),
            'refuse_forwarded': self.env._('Enter the refusal of the superior authority'),
        }
        return labels[operation]
