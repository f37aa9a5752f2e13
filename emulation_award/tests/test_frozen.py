from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from .frozen_common import FrozenCommon


@tagged('post_install', '-at_install', 'security')
class TestFrozen(FrozenCommon):
    """Nobody changes the rules of a launched campaign but by an amendment, which logs."""

    def test_every_guarded_model_is_in_the_table(self):
        guarded = {
            name
            for name in self.env.registry
            if hasattr(self.env[name], '_check_frozen') and not self.env[name]._abstract
        }
        self.assertEqual(guarded, set(self._cases()))

    # Refused without an amendment

    def test_nothing_is_changed_in_a_launched_campaign(self):
        for model, (record, change, _more) in self._cases().items():
            before = record.read(list(change))
            with self.subTest(model), self.assertRaises(UserError) as caught:
                self._as_office(record).write(change)
            self.assertIn('Start an amendment', caught.exception.args[0])
            record.invalidate_recordset()
            self.assertEqual(record.read(list(change)), before)

    def test_it_is_said_in_the_language_of_who_is_refused(self):
        self.env['res.lang']._activate_lang('vi_VN')
        model = self.env['ir.model']._get('emulation.quota')
        model.with_context(lang='vi_VN').name = 'Chỉ tiêu'
        quota = self._as_office(self.quota).with_context(lang='vi_VN')
        with self.assertRaises(UserError) as caught:
            quota.numerator = 30
        self.assertIn('Chỉ tiêu', caught.exception.args[0])

    def test_nothing_is_added_to_a_launched_campaign(self):
        for model, (record, _change, more) in self._cases().items():
            if more is None:
                continue
            with self.subTest(model), self.assertRaises(UserError) as caught:
                self._as_office(record).create(more)
            self.assertIn('frozen', caught.exception.args[0])

    def test_nothing_is_deleted_from_a_launched_campaign(self):
        for model, (record, _change, _more) in self._cases().items():
            with self.subTest(model), self.assertRaises(UserError):
                record.with_user(self.manager).unlink()
            self.assertTrue(record.exists())

    def test_a_closed_or_cancelled_campaign_is_as_frozen(self):
        for state in ('closed', 'cancelled'):
            self.campaign.state = state
            with self.subTest(state), self.assertRaises(UserError):
                self._as_office(self.quota).numerator = 30

    def test_the_callers_context_opens_nothing(self):
        tricks = {
            'default_amendment_id': 1,
            'install_mode': True,
            'tracking_disable': True,
            'no_check': True,
            'su': True,
            'uid': 1,
        }
        for model, (record, change, more) in self._cases().items():
            tricked = self._as_office(record).with_context(**tricks)
            with self.subTest(model), self.assertRaises(UserError):
                tricked.write(change)
            if more is not None:
                with self.subTest(model), self.assertRaises(UserError):
                    tricked.create(more)

    def test_lists_on_the_campaign_do_not_go_round_the_guard(self):
        campaign = self._as_office(self.campaign)
        for commands in (
            [(1, self.quota.id, {'numerator': 90})],
            [(0, 0, {'name': 'Mới'})],
            [(2, self.quota.id)],
            [(5,)],
        ):
            with self.subTest(commands), self.assertRaises(UserError):
                campaign.quota_ids = commands

    def test_links_from_another_campaigns_rules_do_not_go_round_the_guard(self):
        draft = self.env['emulation.campaign'].with_user(self.office).create({'name': 'Khác'})
        with self.assertRaises(ValidationError):
            self.env['emulation.criterion'].with_user(self.office).create(
                {
                    'campaign_id': draft.id,
                    'name': 'Lẻn vào',
                    'body': 'Lẻn vào',
                    'award_ids': [(6, 0, self.award_individual.ids)],
                }
            )

    def test_a_rule_is_not_moved_into_or_out_of_a_running_campaign(self):
        draft = self.env['emulation.campaign'].with_user(self.office).create({'name': 'Khác'})
        rule = (
            self.env['emulation.quota']
            .with_user(self.office)
            .create({'campaign_id': draft.id, 'name': 'Lẻn vào'})
        )
        self._as_office(self.campaign)._start_amendment('Thử')
        with self.assertRaises(UserError):
            rule.campaign_id = self.campaign
        with self.assertRaises(UserError):
            self._as_office(self.quota).campaign_id = draft

    # Free all the same

    def test_progress_of_milestones_is_free(self):
        self._as_office(self.milestone).write(
            {'state': 'in_progress', 'progress': 40, 'progress_note': 'Đang làm'}
        )
        self.assertEqual(self.milestone.progress, 40)

    def test_contact_and_reminders_are_free(self):
        self._as_office(self.campaign).write({'user_id': self.manager.id, 'reminder_before': '5'})
        self.assertEqual(self.campaign.user_id, self.manager)

    def test_catalogue_forms_stay_free(self):
        self._as_office(self.report_form).title = 'BÁO CÁO'
        self._as_office(self.report_form.section_ids[1]).heading = 'II'
        self.assertEqual(self.report_form.title, 'BÁO CÁO')

    def test_rules_of_a_draft_are_free_and_written_in_one_go(self):
        draft = self._as_office(self.campaign)._clone(1)
        draft.quota_ids.write({'numerator': 30, 'denominator': 100})
        draft.phase_ids.write({'occasion': 'Đại hội'})
        draft.criterion_ids.unlink()
        self.assertEqual(draft.phase_ids.mapped('occasion'), ['Đại hội', 'Đại hội'])
        self.assertFalse(draft.criterion_ids)

    def test_recomputation_of_stored_fields_is_no_change_of_the_rules(self):
        self._as_office(self.company).sudo().name = 'Đổi tên'
        self.phase_1.with_user(self.office)._grant_extension(
            self.phase_2.date_deadline, 'no_later_than', 'Bão'
        )
        self.env.flush_all()
        self.assertEqual(self.phase_1.date_last, self.phase_2.date_deadline)

    # Logged under an amendment

    def test_under_an_amendment_every_change_keeps_its_old_value(self):
        for model, (record, change, _more) in self._cases().items():
            amendment = self._as_office(self.campaign)._start_amendment('Sửa')
            old = record._readable_rules()
            self._as_office(record).write(change)
            new = record._readable_rules()
            [name] = change
            with self.subTest(model):
                self.assertNotEqual(old[name], new[name])
                self.assertIn(
                    (model, record.id, name, old[name], new[name]),
                    [
                        (
                            line.res_model,
                            line.res_id,
                            line.field_name,
                            line.old_value,
                            line.new_value,
                        )
                        for line in amendment.line_ids
                    ],
                )
            self._as_office(self.campaign).sudo()._end_amendment('done', '')

    def test_under_an_amendment_what_is_added_and_deleted_is_logged(self):
        for model, (record, _change, more) in self._cases().items():
            if more is None:
                continue
            amendment = self._as_office(self.campaign)._start_amendment('Sửa')
            added = record.with_user(self.manager).create(more)
            name = added.display_name
            added.unlink()
            with self.subTest(model):
                self.assertEqual(
                    [(line.old_value, line.new_value) for line in amendment.line_ids],
                    [('', name), (name, '')],
                )
            self.campaign._end_amendment('done', '')

    def test_an_unchanged_value_leaves_no_line(self):
        amendment = self._as_office(self.campaign)._start_amendment('Sửa')
        self._as_office(self.quota).write({'numerator': 20, 'name': self.quota.name})
        self.assertFalse(amendment.line_ids)

    def test_changes_of_many_rules_at_once_are_logged_one_by_one(self):
        amendment = self._as_office(self.campaign)._start_amendment('Sửa')
        self._as_office(self.campaign.phase_ids).write({'results_as_of': '2030-10-31'})
        self.assertEqual(
            [(line.res_id, line.field_name, line.new_value) for line in amendment.line_ids],
            [
                (self.phase_1.id, 'results_as_of', '2030-10-31'),
                (self.phase_2.id, 'results_as_of', '2030-10-31'),
            ],
        )

    def test_a_counted_unit_is_not_exchanged_for_another(self):
        self._as_office(self.campaign)._start_amendment('Sửa')
        with self.assertRaises(UserError):
            self._as_office(self.participant_b).unit_id = self.unit_c
