"""Templates and programs to make documents with, and how to read what was made."""

import io
import os
import zipfile
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch
from urllib.parse import quote

from lxml import etree

from odoo.tools import mute_logger

from ..reports import office
from .form08_common import Form08Common

URI = 'urn:oasis:names:tc:opendocument:xmlns:'
NAMESPACES = ' '.join(
    [
        *(
            f'xmlns:{name}="{URI}{name}:1.0"'
            for name in ('office', 'style', 'text', 'table', 'script')
        ),
        f'xmlns:draw="{URI}drawing:1.0"',
        f'xmlns:svg="{URI}svg-compatible:1.0"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ]
)
MEDIA_TYPE = 'application/vnd.oasis.opendocument.text'
MANIFEST_URI = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'


def odt(body, **parts):
    """An ODT file with this text; `parts` are further files by name."""
    manifest = ''.join(
        f'<m:file-entry m:full-path="{path}" m:media-type="{kind}"/>'
        for path, kind in (
            ('/', MEDIA_TYPE),
            ('content.xml', 'text/xml'),
            ('styles.xml', 'text/xml'),
        )
    )
    files = {
        'mimetype': MEDIA_TYPE,
        'content.xml': f'<office:document-content {NAMESPACES} office:version="1.3"><office:body>'
        f'<office:text>{body}</office:text></office:body></office:document-content>',
        'styles.xml': f'<office:document-styles {NAMESPACES} office:version="1.3"/>',
        'META-INF/manifest.xml': f'<m:manifest xmlns:m="{MANIFEST_URI}" m:version="1.3">'
        f'{manifest}</m:manifest>',
        **parts,
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, 'w') as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def line(*inside):
    return f'<text:p>{"".join(inside)}</text:p>'


def show(expression):
    """What prints the value of an expression."""
    return f'<text:user-field-get text:name="py3o.{expression}">x</text:user-field-get>'


def command(said):
    """A command of the engine, such as for="x in doc.y" or /for, on a line of its own."""
    address = quote(said, safe='/=')
    return line(f'<text:a xlink:type="simple" xlink:href="py3o://{address}">{said}</text:a>')


#: Prints the report of a nominee in three lines.
TINY = odt(
    line('Báo cáo của ', show('doc.nominee'))
    + command('for="section in doc.sections"')
    + line(show('section.heading'))
    + command('for="text in section.paragraphs"')
    + line(show('text'))
    + command('/for')
    + command('/for')
)


def text_of_odt(content):
    """Lines of an ODT file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        tree = etree.fromstring(archive.read('content.xml'))
    return [''.join(one.itertext()) for one in tree.iter('{*}p', '{*}h')]


def text_of_docx(content):
    """Lines of a DOCX file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        tree = etree.fromstring(archive.read('word/document.xml'))
    return [''.join(run.text or '' for run in one.iter('{*}t')) for one in tree.iter('{*}p')]


@contextmanager
def office_program(script):
    """Have this shell script for LibreOffice, with its arguments; None for one that is not there.

    :return: the folder the script lies in, "$(dirname "$0")"
    """
    with TemporaryDirectory() as folder:
        program = Path(folder) / 'soffice'
        if script is not None:
            program.write_text(f'#!/bin/sh\n{script}\n')
            program.chmod(0o755)
        named = {office.PROGRAM_VARIABLE: str(program)}
        with (
            patch.dict(os.environ, named),
            mute_logger(office.__name__),
        ):
            yield folder


class DocumentCommon(Form08Common):
    """Nominations to make documents of, and a tiny template to make them with."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.documents = cls.env['emulation.document']
        cls.use_template(TINY)

    @classmethod
    def use_template(cls, content):
        """Have this template instead of the one of the addon."""
        model = type(cls.documents)
        patched = patch.object(model, '_template', lambda _self, _code: content)
        patched.start()
        cls.addClassCleanup(patched.stop)

    @contextmanager
    def template(self, content):
        """Have this template for a while."""
        with patch.object(type(self.documents), '_template', lambda _self, _code: content):
            yield

    def files(self, nominations, fmt='odt', user=None):
        return self.documents.with_user(user or self.env.user)._files('form08', nominations, fmt)
