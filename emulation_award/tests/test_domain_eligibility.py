from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.eligibility import AwardRule, Facts, eligibility_findings
from ..domain.errors import UnknownWordError
from ..domain.findings import Finding
from .domain_common import exactly

UNIT, OTHER_UNIT = 1, 2
CIVIL_SERVANT, WORKER = 10, 11

EMPLOYEE = Facts(
    nominee_kind='individual',
    nominee='Nguyễn Văn An',
    is_outsider=False,
    proposing_unit='Văn phòng',
    proposing_unit_id=UNIT,
    member_unit_ids=frozenset({UNIT}),
    category='Công chức',
    category_id=CIVIL_SERVANT,
    open_holds=(),
    same_award=(),
    other_awards=(),
    justification='',
)
DIVISION = replace(
    EMPLOYEE, nominee_kind='collective', nominee='Văn phòng', category='', category_id=None
)
OUTSIDER = replace(
    EMPLOYEE, is_outsider=True, member_unit_ids=frozenset(), category='', category_id=None
)
RULE = AwardRule(
    award='Giấy khen của Trưởng ban',
    subjects=frozenset({'individual', 'collective'}),
    outsiders_allowed=False,
    proposer='own_unit',
    category_ids=frozenset({CIVIL_SERVANT}),
    category_names='Công chức',
    citation='KH IV.1',
)
LAW = 'Luật Thi đua, khen thưởng 2022, Điều 5'
DECREE = 'Nghị định 152/2025/NĐ-CP, Điều 4 khoản 4'


class EligibilityCase(BaseCase):
    def assert_findings(self, facts, rule, *expected, **citations):
        self.assertEqual(eligibility_findings(facts, rule, **citations), list(expected))


class TestSubject(EligibilityCase):
    def test_employee(self):
        self.assert_findings(EMPLOYEE, RULE)

    def test_collective(self):
        self.assert_findings(DIVISION, RULE)

    def test_award_for_collectives_only(self):
        rule = replace(RULE, subjects=frozenset({'collective'}))
        params = {
            'nominee': 'Nguyễn Văn An',
            'kind': 'individual',
            'award': 'Giấy khen của Trưởng ban',
        }
        self.assert_findings(EMPLOYEE, rule, Finding('subject_not_allowed', params, 'KH IV.1'))

    def test_award_for_individuals_only(self):
        rule = replace(RULE, subjects=frozenset({'individual'}))
        [finding] = eligibility_findings(DIVISION, rule)
        self.assertEqual(finding.params['kind'], 'collective')

    def test_unknown_kind_is_refused(self):
        with self.assertRaises(UnknownWordError):
            eligibility_findings(replace(EMPLOYEE, nominee_kind='household'), RULE)


class TestOutsider(EligibilityCase):
    def test_not_allowed(self):
        params = {'nominee': 'Nguyễn Văn An', 'award': 'Giấy khen của Trưởng ban'}
        self.assert_findings(OUTSIDER, RULE, Finding('outsider_not_allowed', params, 'KH IV.1'))

    def test_allowed_is_in_no_unit_and_no_category(self):
        self.assert_findings(OUTSIDER, replace(RULE, outsiders_allowed=True))

    def test_allowed_does_not_keep_staff_out(self):
        self.assert_findings(EMPLOYEE, replace(RULE, outsiders_allowed=True))


class TestMembership(EligibilityCase):
    def test_other_unit(self):
        facts = replace(EMPLOYEE, member_unit_ids=frozenset({OTHER_UNIT}))
        params = {
            'nominee': 'Nguyễn Văn An',
            'unit': 'Văn phòng',
            'award': 'Giấy khen của Trưởng ban',
        }
        self.assert_findings(facts, RULE, Finding('not_in_unit', params, 'KH IV.1'))

    def test_one_of_several_units(self):
        self.assert_findings(replace(EMPLOYEE, member_unit_ids=frozenset({UNIT, OTHER_UNIT})), RULE)

    def test_any_unit_may_nominate(self):
        facts = replace(EMPLOYEE, member_unit_ids=frozenset({OTHER_UNIT}))
        self.assert_findings(facts, replace(RULE, proposer='any_unit'))

    def test_collective_of_another_unit(self):
        facts = replace(DIVISION, member_unit_ids=frozenset({OTHER_UNIT}))
        codes = [finding.code for finding in eligibility_findings(facts, RULE)]
        self.assertEqual(codes, ['not_in_unit'])

    def test_unknown_proposer_is_refused(self):
        with self.assertRaises(UnknownWordError):
            eligibility_findings(EMPLOYEE, replace(RULE, proposer='nobody'))


