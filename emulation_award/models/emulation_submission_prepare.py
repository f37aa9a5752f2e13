from collections import defaultdict

from markupsafe import Markup

from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import Command, Domain

from ..domain import submission as rules
from ..domain.states import State
from .emulation_nomination_guard import OFFICE
from .emulation_submission import PREPARED
from .signing import FOR_ANOTHER

#: What a letter must say before it is sent; in the order of the form.
LETTER_FIELDS = ('number', 'date', 'place', 'addressee', 'signatory_title', 'signatory_name')


class EmulationSubmission(models.Model):
    """Preparing a submission: which nominations go up, and what is still missing."""

    _inherit = 'emulation.submission'

    line_count = fields.Integer('Proposed', compute='_compute_line_count')
    missing_html = fields.Html('Still missing', compute='_compute_missing')
    has_missing = fields.Boolean(compute='_compute_missing')
    waiting_count = fields.Integer(
        'Approved and waiting',
        compute='_compute_waiting_count',
        help='Approved for an award of this authority and in no submission yet.',
    )

    @api.depends('line_ids.is_live')
    def _compute_line_count(self):
        for one in self:
            one.line_count = len(one.line_ids.filtered('is_live'))

    @api.depends('campaign_id', 'authority_id', 'line_ids')
    def _compute_waiting_count(self):
        for one in self:
            one.waiting_count = len(one._waiting()) if one.state in PREPARED else 0

    @api.depends(
        *('state', 'line_ids.is_live', 'line_ids.legal_clause', 'line_ids.nomination_id'),
        *('signed_scan', 'signing_mode', 'head_title', *LETTER_FIELDS),
        *('package_source', 'with_edxml'),
    )
    @api.depends_context('lang', 'uid')
    def _compute_missing(self):
        open_ones = self.filtered(lambda one: one.state in PREPARED)
        (self - open_ones).update({'missing_html': False, 'has_missing': False})
        for one in open_ones:
            said = one._missing_items()
            one.has_missing = bool(said)
            one.missing_html = Markup('<ul class="mb-0">%s</ul>') % said if said else False

    def _missing_items(self):
        """The findings as a list to show: of the letter, then of each line by name."""
        self.ensure_one()
        refusal = self.env['emulation.refusal']
        item, named = Markup('<li>%s</li>'), Markup('<li><b>%s</b><ul>%s</ul></li>')
        items = []
        for record, findings in self._findings().items():
            said = Markup().join(item % sentence for sentence in refusal._sentences(findings))
            if said:
                about_line = record._name == 'emulation.submission.line'
                items.append(named % (record.display_name, said) if about_line else said)
        return Markup().join(items)

    # What is missing

    def _findings(self):
        """Why these submissions cannot be sent; a constant number of queries for their lines.

        :return: dict of submission or line -> list of findings, the submission before its lines
        """
        lines = self.line_ids.filtered('is_live')
        of_lines = lines._findings()
        found = {}
        for one in self:
            found[one] = rules.letter_findings(one._letter())
            for line in one.line_ids & lines:
                found[line] = of_lines[line]
        return found

    def _letter(self):
        self.ensure_one()
        lines = self.line_ids.filtered('is_live')
        # sudo: the day of the council's session, for the Office that prepares its letters.
        sessions = lines.sudo().candidate_id.round_id.session_id
        return rules.Letter(
            missing=tuple(map(self._label_of, self._missing_fields())),
            day=self.date or None,
            today=self.company_id._emulation_today(),
            last_session=max((one._day() for one in sessions), default=None),
            proposed=len(lines),
            number=self.number or '',
            example=self._number_like('12'),
            is_package_stale=self.package_is_stale,
        )

    def _missing_fields(self):
        asked = [*LETTER_FIELDS, *(['head_title'] if self.signing_mode in FOR_ANOTHER else [])]
        return [name for name in (*asked, 'signed_scan') if not self[name]]

    def _label_of(self, name):
        return self._fields[name]._description_string(self.env)

    # Filling

    def action_fill(self):
        """Add what the council approved for this authority and is in no submission yet."""
        self._check_office()
        for one in self:
            one._check_being_prepared()
            one._add(one._waiting())
        return True

    def _waiting(self):
        """Approved nominations for this authority that no live submission names."""
        self.ensure_one()
        return self._waiting_by_authority(self.campaign_id)[self.authority_id]

    def _add(self, nominations):
        """Add nominations below the lines there are; collectives first, then by name."""
        last = max(self.line_ids.mapped('sequence'), default=0)
        in_order = nominations.sorted(
            lambda one: (one.nominee_kind != 'collective', one.nominee_sort_key or '', one.id)
        )
        self.line_ids = [
            Command.create({'nomination_id': one.id, 'sequence': last + 1 + place})
            for place, one in enumerate(in_order)
        ]

    @api.model
    def _waiting_by_authority(self, campaign, sessions=None):
        """{authority: approved nominations} that go up and are in no live submission.

        :param sessions: only what these sessions approved; all of the campaign when None
        """
        nominations = self.env['emulation.nomination'].search(
            Domain('campaign_id', '=', campaign.id)
            & Domain('state', '=', State.APPROVED.value)
            & Domain('campaign_award_id.is_forwarded', '=', True)
        )
        lines = self.env['emulation.submission.line'].search(
            [('nomination_id', 'in', nominations.ids), ('is_live', '=', True)]
        )
        nominations -= lines.nomination_id
        if sessions is not None:
            results = nominations._final_candidates()
            # sudo: results are read so as well, and sets of another mode do not compare.
            nominations = nominations.filtered(
                lambda one: results[one].round_id.session_id <= sessions.sudo() and results[one]
            )
        waiting = defaultdict(nominations.browse)
        for one in nominations:
            waiting[one.campaign_award_id.authority_id] += one
        return waiting

    @api.model
    def _draft_for(self, campaign, award_kind='campaign', sessions=None):
        """Draft one submission for each authority the council approved something for.

        What is already a draft is added to.

        :param sessions: only what these sessions approved; all of the campaign when None
        :return: the submissions, empty when nothing waits
        :raises AccessError: the user is of no Office
        """
        self._check_office()
        drafts = self.search(
            [
                ('campaign_id', '=', campaign.id),
                ('award_kind', '=', award_kind),
                ('state', '=', 'draft'),
            ]
        )
        by_authority = {one.authority_id: one for one in drafts}
        touched = self.browse()
        for authority, nominations in self._waiting_by_authority(campaign, sessions).items():
            one = by_authority.get(authority) or self.create(
                {
                    'campaign_id': campaign.id,
                    'authority_id': authority.id,
                    'award_kind': award_kind,
                }
            )
            one._add(nominations)
            touched += one
        return touched

    @api.model
    def _check_office(self):
        """Let only the Office through, the Manager included.

        :raises AccessError: the user is of no Office, or may not write one of these
        """
        if not self.env.su and not self.env.user.has_group(OFFICE):
            raise AccessError(self.env._('Only the Office prepares and sends submissions: ask it.'))
        self.check_access('write')
