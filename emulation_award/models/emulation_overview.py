from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

from ..domain import windows
from ..domain.states import HOLDING, State
from .emulation_phase import aware_utc

OFFICE_GROUP = 'emulation_award.group_emulation_office'

#: Columns of counts: which states of a nomination each of them counts.
COUNTED_STATES = {
    'preparing_count': (State.DRAFT, State.REVIEWED),
    'submitted_count': (State.SUBMITTED,),
    'returned_count': (State.RETURNED,),
    'on_hold_count': (State.ON_HOLD,),
    'accepted_count': HOLDING - {State.SUBMITTED, State.RETURNED, State.ON_HOLD},
    'nominated_count': frozenset(State) - {State.WITHDRAWN},
}
#: More campaign units than this in one database would give two lines the same identity.
UNITS = 2**20


class EmulationOverview(models.Model):
    """Who has sent what, for every unit in every phase of the running campaigns (theo dõi).

    Read from the nominations at the moment of asking; nothing is stored and nothing written.
    """

    _name = 'emulation.overview'
    _description = 'Overview of units'
    _auto = False
    _order = 'is_late desc, deadline_at, phase_id, campaign_unit_id'
    _depends = {
        'emulation.campaign': ['state', 'company_id'],
        'emulation.phase': ['campaign_id', 'deadline_at'],
        'emulation.campaign.unit': ['campaign_id', 'unit_id', 'unit_kind', 'head_count'],
        'emulation.extension': ['phase_id', 'campaign_unit_id', 'deadline_at'],
        'emulation.nomination': ['phase_id', 'campaign_unit_id', 'state'],
        'emulation.unit.review': ['phase_id', 'campaign_unit_id', 'state'],
        'emulation.reminder': ['phase_id', 'campaign_unit_id', 'sent_at'],
    }

    campaign_id = fields.Many2one('emulation.campaign', readonly=True)
    company_id = fields.Many2one('res.company', readonly=True)
    phase_id = fields.Many2one('emulation.phase', readonly=True)
    campaign_unit_id = fields.Many2one('emulation.campaign.unit', 'Unit', readonly=True)
    unit_id = fields.Many2one('emulation.unit', 'Unit in the registry', readonly=True)
    unit_kind = fields.Selection(
        selection=lambda self: (
            self.env['emulation.unit']._fields['kind']._description_selection(self.env)
        ),
        readonly=True,
    )
    leader_ids = fields.Many2many(related='campaign_unit_id.leader_ids')
    head_count = fields.Integer('People', readonly=True)
    nominated_count = fields.Integer('Nominated', readonly=True)
    preparing_count = fields.Integer('Preparing', readonly=True)
    submitted_count = fields.Integer('Submitted', readonly=True)
    returned_count = fields.Integer('Returned', readonly=True)
    on_hold_count = fields.Integer('On hold', readonly=True)
    accepted_count = fields.Integer(
        'Accepted', readonly=True, help='Accepted by the Office, whatever came of it later.'
    )
    closed_review_count = fields.Integer('Closed unit reviews', readonly=True)
    original_deadline_at = fields.Datetime('Deadline of the plan', readonly=True)
    deadline_at = fields.Datetime(
        'Too late from', readonly=True, help='Extensions counted; at this very instant it is late.'
    )
    is_extended = fields.Boolean('Extended', readonly=True)
    is_pending = fields.Boolean(
        'Still to send',
        readonly=True,
        help='Nothing sent yet, or drafts or returned dossiers left.',
    )
    is_late = fields.Boolean(
        'Late', readonly=True, help='Past the deadline with something still to send.'
    )
    progress = fields.Selection(
        [
            ('late', 'Late'),
            ('nothing', 'Nothing sent'),
            ('partly', 'Partly sent'),
            ('done', 'All sent'),
        ],
        readonly=True,
        group_expand=True,
    )
    reminded_at = fields.Datetime('Last reminded', readonly=True)
    last_day = fields.Date('Last day', compute='_compute_days')
    days_left = fields.Integer(
        compute='_compute_days', help='Days until the last day in time; below zero after it.'
    )
    quota_text = fields.Char(
        'Quota', compute='_compute_quota_text', help='Places used of those there are.'
    )
    quota_detail = fields.Char('Quotas in words', compute='_compute_quota_text')

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT line.*,
                   line.is_pending AND line.is_over AS is_late,
                   CASE WHEN NOT line.is_pending THEN 'done'
                        WHEN line.is_over THEN 'late'
                        WHEN line.sent_count = 0 THEN 'nothing'
                        ELSE 'partly'
                   END AS progress
              FROM (%s) line
            """,
            self._lines_query(),
        )

    def _lines_query(self):
        # The clock is this server's, as everywhere else, and not the database's.
        return SQL(
            """
            SELECT phase.id::bigint * %(units)s + unit.id AS id,
                   campaign.id AS campaign_id,
                   campaign.company_id,
                   phase.id AS phase_id,
                   unit.id AS campaign_unit_id,
                   unit.unit_id,
                   unit.unit_kind,
                   unit.head_count,
                   dossiers.*,
                   reviews.closed_review_count,
                   phase.deadline_at AS original_deadline_at,
                   GREATEST(phase.deadline_at, extension.deadline_at) AS deadline_at,
                   COALESCE(extension.deadline_at > phase.deadline_at, FALSE) AS is_extended,
                   %(now)s >= GREATEST(phase.deadline_at, extension.deadline_at) AS is_over,
                   dossiers.sent_count = 0 OR dossiers.preparing_count > 0
                       OR dossiers.returned_count > 0 AS is_pending,
                   reminder.reminded_at
              FROM emulation_campaign campaign
              JOIN emulation_phase phase ON phase.campaign_id = campaign.id
              JOIN emulation_campaign_unit unit ON unit.campaign_id = campaign.id
              %(joined)s
             WHERE campaign.state = 'launched'
            """,
            units=UNITS,
            now=fields.Datetime.now(),
            joined=self._joined_query(),
        )

    def _joined_query(self):
        sent = HOLDING - {State.RETURNED}
        counts = {**COUNTED_STATES, 'sent_count': sent}
        return SQL(
            """
              CROSS JOIN LATERAL (
                    SELECT %(counts)s
                      FROM emulation_nomination nomination
                     WHERE nomination.phase_id = phase.id
                       AND nomination.campaign_unit_id = unit.id) dossiers
              CROSS JOIN LATERAL (
                    SELECT COUNT(*) FILTER (WHERE review.state = 'closed') AS closed_review_count
                      FROM emulation_unit_review review
                     WHERE review.phase_id = phase.id
                       AND review.campaign_unit_id = unit.id) reviews
              CROSS JOIN LATERAL (
                    SELECT MAX(granted.deadline_at) AS deadline_at
                      FROM emulation_extension granted
                     WHERE granted.phase_id = phase.id
                       AND COALESCE(granted.campaign_unit_id, unit.id) = unit.id) extension
              CROSS JOIN LATERAL (
                    SELECT MAX(sent.sent_at) AS reminded_at
                      FROM emulation_reminder sent
                     WHERE sent.phase_id = phase.id
                       AND sent.campaign_unit_id = unit.id) reminder
            """,
            counts=SQL(', ').join(_count(states, name) for name, states in counts.items()),
        )

    @api.depends('campaign_unit_id', 'phase_id')
    def _compute_display_name(self):
        for line in self:
            parts = (line.campaign_unit_id.display_name, line.phase_id.name)
            line.display_name = ' – '.join(filter(None, parts))

    @api.depends('deadline_at')
    def _compute_days(self):
        now = aware_utc(fields.Datetime.now())
        for line in self:
            closes, zone = aware_utc(line.deadline_at), line.phase_id._zone()
            line.last_day = windows.last_local_day(closes, zone)
            line.days_left = windows.days_left(closes, now, zone)

    @api.depends('campaign_unit_id', 'phase_id')
    def _compute_quota_text(self):
        quotas = self.env['emulation.quota']
        for phase, lines in self.grouped('phase_id').items():
            usage = quotas._usage_by_unit(lines.campaign_unit_id, phase)
            for line in lines:
                rows = usage.get(line.campaign_unit_id, ())
                nominating = [row for row in rows if row.quota.stage == 'nomination']
                line.quota_text = ', '.join(_fraction(row) for row in nominating)
                line.quota_detail = '; '.join(quotas._status_text(row) for row in nominating)

    def action_open_nominations(self):
        """Open the nominations of the unit in this phase."""
        self.ensure_one()
        action = self.env['ir.actions.actions']._for_xml_id(
            'emulation_award.emulation_nomination_action'
        )
        action['domain'] = [
            ('phase_id', '=', self.phase_id.id),
            ('campaign_unit_id', '=', self.campaign_unit_id.id),
        ]
        action['context'] = {
            'default_campaign_id': self.campaign_id.id,
            'default_phase_id': self.phase_id.id,
            'default_campaign_unit_id': self.campaign_unit_id.id,
        }
        action['display_name'] = self.display_name
        return action

    def action_remind(self):
        """Remind the units that still have something to send, now and whatever the day.

        :raises AccessError: not the Office
        """
        self._check_office()
        pending = self.filtered('is_pending')
        reminders = self.env['emulation.reminder']._remind(pending, 'manual')
        return self._told(reminders, self - pending)

    def action_extend(self):
        """Open the extension of the deadline for the chosen units, which asks for the reason.

        :raises AccessError: not the Office
        :raises UserError: the lines are of more than one phase
        """
        self._check_office()
        if len(self.phase_id) != 1:
            raise UserError(self.env._('Choose units of one phase: each phase has its deadline.'))
        return {
            'type': 'ir.actions.act_window',
            'name': self.env._('Extend deadline'),
            'res_model': 'emulation.extension.grant',
            'views': [(False, 'form')],
            'target': 'new',
            'context': {
                'default_campaign_id': self.campaign_id.id,
                'default_phase_id': self.phase_id.id,
                'default_campaign_unit_ids': self.campaign_unit_id.ids,
            },
        }

    def _check_office(self):
        self.check_access('read')
        if not self.env.user.has_group(OFFICE_GROUP):
            raise AccessError(self.env._('Only the Office reminds units and extends deadlines.'))

    def _told(self, reminders, spared):
        message = self.env._('%(count)s units reminded.', count=len(reminders))
        if spared:
            message += ' ' + self.env._(
                'Nothing left to send: %(units)s.',
                units=', '.join(spared.mapped('campaign_unit_id.display_name')),
            )
        if unreached := reminders.filtered('unreached'):
            message += ' ' + self.env._(
                'Not reached, tell them yourself: %(people)s.',
                people='; '.join(unreached.mapped('unreached')),
            )
        return {
            'type': 'ir.actions.client',
            'tag': 'display_notification',
            'params': {
                'type': 'warning' if unreached or not reminders else 'success',
                'message': message,
                'next': {'type': 'ir.actions.client', 'tag': 'soft_reload'},
            },
        }


def _fraction(row):
    return f'{row.used}/{"?" if row.rule is None else row.ceiling}'


def _count(states, name):
    values = tuple(sorted(state.value for state in states))
    return SQL('COUNT(*) FILTER (WHERE nomination.state IN %s) AS %s', values, SQL.identifier(name))
