from odoo import api, fields, models
from odoo.exceptions import UserError

from .dong import Dong

# What the decision behind an award says, and a correcting decision changes.
DECIDED_FIELDS = frozenset(
    {
        'company_id',
        'employee_id',
        'unit_id',
        'partner_id',
        'holder_name',
        'holder_position',
        'holder_unit',
        'award_form_id',
        'award_name',
        'authority_name',
        'citation',
        'decision_number',
        'decision_date',
        'prize_amount',
        'gender',
        'is_manager',
        'is_direct_labour',
    }
)


class EmulationCommendation(models.Model):
    """Awards that decisions enter in the registry (vào sổ khen thưởng), and their correction."""

    _inherit = 'emulation.commendation'

    decision_line_id = fields.Many2one(
        'emulation.decision.line',
        'Line of the decision',
        readonly=True,
        copy=False,
        index='btree_not_null',
        ondelete='restrict',
        groups='emulation_award.group_emulation_office,emulation_award.group_emulation_auditor',
    )
    submission_line_id = fields.Many2one(
        'emulation.submission.line',
        'Line of the submission',
        readonly=True,
        copy=False,
        index='btree_not_null',
        ondelete='restrict',
        groups='emulation_award.group_emulation_office,emulation_award.group_emulation_auditor',
    )
    holder_position = fields.Char('Position', help='At the time of the decision.')
    holder_unit = fields.Char('Unit', index='trigram', help='At the time of the decision.')
    prize_amount = Dong(
        'Prize (đồng)', aggregator='sum', help='Paid by the body that decided; 0 if it paid none.'
    )
    gold_book_number = fields.Integer(
        'Gold book no.',
        readonly=True,
        copy=False,
        aggregator=None,
        help='Place of the holder in the decision (số sổ vàng).',
    )
    # For the statistics of awards (Circular 02/2023/TT-BNV, form 0603.N): as of the decision.
    gender = fields.Selection([('male', 'Male'), ('female', 'Female'), ('other', 'Other')])
    is_manager = fields.Boolean('Leading post', help='Led a unit at the time of the decision.')
    is_direct_labour = fields.Boolean(
        'Direct labour',
        help='Neither leader nor manager (người trực tiếp lao động), at the time of the decision.',
    )

    _decision_line_uniq = models.UniqueIndex(
        '(decision_line_id) WHERE decision_line_id IS NOT NULL',
        'This line of the decision is in the registry already.',
    )
    _submission_line_uniq = models.UniqueIndex(
        '(submission_line_id) WHERE submission_line_id IS NOT NULL',
        'This line of the submission is in the registry already.',
    )
    _nomination_uniq = models.UniqueIndex(
        "(nomination_id) WHERE nomination_id IS NOT NULL AND state = 'valid'",
        'This nomination has an award in the registry already.',
    )

    @api.model
    def _enter(self, vals_list):
        """Enter awards just decided, with who the holder was then; one journal entry each.

        Whoever decides has checked the user; particulars that are not given come from the
        nomination's snapshot.

        :param list vals_list: values by award; `company_id`, a holder, a form or wording of the
            award, and where there is one `nomination_id`, `decision_line_id`, `submission_line_id`
        :return: the awards, in the order of the values
        :raises psycopg2.IntegrityError: a nomination or a line is in the registry already
        """
        # sudo: the decision or the reply has checked its user; nobody else enters such awards.
        registry = self.sudo().with_context(mail_create_nolog=True)
        named = dict.fromkeys(
            vals['nomination_id'] for vals in vals_list if vals.get('nomination_id')
        )
        # Together, so that they are read at once; sudo: as above.
        nominations = self.env['emulation.nomination'].sudo().browse(named)
        by_id = {one.id: one for one in nominations}
        entries = registry.create(
            [
                {
                    **self._entry_defaults(vals, by_id.get(vals.get('nomination_id'))),
                    **vals,
                    'is_imported': False,
                }
                for vals in vals_list
            ]
        )
        entries._journal('commendation.entered', {}, lambda award: award._entry_payload())
        return self.browse(entries.ids)

    def _correct(self, vals, document):
        """Correct valid awards as a decision says (đính chính); the journal keeps what was there.

        :param dict vals: new values of fields a decision words, see `DECIDED_FIELDS`
        :param str document: the correcting decision, as cited
        :raises UserError: an award is revoked, or a field is none a decision words
        """
        self.check_access('write')
        self._check_state('valid', self.env._('already revoked'))
        names = sorted(vals)
        if other := [name for name in names if name not in DECIDED_FIELDS | {'gold_book_number'}]:
            raise UserError(
                self.env._('A correction does not change %(fields)s.', fields=', '.join(other))
            )
        before = {award: award._plain_values(names) for award in self}
        self.sudo().write(vals)  # sudo: operation fields; the right to write was checked above
        self._journal(
            'commendation.corrected',
            {'document': document},
            lambda award: {'old': before[award], 'new': award._plain_values(names)},
        )

    @api.model
    def _entry_defaults(self, vals, nomination):
        """Who the holder was when nominated, as far as the values do not say.

        :param nomination: in superuser mode, for its frozen particulars; None for none
        """
        if not nomination:
            return {}
        is_person = nomination.nominee_kind == 'individual'
        return {
            'company_id': nomination.company_id.id,
            **{
                name: nomination[name].id
                for name in ('employee_id', 'unit_id', 'partner_id')
                if nomination[name] and not {'employee_id', 'unit_id', 'partner_id'} & vals.keys()
            },
            'holder_name': nomination.snapshot_name or nomination.nominee_name,
            'holder_position': nomination.snapshot_position,
            'holder_unit': nomination.snapshot_unit,
            'gender': nomination.snapshot_gender if is_person else False,
            'is_manager': is_person and nomination.snapshot_is_manager,
            'is_direct_labour': is_person and not nomination.snapshot_is_manager,
        }

    def _entry_payload(self):
        self.ensure_one()
        return {
            'reference': self.nomination_id.reference or '',
            **self._plain_values(['decision_number', 'decision_date', 'prize_amount']),
        }

    def _plain_values(self, names):
        """Values as the journal keeps them: text and whole numbers."""
        self.ensure_one()
        return {name: self._plain_value(name) for name in names}

    def _plain_value(self, name):
        field, value = self._fields[name], self[name]
        if field.type == 'many2one':
            return value.display_name or ''
        if field.type == 'date':
            return fields.Date.to_string(value) or ''
        return value if field.type in ('integer', 'boolean') else value or ''

    def _refuse_rewording(self):
        if decided := self.filtered(lambda award: not award.is_imported):
            raise UserError(
                self.env._(
                    '%(awards)s: a decision words this. A mistake in it is corrected by a '
                    'correcting decision.',
                    awards=', '.join(decided.mapped('display_name')),
                )
            )