class TestCategory(EligibilityCase):
    def test_other_category(self):
        facts = replace(EMPLOYEE, category='Người lao động', category_id=WORKER)
        params = {
            'nominee': 'Nguyễn Văn An',
            'category': 'Người lao động',
            'allowed': 'Công chức',
            'award': 'Giấy khen của Trưởng ban',
        }
        self.assert_findings(facts, RULE, Finding('category_not_eligible', params, 'KH IV.1'))

    def test_staff_without_category(self):
        facts = replace(EMPLOYEE, category='', category_id=None)
        codes = [finding.code for finding in eligibility_findings(facts, RULE)]
        self.assertEqual(codes, ['category_not_eligible'])

    def test_all_categories(self):
        facts = replace(EMPLOYEE, category='', category_id=None)
        self.assert_findings(facts, replace(RULE, category_ids=frozenset()))


class TestOneAchievementOneAward(EligibilityCase):
    def test_same_award_twice(self):
        facts = replace(EMPLOYEE, same_award=('ĐN/001', 'ĐN/007'))
        params = {
            'nominee': 'Nguyễn Văn An',
            'award': 'Giấy khen của Trưởng ban',
            'nominations': 'ĐN/001, ĐN/007',
        }
        self.assert_findings(facts, RULE, Finding('duplicate_award', params, LAW))

    def test_justification_does_not_excuse_the_same_award(self):
        facts = replace(EMPLOYEE, same_award=('ĐN/001',), justification='Thành tích khác')
        codes = [finding.code for finding in eligibility_findings(facts, RULE)]
        self.assertEqual(codes, ['duplicate_award'])

    def test_other_award_without_justification(self):
        facts = replace(EMPLOYEE, other_awards=('ĐN/002', 'ĐN/008'), justification=' \n')
        params = {
            'nominee': 'Nguyễn Văn An',
            'award': 'Giấy khen của Trưởng ban',
            'nominations': 'ĐN/002, ĐN/008',
        }
        self.assert_findings(facts, RULE, Finding('justification_missing', params, LAW))

    def test_other_award_with_justification(self):
        facts = replace(EMPLOYEE, other_awards=('ĐN/002',), justification='Thành tích khác')
        self.assert_findings(facts, RULE)

    def test_law_of_the_campaign_is_cited(self):
        facts = replace(EMPLOYEE, same_award=('ĐN/001',), other_awards=('ĐN/002',))
        found = eligibility_findings(facts, RULE, one_award_citation='Luật 2026')
        self.assertEqual([finding.citation for finding in found], ['Luật 2026', 'Luật 2026'])


class TestPendingCase(EligibilityCase):
    held = replace(EMPLOYEE, open_holds=('Đang xem xét kỷ luật', 'Đang xác minh đơn'))
    params = {'nominee': 'Nguyễn Văn An', 'holds': 'Đang xem xét kỷ luật, Đang xác minh đơn'}

    def test_on_hold(self):
        self.assert_findings(self.held, RULE, Finding('on_hold_pending', self.params, DECREE))

    def test_decree_of_the_campaign_is_cited(self):
        self.assert_findings(
            self.held,
            RULE,
            Finding('on_hold_pending', self.params, 'Nghị định 98/2023/NĐ-CP, Điều 4'),
            pending_citation='Nghị định 98/2023/NĐ-CP, Điều 4',
        )


class TestTogether(EligibilityCase):
    def test_every_reason_is_given_in_order(self):
        facts = replace(
            EMPLOYEE,
            member_unit_ids=frozenset(),
            category_id=WORKER,
            open_holds=('Đang xác minh đơn',),
            same_award=('ĐN/001',),
            other_awards=('ĐN/002',),
        )
        rule = replace(RULE, subjects=frozenset())
        codes = [finding.code for finding in eligibility_findings(facts, rule)]
        self.assertEqual(
            codes,
            [
                'subject_not_allowed',
                'not_in_unit',
                'category_not_eligible',
                'duplicate_award',
                'justification_missing',
                'on_hold_pending',
            ],
        )

    @exactly
    @given(st.booleans(), st.booleans(), st.sampled_from(['own_unit', 'any_unit']))
    def test_outsiders_never_fail_as_staff_would(self, allowed, restricted, proposer):
        categories = RULE.category_ids if restricted else frozenset()
        rule = replace(RULE, outsiders_allowed=allowed, proposer=proposer, category_ids=categories)
        codes = [finding.code for finding in eligibility_findings(OUTSIDER, rule)]
        self.assertEqual(codes, [] if allowed else ['outsider_not_allowed'])
