from odoo import fields, models

from ..domain import decree30, plan_document, plan_facts, plan_rules
from ..domain.review import Majority
from ..domain.signing import Signing
from ..domain.windows import local_time
from .signing import SIGNING_MODES


class EmulationCampaign(models.Model):
    """The plan of the campaign as a document (kế hoạch).

    It follows the campaign as it stands. It is printed for signature while the campaign is a draft;
    the launch freezes every rule, and what was frozen stays in `rules_snapshot`. Afterwards a rule
    changes by an amendment only: the plan then prints as amended and says so, with the day and
    the document of each amendment, so that nobody takes it for the sheet that was signed. While
    an amendment is in progress it prints as a draft. An extension of a deadline is an act of its
    own and changes no word of the plan.
    """

    _inherit = 'emulation.campaign'

    plan_about = fields.Char(
        'Subject of the plan',
        help='Printed under the title (trích yếu); when empty, made of the campaign title.',
    )
    signing_mode = fields.Selection(SIGNING_MODES, 'Signed by', required=True, default='direct')
    head_title = fields.Char(
        'In whose stead', help='Title of the head, or name of the body, after KT., TL., TM. …'
    )
    cited_below_ids = fields.Many2many(
        'emulation.legal.basis',
        'emulation_campaign_cited_below_rel',
        'campaign_id',
        'basis_id',
        string='Cited further down',
        domain="[('id', 'in', legal_basis_ids)]",
        help='Legal bases that the body of the plan names, so that its opening need not.',
    )

    def _plan_document(self):
        """The plan of each campaign, for whatever prints it.

        :return: {campaign id: domain.plan_document.PlanDocument}, in the order of the records
        :raises AccessError: the user may not read one of the campaigns
        """
        self.check_access('read')
        # sudo: whoever may read a campaign may read its plan, which is published as a whole.
        return {one.id: plan_document.plan_document(one._plan_facts()) for one in self.sudo()}

    def _plan_facts(self):
        self.ensure_one()
        authority = self.authority_id
        return plan_facts.Facts(
            heading=self._plan_heading(),
            code=authority.abbreviation or '',
            number=self.plan_number or '',
            about=self.plan_about or '',
            campaign=self.name,
            signing=self._plan_signing(),
            bases=self._plan_bases(),
            introduction=self.introduction or '',
            purpose=self.purpose or '',
            requirement=self.requirement or '',
            contents=tuple(content._plan_content() for content in self.content_ids),
            phases=tuple(phase._plan_phase() for phase in self.phase_ids),
            subject_collective=self.subject_collective or '',
            subject_individual=self.subject_individual or '',
            categories=tuple(self.category_ids.mapped('name')),
            units=tuple(self.unit_ids.mapped('display_name')),
            groups=self._plan_groups(),
            awards=tuple(award._plan_award() for award in self.award_ids),
            quotas=tuple(quota._plan_quota() for quota in self.quota_ids),
            counted_on=self._plan_counted_on(),
            requirements=tuple(part._plan_requirement() for part in self.requirement_ids),
            receiver=self.dossier_receiver or '',
            review=Majority(self.review_numerator, self.review_denominator, self.review_strict),
            duties=tuple(plan_facts.Duty(duty.bearer, duty.body) for duty in self.duty_ids),
            appeal=self.closing_appeal or '',
            recipients=tuple((line.name, line.is_archive) for line in self.recipient_ids),
            amendments=self._plan_amendments(),
            final=self._is_plan_final(),
        )

    def _plan_heading(self, day=None):
        """Heading of a document of the plan's issuer.

        :param date day: of the document; the plan's own without it
        """
        authority = self.authority_id
        place = self.plan_place or authority.place or ''
        where_and_when = decree30.place_date(place, day or self.plan_date or None)
        return authority._heading(place_date=where_and_when, otherwise=self.company_id.name)

    def _plan_signing(self):
        authority = self.authority_id
        return Signing(
            self.signing_mode,
            self.head_title or '',
            self.signatory_title or authority.signatory_title or '',
            self.signatory_name or authority.signatory_name or '',
        )

    def _plan_bases(self):
        return tuple(
            plan_facts.Basis(
                basis.citation,
                basis.number,
                basis.kind,
                basis.date_issued or None,
                is_cited_below=basis in self.cited_below_ids,
            )
            for basis in self.legal_basis_ids | self.cited_below_ids
        )

    def _plan_groups(self):
        return tuple(
            plan_rules.Group(group.name, tuple(group.unit_ids.mapped('display_name')))
            for group in self.unit_group_ids
        )

    def _plan_counted_on(self):
        """Day whose staff the quotas count: the plan's, or that of the launch once it is known."""
        if self.head_count_date:
            return self.head_count_date
        return self._plan_day(self.launched_at) if self.launched_at else None

    def _plan_amendments(self):
        done = self.amendment_ids.filtered(lambda one: one.state == 'done' and one.line_ids)
        return tuple(
            plan_facts.Amendment(
                self._plan_day(one.finished_at) if one.finished_at else None, one.document or ''
            )
            for one in done.sorted(lambda one: (one.finished_at or one.create_date, one.id))
        )

    def _plan_day(self, moment):
        """Calendar day of a stored moment where the campaign is held."""
        return local_time(moment, self.tz).date()

    def _is_plan_final(self):
        """Whether the print is the plan: it may be signed, or has been."""
        is_numbered = bool(self.plan_number and self.plan_date)
        stands = self.state in ('launched', 'closed') or (self.state == 'draft' and is_numbered)
        return stands and not self.amendment_id
