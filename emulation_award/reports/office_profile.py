"""A LibreOffice profile that runs no macro, follows no link and fetches nothing."""

import io
import zipfile
from xml.sax.saxutils import escape

from odoo.tools.misc import file_path

#: (path, property, value); of all versions: a version that does not know one passes over it.
SETTINGS = (
    ('Common/Security/Scripting', 'MacroSecurityLevel', '3'),
    ('Common/Security/Scripting', 'DisableMacrosExecution', 'true'),
    ('Common/Security/Scripting', 'DisableActiveContent', 'true'),
    ('Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'),
    ('Writer/Content/Update', 'Link', '2'),
    ('Calc/Content/Update', 'Link', '2'),
    ('Common/Filter/PDF/Export', 'SelectPdfVersion', '1'),  # PDF/A-1b, to be kept for good
    ('Common/Filter/PDF/Export', 'UseTaggedPDF', 'true'),
    ('Common/Misc', 'CrashReport', 'false'),
    ('Common/Save/Document', 'CreateBackup', 'false'),
)
FONTS = 'emulation_award/static/fonts'
REGISTRY = 'http://openoffice.org/2001/registry'
OFFICE = 'urn:oasis:names:tc:opendocument:xmlns:office:1.0'
MANIFEST = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'
MEDIA_TYPE = 'application/vnd.oasis.opendocument.text'


def write_profile(folder):
    """Write the settings into a new profile folder.

    :param pathlib.Path folder: does not exist yet
    """
    user = folder / 'user'
    user.mkdir(parents=True)
    items = ''.join(
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f'<value>{value}</value></prop></item>'
        for path, name, value in SETTINGS
    )
    (user / 'registrymodifications.xcu').write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>'
        f'<oor:items xmlns:oor="{REGISTRY}">{items}</oor:items>'
    )


def write_fonts(file):
    """Have the addon's own fonts beside the server's: those that official documents are set in.

    :param pathlib.Path file: of fontconfig, does not exist yet
    """
    file.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f'<dir>{escape(file_path(FONTS))}</dir>'
        '<alias binding="same"><family>Times New Roman</family>'
        '<accept><family>Liberation Serif</family></accept></alias></fontconfig>'
    )


def _blank():
    """The smallest page there is, to see whether LibreOffice works at all."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, 'w') as file:
        file.writestr('mimetype', MEDIA_TYPE)
        file.writestr(
            'META-INF/manifest.xml',
            f'<manifest:manifest xmlns:manifest="{MANIFEST}" manifest:version="1.2">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MEDIA_TYPE}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" '
            'manifest:media-type="text/xml"/></manifest:manifest>',
        )
        file.writestr(
            'content.xml',
            f'<office:document-content xmlns:office="{OFFICE}" office:version="1.2">'
            '<office:body><office:text/></office:body></office:document-content>',
        )
    return packed.getvalue()


BLANK = _blank()
