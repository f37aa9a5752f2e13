from odoo import api, fields, models
from odoo.exceptions import UserError

#: So many pages are made while the user waits; more in the background.
MOST_DIRECT = 20
#: Of one job: a stack of paper that somebody still sorts by hand.
MOST_IN_ALL = 500


class EmulationCertificatePrint(models.TransientModel):
    """Print certificates: choose the printer and its paper (in giấy khen)."""

    _name = 'emulation.certificate.print'
    _description = 'Print certificates'

    commendation_ids = fields.Many2many(
        'emulation.commendation', string='Awards', domain=[('state', '=', 'valid')]
    )
    commendation_count = fields.Integer('Certificates', compute='_compute_commendation_count')
    is_background = fields.Boolean(compute='_compute_commendation_count')
    printer_id = fields.Many2one(
        'emulation.certificate.printer',
        required=True,
        default=lambda self: self.env['emulation.certificate.printer']._default_printer(),
    )
    paper = fields.Selection(
        [('white', 'White paper: the whole page'), ('blank', 'Blanks: text only')],
        compute='_compute_paper',
        store=True,
        readonly=False,
        required=True,
        precompute=True,
    )

    @api.model
    def default_get(self, fields):
        values = super().default_get(fields)
        if 'commendation_ids' in fields and 'commendation_ids' not in values:
            values['commendation_ids'] = [(6, 0, self._chosen().ids)]
        return values

    @api.depends('commendation_ids')
    def _compute_commendation_count(self):
        for wizard in self:
            wizard.commendation_count = len(wizard.commendation_ids)
            wizard.is_background = wizard.commendation_count > MOST_DIRECT

    @api.depends('printer_id')
    def _compute_paper(self):
        for wizard in self:
            wizard.paper = wizard.printer_id.paper or 'white'

    def action_confirm(self):
        """Download the certificates, or have many of them made in the background.

        :raises AccessError: the user does not keep the registry
        :raises UserError: nothing was chosen, or there is no certificate of one of the awards
        """
        self.ensure_one()
        self._check_chosen()
        if self.is_background:
            return self._in_background()
        report = self.env.ref('emulation_award.emulation_certificate_print_report_certificate')
        return {**report.report_action(self), 'close_on_report_download': True}

    def action_calibrate(self):
        """Print the calibration sheet of the chosen printer."""
        self.ensure_one()
        return self.printer_id.action_calibrate()

    def _chosen(self):
        """Awards of what the wizard was opened on: the registry, or decisions."""
        active_ids = self.env.context.get('active_ids') or []
        awards = self.env['emulation.commendation']
        if self.env.context.get('active_model') == 'emulation.decision':
            decided = [
                ('decision_line_id.decision_id', 'in', active_ids),
                ('state', '=', 'valid'),
            ]
            return awards.search(decided, order='decision_date, gold_book_number, id')
        if self.env.context.get('active_model') == awards._name:
            return awards.browse(active_ids)
        return awards

    def _check_chosen(self):
        count = len(self.commendation_ids)
        if not count:
            raise UserError(
                self.env._(
                    'There is no award to print. An award is in the registry once its decision '
                    'is in effect.'
                )
            )
        if count > MOST_IN_ALL:
            raise UserError(
                self.env._(
                    '%(count)s certificates are too many at once. Print at most %(most)s at a '
                    'time.',
                    count=count,
                    most=MOST_IN_ALL,
                )
            )
        # Now, by name, and not in the middle of a stack.
        self._pages()

    def _pages(self):
        """What is printed, in order.

        :return: list of :class:`~..models.emulation_commendation_certificate.Page`
        """
        self.ensure_one()
        return self.commendation_ids._certificate_pages(self.printer_id, self.paper)

    def _file_name(self):
        """Name of the printed file, without extension, for the report action."""
        awards = self.commendation_ids
        return f'Giay khen - {awards.holder_name}' if len(awards) == 1 else 'Giay khen'

    def _in_background(self):
        label = f'Giay khen ({len(self.commendation_ids)})'
        job = self.env['emulation.job']._enqueue_once(
            'certificate',
            label,
            self.commendation_ids,
            together=True,
            printer_id=self.printer_id.id,
            paper=self.paper,
        )
        return {
            'type': 'ir.actions.act_window',
            'res_model': job._name,
            'res_id': job.id,
            'view_mode': 'form',
            'name': self.env._('Documents being made'),
        }
