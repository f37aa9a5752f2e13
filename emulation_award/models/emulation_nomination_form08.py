from odoo import models
from odoo.exceptions import UserError

from ..domain import decree30, form08
from ..domain.states import State
from ..domain.windows import local_time

#: Particulars are still those of today.
PREPARED_STATES = (State.DRAFT, State.REVIEWED)
#: The dossier can still change, so a print of its report is not the report.
CHANGING_STATES = (*PREPARED_STATES, State.RETURNED, State.WITHDRAWN)


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
        # sudo: whoever may read a dossier may read the report it contains. It says what HR keeps
        # from unit leaders (birth, home, position) because the form asks for it.
        nominations = self.sudo()
        nominations._check_report_form()
        own_bodies = nominations._own_bodies()
        held = self.env['emulation.commendation']._held_by(
            nominations.employee_id, nominations.unit_id, nominations.partner_id
        )
        return {
            nomination.id: form08.form08(
                nomination._form08_facts(own_bodies, nomination._own_awards(held))
            )
            for nomination in nominations
        }

    def _own_awards(self, held):
        """Awards of the nominee that the nomination's company keeps: a shared contact may have
        others, which are another company's to name.

        :param held: as of `emulation.commendation._held_by`
        """
        awards = held[self._nominee()]
        return awards.filtered(lambda one: one.company_id <= self.company_id)

    def _form08_file_name(self):
        """Name of the printed file, without extension, for the report action."""
        self.ensure_one()
        # sudo: the name of the form only; the nominee is read as the user.
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

    def _form08_facts(self, own_bodies, awards_held):
        award = self.campaign_award_id
        return form08.Facts(
            heading=self._form08_heading(own_bodies),
            layout=self._form08_layout(),
            nominee=self._form08_nominee(),
            award=award.name,
            campaign=self.campaign_id.name,
            parts=self._form08_parts(),
            prior_awards=self._form08_prior_awards(awards_held),
            unit_head=self._form08_unit_head(),
            is_forwarded=award.is_forwarded,
            is_draft=self.state in CHANGING_STATES,
        )

    # Heading

    def _form08_heading(self, own_bodies):
        """This body and the proposing unit; or, if forwarded, what is above this body and it."""
        award, unit, style = self.campaign_award_id, self.campaign_unit_id, self._form08_style()
        decides = not award.is_forwarded and award.authority_id.document_style == style
        body = award.authority_id if decides else self._own_body(own_bodies, style)
        body_name = body.issuing_body or self.company_id.name
        unit_name = unit.unit_name or unit.unit_id.name
        names = (body.superior_body, body_name) if award.is_forwarded else (body_name, unit_name)
        place = self.campaign_id.plan_place or body.place
        return decree30.heading(
            names[0] or '',
            names[1],
            style,
            decree30.place_date(place or '', self._form08_date()),
        )

    def _own_body(self, own_bodies, style):
        """This body as it writes in a style: as the campaign's plan has it, or the catalogue."""
        issuer = self.campaign_id.authority_id
        if issuer.document_style == style:
            return issuer
        return own_bodies.get((self.company_id, style)) or issuer

    def _form08_style(self):
        """A party cell writes as the Party does, whoever decides."""
        if self.campaign_unit_id.unit_kind == 'party_cell':
            return decree30.Style.PARTY.value
        return self.campaign_award_id.authority_id.document_style

    def _own_bodies(self):
        """Which authority is this body itself: {(company, document style): authority}."""
        found = self.env['emulation.authority'].search(
            [
                ('company_id', 'in', [False, *self.company_id.ids]),
                ('is_superior', '=', False),
                ('issuing_body', '!=', False),
            ]
        )
        # A company's own before those all companies share, else by order.
        bodies = {}
        for authority in sorted(found, key=lambda one: not one.company_id):
            for company in authority.company_id or self.company_id:
                bodies.setdefault((company, authority.document_style), authority)
        return bodies

    def _form08_date(self):
        """Day on which the report was sent; None while it can still change."""
        if self.state in CHANGING_STATES or not self.submitted_at:
            return None
        return local_time(self.submitted_at, self.campaign_id.tz).date()

    # Content

    def _form08_layout(self):
        form = self._report_form()
        if not form:
            return form08.Layout('', '', '', '')
        return form08.Layout(
            name=form.name,
            title=form.title,
            request_line=form.request_line or '',
            subtitle=form.subtitle or '',
            reporter=form.reporter_caption or '',
            unit_head=form.unit_head_caption or '',
            unit_confirmation=form.unit_confirmation_caption or '',
            submitter_confirmation=form.submitter_confirmation_caption or '',
        )

    def _form08_parts(self):
        written = {section.template_id: section.content for section in self.section_ids}
        return tuple(
            form08.Part(
                numeral=template.numeral or '',
                heading=template.heading,
                kind=template.kind,
                text=written.get(template) or '',
                is_optional=not template.mandatory,
            )
            for template in self._report_form().section_ids
            if template.subject in {'both', self.nominee_kind}
        )

    def _form08_nominee(self):
        is_frozen = self.snapshot_date and self.state not in PREPARED_STATES
        particulars = self if is_frozen else self._snapshot()
        return form08.Nominee(
            kind=self.nominee_kind,
            name=particulars['snapshot_name'] or '',
            gender=particulars['snapshot_gender'] or '',
            birthday=particulars['snapshot_birthday'] or None,
            position=particulars['snapshot_position'] or '',
            unit=particulars['snapshot_unit'] or '',
            native_place=particulars['snapshot_native_place'] or '',
            address=particulars['snapshot_address'] or '',
            functions=particulars['snapshot_functions'] or '',
            head_count=particulars['snapshot_head_count'] or None,
        )

    def _form08_unit_head(self):
        leaders = self.unit_id.leader_ids
        return leaders.name if len(leaders) == 1 else ''

    def _form08_prior_awards(self, awards_held):
        """Awards held when the report was sent; never the one it asks for."""
        sent = self._form08_date()
        return tuple(
            form08.PriorAward(
                name=award.award_name,
                decision_number=award.decision_number or '',
                decided_on=award.decision_date or None,
                authority=award.authority_name or '',
            )
            for award in awards_held
            if award.nomination_id != self
            and not (sent and award.decision_date and award.decision_date > sent)
        )
