from datetime import timezone
from zoneinfo import ZoneInfo

from odoo import api, fields, models
from odoo.tools import format_date

from ..domain import plan_facts, vietnamese, windows
from .emulation_campaign_check import Issue

PRECISIONS = [('day', 'Day'), ('month', 'Month')]
WORDINGS = [
    ('before', 'Before (trước)'),
    ('no_later_than', 'No later than (chậm nhất)'),
]


class EmulationPhase(models.Model):
    """A phase of the campaign (đợt): its period, and the window for sending dossiers."""

    _name = 'emulation.phase'
    _description = 'Campaign phase'
    _inherit = ['emulation.frozen.mixin', 'mail.thread']
    _order = 'campaign_id, date_start, id'

    campaign_id = fields.Many2one(
        'emulation.campaign', required=True, index=True, ondelete='cascade'
    )
    company_id = fields.Many2one(related='campaign_id.company_id', store=True, index=True)
    campaign_state = fields.Selection(related='campaign_id.state', string='Campaign status')
    is_editable = fields.Boolean(related='campaign_id.is_editable')
    name = fields.Char(required=True)
    date_start = fields.Date('From', required=True, help="May precede the plan's own date.")
    start_precision = fields.Selection(PRECISIONS, required=True, default='day')
    date_end = fields.Date('Until', help='Last day; empty while not yet known.')
    end_precision = fields.Selection(PRECISIONS, required=True, default='day')
    occasion = fields.Char(help='What the phase is timed by, such as a congress.')
    date_open = fields.Date('Dossiers from', help='Empty: as soon as the phase begins.')
    date_deadline = fields.Date('Deadline', required=True)
    deadline_wording = fields.Selection(WORDINGS, required=True, default='no_later_than')
    results_as_of = fields.Date(help='Day up to which results count in this phase.')
    # Instants, in UTC; the deadline is exclusive: at this very instant it is too late.
    open_at = fields.Datetime(compute='_compute_window', store=True)
    deadline_at = fields.Datetime(compute='_compute_window', store=True, index=True)
    # As people read it: last days instead of first instants too late.
    period_text = fields.Char('Period', compute='_compute_texts')
    deadline_text = fields.Char('Deadline of the plan', compute='_compute_texts')
    date_last = fields.Date(
        'Last day',
        compute='_compute_date_last',
        store=True,
        help='Last day in time, extensions for all counted.',
    )
    extension_text = fields.Char('Extended', compute='_compute_extension_text')
    window_state = fields.Selection(
        [('upcoming', 'Not open yet'), ('open', 'Open'), ('closed', 'Closed')],
        'Dossiers',
        compute='_compute_window_state',
    )
    extension_ids = fields.One2many('emulation.extension', 'phase_id')
    review_ids = fields.One2many('emulation.unit.review', 'phase_id')
    nomination_ids = fields.One2many('emulation.nomination', 'phase_id')

    @api.depends(
        'date_start',
        'start_precision',
        'date_open',
        'date_deadline',
        'deadline_wording',
        'campaign_id.tz',
    )
    def _compute_window(self):
        """Submission opens on `date_open`, or else on the first day of the phase."""
        for phase in self:
            phase.open_at = phase.deadline_at = False
            if not phase.date_start or not phase.date_deadline:
                continue
            zone = phase._zone()
            opening = windows.opening_moment(phase.date_open or phase._period()[0], zone)
            closing = windows.closing_moment(phase.date_deadline, phase.deadline_wording, zone)
            phase.open_at = naive_utc(opening)
            phase.deadline_at = naive_utc(closing)

    @api.depends(
        'date_start',
        'start_precision',
        'date_end',
        'end_precision',
        'date_deadline',
        'deadline_wording',
    )
    def _compute_texts(self):
        for phase in self:
            phase.period_text = phase.date_start and vietnamese.period_text(
                phase.date_start, phase.start_precision, phase.date_end or None, phase.end_precision
            )
            phase.deadline_text = phase.date_deadline and vietnamese.deadline_text(
                phase.date_deadline, phase.deadline_wording
            )

    @api.depends('deadline_at', 'extension_ids.deadline_at', 'extension_ids.campaign_unit_id')
    def _compute_date_last(self):
        for phase in self:
            closes = phase._closing(
                self.env['emulation.campaign.unit'], phase._extensions_by_unit()
            )
            phase.date_last = closes and phase._last_day(closes)

    @api.depends('extension_ids')
    def _compute_extension_text(self):
        for phase in self:
            # sudo: whom it is for and until when, no more
            granted = phase.sudo().extension_ids
            phase.extension_text = '; '.join(granted.mapped('display_name'))

    @api.depends('open_at', 'deadline_at', 'extension_ids.deadline_at')
    def _compute_window_state(self):
        now = fields.Datetime.now()
        for phase in self:
            closes = phase._closing(
                self.env['emulation.campaign.unit'], phase._extensions_by_unit()
            )
            if not closes or now < phase.open_at:
                phase.window_state = 'upcoming'
            else:
                phase.window_state = 'open' if now < closes else 'closed'

    def _closes_after(self, moment):
        """Whether some dossiers may still come in after a moment (naive UTC)."""
        closes = self._closing(self.env['emulation.campaign.unit'], self._extensions_by_unit())
        return bool(closes) and closes > moment

    def _next_deadline_text(self):
        return self.env._(
            '%(phase)s: dossiers until the end of %(day)s',
            phase=self.name,
            day=format_date(self.env, self.date_last),
        )

    def _last_day(self, closes):
        """The last calendar day before a first instant too late."""
        self.ensure_one()
        return windows.last_local_day(aware_utc(closes), self._zone())

    def _end_text(self, closes):
        """A first instant too late as people say it: the end of the day before."""
        return self.env._('the end of %(day)s', day=format_date(self.env, self._last_day(closes)))

    def _zone(self):
        """Time zone in which the campaign's days begin and end."""
        self.ensure_one()
        return ZoneInfo(self.campaign_id.tz or 'UTC')

    def _period(self):
        """First and last day of the phase; the last is None while it is not known."""
        self.ensure_one()
        return windows.normalise_period(
            self.date_start,
            self.start_precision,
            self.date_end or None,
            self.end_precision,
        )

    # Asked by whoever takes dossiers

    def _window(self, campaign_units):
        """When each unit may send dossiers in this phase, extensions (gia hạn) counted.

        :param campaign_units: recordset of emulation.campaign.unit
        :return: dict of campaign unit -> (first instant, first instant too late), naive UTC
        """
        self.ensure_one()
        extensions = self._extensions_by_unit()
        return {unit: (self.open_at, self._closing(unit, extensions)) for unit in campaign_units}

    def _extensions_by_unit(self):
        """Extensions of this phase by campaign unit; those for every unit under the empty one."""
        # sudo: of the extensions only the dates, which concern the unit itself.
        return self.sudo().extension_ids.grouped('campaign_unit_id')

    def _closing(self, unit, extensions):
        """First instant too late for one unit, or with the empty unit for every other."""
        everybody = self.env['emulation.campaign.unit']
        none = self.env['emulation.extension']
        granted = extensions.get(everybody, none) | extensions.get(unit, none)
        # What was brought in from elsewhere may lack the moment, and then extends nothing.
        later = filter(None, granted.mapped('deadline_at'))
        return windows.effective_closing(self.deadline_at or None, later)

    def _window_findings(self, campaign_units, moment):
        """Why each unit may not send dossiers at this moment.

        :param campaign_units: recordset of emulation.campaign.unit
        :param datetime moment: naive UTC, as the ORM has it
        :return: dict of campaign unit -> Finding, or None where it may
        """
        return {
            unit: self._window_finding(window, moment)
            for unit, window in self._window(campaign_units).items()
        }

    @api.model
    def _window_finding(self, window, moment):
        """Why a moment is not in a window as :meth:`_window` gives it, or None if it is."""
        opens, closes = window
        return windows.window_finding(aware_utc(moment), aware_utc(opens), aware_utc(closes))

    def _plan_phase(self):
        """The phase as the plan (domain/plan_facts.py) says it."""
        self.ensure_one()
        return plan_facts.Phase(
            self.name,
            self.date_start,
            self.date_end or None,
            self.date_deadline,
            self.deadline_wording,
            start_precision=self.start_precision,
            end_precision=self.end_precision,
            occasion=self.occasion or '',
            opens=self.date_open or None,
            results_as_of=self.results_as_of or None,
        )

    def _issues(self):
        self.ensure_one()
        figures = {
            'phase': self.name,
            'deadline': format_date(self.env, self.date_deadline),
            'opens': format_date(self.env, self.date_open or self._period()[0]),
        }
        if self.deadline_at <= self.open_at:
            text = self.env._(
                '%(phase)s: the deadline %(deadline)s is not after the day dossiers are taken '
                'from, %(opens)s.',
                **figures,
            )
            return [Issue(True, text)]
        if self.deadline_at <= fields.Datetime.now():
            text = self.env._('%(phase)s: the deadline %(deadline)s is already past.', **figures)
            return [Issue(False, text)]
        return []


def naive_utc(moment):
    """An aware moment as the ORM stores it."""
    return moment.astimezone(timezone.utc).replace(tzinfo=None)


def aware_utc(moment):
    """A stored moment as the rules want it; None stays None."""
    return moment.replace(tzinfo=timezone.utc) if moment else None
