"""Which documents there are, of what, and in which formats (thể thức giao văn bản)."""

from dataclasses import dataclass

from ..domain.vietnamese import without_marks

OFFICE_FORMATS = ('odt', 'docx', 'pdf')
SHEET_FORMATS = ('xlsx',)

#: More than these are made in the background, where nobody waits for them.
MOST_DIRECT = 5
#: A list of more records is made in the background.
MOST_ROWS = 2000
#: A list is one document however many records it has; what an address can carry limits it.
MOST_LISTED = 200
#: Of one order: an hour of LibreOffice, and more than anybody looks through.
MOST_DOCUMENTS = 5000
#: Of one list: twice what the largest province enters in ten years.
MOST_IN_LIST = 50_000


@dataclass(frozen=True)
class Document:
    """One document that can be made of records of one model.

    :param code: its name in addresses and templates
    :param model: of the records it is made of
    :param provider: private method of that model: `{record id: view-model}`, as the reader
    :param formats: in which it is delivered, the usual one first
    :param title: short, as people call it
    """

    code: str
    model: str
    provider: str
    formats: tuple[str, ...]
    title: str

    @property
    def file_name(self) -> str:
        """Name of the file, in letters that every system takes, without extension."""
        return without_marks(self.title)


DOCUMENTS = {
    one.code: one
    for one in (
        Document('plan', 'emulation.campaign', '_plan_document', OFFICE_FORMATS, 'Kế hoạch'),
        Document('reminder', 'emulation.phase', '_reminder_letter', OFFICE_FORMATS, 'Đôn đốc'),
        Document(
            'unit_minutes', 'emulation.unit.review', '_minutes', OFFICE_FORMATS, 'Biên bản đơn vị'
        ),
        Document(
            'summary',
            'emulation.nomination',
            '_achievement_summary',
            OFFICE_FORMATS,
            'Tóm tắt thành tích',
        ),
        Document('form08', 'emulation.nomination', '_form08', OFFICE_FORMATS, 'Mẫu 08'),
        Document('vote_count', 'emulation.round', '_vote_count', OFFICE_FORMATS, 'Kiểm phiếu'),
        Document(
            'council_minutes',
            'emulation.session',
            '_minutes',
            OFFICE_FORMATS,
            'Biên bản hội đồng',
        ),
        Document(
            'submission_letter',
            'emulation.submission',
            '_submission_letter',
            OFFICE_FORMATS,
            'Tờ trình',
        ),
        Document(
            'decision', 'emulation.decision', '_decision_document', OFFICE_FORMATS, 'Quyết định'
        ),
        Document('nominees', 'emulation.nomination', '_sheet_nominees', SHEET_FORMATS, 'Đề nghị'),
        Document(
            'vote_matrix', 'emulation.session', '_sheet_vote_matrix', SHEET_FORMATS, 'Bỏ phiếu'
        ),
        Document(
            'registry', 'emulation.commendation', '_sheet_registry', SHEET_FORMATS, 'Sổ khen thưởng'
        ),
        Document(
            'prize_list', 'emulation.decision', '_sheet_prize_list', SHEET_FORMATS, 'Tiền thưởng'
        ),
        Document(
            'provincial_list',
            'emulation.submission',
            '_sheet_provincial_list',
            SHEET_FORMATS,
            'Danh sách trình',
        ),
    )
}
