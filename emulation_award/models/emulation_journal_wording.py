import json
import re

from odoo import api, fields, models
from odoo.tools import format_datetime

MOMENT = re.compile(r'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d')


class EmulationJournal(models.Model):
    """The journal as people read it: stored words stay as they were hashed."""

    _inherit = 'emulation.journal'

    event_label = fields.Char('What was done', compute='_compute_event_label')

    @api.depends('event')
    @api.depends_context('lang')
    def _compute_event_label(self):
        labels = self._event_labels()
        for entry in self:
            entry.event_label = labels.get(entry.event, entry.event)

    @api.depends('payload')
    @api.depends_context('lang', 'tz')
    def _compute_summary(self):
        for entry in self:
            payload = json.loads(entry.payload or '{}')
            told = {key: value for key, value in payload.items() if isinstance(value, str | int)}
            entry.summary = self._readable(told)

    @api.model
    def _readable(self, told):
        """Entries of a payload in words, in the order people ask for them."""
        labels, values = self._key_labels(), self._value_labels()
        ranks = {key: rank for rank, key in enumerate(labels)}
        keys = sorted(told, key=lambda key: (ranks.get(key, len(ranks)), key))
        said = [
            f'{labels.get(key, key)}: {values.get((key, told[key])) or self._local(told[key])}'
            for key in keys
            if told[key]
        ]
        return '; '.join(said)

    @api.model
    def _local(self, value):
        """A moment, stored in UTC, as the reader's clock shows it; any other value as it is."""
        if not (isinstance(value, str) and MOMENT.fullmatch(value)):
            return value
        return format_datetime(self.env, fields.Datetime.to_datetime(value), str(self.env.tz))

    @api.model
    def _event_labels(self):
        """Names of the events this addon journals."""
        return {
            **self._event_labels_of_campaigns(),
            **self._event_labels_of_nominations(),
            **self._event_labels_of_councils(),
            **self._event_labels_of_decisions(),
            **self._event_labels_of_registry(),
        }

    @api.model
    def _event_labels_of_campaigns(self):
        """Names of the events of campaigns and their deadlines."""
        return {
            'campaign.launched': self.env._('Campaign launched'),
            'campaign.amendment_started': self.env._('Amendment started'),
            'campaign.amendment_discarded': self.env._('Amendment discarded'),
            'campaign.amended': self.env._('Campaign amended'),
            'campaign.closed': self.env._('Campaign closed'),
            'campaign.cancelled': self.env._('Campaign cancelled'),
            'phase.extended': self.env._('Deadline extended'),
            'reminder.sent': self.env._('Reminder sent'),
        }

    @api.model
    def _event_labels_of_nominations(self):
        """Names of the events of nominations and the meetings of units."""
        return {
            'review.closed': self.env._('Minutes closed'),
            'review.scan_added': self.env._('Signed minutes added'),
            'nomination.reviewed': self.env._('Reviewed by the unit'),
            'nomination.submitted': self.env._('Dossier submitted'),
            'nomination.returned': self.env._('Dossier returned'),
            'nomination.accepted': self.env._('Dossier accepted'),
            'nomination.withdrawn': self.env._('Nomination withdrawn'),
            'nomination.revived': self.env._('Nomination revived'),
            'nomination.held': self.env._('Put on hold'),
            'nomination.released': self.env._('Released from the hold'),
            'nomination.edited_by_office': self.env._('Edited by the Office'),
            'nomination.completion_asked': self.env._('Completion asked of the unit'),
            'nomination.completed': self.env._('Dossier completed for the superior'),
            'nomination.put_on_agenda': self.env._('Put on the agenda'),
            'nomination.taken_off_agenda': self.env._('Taken off the agenda'),
            'nomination.approved': self.env._('Approved by the council'),
            'nomination.approved_on_hold': self.env._('Approved by the council, on hold'),
            'nomination.not_approved': self.env._('Not approved by the council'),
            'nomination.awarded': self.env._('Awarded'),
            'nomination.award_reopened': self.env._('Waits for another decision'),
            'nomination.forwarded': self.env._('Submitted to a superior authority'),
            'nomination.taken_back': self.env._('Returned by the superior authority'),
            'nomination.awarded_above': self.env._('Awarded by the superior authority'),
            'nomination.refused_above': self.env._('Refused by the superior authority'),
        }

    @api.model
    def _event_labels_of_councils(self):
        """Names of the events of sessions of the council and their rounds."""
        return {
            'session.convened': self.env._('Session convened'),
            'session.notice_revoked': self.env._('Notice taken back'),
            'session.opened': self.env._('Session opened'),
            'session.conflict_set': self.env._('Conflict of interest entered'),
            'session.closed': self.env._('Session closed'),
            'session.minuted': self.env._('Minutes finished'),
            'round.opened': self.env._('Voting opened'),
            'round.candidate_taken_out': self.env._('Candidate taken out'),
            'round.closed': self.env._('Voting closed'),
            'round.announced': self.env._('Result announced'),
            'round.runoff': self.env._('Run-off made'),
            'round.tie_resolved': self.env._('Tie resolved'),
            'round.corrected': self.env._('Corrected by a new round'),
        }

    @api.model
    def _event_labels_of_decisions(self):
        """Names of the events of decisions and of what goes up."""
        return {
            'decision.drafted': self.env._('Decision drafted'),
            'decision.issued': self.env._('Decision issued'),
            'decision.scan_added': self.env._('Signed decision added'),
            'decision.effective': self.env._('Decision put into effect'),
            'decision.revoked': self.env._('Decision revoked as a whole'),
            'decision.cancelled': self.env._('Draft decision cancelled'),
            'decision.annulled': self.env._('Issued decision annulled'),
            'submission.package_built': self.env._('Package built'),
            'submission.sent': self.env._('Submission sent'),
            'submission.returned': self.env._('Submission returned'),
            'submission.line_taken_out': self.env._('Taken out of the submission'),
            'submission.cancelled': self.env._('Submission cancelled'),
            'submission.answered': self.env._('Reply of the superior entered'),
        }

    @api.model
    def _event_labels_of_registry(self):
        """Names of the events of the registry and of what everything rests on."""
        return {
            'commendation.revoked': self.env._('Award revoked'),
            'commendation.reinstated': self.env._('Award reinstated'),
            'commendation.added': self.env._('Award entered by hand'),
            'commendation.edited': self.env._('Award of older records changed'),
            'commendation.deleted': self.env._('Award of older records deleted'),
            'commendation.entered': self.env._('Award entered in the registry'),
            'commendation.corrected': self.env._('Award corrected'),
            'commendation.recovered': self.env._('Prize money returned'),
            'commendation.imported': self.env._('Past awards imported'),
            'rate.added': self.env._('Rate added'),
            'rate.changed': self.env._('Rate changed'),
            'rate.removed': self.env._('Rate removed'),
            'template.replaced': self.env._('Document template replaced'),
            'template.reset': self.env._('Document template of the addon restored'),
        }

    @api.model
    def _key_labels(self):
        """Names of what an entry tells most often, the first ones first."""
        return {
            'reference': self.env._('Reference'),
            'nominee': self.env._('Nominee'),
            'holder': self.env._('Holder'),
            'award': self.env._('Award'),
            'unit': self.env._('Unit'),
            'phase': self.env._('Phase'),
            'from': self.env._('From'),
            'to': self.env._('To'),
            'old': self.env._('Old deadline'),
            'new': self.env._('New deadline'),
            'kind': self.env._('Kind'),
            'reason': self.env._('Reason'),
            'document': self.env._('Document'),
            'note': self.env._('Note'),
            'part': self.env._('Part'),
            'chair': self.env._('Chair'),
            'secretary': self.env._('Secretary'),
            'summoned': self.env._('Summoned'),
            'present': self.env._('Present'),
            'for': self.env._('For'),
            'against': self.env._('Against'),
            'abstain': self.env._('Abstain'),
        }

    @api.model
    def _value_labels(self):
        """Words for the values that are codes, by key and code."""
        nomination = self.env['emulation.nomination']._fields
        states = nomination['state']._description_selection(self.env)
        kinds = nomination['hold_kind']._description_selection(self.env)
        decisions = self.env['emulation.decision']._fields['kind']._description_selection(self.env)
        return {
            **{(key, code): label for key in ('from', 'to') for code, label in states},
            **{('kind', code): label for code, label in (*kinds, *decisions)},
        }
