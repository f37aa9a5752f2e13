from datetime import date, datetime, timedelta, timezone
from itertools import pairwise, permutations
from zoneinfo import ZoneInfo

import pytz
from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..domain.errors import DaysError, NaiveMomentError, UnknownWordError
from ..domain.findings import Finding
from ..domain.windows import (
    Precision,
    Wording,
    closing_moment,
    days_left,
    effective_closing,
    last_day,
    last_local_day,
    normalise_period,
    opening_moment,
    parse_days,
    period_findings,
    reminder_offset_due,
    shift,
    shift_period_end,
    window_finding,
)
from .domain_common import exactly

HANOI = ZoneInfo('Asia/Ho_Chi_Minh')
INSTANT = timedelta.resolution

# Sao Paulo used to skip midnight in spring, Havana has it twice in autumn.
zones = st.sampled_from(
    [ZoneInfo(name) for name in ('Asia/Ho_Chi_Minh', 'America/Sao_Paulo', 'America/Havana', 'UTC')]
)
days = st.dates(date(2000, 1, 1), date(2040, 12, 31))
wordings = st.sampled_from(Wording)


def utc(*parts):
    return datetime(*parts, tzinfo=timezone.utc)


def local(*parts):
    return datetime(*parts, tzinfo=HANOI)


class TestDeadline(BaseCase):
    def test_before_leaves_the_day_out(self):
        self.assertEqual(closing_moment(date(2025, 8, 30), 'before', HANOI), local(2025, 8, 30))

    def test_no_later_than_includes_the_day(self):
        closes = closing_moment(date(2025, 8, 30), 'no_later_than', HANOI)
        self.assertEqual(closes, local(2025, 8, 31))

    def test_moment_is_in_utc(self):
        closes = closing_moment(date(2025, 8, 30), Wording.BEFORE, HANOI)
        self.assertEqual(closes.isoformat(), '2025-08-29T17:00:00+00:00')

    def test_pytz_zone_is_not_local_mean_time(self):
        closes = closing_moment(date(2025, 8, 30), 'before', pytz.timezone('Asia/Ho_Chi_Minh'))
        self.assertEqual(closes, utc(2025, 8, 29, 17))

    def test_nameless_zone(self):
        opens = opening_moment(date(2025, 8, 15), timezone(timedelta(hours=7)))
        self.assertEqual(opens, utc(2025, 8, 14, 17))

    def test_unknown_wording_is_refused(self):
        with self.assertRaises(UnknownWordError):
            last_day(date(2025, 8, 30), 'around')

    @exactly
    @given(days, wordings, zones)
    def test_last_instant_in_time_is_on_the_last_day(self, deadline, wording, tz):
        closes = closing_moment(deadline, wording, tz)
        self.assertEqual((closes - INSTANT).astimezone(tz).date(), last_day(deadline, wording))

    @exactly
    @given(days, wordings, zones)
    def test_closing_is_on_the_day_after(self, deadline, wording, tz):
        day = closing_moment(deadline, wording, tz).astimezone(tz).date()
        self.assertEqual(day, last_day(deadline, wording) + timedelta(days=1))

    @exactly
    @given(days, zones)
    def test_opening_is_the_first_instant_of_the_day(self, day, tz):
        opens = opening_moment(day, tz)
        around = [(opens - INSTANT).astimezone(tz).date(), opens.astimezone(tz).date()]
        self.assertEqual(around, [day - timedelta(days=1), day])


class TestExtension(BaseCase):
    def test_without_extension(self):
        self.assertEqual(effective_closing(utc(2025, 8, 30), []), utc(2025, 8, 30))

    def test_latest_counts(self):
        closes = effective_closing(utc(2025, 8, 30), [utc(2025, 9, 5), utc(2025, 9, 1)])
        self.assertEqual(closes, utc(2025, 9, 5))

    def test_never_shortens(self):
        closes = effective_closing(utc(2025, 8, 30), [utc(2025, 8, 1)])
        self.assertEqual(closes, utc(2025, 8, 30))

    def test_no_deadline_stays_none(self):
        self.assertIsNone(effective_closing(None, [utc(2025, 8, 1)]))


