from odoo import models

from ..domain import annex6
from ..domain.package import Role


class EmulationSubmission(models.Model):
    """The documents of a package: made, counted and named (thành phần hồ sơ)."""

    _inherit = 'emulation.submission'

    def _package_nominees(self):
        """The proposed in the order of the list, collectives first.

        :return: dict of emulation.submission.line -> :class:`~..domain.package_list.Nominee`
        """
        self.ensure_one()
        lines = self.line_ids.filtered('is_live').sorted(
            lambda line: line.nominee_kind != 'collective'
        )
        return {line: line._as_packed(at) for at, line in enumerate(lines, start=1)}

    def _package_papers(self, spool, nominees, made):
        """Make every document, one kind after the other; the user's rights were checked.

        :param spool: where files wait
        :param nominees: as of :meth:`_package_nominees`
        :param made: as of :meth:`_files_made`: the letter and what is made of each nominee
        :return: iterator of :class:`Paper`, in the order of the dossier
        """
        yield self._letter_paper(spool, _by_format(made, 'submission_letter', self.id))
        yield self._list_paper(spool)
        yield from self._session_papers(spool)
        yield from self._round_papers(spool)
        yield from self._review_papers(spool)
        yield from self._nominee_papers(spool, nominees, made)

    # What belongs to it

    def _package_nominations(self):
        return self.line_ids.filtered('is_live').nomination_id

    def _package_rounds(self):
        """Announced rounds in which any of the proposed stood, also before a run-off."""
        # sudo: which rounds there are; reading them is checked for the real user.
        found = (
            self.env['emulation.candidate']
            .sudo()
            .search([('nomination_id', 'in', self._package_nominations().ids)])
            .round_id.filtered(lambda one: one.state == 'announced')
        )
        in_order = found.sorted(lambda one: (one.announced_at, one.number, one.id))
        return self.env['emulation.round'].browse(in_order.ids)

    def _package_reviews(self):
        # sudo: which meetings there were; reading them is checked for the real user.
        found = self._package_nominations().sudo().review_line_id.review_id
        in_order = found.sorted(lambda one: (one.date_start, one.id))
        return self.env['emulation.unit.review'].browse(in_order.ids)

    def _package_evidence(self):
        # sudo: nothing may be left out silently; reading each is checked for the real user.
        found = (
            self.env['emulation.evidence']
            .sudo()
            .search([('nomination_id', 'in', self._package_nominations().ids)], order='id')
        )
        return self.env['emulation.evidence'].browse(found.ids)

    # The letter and the list

    def _letter_paper(self, spool, files):
        letter = self._submission_letter()[self.id]
        items = self._items(Role.LETTER, 'Tờ trình', files)
        if self.signed_scan:
            scan = self._stored_file(self, 'signed_scan', spool)
            items = self._items(Role.LETTER_SIGNED, 'Tờ trình bản ký', scan) + items
        number, notation = annex6.split_number(self.number or '')
        return self._paper(
            'Tờ trình',
            ' '.join(letter.about) or letter.title,
            items,
            number=number,
            notation=notation,
            issued=self.date or None,
            position=self.signatory_title or '',
            full_name=self.signatory_name or '',
        )

    def _list_paper(self, spool):
        _name, content = self.env['emulation.sheet']._file('provincial_list', self)
        items = self._items(Role.LIST, 'Danh sách', {'xlsx': spool.keep(content)})
        return self._paper(
            'Danh sách', f'Danh sách kèm theo Tờ trình {self.number or ""}', items,
            issued=self.date or None,
        )  # fmt: skip

    # Minutes

    def _session_papers(self, spool):
        sessions = self._package_rounds().session_id
        for at, (session, path) in enumerate(self._printed(sessions, Role.COUNCIL_MINUTES, spool)):
            shown = session.sudo()  # sudo: its minutes were just read as the user
            name = f'{at + 1:02} {shown.name}'
            yield self._paper(
                'Biên bản',
                f'Biên bản họp Hội đồng - {shown.name}',
                self._items(Role.COUNCIL_MINUTES, name, {'pdf': path}),
                organ=annex6.Organ('', shown.council_id.name),
                issued=shown._day(),
                position='Chủ tọa',
                full_name=shown.chair_id.name or '',
            )

    def _round_papers(self, spool):
        rounds = self._package_rounds()
        for at, (voted, path) in enumerate(self._printed(rounds, Role.VOTE_COUNT, spool)):
            shown = voted.sudo()  # sudo: its minutes were just read as the user
            name = f'{shown.session_id.name} - lượt {shown.number}'
            yield self._paper(
                'Biên bản',
                f'Biên bản kiểm phiếu - {name}',
                self._items(
                    Role.VOTE_COUNT, f'{at + 1:02} lượt {shown.number} {name}', {'pdf': path}
                ),
                organ=annex6.Organ('', shown.session_id.council_id.name),
                issued=shown.session_id._local(shown.announced_at).date(),
            )

    def _review_papers(self, spool):
        reviews = self._package_reviews()
        for at, (review, path) in enumerate(self._printed(reviews, Role.UNIT_MINUTES, spool)):
            shown = review.sudo()  # sudo: its minutes were just read as the user
            unit = shown.campaign_unit_id.unit_name or shown.campaign_unit_id.unit_id.name
            items = self._items(Role.UNIT_MINUTES, f'{at + 1:02} {unit}', {'pdf': path})
            if shown.signed_scan:
                scan = self._stored_file(review, 'signed_scan', spool)
                items += self._items(Role.UNIT_MINUTES, f'{at + 1:02} bản ký {unit}', scan)
            yield self._paper(
                'Biên bản',
                f'Biên bản họp xét khen thưởng - {unit}',
                items,
                organ=annex6.Organ('', unit),
                issued=shown._local(shown.date_start).date(),
                position='Chủ trì',
                full_name=shown.chair_id.name or '',
            )

    # Each of the proposed

    def _nominee_papers(self, spool, nominees, made):
        evidence = self._package_evidence().grouped('nomination_id')
        for line, nominee in nominees.items():
            nomination = line.nomination_id
            files = _by_format(made, 'form08', nomination.id)
            yield self._report_paper(nomination, nominee, files)
            files = _by_format(made, 'summary', nomination.id)
            yield self._summary_paper(nomination, nominee, files)
            for at, file in enumerate(evidence.get(nomination, ()), start=1):
                yield self._evidence_paper(spool, nominee, at, file)

    def _report_paper(self, nomination, nominee, files):
        return self._paper(
            'Báo cáo',
            f'Báo cáo thành tích đề nghị tặng {nominee.award} - {nominee.name}',
            self._items(Role.FORM08, 'Mẫu 08', files, nominee),
            organ=annex6.Organ('', nominee.unit),
            issued=nomination.sudo()._form08_date(),  # sudo: the day it was sent, nothing else
            full_name=nominee.name if nominee.kind == 'individual' else '',
        )

    def _summary_paper(self, nomination, nominee, files):
        return self._paper(
            'Bản tóm tắt',
            f'Tóm tắt thành tích - {nominee.name}',
            self._items(Role.SUMMARY, 'Tóm tắt thành tích', files, nominee),
            organ=annex6.Organ('', nominee.unit),
            issued=nomination.sudo()._form08_date(),  # sudo: the day it was sent, nothing else
        )

    def _evidence_paper(self, spool, nominee, at, file):
        stem, _dot, _ending = file.name.rpartition('.')
        found = self._stored_file(file, 'file', spool, file.checksum)
        return self._paper(
            'Tài liệu minh chứng',
            file.name,
            self._items(Role.EVIDENCE, f'{at:02} {stem or file.name}', found, nominee),
            organ=annex6.Organ('', nominee.unit),
            description=file.note or '',
        )


def _by_format(made, code, number):
    """Files of one record, by their extension."""
    kinds = ('pdf', 'docx')
    return {kind: made[code, kind, number] for kind in kinds if (code, kind, number) in made}
