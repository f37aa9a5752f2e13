from markupsafe import Markup

from odoo import api, fields, models
from odoo.fields import Domain

from ..domain.states import EDITABLE
from ..domain.windows import local_time


class EmulationNomination(models.Model):
    """What the form tells while a nomination is prepared: defaults, places left, what lacks."""

    _inherit = 'emulation.nomination'

    allowed_employee_ids = fields.Many2many(
        'hr.employee',
        compute='_compute_allowed_employee_ids',
        compute_sudo=True,  # names of colleagues, whom non-HR users read through a model of its own
        help='Whom the proposing unit may nominate for the award.',
    )
    quota_status = fields.Char('Quota', compute='_compute_quota_status')
    deadline_status = fields.Char('Deadline', compute='_compute_deadline_status')
    blocker_html = fields.Html(
        'Still missing', compute='_compute_blocker_html', help='What keeps it from being submitted.'
    )
    has_blockers = fields.Boolean(compute='_compute_blocker_html')
    prior_award_ids = fields.Many2many(
        'emulation.commendation', string='Awards held', compute='_compute_prior_award_ids'
    )
    # The unit's vote, told to whoever may read the nomination.
    review_id = fields.Many2one(related='review_line_id.review_id', string='Minutes')
    review_date = fields.Datetime(related='review_id.date_start', string='Meeting')
    review_in_favour = fields.Integer(related='review_line_id.in_favour', string='For')
    review_against = fields.Integer(related='review_line_id.against', string='Against')
    review_abstain = fields.Integer(related='review_line_id.abstain', string='Abstentions')
    is_supported = fields.Boolean(related='review_line_id.is_supported')

    # Defaults

    @api.model
    def default_get(self, fields):
        """Propose the only running campaign, its open phase and the unit one leads."""
        defaults = super().default_get(fields)
        if not {'campaign_id', 'phase_id', 'campaign_unit_id'}.intersection(fields):
            return defaults
        campaign = self.env['emulation.campaign'].browse(defaults.get('campaign_id'))
        campaign = campaign or self._only_launched_campaign()
        for name, value in self._campaign_defaults(campaign).items():
            if name in fields and value:
                defaults.setdefault(name, value.id)
        return defaults

    @api.onchange('campaign_id')
    def _onchange_campaign_id(self):
        for name, value in self._campaign_defaults(self.campaign_id).items():
            if name != 'campaign_id' and self[name].campaign_id != self.campaign_id:
                self[name] = value
        if self.campaign_award_id.campaign_id != self.campaign_id:
            self.campaign_award_id = False

    @api.onchange('nominee_kind')
    def _onchange_nominee_kind(self):
        if self.nominee_kind == 'collective':
            self.employee_id = False
        else:
            self.unit_id = False
        if self.campaign_award_id.subject not in (False, 'both', self.nominee_kind):
            self.campaign_award_id = False

    @api.onchange('employee_id', 'unit_id', 'partner_id')
    def _onchange_nominee(self):
        # One nominee: the one chosen last is meant.
        chosen = [name for name in ('employee_id', 'unit_id', 'partner_id') if self[name]]
        for name in chosen:
            if len(chosen) > 1 and self[name] == self._origin[name]:
                self[name] = False

    @api.model
    def _only_launched_campaign(self):
        running = self.env['emulation.campaign'].search([('state', '=', 'launched')], limit=2)
        return running if len(running) == 1 else running.browse()

    @api.model
    def _campaign_defaults(self, campaign):
        led = campaign.unit_ids.filtered(
            # sudo: who leads the unit, to compare with oneself.
            lambda unit: self.env.user in unit.sudo().leader_ids.user_id
        )
        unit = led if len(led) == 1 else led.browse()
        return {
            'campaign_id': campaign,
            'phase_id': self._open_phase(campaign, unit),
            'campaign_unit_id': unit,
        }

    @api.model
    def _open_phase(self, campaign, unit):
        """The phase that takes dossiers of the unit now, or else the next to do, or the last."""
        now = fields.Datetime.now()
        phases = campaign.phase_ids.sorted('deadline_at')
        ahead = phases.filtered(lambda phase: now < phase._effective_deadline(unit))
        is_open = ahead.filtered(lambda phase: phase.open_at <= now)
        return (is_open or ahead)[:1] or phases[-1:]

    # Choosing

    @api.depends('campaign_award_id', 'campaign_unit_id')
    def _compute_allowed_employee_ids(self):
        for nomination in self:
            if nomination.campaign_award_id.proposer == 'own_unit':
                nomination.allowed_employee_ids = nomination.campaign_unit_id.member_ids.employee_id
            else:
                company = nomination.campaign_id.company_id or self.env.company
                nomination.allowed_employee_ids = self.env['hr.employee'].search(
                    [('company_id', '=', company.id)]
                )

    # Telling

    @api.depends(
        'campaign_award_id', 'campaign_unit_id', 'phase_id', 'nominee_kind', 'campaign_id', 'state'
    )
    @api.depends_context('lang', 'uid')
    def _compute_quota_status(self):
        quotas = self.env['emulation.quota']
        readable = self.campaign_unit_id._filtered_quota_readers()
        told = self.filtered(lambda nomination: nomination.campaign_unit_id in readable)
        (self - told).quota_status = ''
        rows_of = quotas._nomination_usage(told)
        for nomination in told:
            texts = [quotas._status_text(row) for row in rows_of[nomination]]
            nomination.quota_status = '; '.join(texts)

    @api.depends('phase_id', 'campaign_unit_id')
    @api.depends_context('lang', 'tz')
    def _compute_deadline_status(self):
        now = fields.Datetime.now()
        self.deadline_status = ''
        for phase, nominations in self.grouped('phase_id').items():
            if not phase.deadline_at:
                continue
            windows = phase._window(nominations.campaign_unit_id)
            for nomination in nominations.filtered('campaign_unit_id'):
                opens, closes = windows[nomination.campaign_unit_id]
                nomination.deadline_status = self._window_text(phase, opens, closes, now)

    @api.model
    def _window_text(self, phase, opens, closes, now):
        """When dossiers are taken, in the time of the campaign, and how long that still is."""
        if opens and now < opens:
            since = local_time(opens, phase._zone()).strftime('%H:%M %d/%m/%Y')
            return self.env._('from %(moment)s on', moment=since)
        until = phase._end_text(closes)
        if now >= closes:
            return self.env._('until %(end)s: over', end=until)
        left = closes - now
        return self.env._(
            'until %(end)s: %(days)s days and %(hours)s hours left',
            end=until,
            days=left.days,
            hours=left.seconds // 3600,
        )

    @api.depends(
        'state',
        'campaign_id',
        'campaign_award_id',
        'campaign_unit_id',
        'phase_id',
        'nominee_kind',
        'employee_id',
        'unit_id',
        'partner_id',
        'justification',
        'review_line_id',
    )
    @api.depends_context('lang', 'uid')
    def _compute_blocker_html(self):
        open_ones = self.filtered(
            lambda one: one.state in EDITABLE and one.campaign_award_id and one._nominee()
        )
        findings = open_ones._findings_to_tell()
        item = Markup('<li>%s</li>')
        for nomination in self:
            said = self.env['emulation.refusal']._sentences(findings.get(nomination, ()))
            nomination.has_blockers = bool(said)
            items = Markup().join(item % sentence for sentence in said)
            nomination.blocker_html = Markup('<ul class="mb-0">%s</ul>') % items if said else False

    def _findings_to_tell(self):
        """What keeps nominations from being submitted; of unsaved ones, what can be known yet."""
        saved = self.filtered('id')
        return {**(self - saved)._eligibility_findings(), **saved._submit_findings()}

    @api.depends('employee_id', 'unit_id', 'partner_id')
    @api.depends_context('uid')
    def _compute_prior_award_ids(self):
        # As the user: the registry's own rules say which awards of others one may see.
        awards = self.env['emulation.commendation'].search(
            Domain('state', '=', 'valid')
            & Domain.OR(
                Domain(name, 'in', self[name].ids)
                for name in ('employee_id', 'unit_id', 'partner_id')
            )
        )
        by_holder = awards.grouped(lambda award: award._holder())
        for nomination in self:
            nomination.prior_award_ids = by_holder.get(nomination._nominee(), awards.browse())

    # Opening

    def action_open_review(self):
        """Open the minutes the unit is preparing for this phase, or begin them."""
        self.ensure_one()
        self._check_proposing_side()
        review = self.env['emulation.unit.review'].search(
            [
                ('phase_id', '=', self.phase_id.id),
                ('campaign_unit_id', '=', self.campaign_unit_id.id),
                ('state', '=', 'draft'),
            ]
        )
        return {
            'type': 'ir.actions.act_window',
            'res_model': review._name,
            'res_id': review.id,
            'views': [(False, 'form')],
            'context': {
                'default_phase_id': self.phase_id.id,
                'default_campaign_unit_id': self.campaign_unit_id.id,
            },
        }

    def _open_wizard(self, model, name):
        return {
            'type': 'ir.actions.act_window',
            'res_model': model,
            'name': name,
            'views': [(False, 'form')],
            'target': 'new',
            'context': {'default_nomination_ids': self.ids},
        }
