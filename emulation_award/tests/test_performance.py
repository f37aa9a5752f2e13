from itertools import accumulate

from lxml import etree

from odoo.tests import tagged

from .nomination_common import NominationCommon

# Rows the ORM writes in one statement; more rows cost more statements in the nature of it.
ORM_BATCH = 100
FEW, MANY, TWICE = 10, ORM_BATCH, 2 * ORM_BATCH
# The first warms up: what is cached for good is cached afterwards.
SIZES = (2, FEW, MANY, TWICE)


@tagged('post_install', '-at_install', 'perf')
class TestNominationPerformance(NominationCommon):
    """What is done with many nominations costs as many queries as what is done with few."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # As in production: with threads, activities and notifications.
        cls.env = cls.env(context={**cls.env.context, 'tracking_disable': False})
        cls.quota.sudo().write({'number_kind': 'fixed', 'fixed': 1000})
        cls.crowd = cls._crowd(sum(SIZES))
        cls.dossiers = cls._dossiers(cls.crowd)

    @classmethod
    def _crowd(cls, count):
        people = cls.env['hr.employee'].create(
            [
                {
                    'name': f'Trần Văn {number:03d}',
                    'company_id': cls.company.id,
                    'department_id': cls.people_a.department_id.id,
                }
                for number in range(count)
            ]
        )
        cls.env['emulation.campaign.unit.member'].create(
            [
                {
                    'campaign_unit_id': cls.participant_a.id,
                    'employee_id': person.id,
                    'name': person.name,
                }
                for person in people
            ]
        )
        return people

    @classmethod
    def _dossiers(cls, people):
        """Complete dossiers supported by closed minutes, made the short way."""
        dossiers = cls.env['emulation.nomination'].create([cls._vals(one) for one in people])
        dossiers.achievement_summary = 'Thành tích'
        dossiers.section_ids.content = 'Số liệu'
        dossiers.assessment_ids.write({'verdict': 'met', 'evidence_text': 'QĐ 12'})
        minutes = cls.env['emulation.unit.review'].create(
            {
                'phase_id': cls.phase_1.id,
                'campaign_unit_id': cls.participant_a.id,
                'attendance_ids': [(0, 0, {'employee_id': cls.people_a[0].id})],
                'line_ids': [(0, 0, {'nomination_id': one.id, 'in_favour': 1}) for one in dossiers],
            }
        )
        minutes.state = 'closed'
        for line in minutes.line_ids:
            line.nomination_id.review_line_id = line
        dossiers.state = 'reviewed'
        cls.env.flush_all()
        return dossiers

    def _parts(self):
        """Disjoint sets of dossiers of these sizes."""
        ends = accumulate(SIZES)
        return [self.dossiers[end - size : end] for size, end in zip(SIZES, ends, strict=True)]

    def _queries(self, act, records, user):
        """How many queries it takes a user, with nothing read before and all written after."""
        records = records.with_user(user).with_context(tracking_disable=False)
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        act(records)
        self.env.flush_all()
        return self.env.cr.sql_log_count - before

    def _compare(self, act, user):
        """Queries for few, many and twice as many."""
        return [self._queries(act, part, user) for part in self._parts()][1:]

    def _assert_constant(self, act, user, tables):
        """As many queries for few as for many; for twice as many one more per table written.

        :param tables: how many statements the ORM splits in two for more than ORM_BATCH rows
        """
        few, many, twice = self._compare(act, user)

        self.assertEqual(few, many)
        self.assertLessEqual(twice - many, tables)

    def _bulk(self, operation, **vals):
        def act(part):
            action = getattr(part, f'action_open_bulk_{operation}')()
            wizard = part.env[action['res_model']].browse(action['res_id'])
            wizard.write(vals)
            wizard.action_confirm()
            self.assertNotEqual(set(part.mapped('state')), {'reviewed'})

        return act

    def test_submit(self):
        self._assert_constant(lambda part: part.action_submit(), self.leader_a, tables=8)

    def test_bulk_submit(self):
        self._assert_constant(self._bulk('submit'), self.leader_a, tables=10)

    def test_accept_and_return(self):
        self.dossiers.sudo().state = 'submitted'
        self._assert_constant(lambda part: part.action_accept(), self.office, tables=4)

        vals = {'target': 'summary', 'reason': 'Bổ sung'}
        self._assert_constant(self._bulk('return', **vals), self.office, tables=12)

    def test_withdraw_and_revive(self):
        self.dossiers.sudo().state = 'submitted'
        self._assert_constant(lambda part: part._withdraw('Rút'), self.leader_a, tables=4)

        few, many, _twice = self._compare(lambda part: part.action_revive(), self.leader_a)

        # Two entries of the journal for each (revived, supported): many fill two batches.
        self.assertLessEqual(many - few, 1)

    def test_hold_and_release(self):
        self.dossiers.sudo().state = 'submitted'
        self._assert_constant(lambda part: part._hold('other', 'Vụ việc'), self.office, tables=4)

        self._assert_constant(lambda part: part._release('Xong', '1/KL'), self.office, tables=8)

    def test_create(self):
        other = self.award_individual.copy({'name': 'Bằng khen'})
        other.criterion_ids, other.requirement_ids = self.criteria, self.requirements

        def act(part):
            model = self.env['emulation.nomination'].with_user(self.leader_a)
            people = part.sudo().employee_id
            model.create([self._vals(one, campaign_award_id=other.id) for one in people])

        few, many, _twice = self._compare(act, self.leader_a)

        # Each dossier has several lines of each kind, so more of them fill more batches.
        self.assertLessEqual(many - few, 10)

    def test_list(self):
        spec = self._spec('list')

        few, many, twice = self._compare(lambda part: part.web_read(spec), self.leader_a)

        self.assertEqual([few, many], [many, twice])

    def test_form(self):
        """The form of a dossier costs as much with many criteria as with few."""
        nomination = self.dossiers[0]
        few = self._form_queries(nomination)
        self.criteria |= self.env['emulation.criterion'].create(
            [
                {
                    'campaign_id': self.campaign.id,
                    'award_ids': [(6, 0, self.award_individual.ids)],
                    'name': f'Tiêu chuẩn {number}',
                    'body': 'Tiêu chuẩn',
                }
                for number in range(30)
            ]
        )
        nomination._add_lines()

        self.assertEqual(self._form_queries(nomination), few)

    def _form_queries(self, nomination):
        spec = self._spec('form')
        self._queries(lambda one: one.web_read(spec), nomination, self.leader_a)
        return self._queries(lambda one: one.web_read(spec), nomination, self.leader_a)

    def _spec(self, view_type):
        """What the web client reads for a view."""
        model = self.env['emulation.nomination'].with_user(self.leader_a)
        arch = etree.fromstring(model.get_view(view_type=view_type)['arch'])
        return self._fields_of(model, arch)

    def _fields_of(self, model, node):
        spec = {}
        for element in node.xpath('.//field[not(ancestor::list/parent::field)]'):
            field = model._fields[element.get('name')]
            spec[field.name] = {}
            if field.type == 'many2one':
                spec[field.name] = {'fields': {'display_name': {}}}
            for sub_list in element.xpath('./list'):
                inner = model.env[field.comodel_name]
                names = sub_list.xpath('.//field/@name')
                spec[field.name] = {'fields': {name: {} for name in names if name in inner._fields}}
        return spec
