from odoo import api, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..domain import registry_entry as rules
from ..domain.registry_directory import Holder
from ..domain.tables import plain
from ..domain.vietnamese import clean_name
from .emulation_commendation_entry import DECIDED_FIELDS
from .emulation_decision_guard import MANAGER
from .emulation_nomination_guard import THREAD_MODELS

#: What people write of an award of earlier years, or of another body's.
TYPED = frozenset(DECIDED_FIELDS | {'year_only'})
#: What tells whom an award is for, and who holds it.
SUBJECT_FIELDS = frozenset({'employee_id', 'unit_id', 'partner_id', 'award_form_id'})
#: States of decisions that were issued, whatever became of them.
ISSUED = ('issued', 'effective', 'revoked', 'annulled')


class EmulationCommendation(models.Model):
    """Awards entered by hand: which are taken, and the record of who entered and changed them."""

    _inherit = 'emulation.commendation'

    _prize_not_negative = models.Constraint(
        'CHECK (prize_amount >= 0)', 'A prize is never less than nothing.'
    )

    @api.model_create_multi
    def create(self, vals_list):
        awards = super().create([self._with_clean_name(vals) for vals in vals_list])
        if not self.env.su:
            awards._check_enterable()
            awards._check_subject()
            awards._journal('commendation.added', {}, lambda one: {'new': one._typed_values()})
        return awards

    def write(self, vals):
        vals = self._with_clean_name(vals)
        if self.env.su or self._only_thread(vals):
            return super().write(vals)
        self._check_typed(vals)
        # What only a manager enters, only a manager makes another person's.
        self._check_enterable(said_before=True)
        before = {award: award._typed_values() for award in self}
        result = super().write(vals)
        self._check_enterable()
        # Older entries that were taken as they are stay open to every other change.
        if vals.keys() & SUBJECT_FIELDS:
            self._check_subject()
        self._journal_edited(before)
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_journaled(self):
        self._journal('commendation.deleted', {}, lambda one: {'old': one._typed_values()})

    @api.constrains('decision_date', 'year_only')
    def _check_date(self):
        for award in self:
            self.env['emulation.refusal']._raise_if(
                rules.date_findings(
                    award.decision_date or None,
                    award.year_only,
                    award.company_id._emulation_today(),
                )
            )

    @api.model
    def _with_clean_name(self, vals):
        # In NFC, as names are searched for.
        name = vals.get('holder_name')
        return {**vals, 'holder_name': clean_name(name)} if name else vals

    # What is written by hand

    @api.model
    def _only_thread(self, vals):
        return all(any(name in self.env[one]._fields for one in THREAD_MODELS) for name in vals)

    def _check_typed(self, vals):
        """Let nothing be written by hand but what people know of an award.

        :raises UserError: a decision words the award, or a field is none of that
        """
        self._refuse_operation_fields(vals)
        self._refuse_rewording()
        if other := sorted(vals.keys() - TYPED):
            raise UserError(
                self.env._('%(fields)s of an award cannot be written.', fields=', '.join(other))
            )

    def _typed_values(self):
        names = sorted(TYPED)
        return {name: value for name, value in self._plain_values(names).items() if value}

    def _journal_edited(self, before):
        changed = {}
        for award, old in before.items():
            new = award._typed_values()
            names = [name for name in sorted(TYPED) if old.get(name) != new.get(name)]
            changed[award] = {
                'old': {name: old.get(name, '') for name in names},
                'new': {name: new.get(name, '') for name in names},
            }
        edited = self.filtered(lambda award: changed[award]['new'])
        edited._journal('commendation.edited', {}, changed.get)

    # Beside the decisions

    def _check_enterable(self, said_before=False):
        """Refuse entries that stand for a decision kept here.

        :param said_before: ask only what needs a manager, of entries about to be changed
        :raises UserError: one bears the number of a decision, or needs a manager
        """
        is_manager = self.env.user.has_group(MANAGER)
        if said_before and is_manager:
            return
        found = {}
        for company, awards in self.grouped('company_id').items():
            kept = self._kept_decisions(company)
            for award in awards:
                findings = rules.entry_findings(award._as_entry(), kept, is_manager)
                found[award] = [
                    one for one in findings if not said_before or one.code == 'registry_since_here'
                ]
        self.env['emulation.refusal']._raise_for(found)

    def _check_subject(self):
        """Refuse awards for individuals to collectives, and the other way round.

        :raises UserError: one is held by whom it is not for
        """
        found = {}
        for award in self:
            # sudo: only whether a contact is an organisation, of an award the user enters.
            holder = Holder(
                f'{award.holder_kind}_id', 0, '', is_body=award.partner_id.sudo().is_company
            )
            name, subject = award.award_form_id.name or '', award.award_form_id.subject or 'both'
            found[award] = rules.subject_findings(award.holder_name, holder.subject, name, subject)
        self.env['emulation.refusal']._raise_for(found)

    def _as_entry(self):
        self.ensure_one()
        return rules.Entry(
            number=self.decision_number or '',
            day=self.decision_date or None,
            year=self.year_only,
            authority=self.award_form_id.authority_id.id or None,
            authority_name=self.authority_name or '',
        )

    @api.model
    def _kept_decisions(self, company):
        """The decisions of a company's own authorities that were issued here.

        :return: domain.registry_entry.Kept
        """
        here = Domain('company_id', '=', company.id)
        # sudo: number and date of decisions, which bind whoever keeps the registry.
        decisions = self.env['emulation.decision'].sudo()
        issued = decisions.search(
            here & Domain('state', 'in', ISSUED) & Domain('decision_date', '!=', False)
        )
        return rules.Kept(
            tuple(
                rules.Decision(
                    one.authority_id.id, one.number or '', one.decision_date, one.display_name
                )
                for one in issued
            ),
            {plain(one.name): one.id for one in issued.authority_id},
        )

    def _refuse_undecided(self):
        """Leave certificates of what no decision here awarded to a manager.

        :raises UserError: an award is of older records, and the user is no manager
        """
        if self.env.su or self.env.user.has_group(MANAGER):
            return
        # sudo: only whether there is a line of a decision.
        if older := self.filtered(lambda one: not one.sudo().decision_line_id):
            raise UserError(
                self.env._(
                    '%(awards)s: no decision kept here awarded this. Only a manager has such a '
                    'certificate made anew: ask one, or leave it out.',
                    awards=', '.join(older.mapped('display_name')),
                )
            )
