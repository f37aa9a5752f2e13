"""The plan of the demonstration campaign, clause by clause: what each fixes, and from what.

Numbers, dates, names and official terms; sentences are everybody's own. The table in
docs/plan-clauses.md is this one (see test_plan_clauses.py).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Clause:
    """One clause.

    :param name: as the plan numbers it
    :param source: what the campaign holds it in
    :param path: first words of the line it begins with, from the part down to it
    :param stop: first words of the line after it, '' for the next part or the end
    :param said: facts that it fixes, whatever the words around them, with " · " between them
    :param absent: what is said elsewhere in the plan and not here
    """

    name: str
    source: str
    path: tuple[str, ...]
    stop: str
    said: str
    absent: tuple[str, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """Each fact by itself."""
        return tuple(self.said.split(' · '))


CLAUSES = (
    Clause(
        'Mở đầu',
        'legal bases, introduction',
        ('Thực hiện',),
        'I. ',
        (
            'Kế hoạch số 134/KH-UBND ngày 15/5/2025 · Kế hoạch số 26-KH/ĐU ngày 03/6/2025 · Đảng '
            'ủy Ủy ban nhân dân tỉnh · phong trào thi đua đặc biệt · Đại hội đại biểu Đảng bộ UBND '
            'tỉnh lần thứ I, nhiệm kỳ 2025-2030 · Đại hội Đảng bộ tỉnh Lạng Sơn lần thứ XVIII · '
            'Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn (Ban Quản lý)'
        ),
        ('475-KH/ĐUKTCK', '98/2023/NĐ-CP'),
    ),
    Clause(
        'I.1 Mục đích',
        'purposes, a line each',
        ('I. MỤC ĐÍCH, YÊU CẦU', '1. Mục đích'),
        '2. ',
        (
            'tập thể · công chức, viên chức, người lao động và đảng viên · học tập, lao động, sản '
            'xuất · mục tiêu, chỉ tiêu, nhiệm vụ năm 2025 · nhiệm kỳ 2020 - 2025 · Nghị quyết Đại '
            'hội Đảng bộ tỉnh lần thứ XVII · đại hội đảng bộ các cấp · nhiệm kỳ 2025 - 2030 · biểu '
            'dương, khen thưởng · nhân rộng · tiêu biểu, xuất sắc'
        ),
    ),
    Clause(
        'I.2 Yêu cầu',
        'requirements',
        ('I. MỤC ĐÍCH, YÊU CẦU', '2. Yêu cầu'),
        '',
        (
            'tư tưởng, đạo đức, phong cách Hồ Chí Minh · Nghị quyết Đại hội đại biểu toàn quốc lần '
            'thứ XIII của Đảng · Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVII · nhiệm vụ chính trị '
            'của cơ quan, đơn vị'
        ),
    ),
    Clause(
        'II.1',
        'contents',
        ('II. NỘI DUNG THI ĐUA', '1. '),
        '2. ',
        (
            'tuyên truyền · Đại hội Đảng bộ Ban Quản lý · Kế hoạch 475-KH/ĐUKTCK ngày 14/5/2025 · '
            'Đại hội Đảng bộ tỉnh Lạng Sơn lần thứ XVIII · Đại hội đại biểu toàn quốc lần thứ XIV '
            'của Đảng'
        ),
    ),
    Clause(
        'II.2',
        'contents; two milestones due in a month, with the responsible unit',
        ('II. NỘI DUNG THI ĐUA', '2. '),
        '3. ',
        (
            'mục tiêu, nhiệm vụ năm 2025 · trước thời hạn · nhà đầu tư · thí điểm · cửa khẩu thông '
            'minh · đường chuyên dụng vận chuyển hàng hoá khu vực mốc 1119 - 1120 · mốc '
            '1088/2-1089 · cặp cửa khẩu quốc tế Hữu Nghị - Hữu Nghị Quan, trong tháng 9/2025 · cải '
            'tạo, sửa chữa, nâng cấp cơ sở hạ tầng, trang thiết bị · điều kiện làm việc · lực '
            'lượng chức năng · khu vực cửa khẩu Nà Nưa, huyện Tràng Định, trong tháng 9/2025 · '
            'phong trào thi đua yêu nước · năng lực lãnh đạo, sức chiến đấu của tổ chức cơ sở Đảng '
            'và đảng viên'
        ),
    ),
    Clause(
        'II.3',
        'contents',
        ('II. NỘI DUNG THI ĐUA', '3. '),
        '4. ',
        (
            'lĩnh vực công tác · sáng kiến, mô hình mới, cách làm hay, sáng tạo · giải pháp đột '
            'phá · năng suất, chất lượng · hoàn thành xuất sắc nhiệm vụ'
        ),
    ),
    Clause(
        'II.4',
        'contents',
        ('II. NỘI DUNG THI ĐUA', '4. '),
        '',
        (
            'cải cách hành chính, chuyển đổi số · Bình dân học vụ số · tham nhũng, tiêu cực · thực '
            'hành tiết kiệm, chống lãng phí · quy chế dân chủ ở cơ sở · Đảng bộ Ban Quản lý trong '
            'sạch, vững mạnh · văn minh, văn hóa, an toàn · đội ngũ cán bộ · chuyên nghiệp, hiện '
            'đại · chuẩn mực đạo đức công vụ'
        ),
    ),
    Clause(
        'III Đợt 1',
        'phases: from a month, until a day, occasion',
        ('III. THỜI GIAN THI ĐUA', 'Đợt 1: '),
        'Đợt 2',
        'từ tháng 5/2025 · đến hết ngày 15/8/2025 · Đại hội Đảng bộ Ủy ban nhân dân tỉnh',
    ),
    Clause(
        'III Đợt 2',
        'phases: from a day, until a month, occasion',
        ('III. THỜI GIAN THI ĐUA', 'Đợt 2: '),
        '',
        'từ ngày 15/8/2025 · đến hết tháng 10/2025 · Đại hội Đảng bộ tỉnh',
    ),
    Clause(
        'IV.1 Đối tượng',
        'collectives and individuals in scope',
        ('IV. ', '1. '),
        '2. ',
        (
            'Tập thể: các chi bộ, các phòng, đơn vị trực thuộc · Cá nhân: Công chức, viên chức và '
            'người lao động'
        ),
    ),
    Clause(
        'IV.2.1',
        'two awards decided here, of the same rules',
        ('IV. ', '2. ', '2.1. '),
        'a) ',
        'Giấy khen · Trưởng ban · Đảng ủy',
    ),
    Clause(
        'IV.2.1.a Tập thể',
        'opening and criteria for collectives',
        ('IV. ', '2.1. ', 'a) Đối với tập thể'),
        'b) ',
        (
            'xuất sắc, tiêu biểu, nổi trội · nhiệm vụ chính trị của cơ quan · chủ trương của Đảng '
            '· pháp luật của Nhà nước · nội quy, quy chế của cơ quan, đơn vị · tư tưởng, đạo đức, '
            'phong cách Hồ Chí Minh · kỷ luật, kỷ cương hành chính · tiết kiệm, chống lãng phí · '
            'quy chế dân chủ ở cơ sở · nội bộ đoàn kết · đợt thi đua đặc biệt · hoàn thành 100% '
            'nhiệm vụ được giao · chương trình, kế hoạch công tác 10 tháng đầu năm 2025 · thành '
            'tích, sáng kiến, sản phẩm, kết quả cụ thể · cấp có thẩm quyền công nhận'
        ),
    ),
    Clause(
        'IV.2.1.b Cá nhân',
        'opening and criteria for individuals',
        ('IV. ', '2.1. ', 'b) Đối với cá nhân'),
        'c) ',
        (
            'xuất sắc, tiêu biểu, nổi trội · chủ trương của Đảng · pháp luật của Nhà nước · nội '
            'quy, quy chế của cơ quan, đơn vị · tư tưởng, đạo đức, phong cách Hồ Chí Minh · đợt '
            'thi đua đặc biệt · đoàn kết · trách nhiệm · chuẩn mực đạo đức công vụ của cơ quan · '
            'chủ động, sáng tạo · chất lượng, hiệu quả · tấm gương · thành tích, sáng kiến, giải '
            'pháp · hoàn thành tốt 100% nhiệm vụ được giao trong 10 tháng đầu năm 2025'
        ),
    ),
    Clause(
        'IV.2.1.c Số lượng tập thể',
        'quota of seats: fixed 1, whole campaign',
        ('IV. ', '2.1. ', 'c) Số lượng', '- Tập thể'),
        '- Cá nhân',
        'đề nghị của các đơn vị · Hội đồng Thi đua - Khen thưởng · 01 tập thể · tặng Giấy khen',
    ),
    Clause(
        'IV.2.1.c Số lượng cá nhân',
        'quota of seats: 5 to 7, whole campaign; quota of nominations: 20/100 of each unit',
        ('IV. ', '2.1. ', 'c) Số lượng', '- Cá nhân'),
        '2.2. ',
        (
            'đề nghị của các đơn vị · Hội đồng Thi đua - Khen thưởng · thành tích từ cao xuống · '
            'tổng 2 đợt 05-07 cá nhân · tặng Giấy khen của Trưởng ban · không quá 20% số cá nhân '
            'của đơn vị'
        ),
    ),
    Clause(
        'IV.2.2',
        'two awards of superior authorities, criteria by reference',
        ('IV. ', '2.2. '),
        '3. ',
        (
            'Bằng khen của Chủ tịch UBND tỉnh · Giấy khen của Ban Thường vụ Đảng ủy Ủy ban nhân '
            'dân tỉnh · tiêu chuẩn khen thưởng đối với tập thể, cá nhân · mục IV Kế hoạch số '
            '134/KH-UBND ngày 15/5/2025 · phát động phong trào thi đua đặc biệt · lần thứ XVIII'
        ),
    ),
    Clause(
        'IV.3 Hồ sơ',
        'dossier parts; the report form and its decree',
        ('IV. ', '3. '),
        'Hồ sơ ',
        (
            'Biên bản họp xét khen thưởng của phòng, đơn vị · Tóm tắt thành tích · Báo cáo thành '
            'tích · Mẫu số 08 Phụ lục I ban hành kèm theo Nghị định số 98/2023/NĐ-CP ngày '
            '31/12/2023 của Chính phủ · quy định chi tiết thi hành một số điều của Luật Thi đua, '
            'khen thưởng'
        ),
    ),
    Clause(
        'IV.3 Nơi gửi',
        'receiver of the dossiers',
        ('IV. ', '3. ', 'Hồ sơ '),
        'Đợt 1',
        'Văn phòng Ban Quản lý · bộ phận thường trực Hội đồng Thi đua - Khen thưởng',
    ),
    Clause(
        'IV.3 Đợt 1',
        'deadline of the phase, worded "before"',
        ('IV. ', '3. ', 'Đợt 1: '),
        'Đợt 2',
        'trước ngày 30/8/2025 · tổng hợp · Hội đồng Thi đua - Khen thưởng',
    ),
    Clause(
        'IV.3 Đợt 2',
        'deadline of the phase, worded "before"',
        ('IV. ', '3. ', 'Đợt 2: '),
        '',
        'trước ngày 30/10/2025 · tổng hợp · Hội đồng Thi đua - Khen thưởng',
    ),
    Clause(
        'V.1',
        'duties',
        ('V. TỔ CHỨC THỰC HIỆN', '1. '),
        '2. ',
        (
            'Lãnh đạo các phòng, đơn vị trực thuộc · quán triệt · thiết thực · hiệu quả · bình xét '
            '· tập thể, cá nhân tiêu biểu, xuất sắc'
        ),
    ),
    Clause(
        'V.2',
        'duties',
        ('V. TỔ CHỨC THỰC HIỆN', '2. '),
        'Ban Quản lý',
        (
            'Văn phòng Ban (bộ phận thường trực Hội đồng Thi đua - Khen thưởng) · theo dõi, hướng '
            'dẫn, đôn đốc · tổng hợp · trình xét · đề nghị khen thưởng'
        ),
    ),
    Clause(
        'Lời kêu gọi',
        'closing appeal',
        ('V. TỔ CHỨC THỰC HIỆN', 'Ban Quản lý'),
        '',
        (
            'công chức, viên chức và người lao động · truyền thống yêu nước · Đại hội đảng bộ các '
            'cấp, Đại hội Đảng bộ tỉnh Lạng Sơn lần thứ XVIII · ./.'
        ),
    ),
)

#: What stands around the running text.
HEADING = (
    'ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN',
    'BAN QUẢN LÝ KHU KINH TẾ CỬA KHẨU ĐỒNG ĐĂNG - LẠNG SƠN',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số: …/KH-BQLKKTCK',
    'KẾ HOẠCH',
)
SUBJECT = (
    'Hưởng ứng, phát động phong trào thi đua đặc biệt lập thành tích chào mừng Đại hội đảng bộ các '
    'cấp, Đại hội Đảng bộ tỉnh Lạng Sơn lần thứ XVIII'
)
RECIPIENTS = (
    'Sở Nội vụ;',
    (
        'Khối TĐ các cơ quan KT, KT (Sở Nông nghiệp và Môi trường; Sở Xây dựng; Sở Công Thương; '
        'Ban Quản lý Dự án đầu tư xây dựng tỉnh Lạng Sơn; Trung tâm Xúc tiến Đầu tư, Thương mại và '
        'Du lịch);'
    ),
    'Lãnh đạo Ban;',
    'VP, các phòng CM;',
    'Trung tâm QLCK;',
    'Lưu: VT, VP(HTĐ).',
)
SIGNATURE = ('TRƯỞNG BAN', 'Nguyễn Quốc Toàn')