class TestWindow(BaseCase):
    opens = utc(2025, 8, 15)
    closes = utc(2025, 8, 30)

    def test_first_instant_is_in(self):
        self.assertIsNone(window_finding(self.opens, self.opens, self.closes))

    def test_instant_before_opening_is_out(self):
        now = self.opens - INSTANT
        finding = Finding('window_not_open', {'now': now, 'opens': self.opens})
        self.assertEqual(window_finding(now, self.opens, self.closes), finding)

    def test_last_instant_is_in(self):
        self.assertIsNone(window_finding(self.closes - INSTANT, self.opens, self.closes))

    def test_instant_of_closing_is_out(self):
        finding = Finding('window_closed', {'now': self.closes, 'closes': self.closes})
        self.assertEqual(window_finding(self.closes, self.opens, self.closes), finding)

    def test_without_opening_the_past_is_in(self):
        self.assertIsNone(window_finding(utc(2000, 1, 1), None, self.closes))

    def test_without_closing_the_future_is_in(self):
        self.assertIsNone(window_finding(utc(2100, 1, 1), self.opens, None))


class TestNormalisePeriod(BaseCase):
    def test_seed_phase_1(self):
        period = normalise_period(date(2025, 5, 20), 'month', date(2025, 8, 15), 'day')
        self.assertEqual(period, (date(2025, 5, 1), date(2025, 8, 15)))

    def test_seed_phase_2(self):
        period = normalise_period(date(2025, 8, 15), 'day', date(2025, 10, 1), 'month')
        self.assertEqual(period, (date(2025, 8, 15), date(2025, 10, 31)))

    def test_open_end_stays_open(self):
        period = normalise_period(date(2025, 8, 15), Precision.DAY, None, Precision.MONTH)
        self.assertEqual(period, (date(2025, 8, 15), None))

    def test_february_of_a_leap_year(self):
        period = normalise_period(date(2024, 2, 10), 'month', date(2024, 2, 10), 'month')
        self.assertEqual(period, (date(2024, 2, 1), date(2024, 2, 29)))

    def test_unknown_precision_is_refused(self):
        with self.assertRaises(UnknownWordError):
            normalise_period(date(2025, 8, 15), 'week', None, 'day')


