import base64

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import tagged

from .review_common import UnitReviewCommon

PDF = base64.b64encode(b'%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
PNG = (
    b'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg'
    b'gg=='
)
SCRIPT = base64.b64encode(b'#!/bin/sh\necho no scan\n')


@tagged('post_install', '-at_install', 'security')
class TestUnitReviewSealed(UnitReviewCommon):
    """Closed minutes stay as they are, whoever tries and whichever way."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.review = cls._counted()
        cls.review.action_close()
        cls.latecomer = cls._nominate(employee_id=cls.people_a[6].id)
        cls.admin = cls.env.ref('base.user_admin')
        cls.admin.company_ids += cls.company
        cls.everybody = (cls.leader_a, cls.office, cls.manager, cls.admin)

    def assert_sealed(self, change):
        for user in self.everybody:
            with self.subTest(user.login), self.assertRaises(UserError):
                change(self.review.with_user(user))
            self.env.invalidate_all()

    def test_no_field_changes(self):
        for vals in (
            {'place': 'Nơi khác'},
            {'conclusion': 'Khác'},
            {'chair_id': self.people_a[3].id},
            {'date_end': fields.Datetime.now()},
            {'phase_id': self.phase_2.id},
            {'state': 'draft'},
            {'closed_by_id': self.office.id},
            {'majority_numerator': 0},
            {'signed_scan_name': 'x.pdf'},
        ):
            with self.subTest(vals):
                self.assert_sealed(lambda review, vals=vals: review.write(vals))

    def test_no_vote_changes(self):
        self.assert_sealed(lambda review: review.line_ids[0].write({'in_favour': 0}))
        self.assert_sealed(lambda review: review.line_ids[0].unlink())
        self.assert_sealed(
            lambda review: review.line_ids.create(
                {'review_id': review.id, 'nomination_id': self.latecomer.id}
            )
        )

    def test_no_attendance_changes(self):
        outsider = self.people_b[0]
        self.assert_sealed(lambda review: review.attendance_ids[0].write({'presence': 'absent'}))
        self.assert_sealed(lambda review: review.attendance_ids[0].unlink())
        self.assert_sealed(
            lambda review: review.attendance_ids.create(
                {'review_id': review.id, 'employee_id': outsider.id}
            )
        )

    def test_no_command_through_the_review(self):
        for name, other in (
            ('line_ids', {'nomination_id': self.latecomer.id}),
            ('attendance_ids', {'employee_id': self.people_b[0].id}),
        ):
            part = self.review[name][0]
            for command in (
                Command.create(other),
                Command.update(part.id, {'note': 'x'} if name == 'line_ids' else {}),
                Command.delete(part.id),
                Command.unlink(part.id),
                Command.clear(),
            ):
                with self.subTest(f'{name} {command}'):
                    self.assert_sealed(
                        lambda review, name=name, command=command: review.write({name: [command]})
                    )

    def test_nothing_moves_in_or_out(self):
        draft = self._meeting(phase_id=self.phase_2.id)
        draft.attendance_ids = [Command.create({'employee_id': self.people_b[0].id})]
        self.assert_sealed(lambda review: review.line_ids[0].write({'review_id': draft.id}))
        self.assert_sealed(
            lambda review: draft.with_user(review.env.user).attendance_ids.write(
                {'review_id': review.id}
            )
        )

    def test_not_deleted(self):
        self.assert_sealed(lambda review: review.unlink())

    def test_not_by_superuser_either(self):
        for change in (
            lambda review: review.write({'place': 'Nơi khác'}),
            lambda review: review.line_ids[0].write({'in_favour': 0}),
            lambda review: review.attendance_ids[0].unlink(),
            lambda review: review.unlink(),
        ):
            with self.assertRaises(UserError):
                change(self.review.sudo())

    def test_names_on_it_do_not_follow_the_registry(self):
        self.people_a[2].name = 'Tên Khác'
        self.award_individual.sudo().name = 'Giải khác'
        self.env.flush_all()

        line = self.review.line_ids.filtered(lambda line: line.nomination_id == self.person)
        self.assertEqual(
            (line.nominee_name, line.award_name), ('Nguyễn Văn a02', 'Giấy khen cá nhân')
        )

    def test_the_nomination_keeps_its_identity(self):
        self.assert_identity_kept(self.person)

    def test_the_nomination_refused_keeps_its_identity(self):
        review = self._meeting()
        review.action_fill()
        review.line_ids.write({'in_favour': 1, 'against': 9})
        review.action_close()

        self.assertEqual(self.latecomer.state, 'draft')
        self.assert_identity_kept(self.latecomer)

    def assert_identity_kept(self, nomination):
        for vals in (
            {'employee_id': self.people_a[5].id},
            {'phase_id': self.phase_2.id},
            {'campaign_award_id': self.award_collective.id},
            {'campaign_unit_id': self.participant_b.id},
        ):
            for user in (self.leader_a, self.office):
                with self.subTest(f'{user.login} {vals}'), self.assertRaises(UserError):
                    nomination.with_user(user).write(vals)
            self.env.invalidate_all()

    def test_messages_may_still_be_posted(self):
        self.review.with_user(self.leader_a).message_post(body='Đã ký')


@tagged('post_install', '-at_install', 'security')
class TestUnitReviewScan(UnitReviewCommon):
    def setUp(self):
        super().setUp()
        self.review = self._closed()

    def test_added_once(self):
        for user, content in ((self.leader_a, PDF), (self.office, PNG)):
            with self.subTest(user.login):
                review = self.review.with_user(user)
                if user == self.leader_a:
                    review.write({'signed_scan': content, 'signed_scan_name': 'bien-ban.pdf'})
                    continue
                with self.assertRaises(UserError):
                    review.write({'signed_scan': content, 'signed_scan_name': 'khac.png'})
                with self.assertRaises(UserError):
                    review.write({'signed_scan': False})
        self.assertEqual(self.review.signed_scan_name, 'bien-ban.pdf')

    def test_an_image_will_do(self):
        self.review.write({'signed_scan': PNG, 'signed_scan_name': 'bien-ban.png'})

        self.assertTrue(self.review.signed_scan)

    def test_type_is_read_from_the_content(self):
        with self.assertRaises(UserError) as caught:
            self.review.write({'signed_scan': SCRIPT, 'signed_scan_name': 'bien-ban.pdf'})
        self.assertIn('bien-ban.pdf', str(caught.exception))

    def test_nothing_else_along_with_it(self):
        with self.assertRaises(UserError):
            self.review.write({'signed_scan': PDF, 'place': 'Nơi khác'})

    def test_not_before_closing(self):
        draft = self._meeting(phase_id=self.phase_2.id)
        with self.assertRaises(UserError):
            draft.write({'signed_scan': PDF})
        with self.assertRaises(UserError):
            self._meeting(phase_id=self.phase_2.id, signed_scan=PDF)

    def test_the_journal_keeps_its_digest(self):
        self.review.write({'signed_scan': PDF, 'signed_scan_name': 'bien-ban.pdf'})

        entry = self.env['emulation.journal'].search(
            [('event', '=', 'review.scan_added'), ('campaign_id', '=', self.campaign.id)]
        )
        self.assertEqual(entry.res_id, self.review.id)
        self.assertRegex(entry.payload, '"sha256":"[0-9a-f]{64}"')

    def test_the_file_behind_it_is_out_of_reach(self):
        self.review.write({'signed_scan': PDF, 'signed_scan_name': 'bien-ban.pdf'})
        attachment = self.env['ir.attachment'].search(
            [
                ('res_model', '=', 'emulation.unit.review'),
                ('res_field', '=', 'signed_scan'),
                ('res_id', '=', self.review.id),
            ]
        )
        loose = {'name': 'x', 'res_model': 'emulation.unit.review', 'res_id': self.review.id}
        for user in (self.leader_a, self.office):
            mine = attachment.with_user(user)
            own = mine.create({**loose, 'raw': b'x'})
            for change in (
                lambda mine=mine: mine.write({'datas': PNG}),
                lambda mine=mine: mine.write({'res_field': False}),
                lambda mine=mine: mine.unlink(),
                lambda mine=mine: mine.create({**loose, 'res_field': 'signed_scan', 'raw': b'x'}),
                lambda own=own: own.write({'res_field': 'signed_scan'}),
            ):
                with self.subTest(user.login), self.assertRaises(AccessError):
                    change()
        self.assertEqual(attachment.datas, PDF)


@tagged('post_install', '-at_install', 'security')
class TestUnitReviewAccess(UnitReviewCommon):
    def test_who_sees_the_minutes(self):
        self._closed()
        reviews = self.env['emulation.unit.review']

        for user, seen in (
            (self.leader_a, 1),
            (self.leader_b, 0),
            (self.office, 1),
            (self.manager, 1),
            (self.auditor, 1),
        ):
            with self.subTest(user.login):
                self.assertEqual(reviews.with_user(user).search_count([]), seen)
        for user in (self.staff, self.member):
            with self.subTest(user.login), self.assertRaises(AccessError):
                reviews.with_user(user).search_count([])

    def test_who_closes_them(self):
        review = self._counted()

        for user in (self.leader_b, self.staff, self.member, self.auditor):
            with self.subTest(user.login), self.assertRaises(AccessError):
                review.with_user(user).action_close()
            with self.subTest(user.login), self.assertRaises(AccessError):
                review.with_user(user).action_fill()
        self.assertEqual(review.state, 'draft')

    def test_a_leader_records_meetings_of_own_units_only(self):
        with self.assertRaises(AccessError):
            self._meeting(self.leader_b)

    def test_state_and_names_are_not_typed_in(self):
        review = self._counted()
        for forged in (
            lambda: review.write({'state': 'closed'}),
            lambda: review.write({'revision': 0}),
            lambda: review.line_ids[0].write({'nominee_name': 'Khác'}),
            lambda: review.attendance_ids[0].write({'name': 'Khác'}),
            lambda: self._meeting(phase_id=self.phase_2.id, state='closed'),
        ):
            with self.assertRaises(UserError):
                forged()
        forged = review.with_context(default_state='closed').copy({'phase_id': self.phase_2.id})
        self.assertEqual(forged.state, 'draft')

    def test_support_is_not_typed_in(self):
        review = self._counted(in_favour=2)
        with self.assertRaises(UserError):
            review.line_ids.write({'is_supported': True})

    def test_every_change_of_a_part_is_seen_by_a_close(self):
        review = self._meeting()
        for change in (
            lambda: review.action_fill(),
            lambda: review.line_ids[0].write({'in_favour': 1}),
            lambda: review.attendance_ids[0].write({'presence': 'absent'}),
            lambda: review.attendance_ids[0].unlink(),
            lambda: review.line_ids[0].unlink(),
        ):
            before = review.revision
            change()
            self.assertGreater(review.revision, before)
