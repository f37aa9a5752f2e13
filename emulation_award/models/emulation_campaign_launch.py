from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import plaintext2html

from ..domain import hashchain, vietnamese


class EmulationCampaign(models.Model):
    """Launching a campaign (phát động): its rules and head counts are frozen."""

    _inherit = 'emulation.campaign'

    def action_launch(self):
        """Check the plan, freeze head counts and rules, journal and tell the leaders.

        :raises UserError: the campaign is no draft, or its plan is not complete
        """
        self._check_office()
        for campaign in self:
            campaign._check_launchable()
            campaign._launch()
        return True

    def action_open_launch(self):
        """Show what the plan lacks and whom it counts, before launching."""
        self.ensure_one()
        self._check_office()
        return self._open_wizard('emulation.campaign.launch', self.env._('Launch the campaign'))

    def _check_office(self):
        """Operations on a campaign are the Office's."""
        self.check_access('write')
        if not self.env.su and not self.env.user.has_group(
            'emulation_award.group_emulation_office'
        ):
            raise AccessError(self.env._('Only the Office changes the course of a campaign.'))

    def _check_state(self, *states):
        """Refuse an operation that is not open to the campaign's status."""
        labels = dict(self._fields['state']._description_selection(self.env))
        for campaign in self.filtered(lambda one: one.state not in states):
            raise UserError(
                self.env._(
                    'Campaign "%(campaign)s" is "%(state)s"; this is only possible while it is '
                    '"%(allowed)s".',
                    campaign=campaign.name,
                    state=labels[campaign.state],
                    allowed='", "'.join(labels[state] for state in states),
                )
            )

    def _check_launchable(self):
        self._check_state('draft')
        blockers = self._blockers()
        if blockers:
            heading = self.env._('The plan is not complete yet:')
            raise UserError('\n'.join([heading, *(f'- {text}' for text in blockers)]))

    def _launch(self):
        self.ensure_one()
        # sudo: what a launch writes is nobody's to write otherwise; the user has been checked.
        campaign = self.sudo()
        campaign._freeze_head_counts(campaign.unit_ids)
        campaign._take_report_forms()
        snapshot = hashchain.canonical(campaign._rules_payload())
        campaign.write(
            {
                'state': 'launched',
                'launched_at': fields.Datetime.now(),
                'launched_by_id': self.env.uid,
                'rules_snapshot': snapshot,
            }
        )
        self._journal('campaign.launched', campaign._launch_payload(snapshot))
        self._tell_leaders(
            self.env._('%(campaign)s is launched', campaign=self.name),
            self.env._(
                'The rules and head counts of the campaign are set. Please see its phases, '
                'deadlines and quotas.'
            ),
        )

    # Head counts

    def _head_count_day(self):
        return self.head_count_date or fields.Date.context_today(self.with_context(tz=self.tz))

    def _counted_people(self, campaign_units=None, day=None):
        """Whom units count on the day of the head count, of the plan's staff categories.

        :param campaign_units: some of the units; all without it
        :param date day: another day than the campaign's
        :return: dict of campaign unit -> hr.employee recordset, in the order of names
        """
        self.ensure_one()
        campaign_units = self.unit_ids if campaign_units is None else campaign_units
        day = day or self._head_count_day()
        by_unit = self.env['emulation.unit']._employees_by_unit(self.unit_ids.unit_id, day)
        if not self.category_ids:
            return {unit: by_unit[unit.unit_id] for unit in campaign_units}
        versions = self._versions(self.env['hr.employee'].union(*by_unit.values()), day)
        return {
            unit: by_unit[unit.unit_id].filtered(
                lambda employee: versions[employee].emulation_category_id in self.category_ids
            )
            for unit in campaign_units
        }

    @api.model
    def _versions(self, employees, day):
        """What HR knew of employees on a day, or else first.

        :return: dict of employee -> hr.version in superuser mode
        """
        # sudo: position and staff category only, which the counted list shows.
        found = (
            self.env['hr.version']
            .sudo()
            .search_fetch(
                [('employee_id', 'in', employees.ids)],
                ['employee_id', 'date_version', 'job_title', 'emulation_category_id'],
                order='date_version',
            )
        )
        versions = {}
        for version in found:
            if version.employee_id not in versions or version.date_version <= day:
                versions[version.employee_id] = version
        return versions

    def _freeze_head_counts(self, campaign_units):
        """Count the people of units and keep the list: called in superuser mode."""
        day = self._head_count_day()
        counted = self._counted_people(campaign_units, day)
        versions = self._versions(self.env['hr.employee'].union(*counted.values()), day)
        self.env['emulation.campaign.unit.member'].create(
            [
                self._member_vals(unit, employee, versions[employee])
                for unit, people in counted.items()
                for employee in people
            ]
        )
        for unit, people in counted.items():
            unit.write(
                {
                    'head_count': len(people),
                    'head_count_date': day,
                    'unit_name': unit.unit_id.name,
                }
            )

    def _member_vals(self, unit, employee, version):
        name = vietnamese.clean_name(employee.name)
        return {
            'campaign_unit_id': unit.id,
            'employee_id': employee.id,
            'name': name,
            'sort_key': vietnamese.sort_key(name),
            'position': version.job_title or '',
            'category_id': version.emulation_category_id.id,
        }

    # Rules

    def _take_report_forms(self):
        """Give the campaign report forms of its own, which later corrections do not reach."""
        catalogue = self.award_ids.report_form_id.filtered(lambda form: not form.campaign_id)
        for form in catalogue:
            own = form.copy({'campaign_id': self.id, 'origin_id': form.id})
            self.award_ids.filtered(
                lambda award: award.report_form_id == form  # noqa: B023
            ).report_form_id = own

    def _rules_payload(self):
        """Every rule of the campaign, by model, in a form that has one canonical text."""
        self.ensure_one()
        return {
            records._name: [record._canonical_rules() for record in records]
            for records in self._rule_records()
        }

    def _rule_records(self):
        """Recordsets of all that is frozen, in an order in which each points to earlier ones."""
        self.ensure_one()
        forms = self.award_ids.report_form_id
        return [
            self,
            self.unit_group_ids,
            self.unit_ids,
            self.phase_ids,
            forms,
            forms.section_ids,
            self.award_ids,
            self.criterion_ids,
            self.requirement_ids,
            self.quota_ids,
            self.quota_ids.line_ids,
            self.quota_ids.counted_base_ids,
            self.content_ids,
            self.content_ids.milestone_ids,
            self.duty_ids,
            self.recipient_ids,
        ]

    def _launch_payload(self, snapshot):
        return {
            'rules_digest': hashchain.digest(snapshot),
            'head_count_date': fields.Date.to_string(self._head_count_day()),
            'head_counts': [
                {
                    'unit': unit.unit_name,
                    'count': unit.head_count,
                    'employees': unit.member_ids.employee_id.ids,
                }
                for unit in self.unit_ids
            ],
        }

    # Shared by the campaign's operations

    def _contend(self):
        """Conflict with whoever submits right now, whose retry then sees what is done here."""
        self.ensure_one()
        # sudo: counters that nobody reads; the operation has checked its user.
        campaign = self.sudo()
        for records in (campaign, campaign.unit_group_ids, campaign.unit_ids):
            for record in records:
                record.quota_revision += 1
            records.flush_recordset(['quota_revision'])

    def _journal(self, event, payload):
        self.ensure_one()
        self.env['emulation.journal']._append(
            [{'event': event, 'record': self, 'payload': payload, 'campaign': self}]
        )

    def _tell_leaders(self, subject, body, campaign_units=None):
        """One message to the leaders of the units, or of some of them."""
        self.ensure_one()
        units = self.unit_ids if campaign_units is None else campaign_units
        # sudo: addresses of leaders, whoever carries out the operation.
        partners = units.sudo().unit_id.leader_ids.user_id.partner_id
        if partners:
            self.message_notify(
                partner_ids=partners.ids, subject=subject, body=plaintext2html(body)
            )

    def _open_wizard(self, model, title):
        return {
            'type': 'ir.actions.act_window',
            'name': title,
            'res_model': model,
            'view_mode': 'form',
            'target': 'new',
            'context': {'default_campaign_id': self.id},
        }