class TestPeriods(BaseCase):
    one = ('Đợt 1', date(2025, 5, 1), date(2025, 8, 15))
    two = ('Đợt 2', date(2025, 8, 15), date(2025, 10, 31))

    def test_seed_phases_share_a_day(self):
        self.assertEqual(period_findings([self.one, self.two]), [])

    def test_next_day_is_fine(self):
        self.assertEqual(period_findings([self.one, ('Đợt 2', date(2025, 8, 16), None)]), [])

    def test_gap_is_fine(self):
        self.assertEqual(period_findings([self.one, ('Đợt 2', date(2025, 9, 16), None)]), [])

    def test_two_shared_days_overlap(self):
        two = ('Đợt 2', date(2025, 8, 14), date(2025, 10, 31))
        params = {'first': 'Đợt 1', 'end': self.one[2], 'second': 'Đợt 2', 'start': two[1]}
        self.assertEqual(period_findings([two, self.one]), [Finding('phases_overlap', params)])

    def test_overlap_is_not_only_between_neighbours(self):
        year = ('Năm', date(2025, 1, 1), date(2025, 12, 31))
        pairs = [
            (finding.params['first'], finding.params['second'])
            for finding in period_findings([self.two, self.one, year])
        ]
        self.assertEqual(pairs, [('Năm', 'Đợt 1'), ('Năm', 'Đợt 2')])

    def test_same_phase_twice_overlaps(self):
        codes = [finding.code for finding in period_findings([self.one, self.one])]
        self.assertEqual(codes, ['phases_overlap'])

    def test_end_before_start(self):
        backward = ('Đợt', date(2025, 8, 15), date(2025, 8, 14))
        params = {'phase': 'Đợt', 'start': backward[1], 'end': backward[2]}
        self.assertEqual(period_findings([backward]), [Finding('phase_reversed', params)])

    def test_single_day(self):
        self.assertEqual(period_findings([('Đợt', date(2025, 8, 15), date(2025, 8, 15))]), [])

    def test_open_ended_last(self):
        self.assertEqual(period_findings([('Đợt 2', date(2025, 8, 15), None), self.one]), [])

    def test_open_ended_and_a_closed_one_from_the_same_day(self):
        open_ended = ('Đợt 2', self.one[1], None)
        codes = [finding.code for finding in period_findings([open_ended, self.one])]
        self.assertEqual(codes, ['phases_overlap'])

    def test_open_ended_not_last(self):
        open_ended = ('Đợt 1', date(2025, 5, 1), None)
        params = {'phase': 'Đợt 1', 'next': 'Đợt 2'}
        self.assertEqual(
            period_findings([self.two, open_ended]),
            [Finding('phase_open_ended_not_last', params)],
        )

    def test_open_ended_is_said_once(self):
        open_ended = ('Đợt 0', date(2025, 4, 1), None)
        found = period_findings([open_ended, self.one, self.two])
        params = {'phase': 'Đợt 0', 'next': 'Đợt 1'}
        self.assertEqual(found, [Finding('phase_open_ended_not_last', params)])

    def test_findings_come_in_order_of_start(self):
        found = period_findings(
            [
                ('d', date(2025, 4, 1), date(2025, 3, 1)),
                ('c', date(2025, 3, 1), None),
                ('b', date(2025, 2, 1), date(2025, 3, 2)),
                ('a', date(2025, 1, 1), date(2024, 1, 1)),
            ]
        )
        self.assertEqual(
            [finding.code for finding in found],
            ['phase_reversed', 'phases_overlap', 'phase_open_ended_not_last', 'phase_reversed'],
        )

    @exactly
    @given(st.lists(st.tuples(days, days | st.none()), max_size=4))
    def test_order_of_input_does_not_matter(self, spans):
        periods = [('Đợt', start, end) for start, end in spans]
        answers = [period_findings(list(order)) for order in permutations(periods)]
        self.assertTrue(all(answer == answers[0] for answer in answers))

    @exactly
    @given(st.lists(days, min_size=2, max_size=8))
    def test_chained_phases_have_no_finding(self, turns):
        turns = sorted(turns)
        periods = [('Đợt', start, end) for start, end in pairwise(turns)]
        self.assertEqual(period_findings(periods), [])


class TestShift(BaseCase):
    def test_leap_day(self):
        self.assertEqual(shift(date(2024, 2, 29), 1), date(2025, 2, 28))

    def test_leap_day_to_leap_year(self):
        self.assertEqual(shift(date(2024, 2, 29), 4), date(2028, 2, 29))

    def test_leap_day_to_a_century(self):
        self.assertEqual(shift(date(2096, 2, 29), 4), date(2100, 2, 28))

    def test_none_stays_none(self):
        self.assertIsNone(shift(None, 1))

    @exactly
    @given(days.filter(lambda day: (day.month, day.day) != (2, 29)), st.integers(-50, 50))
    def test_other_days_keep_day_and_month(self, day, years):
        self.assertEqual(shift(day, years), date(day.year + years, day.month, day.day))

    def test_end_of_february_stays_the_end(self):
        self.assertEqual(shift_period_end(date(2023, 2, 28), 1, 'month'), date(2024, 2, 29))

    def test_end_by_day_is_kept(self):
        self.assertEqual(shift_period_end(date(2023, 2, 28), 1, 'day'), date(2024, 2, 28))

    def test_no_end_stays_open(self):
        self.assertIsNone(shift_period_end(None, 1, 'month'))


