import io
import json
import zipfile
from dataclasses import replace

from ..domain import package, package_list
from ..domain.package import Role
from .package_common import PEOPLE, PackageCommon, items, sheet, written

LETTER = '01-To-trinh/To-trinh.pdf'
MINUTES = '03-Bien-ban-Hoi-dong/Bien-ban.pdf'


class TestForgedPackages(PackageCommon):
    """Packages resealed by a forger, or made by a mistaken program: parts that disagree."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.whole = written()
        with zipfile.ZipFile(io.BytesIO(cls.whole)) as archive:
            cls.files = {name: archive.read(name) for name in archive.namelist()}

    def test_the_seal_tells_another_package(self):
        seal = self._examine(self.whole)['seal']
        other = self._resealed(self.whole, lambda files, told: files.update({MINUTES: b'%PDF 2'}))
        self.assertEqual(self._examine(self.whole, seal.upper())['result'], 'whole')
        self.assertEqual(self._examine(other)['result'], 'whole')
        found = {one['code'] for one in self._examine(other, seal)['problems']}
        self.assertEqual(found, {'seal'})

    def test_a_seal_as_it_is_pasted(self):
        seal = self._examine(self.whole)['seal']
        for pasted in (f' {seal}', f'{seal}\r\n', f'{seal[:32]} {seal[32:]}'):
            self.assertEqual(self._examine(self.whole, pasted)['result'], 'whole')

    def test_a_vote_without_its_minutes(self):
        """Consistent all over: manifest and metadata never heard of the minutes."""
        for roles, missing in (
            ({Role.COUNCIL_MINUTES}, {'Biên bản họp Hội đồng'}),
            ({Role.VOTE_COUNT}, {'Biên bản kiểm phiếu'}),
            (
                {Role.COUNCIL_MINUTES, Role.VOTE_COUNT},
                {'Biên bản họp Hội đồng', 'Biên bản kiểm phiếu'},
            ),
        ):
            found = self._named(written(without=roles))
            self.assertEqual(found, {('missing', name) for name in missing})

    def test_without_a_vote_there_are_no_minutes(self):
        people = [replace(one, votes='') for one in PEOPLE]
        told = written(
            without={Role.COUNCIL_MINUTES, Role.VOTE_COUNT},
            list_data=package_list.list_json(people),
            list_csv=package_list.list_csv(people),
        )
        self.assertEqual(self._examine(told)['result'], 'whole')

    def _check_disagrees(self, path, change):
        found = self._named(self._resealed(self.whole, lambda files, told: change(files)))
        self.assertEqual(found, {('disagree', path)})

    def _check_replaced(self, path, old, new):
        self.assertIn(old, self.files[path])
        self._check_disagrees(
            path, lambda files: files.update({path: files[path].replace(old, new)})
        )

    def test_totals_of_the_list(self):
        self._check_replaced('02-Danh-sach/list-data.json', b'"individuals":1', b'"individuals":2')
        words = (*(one.name for one in PEOPLE), 'Tổng số: 02 tập thể, 01 cá nhân')
        path = '02-Danh-sach/Danh-sach.xlsx'
        self._check_disagrees(path, lambda files: files.update({path: sheet(*words)}))

    def test_totals_of_the_manifest(self):
        def change(told):
            told['submission']['individuals'] = 2

        found = self._named(self._with_manifest(self.whole, change))
        self.assertIn(('disagree', package.MANIFEST), found)

    def test_a_manifest_written_another_way(self):
        found = self._named(self._with_manifest(self.whole, lambda told: json.dumps(told)))
        self.assertEqual(found, {('changed', package.MANIFEST)})

    def test_a_manifest_of_another_kind(self):
        def version(told):
            told['version'] = 2

        def nobody(told):
            told['nominees'] = None

        def twice(told):
            told['files'].append(told['files'][0])

        for change in (version, nobody, twice):
            with self.subTest(change.__name__):
                found = self._named(self._with_manifest(self.whole, change))
                self.assertIn(('changed', package.MANIFEST), found)

    def test_lists_that_name_others(self):
        name = 'Đặng Thị Ngọc Ễn'
        self._check_replaced('02-Danh-sach/list-data.json', name.encode(), b'Ai')
        self._check_replaced('02-Danh-sach/list-csv.csv', name.encode(), b'Ai')
        path = '02-Danh-sach/Danh-sach.xlsx'
        self._check_disagrees(path, lambda files: files.update({path: sheet(PEOPLE[0].name)}))

    def test_metadata(self):
        path = '07-Sieu-du-lieu/metadata.xml'
        self._check_replaced(path, b'<Title>', b'<Title>x')
        self._check_replaced(path, b'<Dossier>', b'<!DOCTYPE x><Dossier>')
        self._check_replaced(path, b'</Dossier>', b'')

    def test_totals_of_the_metadata(self):
        """Both forms of the metadata were made with the same mistake."""
        xml, data = '07-Sieu-du-lieu/metadata.xml', '07-Sieu-du-lieu/metadata-json.json'
        for name in ('DocTotal', 'PageTotal'):
            with self.subTest(name):

                def change(files, name=name):
                    for path, pattern in ((xml, '<{}>7<'), (data, '"{}":"7"')):
                        right = pattern.format(name).encode()
                        self.assertIn(right, files[path])
                        files[path] = files[path].replace(right, right.replace(b'7', b'8'))

                self._check_disagrees(xml, change)

    def test_metadata_of_other_files(self):
        xml, data = '07-Sieu-du-lieu/metadata.xml', '07-Sieu-du-lieu/metadata-json.json'

        def change(files):
            for path in (xml, data):
                files[path] = files[path].replace(MINUTES.encode(), LETTER.encode())

        self._check_disagrees(xml, change)

    def test_envelope(self):
        def change(files):
            other = {item.path: item.source for item in items(letter=b'%PDF other')}
            files['08-edXML/edxml.xml'] = other['08-edXML/edxml.xml']

        self._check_disagrees('08-edXML/edxml.xml', change)

    def test_a_nominee_without_a_report(self):
        gone = '06-Ho-so/001-Phong-Ke-hoach/Mau-08.pdf'

        def change(files, told):
            files.pop(gone)

        found = self._named(self._resealed(self.whole, change))
        self.assertIn(('missing', 'Phòng Kế hoạch'), found)
