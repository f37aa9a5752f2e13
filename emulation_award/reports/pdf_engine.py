"""From HTML to PDF through WeasyPrint, for the reports of this addon (docs/adr/0001-pdf-engine.md).

Nothing is loaded while rendering but files under this addon's own `static/` folder and `data:`
addresses. Text that somebody typed can therefore not make the server open anything.
"""

import mimetypes
import posixpath
from urllib.parse import unquote, urlsplit

import weasyprint
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from odoo.tools.misc import file_open

#: Stands for this server in addresses that begin with '/'; a name that no resolver knows.
BASE_URL = 'http://odoo.invalid/'
STATIC_FOLDER = 'emulation_award/static/'


class StaticFilesOnly(URLFetcher):
    """Loads this addon's static files and `data:` addresses, nothing else."""

    def fetch(self, url, headers=None):
        """Return what an address of a document stands for.

        :raises ValueError: the address is of anything else; the document is printed without it
        """
        if urlsplit(url).scheme == 'data':
            return super().fetch(url, headers)
        path = static_file(url)
        kind = mimetypes.guess_type(path)[0] or 'application/octet-stream'
        with file_open(path, 'rb') as file:
            return URLFetcherResponse(url, file.read(), {'Content-Type': kind})


def static_file(url):
    """Return which file of this addon an address stands for.

    :param str url: absolute; those of a document begin with :data:`BASE_URL`
    :return: path as from the addons path, below this addon's static folder
    :raises ValueError: the address is of anything else
    """
    path = posixpath.normpath(unquote(urlsplit(url).path).lstrip('/'))
    if not url.startswith(BASE_URL) or not path.startswith(STATIC_FOLDER):
        raise ValueError(f'Documents may not load {url}')
    return path


def render(documents):
    """Return one PDF of all documents, in which the page numbers of each begin anew.

    :param documents: HTML pages as text, in order; at least one
    :return: bytes, the same for the same documents
    """
    fonts, fetcher = FontConfiguration(), StaticFilesOnly(allowed_protocols=['data'])
    rendered = [
        weasyprint.HTML(string=html, base_url=BASE_URL, url_fetcher=fetcher).render(fonts)
        for html in documents
    ]
    pages = [page for document in rendered for page in document.pages]
    return rendered[0].copy(pages).write_pdf()
