"""Which documents there are, of what, and in which formats (thể thức giao văn bản)."""

from dataclasses import dataclass

OFFICE_FORMATS = ('odt', 'docx', 'pdf')
SHEET_FORMATS = ('xlsx',)


@dataclass(frozen=True)
class Document:
    """One document that can be made of records of one model.

    :param code: its name in addresses and templates
    :param model: of the records it is made of
    :param provider: private method of that model: `{record id: view-model}`, as the reader
    :param formats: in which it is delivered, the usual one first
    :param file_name: of the file, in plain letters, without extension
    """

    code: str
    model: str
    provider: str
    formats: tuple[str, ...]
    file_name: str


DOCUMENTS = {
    one.code: one
    for one in (
        Document('plan', 'emulation.campaign', '_plan_document', OFFICE_FORMATS, 'Ke hoach'),
        Document('reminder', 'emulation.phase', '_reminder_letter', OFFICE_FORMATS, 'Don doc'),
        Document(
            'unit_minutes', 'emulation.unit.review', '_minutes', OFFICE_FORMATS, 'Bien ban don vi'
        ),
        Document(
            'summary',
            'emulation.nomination',
            '_achievement_summary',
            OFFICE_FORMATS,
            'Tom tat thanh tich',
        ),
        Document('form08', 'emulation.nomination', '_form08', OFFICE_FORMATS, 'Mau 08'),
        Document('vote_count', 'emulation.round', '_vote_count', OFFICE_FORMATS, 'Kiem phieu'),
        Document(
            'council_minutes',
            'emulation.session',
            '_minutes',
            OFFICE_FORMATS,
            'Bien ban hoi dong',
        ),
        Document(
            'submission_letter',
            'emulation.submission',
            '_submission_letter',
            OFFICE_FORMATS,
            'To trinh',
        ),
        Document(
            'decision', 'emulation.decision', '_decision_document', OFFICE_FORMATS, 'Quyet dinh'
        ),
        Document('nominees', 'emulation.nomination', '_sheet_nominees', SHEET_FORMATS, 'De nghi'),
        Document(
            'vote_matrix', 'emulation.session', '_sheet_vote_matrix', SHEET_FORMATS, 'Bo phieu'
        ),
        Document(
            'registry', 'emulation.commendation', '_sheet_registry', SHEET_FORMATS, 'So khen thuong'
        ),
        Document(
            'prize_list', 'emulation.decision', '_sheet_prize_list', SHEET_FORMATS, 'Tien thuong'
        ),
        Document(
            'provincial_list',
            'emulation.submission',
            '_sheet_provincial_list',
            SHEET_FORMATS,
            'Danh sach trinh',
        ),
    )
}
