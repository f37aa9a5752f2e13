from collections import defaultdict

from odoo import fields, models
from odoo.exceptions import UserError

from ..domain import decree30, form08

#: The dossier can still change, so a print of its report is not the report.
CHANGING_STATES = ('draft', 'reviewed', 'returned', 'withdrawn')


class EmulationNomination(models.Model):
    """The achievement report of a nomination as a view-model (báo cáo thành tích, mẫu số 08)."""

    _inherit = 'emulation.nomination'

    def _form08(self):
        """The achievement report of each nomination, for whatever prints it.

        Once a dossier was sent, the nominee's particulars are those frozen then.

        :return: {nomination id: domain.form08.Form08}, in the order of the records
        :raises AccessError: the user may not read one of the nominations
        :raises UserError: an award of the campaign has no report form
        """
        self.check_access('read')
        # sudo: whoever may read a dossier may read the report it contains. It names the nominee's
        # position and birth, which HR keeps from unit leaders, because the form asks for them.
        nominations = self.sudo()
        nominations._check_report_form()
        awards_held = nominations._form08_awards_held()
        own_bodies = nominations._form08_own_bodies()
        return {
            nomination.id: form08.form08(
                nomination._form08_facts(
                    own_bodies[nomination.company_id, nomination._form08_style()],
                    awards_held[nomination._nominee()],
                )
            )
            for nomination in nominations
        }

    def _form08_file_name(self):
        """Name of the printed file, without extension, for the report action."""
        self.ensure_one()
        # sudo: the name of the form only; its nominee is the reader's to read.
        form = self.sudo()._report_form()
        return form08.file_name(form.name or '', self.nominee_name)

    def _report_form(self):
        """The form this nominee's achievement report follows: the campaign's own copy, if any."""
        award = self.campaign_award_id
        return award.report_form_id or award.award_form_id.report_form_id

    def _check_report_form(self):
        for award in self.campaign_award_id:
            if not (award.report_form_id or award.award_form_id.report_form_id):
                raise UserError(
                    self.env._(
                        'The award "%(award)s" has no report form, so there is nothing to print. '
                        'Ask the Office to choose one on the award of the campaign.',
                        award=award.name,
                    )
                )

    def _form08_facts(self, own_body, awards_held):
        award, campaign = self.campaign_award_id, self.campaign_id
        return form08.Facts(
            heading=self._form08_heading(own_body),
            layout=self._form08_layout(),
            nominee=self._form08_nominee(),
            award=award.name,
            campaign=campaign.name,
            parts=self._form08_parts(),
            prior_awards=self._form08_prior_awards(awards_held),
            unit_head=self._form08_unit_head(),
            is_forwarded=award.is_forwarded,
            is_draft=self.state in CHANGING_STATES,
        )

    # Heading

    def _form08_style(self):
        return self.campaign_award_id.authority_id.document_style

    def _form08_own_bodies(self):
        """The authority of this body itself, for each (company, document style) that has one."""
        bodies = defaultdict(self.env['emulation.authority'].browse)
        found = self.env['emulation.authority'].search(
            [('company_id', 'in', [False, *self.company_id.ids]), ('is_superior', '=', False)]
        )
        for authority in found:
            for company in authority.company_id or self.company_id:
                bodies[company, authority.document_style] |= authority
        for campaign in self.campaign_id:
            own = campaign.authority_id
            bodies[campaign.company_id, own.document_style] = own
        return bodies

    def _form08_heading(self, own_bodies):
        """Superior and issuing body: this body and the unit, or what is above and this body."""
        award = self.campaign_award_id
        body = own_bodies[:1] if award.is_forwarded else award.authority_id
        own_name = body.issuing_body or self.company_id.name
        unit = self.campaign_unit_id.unit_name or self.campaign_unit_id.unit_id.name
        above, issuer = (body.superior_body, own_name) if award.is_forwarded else (own_name, unit)
        place = body.place or self.campaign_id.plan_place
        return decree30.heading(
            above or '',
            issuer,
            self._form08_style(),
            decree30.place_date(place or '', self._form08_date()),
        )

    def _form08_date(self):
        """Day on which the report was sent; None while it is not."""
        if not self.submitted_at:
            return None
        zone = self.with_context(tz=self.company_id.emulation_tz)
        return fields.Datetime.context_timestamp(zone, self.submitted_at).date()

    # Content

    def _form08_layout(self):
        form = self._report_form()
        return form08.Layout(
            name=form.name,
            title=form.title,
            request_line=form.request_line or '',
            subtitle=form.subtitle or '',
        )

    def _form08_parts(self):
        written = {section.template_id: section.content for section in self.section_ids}
        return tuple(
            form08.Part(
                numeral=template.numeral or '',
                heading=template.heading,
                kind=template.kind,
                text=written.get(template) or '',
            )
            for template in self._report_form().section_ids
            if template.subject in {'both', self.nominee_kind}
        )

    def _form08_nominee(self):
        particulars = self._form08_snapshot() if self.snapshot_date else self._form08_particulars()
        return form08.Nominee(
            kind=self.nominee_kind,
            address=self.unit_id.address or self.partner_id.contact_address_inline or '',
            functions=self.unit_id.functions or '',
            **particulars,
        )

    def _form08_snapshot(self):
        return {
            'name': self.snapshot_name or self.nominee_name,
            'gender': self.snapshot_gender or '',
            'birthday': self.snapshot_birthday or None,
            'position': self.snapshot_position or '',
            'unit': self.snapshot_unit or '',
            'head_count': self.snapshot_head_count or None,
        }

    def _form08_particulars(self):
        """The same as they are today, for a dossier that was not sent yet."""
        employee = self.employee_id
        return {
            'name': self.nominee_name,
            'gender': employee.sex or '',
            'birthday': employee.birthday or None,
            'position': employee.job_title or self.partner_id.function or '',
            'unit': employee.department_id.name or self.partner_id.parent_id.name or '',
            'head_count': self.unit_id.department_id.total_employee or None,
        }

    def _form08_unit_head(self):
        leaders = self.unit_id.leader_ids
        return leaders.name if len(leaders) == 1 else ''

    # Awards held

    def _form08_awards_held(self):
        """Valid awards of each nominee, oldest first, in one search."""
        held = defaultdict(list)
        commendations = self.env['emulation.commendation'].search(
            [
                ('state', '=', 'valid'),
                '|',
                '|',
                ('employee_id', 'in', self.employee_id.ids),
                ('unit_id', 'in', self.unit_id.ids),
                ('partner_id', 'in', self.partner_id.ids),
            ],
            order='decision_date, id',
        )
        for commendation in commendations:
            holder = commendation.employee_id or commendation.unit_id or commendation.partner_id
            held[holder].append(commendation)
        return held

    def _form08_prior_awards(self, awards_held):
        """Awards held when the report was sent; never the one it asks for."""
        sent = self._form08_date() or fields.Date.context_today(self)
        return tuple(
            form08.PriorAward(
                name=award.award_name,
                decision_number=award.decision_number or '',
                decided_on=award.decision_date or None,
                authority=award.authority_name or '',
            )
            for award in awards_held
            if award.nomination_id != self
            and (not award.decision_date or award.decision_date <= sent)
        )
