import hashlib
import mmap
import tempfile
from pathlib import Path

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools.misc import file_open

from ..domain import package
from ..reports.catalog import MOST_DIRECT
from .emulation_submission import PREPARED
from .emulation_submission_package_files import CHUNK, Spool

PREFIX = 'emulation_package_'


class EmulationSubmission(models.Model):
    """The package for the superior (gói hồ sơ): one ZIP that can be checked without Odoo.

    Everything in it is made anew from the records, as the user who builds it. The same data give
    the same bytes, so that a package can be compared with what was sent. `docs/package.md` tells
    what lies where; `static/kiem_tra_ho_so.py` checks it.
    """

    _inherit = 'emulation.submission'

    package_seal = fields.Char(
        'Seal',
        readonly=True,
        copy=False,
        help='Mã niêm phong: SHA-256 of the manifest. Tell the recipient on another way than the '
        'package, so that they see it is the one you made.',
    )
    package_source = fields.Char(readonly=True, copy=False)
    package_is_stale = fields.Boolean(
        'Package is out of date',
        compute='_compute_package_is_stale',
        help='Something it contains was changed after it was built.',
    )

    @api.depends('package_source', 'state', 'with_edxml', 'signed_scan', 'line_ids.is_live')
    def _compute_package_is_stale(self):
        for one in self:
            # What was sent stays what it is; only what is being prepared can be built anew.
            is_open = bool(one.package_source) and one.state in PREPARED
            one.package_is_stale = is_open and one.package_source != one._package_digest()

    def action_build_package(self):
        """Build the package of each submission, in the background if it is of many nominees.

        :raises AccessError: the user is of no Office, or may not read something it contains
        :raises UserError: there is nobody to propose, it was sent with one already, or a document
            cannot be made
        """
        self._check_office()
        self._check_not_sent_with_one()
        self._check_package_parts()
        if len(self._package_nominations()) > MOST_DIRECT:
            return self._build_in_background()
        for one in self:
            one._store_package()
        return True

    def _build_in_background(self):
        """Have packages built by jobs, one for each; what is made of nominees is made in batches.

        :return: action that shows the jobs
        """
        jobs = self.env['emulation.job']
        for one in self:
            label = self.env._('Package: %(name)s', name=one.display_name)
            nominations = one._package_nominations()
            jobs |= jobs._enqueue_once('package', label, nominations, submission_id=one.id)
        name = self.env._('Packages being built')
        action = {'type': 'ir.actions.act_window', 'res_model': jobs._name, 'name': name}
        if len(jobs) == 1:
            return {**action, 'res_id': jobs.id, 'view_mode': 'form'}
        return {**action, 'domain': [('id', 'in', jobs.ids)], 'view_mode': 'list,form'}

    def action_download_package(self):
        """Open the package, through the record and its rules.

        :raises AccessError: the user may not read the submission
        :raises UserError: it was not built
        """
        self.ensure_one()
        self.check_access('read')
        if not self.package_name:
            raise UserError(self.env._('There is no package yet: have the Office build it.'))
        path = f'/web/content/{self._name}/{self.id}/package/{self.package_name}'
        return {'type': 'ir.actions.act_url', 'url': f'{path}?download=1', 'target': 'download'}

    # Building

    def _check_not_sent_with_one(self):
        """Keep the package that went up; one may still be built where there was none.

        :raises UserError: a submission was sent with a package
        """
        kept = self.filtered(lambda one: one.package_seal and one.state not in PREPARED)
        if kept:
            raise UserError(
                self.env._(
                    '%(submissions)s: this package went up, so it stays as it is. Download it.',
                    submissions=', '.join(kept.mapped('display_name')),
                )
            )

    def _check_package_parts(self):
        """Refuse who may not read all that the package would show.

        :raises AccessError: something of it is not for this user
        :raises UserError: there is nobody to propose
        """
        self.check_access('read')
        for one in self:
            nominations = one._package_nominations()
            if not nominations:
                raise UserError(
                    self.env._(
                        '%(submission)s proposes nobody: add nominations first.',
                        submission=one.display_name,
                    )
                )
            if one._hidden_results():
                raise AccessError(
                    self.env._(
                        '%(submission)s proposes somebody from whom you are recused, and the '
                        'package tells how the council voted. Let somebody else of the Office '
                        'build it.',
                        submission=one.display_name,
                    )
                )
            nominations.check_access('read')
            one._package_rounds().check_access('read')
            one._package_rounds().session_id.check_access('read')
            one._package_reviews().check_access('read')
            one._package_evidence().check_access('read')

    def _build_package(self, folder, archives=None):
        """Write the package into a folder.

        :param folder: path of an empty folder that the caller removes
        :param archives: (nomination id, bytes) of what was made of each nominee in advance
        :return: (file name, path of the ZIP, SHA-256 of the ZIP, seal)
        :raises AccessError: something of it is not for this user
        :raises UserError: a document cannot be made
        """
        self.ensure_one()
        self._check_package_parts()
        lines = self._package_nominees()
        spool, nominations = Spool(folder), self._package_nominations()
        ready = {} if archives is None else self._unpacked(spool, archives)
        wanted = nominations if archives is None else nominations.browse()
        made = {**self._files_made(spool, self, wanted), **ready}
        papers = list(self._package_papers(spool, lines, made))
        items = [item for paper in papers for item in paper.items]
        nominees = tuple(lines.values())
        items += self._package_data(papers, nominees)
        path = Path(folder, 'package.zip')
        with path.open('w+b') as out:
            seal = package.write(out, self._package_about(), nominees, items)
        return self._package_file_name(), path, _digest(path), seal

    def _store_package(self, archives=None):
        """Build and keep the package.

        :param archives: as of :meth:`_build_package`
        :return: file name
        :raises AccessError: the user is of no Office, or may not read something it contains
        :raises UserError: a document cannot be made
        """
        self.ensure_one()
        self._check_office()
        self._check_not_sent_with_one()
        with tempfile.TemporaryDirectory(prefix=PREFIX) as folder:
            name, path, sha256, seal = self._build_package(folder, archives)
            self._keep_package(name, path)
        # sudo: operation fields; who builds was checked by what was built.
        self.sudo().write(
            {
                'package_name': name,
                'package_sha256': sha256,
                'package_seal': seal,
                'package_source': self._package_digest(),
                'package_built_at': fields.Datetime.now(),
            }
        )
        self._journal('submission.package_built', lambda one: {'sha256': sha256, 'seal': seal})
        return name

    def _keep_package(self, name, path):
        """Make a file the content of the field, without reading it into memory as a whole."""
        # sudo: the attachment behind an operation field, which only an operation may write.
        attachments = self.env['ir.attachment'].sudo()
        place = {'res_model': self._name, 'res_field': 'package', 'res_id': self.id}
        attachments.search([(key, '=', value) for key, value in place.items()]).unlink()
        with path.open('rb') as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as raw:
            is_file = attachments._storage() != 'db'
            attachments.create(
                {
                    **place,
                    'name': name,
                    'mimetype': 'application/zip',
                    'raw': raw if is_file else raw.read(),
                }
            )
        self.invalidate_recordset(['package'])

    def _package_file_name(self):
        number = package.plain(self.number or f'du thao {self.id}')
        return f'Ho-so-{number}.zip'

    def _package_about(self):
        return package.Submission(
            number=self.number or '',
            date=fields.Date.to_string(self.date) or '',
            sender=self._package_sender().name,
            recipient=self._package_recipient().name,
            campaign=self.campaign_id.name or '',
            award_kind=self.award_kind,
        )

    def _static_items(self):
        """The checker and what to read first, as they are shipped."""
        return [
            package.Item(name, role, file_open(f'emulation_award/static/{name}', 'rb').read())
            for name, role in (
                ('DOC-TRUOC.txt', package.Role.README),
                ('kiem_tra_ho_so.py', package.Role.CHECKER),
            )
        ]


def _digest(path):
    sha = hashlib.sha256()
    with path.open('rb') as file:
        for chunk in iter(lambda: file.read(CHUNK), b''):
            sha.update(chunk)
    return sha.hexdigest()
