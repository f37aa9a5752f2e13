"""Whether a dossier is complete (hồ sơ đầy đủ) before it may be submitted (KH IV.3)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .findings import Finding
from .words import Word

Section = tuple[str, bool, str]


class Verdict(Word):
    """How the unit judges a criterion."""

    MET = 'met'
    NOT_MET = 'not_met'


class EvidenceNeeded(Word):
    """What must back a criterion that is met (minh chứng)."""

    NONE = 'none'
    TEXT = 'text'
    FILE = 'file'


@dataclass(frozen=True)
class Item:
    """One part of a dossier (thành phần hồ sơ)."""

    key: str
    label: str
    mandatory: bool
    done: bool


@dataclass(frozen=True)
class Criterion:
    """One criterion (tiêu chuẩn) as the unit judged it; no verdict means not judged yet."""

    label: str
    mandatory: bool
    verdict: Verdict | None
    evidence_needed: EvidenceNeeded
    has_text: bool
    has_file: bool


@dataclass(frozen=True)
class File:
    """An uploaded file."""

    name: str
    size: int  # bytes
    mimetype: str  # found in the content, not believed from the name


def missing(items: Iterable[Item]) -> list[Item]:
    """Return the mandatory parts of a dossier that are not done.

    >>> missing([Item('minutes', 'Biên bản', True, True), Item('report', 'Báo cáo', True, False)])
    [Item(key='report', label='Báo cáo', mandatory=True, done=False)]
    """
    return [item for item in items if item.mandatory and not item.done]


def criteria_findings(criteria: Iterable[Criterion]) -> list[Finding]:
    """Return, for each criterion, the first thing that is wrong with its assessment.

    Every criterion is judged, the mandatory ones are met, and what is met is evidenced
    (KH IV.2.1.a and b).
    """
    found = (_criterion_finding(criterion) for criterion in criteria)
    return [finding for finding in found if finding]


def upload_findings(
    requirement: str,
    files: Sequence[File],
    allowed: frozenset[str],
    max_bytes: int | None,
    at_least: int,
) -> list[Finding]:
    """Return what is wrong with the files handed in for one part of a dossier.

    :param requirement: label of the part
    :param allowed: media types taken, empty for any
    :param max_bytes: largest size taken, None for any
    :param at_least: how many files are wanted
    """
    findings = [
        finding
        for file in files
        for finding in _file_findings(requirement, file, allowed, max_bytes)
    ]
    if len(files) < at_least:
        params = {'requirement': requirement, 'have': len(files), 'needed': at_least}
        findings.insert(0, Finding('file_missing', params))
    return findings


def section_findings(sections: Iterable[Section]) -> list[Finding]:
    """Return the mandatory sections of a report that are blank.

    :param sections: (label, mandatory, plain text), in the order of the form
    """
    return [
        Finding('section_empty', {'section': label})
        for label, mandatory, text in sections
        if mandatory and not text.strip()
    ]


def _criterion_finding(criterion: Criterion) -> Finding | None:
    if criterion.verdict is None:
        return Finding('criterion_unassessed', {'criterion': criterion.label})
    if Verdict(criterion.verdict) is Verdict.MET:
        return _evidence_finding(criterion)
    if criterion.mandatory:
        return Finding('criterion_not_met', {'criterion': criterion.label})
    return None


def _evidence_finding(criterion: Criterion) -> Finding | None:
    needed = EvidenceNeeded(criterion.evidence_needed)
    enough = {
        EvidenceNeeded.NONE: True,
        EvidenceNeeded.TEXT: criterion.has_text,
        EvidenceNeeded.FILE: criterion.has_file,
    }
    if enough[needed]:
        return None
    params = {'criterion': criterion.label, 'needed': needed.value}
    return Finding('criterion_without_evidence', params)


def _file_findings(
    requirement: str, file: File, allowed: frozenset[str], max_bytes: int | None
) -> list[Finding]:
    params = {'requirement': requirement, 'file': file.name}
    # Nothing more can be said of an empty file: it has no true media type.
    if file.size <= 0:
        return [Finding('file_empty', params)]
    findings = []
    if allowed and file.mimetype not in allowed:
        types = {'mimetype': file.mimetype, 'allowed': ', '.join(sorted(allowed))}
        findings.append(Finding('file_type_refused', {**params, **types}))
    if max_bytes is not None and file.size > max_bytes:
        sizes = {'size': file.size, 'max_bytes': max_bytes}
        findings.append(Finding('file_too_large', {**params, **sizes}))
    return findings
