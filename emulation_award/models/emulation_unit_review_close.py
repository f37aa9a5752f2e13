import base64
import hashlib
from datetime import timezone

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..domain import meeting, states
from .kept_file import check_scan

SCAN_FIELDS = frozenset({'signed_scan', 'signed_scan_name'})
# Written by the message thread itself when a file is posted in it.
THREAD_FIELDS = frozenset({'message_main_attachment_id'})


class EmulationUnitReview(models.Model):
    """Filling, closing and correcting the minutes, and what closed minutes still take."""

    _inherit = 'emulation.unit.review'

    @api.model_create_multi
    def create(self, vals_list):
        if any(vals.get('signed_scan') for vals in vals_list):
            self._refuse_early_scan()
        return super().create(vals_list)

    def write(self, vals):
        if SCAN_FIELDS.intersection(vals):
            content = self._scan_to_add(vals)
            result = super().write(vals)
            self._journal_scan(content)
            return result
        if not THREAD_FIELDS.issuperset(vals):
            self._check_open()
        result = super().write(vals)
        if 'campaign_unit_id' in vals:
            # Moved to another unit: the record rules were asked about the former one only.
            self.check_access('write')
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_closed(self):
        self._check_open()

    def action_fill(self):
        """List the counted members of the unit and its nominees who are not listed yet."""
        self.check_access('write')
        self._check_open()
        for record in self:
            record.write(
                {
                    'attendance_ids': [
                        Command.create({'employee_id': employee.id})
                        for employee in record._members() - record.attendance_ids.employee_id
                    ],
                    'line_ids': [
                        Command.create({'nomination_id': nomination.id})
                        for nomination in record._nominees() - record.line_ids.nomination_id
                    ],
                }
            )

    def action_close(self):
        """Seal the minutes and let them decide on the nominees.

        :raises UserError: something in them is missing or contradicts itself
        """
        self.check_access('write')  # its leaders and the Office, by the record rules
        self._check_open()
        # What follows from votes and attendance is computed before they are sealed, not after.
        self.env.flush_all()
        now = fields.Datetime.now()
        findings = {record: record._closing_findings(now) for record in self}
        self.env['emulation.refusal']._raise_for(findings)
        # sudo: the user was checked; the guard lets nobody else write these.
        self.sudo().write({'state': 'closed', 'closed_at': now, 'closed_by_id': self.env.uid})
        lines = self.line_ids
        lines.nomination_id._apply_review(lines)
        self._journal_closed()
        self._message_log_batch({record.id: record._closed_message() for record in self})

    def action_correct(self):
        """Start the review that will replace this one; same people, votes to be counted anew."""
        self.ensure_one()
        self.check_access('write')
        if self.state != 'closed':
            raise UserError(self.env._('These minutes are open: correct them directly.'))
        self.flush_recordset(['state'])  # only one review may be a draft
        correction = self.copy({'date_start': self.date_start, 'date_end': self.date_end})
        reviewable = self.line_ids.nomination_id.filtered(
            lambda nomination: nomination.state in meeting.REVIEWABLE
        )
        correction.write(
            {
                'attendance_ids': [
                    Command.create(line._correction_vals()) for line in self.attendance_ids
                ],
                'line_ids': [
                    Command.create({'nomination_id': nomination.id}) for nomination in reviewable
                ],
            }
        )
        return {
            'type': 'ir.actions.act_window',
            'res_model': self._name,
            'res_id': correction.id,
            'views': [(False, 'form')],
        }

    def _members(self):
        """The people in the frozen head count of the unit, in the order of their names."""
        self.ensure_one()
        return self.campaign_unit_id.member_ids.sorted('sort_key').employee_id

    def _nominees(self):
        """The unit's nominations of this phase that are still to be decided on."""
        self.ensure_one()
        return self.env['emulation.nomination'].search(
            [
                ('phase_id', '=', self.phase_id.id),
                ('campaign_unit_id', '=', self.campaign_unit_id.id),
                ('state', '=', 'draft'),
            ]
        )

    def _closing_findings(self, now):
        self.ensure_one()
        campaign = self.campaign_id
        running = states.launched_finding(campaign.name, campaign.state)
        return [
            *([running] if running else []),
            *meeting.closing_findings(self._meeting(), now.replace(tzinfo=timezone.utc)),
            *self.line_ids._closing_findings(),
        ]

    def _journal_closed(self):
        self.env['emulation.journal']._append(
            [
                {
                    'event': 'review.closed',
                    'record': record,
                    'campaign': record.campaign_id,
                    'payload': record._closed_payload(),
                }
                for record in self
            ]
        )

    def _closed_payload(self):
        self.ensure_one()
        return {
            'unit': self.campaign_unit_id.display_name,
            'phase': self.phase_id.name,
            'start': fields.Datetime.to_string(self.date_start),
            'end': fields.Datetime.to_string(self.date_end),
            'chair': self.chair_id.name,
            'secretary': self.secretary_id.name,
            'summoned': self.summoned_count,
            'present': self.present_count,
            'majority': [
                self.majority_numerator,
                self.majority_denominator,
                'more_than' if self.majority_strict else 'at_least',
            ],
            'votes': [line._payload() for line in self.line_ids],
        }

    def _closed_message(self):
        self.ensure_one()
        return self.env._(
            'Minutes closed: %(supported)s of %(nominees)s nominees supported, %(present)s of '
            '%(summoned)s present.',
            supported=self.supported_count,
            nominees=len(self.line_ids),
            present=self.present_count,
            summoned=self.summoned_count,
        )

    # The signed minutes

    def _scan_to_add(self, vals):
        """The signed minutes, once, after they were closed; nothing else along with them.

        :return: the file's content
        :raises UserError: still open, already there, or not a scan
        """
        self.ensure_one()
        self.check_access('write')
        if self.state != 'closed' or not SCAN_FIELDS.issuperset(vals):
            self._refuse_early_scan()
        if self.signed_scan or not vals.get('signed_scan'):
            self._check_open()
        content = base64.b64decode(vals['signed_scan'])
        self._check_scan(vals.get('signed_scan_name') or self.display_name, content)
        return content

    def _refuse_early_scan(self):
        raise UserError(
            self.env._(
                'The signed minutes are added by themselves, after closing: close the minutes, '
                'print them, have them signed, then upload the scan.'
            )
        )

    def _check_scan(self, name, content):
        check_scan(self, self._fields['signed_scan']._description_string(self.env), name, content)

    def _journal_scan(self, content):
        self.env['emulation.journal']._append(
            [
                {
                    'event': 'review.scan_added',
                    'record': self,
                    'campaign': self.campaign_id,
                    'payload': {
                        'unit': self.campaign_unit_id.display_name,
                        'phase': self.phase_id.name,
                        'sha256': hashlib.sha256(content).hexdigest(),
                        'bytes': len(content),
                    },
                }
            ]
        )
