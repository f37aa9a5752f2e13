from odoo import api, fields, models
from odoo.fields import Domain

from .emulation_kept_document import KEPT
from .signing import SIGNING_MODES

SUBMISSION_STATES = [
    ('draft', 'Draft'),
    ('sent', 'Sent'),
    ('returned', 'Returned'),
    ('decided', 'Decided'),
    ('cancelled', 'Cancelled'),
]
AWARD_KINDS = [
    ('campaign', 'Themed emulation'),
    ('merit', 'Merit'),
    ('unplanned', 'Unplanned achievement'),
    ('contribution', 'Long contribution'),
    ('tenure', 'Tenure'),
    ('foreign', 'External relations'),
]
#: States in which the letter and its list are being written.
PREPARED = ('draft', 'returned')


class EmulationSubmission(models.Model):
    """A dossier to a superior authority (hồ sơ trình cấp trên): one per authority and type.

    Its lines are nominations the council approved for an award that authority decides on. Sent,
    it waits for the reply; returned, it is corrected and sent again.
    """

    _name = 'emulation.submission'
    _description = 'Submission upward'
    _inherit = [
        'emulation.operation.mixin',
        'emulation.document.number',
        'emulation.kept.document',
        'mail.thread',
        'mail.activity.mixin',
    ]
    _order = 'date desc, id desc'
    _rec_names_search = ['number', 'authority_id.name', 'campaign_id.name']
    _check_company_auto = True
    _operation_fields = frozenset(
        {'company_id', 'state', 'sent_at', 'sent_by_id', 'sent_count', 'return_reason'}
        | {'reply_number', 'reply_date', 'reply_document', 'reply_document_name', 'decided_at'}
        | {'package', 'package_name', 'package_sha256', 'package_built_at'}
        | {'package_seal', 'package_source', 'number_key', 'letter_year'}
        | KEPT
    )

    campaign_id = fields.Many2one(
        'emulation.campaign',
        required=True,
        index=True,
        ondelete='restrict',
        check_company=True,
        domain="[('state', 'in', ('launched', 'closed'))]",
        tracking=True,
    )
    company_id = fields.Many2one(related='campaign_id.company_id', store=True, index=True)
    authority_id = fields.Many2one(
        'emulation.authority',
        'Decided by',
        required=True,
        index=True,
        ondelete='restrict',
        check_company=True,
        domain="[('is_superior', '=', True)]",
        tracking=True,
        help='The superior authority that decides.',
    )
    award_kind = fields.Selection(
        AWARD_KINDS,
        'Type of award',
        required=True,
        default='campaign',
        tracking=True,
        help='Loại hình khen thưởng: each goes up in a submission of its own.',
    )
    # Copied: documents stay as they were when the catalogue changes.
    document_style = fields.Selection(
        [('state', 'State (Decree 30/2020)'), ('party', 'Party')],
        required=True,
        compute='_compute_document_style',
        store=True,
        readonly=False,
        precompute=True,
    )
    issuer_id = fields.Many2one(
        'emulation.authority',
        'Submitting authority',
        required=True,
        index='btree_not_null',
        ondelete='restrict',
        check_company=True,
        domain="[('is_superior', '=', False)]",
        compute='_compute_issuer_id',
        store=True,
        readonly=False,
        precompute=True,
        help='Whose letter it is: its body, place and signatory are proposed from here.',
    )
    number = fields.Char(
        'Letter no.', copy=False, tracking=True, help='Whole, such as 105/TTr-BQLKKTCK.'
    )
    date = fields.Date(copy=False, tracking=True)
    letter_year = fields.Integer(compute='_compute_letter_year', store=True, aggregator=None)
    place = fields.Char(
        'Place name', compute='_compute_from_issuer', store=True, readonly=False, precompute=True
    )
    addressee = fields.Char(
        compute='_compute_addressee',
        store=True,
        readonly=False,
        precompute=True,
        help='Kính gửi: several are separated by semicolons.',
    )
    signing_mode = fields.Selection(
        SIGNING_MODES,
        'Signed by',
        required=True,
        compute='_compute_signing_mode',
        store=True,
        readonly=False,
        precompute=True,
    )
    head_title = fields.Char(
        'In whose stead',
        compute='_compute_from_issuer',
        store=True,
        readonly=False,
        precompute=True,
        help='Title of the head, or name of the collective, one signs for, such as TRƯỞNG BAN.',
    )
    signatory_title = fields.Char(
        compute='_compute_from_issuer', store=True, readonly=False, precompute=True
    )
    signatory_name = fields.Char(
        compute='_compute_from_issuer', store=True, readonly=False, precompute=True
    )
    legal_clause = fields.Char(
        'Legal clause', help='Point, clause and article the proposal rests on, as cited.'
    )
    unit_basis = fields.Char(
        'Basis of functions', help='Document that sets functions and tasks of the body, as cited.'
    )
    body_note = fields.Text('More to say', help='Added to the letter before its list.')
    recipients = fields.Text(help='Nơi nhận: one per line, without dash and semicolon.')
    signed_scan = fields.Binary('Signed letter', attachment=True, copy=False)
    signed_scan_name = fields.Char(copy=False)
    state = fields.Selection(
        SUBMISSION_STATES,
        'Status',
        required=True,
        readonly=True,
        default='draft',
        copy=False,
        index=True,
        tracking=True,
    )
    line_ids = fields.One2many(
        'emulation.submission.line', 'submission_id', 'Nominations', copy=False
    )
    sent_channel = fields.Char(
        'Sent by way of',
        copy=False,
        help='How it goes there, such as the e-document system or by hand, with what proves it.',
    )
    sent_at = fields.Datetime('Sent on', readonly=True, copy=False)
    sent_by_id = fields.Many2one(
        'res.users', 'Sent by', readonly=True, copy=False, index='btree_not_null'
    )
    sent_count = fields.Integer('Times sent', readonly=True, copy=False)
    return_reason = fields.Text('Why it was returned', readonly=True, copy=False)
    # The superior's last reply; an earlier one on other lines stays in the registry and journal.
    reply_number = fields.Char('Decision no.', readonly=True, copy=False, tracking=True)
    reply_date = fields.Date('Decision dated', readonly=True, copy=False, tracking=True)
    reply_document = fields.Binary('Decision', attachment=True, readonly=True, copy=False)
    reply_document_name = fields.Char(readonly=True, copy=False)
    decided_at = fields.Datetime('Reply entered on', readonly=True, copy=False)
    # The package for the superior, see emulation_submission_package.py
    with_edxml = fields.Boolean(
        'With edXML envelope', help='Not conformance-tested: ask the recipient first.'
    )
    package = fields.Binary(attachment=True, readonly=True, copy=False)
    package_name = fields.Char(readonly=True, copy=False)
    package_sha256 = fields.Char('SHA-256', readonly=True, copy=False)
    package_built_at = fields.Datetime('Built on', readonly=True, copy=False)

    _one_draft = models.UniqueIndex(
        "(campaign_id, authority_id, award_kind) WHERE state = 'draft'",
        'There is already a draft for this authority and type of award: add to that one.',
    )
    _number_uniq = models.UniqueIndex(
        '(company_id, issuer_id, letter_year, number_key)'
        " WHERE number_key IS NOT NULL AND letter_year > 0 AND state <> 'cancelled'",
        'Another submission of this body bears this number in that year.',
    )

    # Proposed

    @api.depends('authority_id')
    def _compute_document_style(self):
        for submission in self:
            style = submission.authority_id.document_style
            submission.document_style = style or submission.document_style or 'state'

    @api.depends('campaign_id', 'document_style')
    def _compute_issuer_id(self):
        for submission in self:
            own = submission.campaign_id.authority_id
            if own.document_style != submission.document_style:
                own = submission._own_authority() or own
            submission.issuer_id = own

    @api.depends('date')
    def _compute_letter_year(self):
        for submission in self:
            submission.letter_year = submission.date.year if submission.date else 0

    @api.depends('document_style')
    def _compute_signing_mode(self):
        for submission in self:
            party = submission.document_style == 'party'
            submission.signing_mode = 'for_collective' if party else 'direct'

    @api.depends('issuer_id')
    def _compute_from_issuer(self):
        for submission in self:
            issuer = submission.issuer_id
            submission.place = issuer.place
            # A Party body signs as a collective, whose name is not its secretary's title.
            party = issuer.document_style == 'party'
            submission.head_title = issuer.collective_title if party else issuer.signatory_title
            submission.signatory_title = issuer.signatory_title
            submission.signatory_name = issuer.signatory_name

    @api.depends('authority_id', 'campaign_id')
    def _compute_addressee(self):
        for submission in self:
            through = submission.campaign_id.recipient_ids.filtered('is_export_addressee')
            named = [submission.authority_id.name]
            if submission.document_style == 'state':
                named += through.mapped('name')
            submission.addressee = '; '.join(filter(None, named))

    def _own_authority(self):
        """The body's own authority whose documents have the style of this letter."""
        domain = Domain('is_superior', '=', False) & Domain(
            'document_style', '=', self.document_style
        )
        company = self.campaign_id.company_id
        return self.env['emulation.authority'].search(
            domain & Domain('company_id', '=', company.id), limit=1
        )

    @api.depends('number', 'authority_id', 'award_kind')
    @api.depends_context('lang')
    def _compute_display_name(self):
        kinds = dict(self._fields['award_kind']._description_selection(self.env))
        for submission in self:
            named = submission.number or kinds.get(submission.award_kind)
            parts = named, submission.authority_id.name
            submission.display_name = ' – '.join(filter(None, parts))
