import json

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .decision_common import DecisionCommon


@tagged('post_install', '-at_install', 'security')
class TestRateJournal(DecisionCommon):
    """Money follows from the figures: who enters one, and what is said of it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rates = cls.env['emulation.rate'].with_user(cls.manager)
        cls.entries = cls.env['emulation.journal'].search([('event', '=like', 'rate.%')])

    def _rate_vals(self, **vals):
        return {
            'code': 'base_salary',
            'value': 99_999_999,
            'date_from': '2001-01-01',
            'source': 'Công báo',
            **vals,
        }

    def _new_entries(self):
        return self.env['emulation.journal'].search(
            [('event', '=like', 'rate.%'), ('id', 'not in', self.entries.ids)], order='seq'
        )

    def test_the_office_writes_none(self):
        rate = self.rates.create(self._rate_vals())
        for user in (self.office, self.leader_a, self.auditor):
            mine = rate.with_user(user)
            with self.subTest(user.login):
                with self.assertRaises(AccessError):
                    mine.create(self._rate_vals(date_from='2002-01-01'))
                with self.assertRaises(AccessError):
                    mine.value = 1
                with self.assertRaises(AccessError):
                    mine.unlink()
                with self.assertRaises(AccessError):
                    mine.action_mark_checked()

    def test_nor_through_an_award_form(self):
        line = {'subject': 'individual', 'value': 30, 'date_from': '2001-01-01'}
        with self.assertRaises(AccessError):
            self.award_form.with_user(self.office).write({'rate_ids': [(0, 0, line)]})

    def test_every_change_is_told(self):
        rate = self.rates.create(self._rate_vals())
        number = rate.id
        rate.value = 2_340_000
        rate.action_mark_checked()
        rate.unlink()
        entries = self._new_entries()
        self.assertEqual(
            entries.mapped('event'),
            ['rate.added', 'rate.changed', 'rate.changed', 'rate.removed'],
        )
        self.assertEqual(entries.mapped('res_id'), [number] * 4)
        self.assertEqual(entries.user_id, self.manager)
        added, changed, checked, removed = (json.loads(one.payload) for one in entries)
        self.assertEqual((added['value'], changed['value']), ('99999999.0', '2340000.0'))
        self.assertEqual(changed['was'], added)
        self.assertEqual(
            (checked['verification'], removed['date_from']), ('verified', '2001-01-01')
        )

    def test_nothing_changed_is_nothing_told(self):
        rate = self.rates.create(self._rate_vals())
        before = self._new_entries()
        rate.value = rate.value
        self.assertEqual(self._new_entries(), before)

    def test_a_caller_cannot_say_that_it_is_an_installation(self):
        for key in ('install_mode', 'MODULE_UNINSTALL_FLAG'):
            self.rates.with_context(**{key: True}).create(
                self._rate_vals(date_from=f'200{len(key) % 7 + 2}-01-01')
            )
        self.assertEqual(self._new_entries().mapped('event'), ['rate.added'] * 2)

    def test_a_coefficient_is_told_in_the_journal_of_its_company(self):
        self.rates.create(
            {'award_form_id': self.award_form.id, 'value': 0.2, 'date_from': '2001-01-01'}
        )
        entry = self._new_entries()
        self.assertEqual(entry.company_id, self.company)
        self.assertEqual(json.loads(entry.payload)['award'], self.award_form.name)


@tagged('post_install', '-at_install')
class TestPrizeFigures(DecisionCommon):
    """Whoever issues a decision sees what its prizes are computed from."""

    COLLECTIVE = True

    def _figures(self, draft):
        self.env.invalidate_all()
        seen = draft.with_user(self.manager)
        return seen.prize_figures.splitlines(), seen.has_unchecked_figures

    def test_the_formula_and_where_its_figures_were_read(self):
        rates = self.env['emulation.rate'].search([('date_from', '>=', '2026-01-01')])
        rates.write({'verification': 'verified', 'source': 'Công báo số 1'})
        self.env['emulation.rate'].search([]).write({'verification': 'verified'})
        salary = self.env['emulation.rate']._on('base_salary', self.today)
        salary.write({'verification': 'needs_checking', 'source': 'Bản sao'})
        told, unchecked = self._figures(self._drafted(self.nominations[0]))
        self.assertEqual(told[0], 'Individual: 0,3 × 2.340.000, rounded up: 710.000 đồng')
        self.assertEqual(len(told), 4)
        self.assertTrue(any(line.endswith('Bản sao; Needs checking') for line in told))
        self.assertTrue(unchecked)

    def test_nothing_to_check_is_not_warned_of(self):
        self.env['emulation.rate'].search([]).write({'verification': 'verified', 'source': 'CB'})
        told, unchecked = self._figures(self._drafted(self.collective))
        self.assertEqual(told[0], 'Collective: 0,6 × 2.340.000, rounded up: 1.410.000 đồng')
        self.assertNotIn('Needs checking', ''.join(told))
        self.assertFalse(unchecked)

    def test_no_prize_no_figures(self):
        told, unchecked = self._figures(self._drafted(self.nominations[0], has_prize=False))
        self.assertEqual((told, unchecked), ([], False))

    def test_the_journal_keeps_them(self):
        decision = self._issued(self.nominations[0])
        entry = self.env['emulation.journal'].search(
            [('event', '=', 'decision.issued'), ('res_id', '=', decision.id)]
        )
        figures = {one['code']: one for one in json.loads(entry.payload)['figures']}
        self.assertEqual(set(figures), {'base_salary', 'prize_rounding', 'prize_coefficient'})
        self.assertEqual(figures['prize_coefficient']['value'], '0.3')
        self.assertEqual(figures['base_salary']['verification'], 'needs_checking')
