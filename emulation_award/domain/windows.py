"""Phases, deadlines and reminders (thời gian thi đua, thời hạn gửi hồ sơ).

A plan speaks in days; a server compares moments. A window is half open: it includes the moment it
opens and excludes the moment it closes.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from .errors import DaysError, NaiveMomentError
from .findings import Finding
from .words import Word

Period = tuple[str, date, date | None]

ONE_DAY = timedelta(days=1)


class Wording(Word):
    """How a plan words a deadline."""

    BEFORE = 'before'  # trước ngày
    NO_LATER_THAN = 'no_later_than'  # chậm nhất ngày


class Precision(Word):
    """How exactly a plan states the first or the last day of a phase."""

    DAY = 'day'
    MONTH = 'month'


def last_day(deadline: date, wording: Wording) -> date:
    """Return the last calendar day on which a dossier is still in time.

    "Trước ngày 30/8" leaves the 30th out, "chậm nhất ngày 30/8" includes it (KH IV.3).

    >>> last_day(date(2025, 8, 30), Wording.BEFORE)
    datetime.date(2025, 8, 29)
    >>> last_day(date(2025, 8, 30), Wording.NO_LATER_THAN)
    datetime.date(2025, 8, 30)
    """
    return deadline - ONE_DAY if Wording(wording) is Wording.BEFORE else deadline


def closing_moment(deadline: date, wording: Wording, tz: tzinfo) -> datetime:
    """Return the first moment at which a dossier is too late, in UTC (KH IV.3).

    :param tz: the organiser's time zone, from :mod:`zoneinfo` or pytz

    >>> closing_moment(date(2025, 8, 30), Wording.BEFORE, ZoneInfo('Asia/Ho_Chi_Minh'))
    datetime.datetime(2025, 8, 29, 17, 0, tzinfo=datetime.timezone.utc)
    """
    return opening_moment(last_day(deadline, wording) + ONE_DAY, tz)


def opening_moment(day: date, tz: tzinfo) -> datetime:
    """Return the first moment of a calendar day, in UTC.

    >>> opening_moment(date(2025, 8, 15), ZoneInfo('Asia/Ho_Chi_Minh'))
    datetime.datetime(2025, 8, 14, 17, 0, tzinfo=datetime.timezone.utc)
    """
    # A pytz zone put straight into a datetime means local mean time, seven minutes off in Hanoi.
    zone = ZoneInfo(tz.zone) if getattr(tz, 'zone', None) else tz
    return datetime.combine(day, time.min, zone).astimezone(timezone.utc)


def effective_closing(base: datetime | None, extensions: Iterable[datetime]) -> datetime | None:
    """Return when a window closes once extensions (gia hạn) are counted; None if it never does.

    The latest counts, so an extension never shortens a window.
    """
    return None if base is None else max([base, *extensions])


def window_finding(
    now: datetime, opens: datetime | None, closes: datetime | None
) -> Finding | None:
    """Return why nothing may be handed in now, or None if it may.

    :param opens: first moment in time, None if always open before closing
    :param closes: first moment too late, None if never
    """
    if opens is not None and now < opens:
        return Finding('window_not_open', {'now': now, 'opens': opens})
    if closes is not None and now >= closes:
        return Finding('window_closed', {'now': now, 'closes': closes})
    return None


def normalise_period(
    start: date, start_precision: Precision, end: date | None, end_precision: Precision
) -> tuple[date, date | None]:
    """Return the first and the last day of a period; a month stands for all of its days (KH III).

    >>> normalise_period(date(2025, 5, 20), Precision.MONTH, date(2025, 8, 15), Precision.DAY)
    (datetime.date(2025, 5, 1), datetime.date(2025, 8, 15))
    """
    if Precision(start_precision) is Precision.MONTH:
        start = start.replace(day=1)
    if end is not None and Precision(end_precision) is Precision.MONTH:
        end = _month_end(end)
    return start, end


def period_findings(periods: Sequence[Period]) -> list[Finding]:
    """Return what is wrong with the phases of a campaign, in order of their start (KH III).

    Two phases may share one day, as when the first ends and the second starts on 15/8.

    :param periods: (name, first day, last day or None if not yet known), in any order
    """
    ordered = sorted(periods, key=_chronologically)
    return [
        finding
        for position, period in enumerate(ordered, start=1)
        for finding in _phase_findings(period, ordered[position:])
    ]


def shift(day: date | None, years: int) -> date | None:
    """Return the same day some years later; 29 February becomes the 28th where it must.

    >>> shift(date(2024, 2, 29), 1)
    datetime.date(2025, 2, 28)
    """
    if day is None:
        return None
    return date(day.year + years, day.month, min(day.day, _days_in(day.year + years, day.month)))


def shift_period_end(day: date | None, years: int, precision: Precision) -> date | None:
    """Return a period's last day some years later; the end of a month stays the end of a month.

    >>> shift_period_end(date(2025, 2, 28), 3, Precision.MONTH)
    datetime.date(2028, 2, 29)
    """
    shifted = shift(day, years)
    if shifted is not None and Precision(precision) is Precision.MONTH:
        return _month_end(shifted)
    return shifted


def reminder_offset_due(
    closes: datetime, now: datetime, before: Sequence[int], after: Sequence[int], tz: tzinfo
) -> int | None:
    """Return which reminder (đôn đốc) is due today, or None (KH V.2).

    :param closes: first moment too late, aware
    :param now: aware
    :param before: whole days before the last day in time
    :param after: whole days after it
    :return: today's distance from the last day in time, in days; negative before it
    :raises NaiveMomentError: a moment has no time zone

    >>> hanoi = ZoneInfo('Asia/Ho_Chi_Minh')
    >>> closes = closing_moment(date(2025, 8, 30), Wording.BEFORE, hanoi)
    >>> reminder_offset_due(closes, datetime(2025, 8, 26, 9, tzinfo=hanoi), (7, 3), (1,), hanoi)
    -3
    """
    offset = -days_left(closes, now, tz)
    return offset if offset in {*(-days for days in before), *after} else None


def last_local_day(closes: datetime, tz: tzinfo) -> date:
    """Return the last calendar day on which a window is still open.

    :param closes: first moment too late, aware
    :raises NaiveMomentError: the moment has no time zone

    >>> hanoi = ZoneInfo('Asia/Ho_Chi_Minh')
    >>> last_local_day(closing_moment(date(2025, 8, 30), Wording.BEFORE, hanoi), hanoi)
    datetime.date(2025, 8, 29)
    """
    # The moment of closing belongs to the next day already.
    return _local_day(closes - timedelta.resolution, tz)


def days_left(closes: datetime, now: datetime, tz: tzinfo) -> int:
    """Return how many days remain until the last day in time: 0 on that day, negative after it.

    :param closes: first moment too late, aware
    :param now: aware
    :raises NaiveMomentError: a moment has no time zone
    """
    return (last_local_day(closes, tz) - _local_day(now, tz)).days


def parse_days(text: str) -> tuple[int, ...]:
    """Return the numbers of days a person typed, largest first, each once; () for a blank text.

    :raises DaysError: something other than commas and non-negative whole numbers was typed

    >>> parse_days('1, 7,3')
    (7, 3, 1)
    """
    if not text.strip():
        return ()
    parts = [part.strip() for part in text.split(',')]
    if not all(re.fullmatch('[0-9]+', part) for part in parts):
        raise DaysError(text)
    return tuple(sorted({int(part) for part in parts}, reverse=True))


def _chronologically(period: Period) -> tuple[date, date]:
    _name, start, end = period
    return start, end or date.max


def _phase_findings(period: Period, later: Sequence[Period]) -> list[Finding]:
    name, start, end = period
    if end is None:
        return [
            Finding('phase_open_ended_not_last', {'phase': name, 'next': other})
            for other, _start, _end in later[:1]
        ]
    if end < start:
        return [Finding('phase_reversed', {'phase': name, 'start': start, 'end': end})]
    return [
        Finding('phases_overlap', {'first': name, 'end': end, 'second': other, 'start': begins})
        for other, begins, _end in later
        if begins < end
    ]


def local_time(moment: datetime, tz: tzinfo | str) -> datetime:
    """Return a moment as the clocks of a place show it.

    :param moment: aware, or as the database keeps it: naive, in UTC
    :param tz: the zone or its name

    >>> local_time(datetime(2025, 8, 31, 20, 0), 'Asia/Ho_Chi_Minh').isoformat()
    '2025-09-01T03:00:00+07:00'
    """
    aware = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    return aware.astimezone(ZoneInfo(tz) if isinstance(tz, str) else tz)


def _local_day(moment: datetime, tz: tzinfo) -> date:
    if moment.tzinfo is None:
        raise NaiveMomentError(moment.isoformat())
    return moment.astimezone(tz).date()


def _month_end(day: date) -> date:
    return day.replace(day=_days_in(day.year, day.month))


def _days_in(year: int, month: int) -> int:
    return monthrange(year, month)[1]
