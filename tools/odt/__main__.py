"""`make templates`: write each template beside the addon's reports."""

from pathlib import Path

from odt.archive import build
from odt.source import codes

TARGET = Path(__file__).parents[2] / 'emulation_award' / 'reports' / 'templates'


def main() -> None:
    TARGET.mkdir(exist_ok=True)
    for code in codes():
        file = TARGET / f'{code}.odt'
        content = build(code)
        is_new = not file.exists() or file.read_bytes() != content
        if is_new:
            file.write_bytes(content)
        print(f'{file.name}: {"written" if is_new else "as it was"}')


if __name__ == '__main__':
    main()