class TestReminder(BaseCase):
    # "Trước ngày 30/8/2025": the 29th is the last day in time.
    closes = closing_moment(date(2025, 8, 30), Wording.BEFORE, HANOI)

    def due(self, now, before=(), after=(), tz=HANOI):
        return reminder_offset_due(self.closes, now, before, after, tz)

    def test_from_the_first_instant_of_the_day(self):
        self.assertEqual(self.due(local(2025, 8, 26), before=(7, 3)), -3)

    def test_to_the_last_instant_of_the_day(self):
        self.assertEqual(self.due(local(2025, 8, 27) - INSTANT, before=(7, 3)), -3)

    def test_day_is_local_not_utc(self):
        self.assertEqual(self.due(utc(2025, 8, 25, 17), before=(3,)), -3)

    def test_day_between_reminders(self):
        self.assertIsNone(self.due(local(2025, 8, 25), before=(7, 3), after=(4,)))

    def test_on_the_last_day(self):
        self.assertEqual(self.due(local(2025, 8, 29, 8), before=(0,)), 0)

    def test_overdue(self):
        self.assertEqual(self.due(local(2025, 8, 30), after=(1,)), 1)

    def test_days_before_do_not_count_after(self):
        self.assertIsNone(self.due(local(2025, 8, 30), before=(1,)))

    def test_days_after_do_not_count_before(self):
        self.assertIsNone(self.due(local(2025, 8, 28), after=(1,)))

    def test_naive_now_is_refused(self):
        with self.assertRaises(NaiveMomentError):
            self.due(datetime(2025, 8, 26), before=(3,))

    def test_naive_closing_is_refused(self):
        with self.assertRaises(NaiveMomentError):
            reminder_offset_due(datetime(2025, 8, 30), local(2025, 8, 26), (3,), (), HANOI)

    @exactly
    @given(st.sets(st.integers(0, 20)), st.sets(st.integers(0, 20)), zones)
    def test_each_wanted_day_is_due_once(self, before, after, tz):
        closes = closing_moment(date(2025, 8, 30), Wording.BEFORE, tz)
        mornings = [datetime(2025, 8, 29, 8, tzinfo=tz) + timedelta(days=n) for n in range(-30, 31)]
        answers = [
            reminder_offset_due(closes, now, tuple(before), tuple(after), tz) for now in mornings
        ]
        self.assertEqual(
            [answer for answer in answers if answer is not None],
            sorted({-n for n in before} | after),
        )


class TestDaysLeft(BaseCase):
    closes = closing_moment(date(2025, 8, 30), Wording.BEFORE, HANOI)

    def test_until_the_last_day_and_beyond(self):
        left = [days_left(self.closes, local(2025, 8, day, 23), HANOI) for day in (27, 29, 30)]
        self.assertEqual(left, [2, 0, -1])

    @exactly
    @given(days, wordings, zones)
    def test_last_local_day_is_the_last_day(self, deadline, wording, tz):
        closes = closing_moment(deadline, wording, tz)
        self.assertEqual(last_local_day(closes, tz), last_day(deadline, wording))


class TestParseDays(BaseCase):
    def test_blank_is_no_day(self):
        self.assertEqual(parse_days('  '), ())

    @exactly
    @given(st.lists(st.integers(0, 400), min_size=1))
    def test_largest_first_each_once(self, numbers):
        text = ' , '.join(str(number) for number in numbers)
        self.assertEqual(parse_days(text), tuple(sorted(set(numbers), reverse=True)))

    def test_garbage_is_refused(self):
        for text in ('7,', ',7', '7,,3', '7;3', '7 3', '-1', '+1', '1.5', '1_0', '٣', 'bảy'):
            with self.subTest(text), self.assertRaises(DaysError):
                parse_days(text)
