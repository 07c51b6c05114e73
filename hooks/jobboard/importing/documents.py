"""PDF and Word files as text; what reads them is the extra `import`."""

from __future__ import annotations

import importlib.util
import io
import zipfile

PDF = b"%PDF"
WORD = b"PK\x03\x04"
INSTALL = 'python3 -m pip --python .venv/bin/python install -e ".[import]"'
"""What installs the readers."""
_MAX_PAGES = 30
_MAX_UNPACKED = 32 * 1024 * 1024
"""Bytes of a Word file once it is unpacked; it is a zip archive, and may be a bomb."""


class DocumentError(Exception):
    """A document that cannot be read; the message says why in one sentence."""


def is_document(data: bytes) -> bool:
    """Whether *data* is a PDF or an archive such as Word writes."""
    return data.startswith((PDF, WORD))


def read_pdf(data: bytes) -> str:
    """The text of a PDF file, its pages one after the other."""
    if importlib.util.find_spec("pypdf") is None:
        raise DocumentError(f"it is a PDF file; type `{INSTALL}` to read such files, or save it as text")
    import pypdf

    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise DocumentError("it is a PDF file with a password; save it without one, or as text")
        texts = [page.extract_text() for page in reader.pages[:_MAX_PAGES]]
    except DocumentError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a damaged file makes pypdf raise
        raise DocumentError(f"it is a PDF file that cannot be read ({type(error).__name__}); save it as text") from None
    text = "\n\n".join(texts).strip()
    if not text:
        raise DocumentError("it is a PDF file of pictures without text; copy the text into a .txt file")
    return text


def read_word(data: bytes) -> str:
    """The text of a Word file (.docx) as Markdown: headings, lists, and tables as lines."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError):
        raise DocumentError("it is a damaged archive, not text") from None
    if "word/document.xml" not in names:
        raise DocumentError("it is an archive or another program's file, not text; save it as .docx, .pdf or .txt")
    if unpacked > _MAX_UNPACKED:
        raise DocumentError(f"it is larger than {_MAX_UNPACKED // 1024 // 1024} MiB when unpacked")
    if importlib.util.find_spec("docx") is None:
        raise DocumentError(f"it is a Word file; type `{INSTALL}` to read such files, or save it as text")
    import docx

    try:
        document = docx.Document(io.BytesIO(data))
        lines = [line for block in document.iter_inner_content() for line in _lines_of(block)]
    except Exception as error:  # noqa: BLE001 - whatever a damaged file makes python-docx raise
        raise DocumentError(
            f"it is a Word file that cannot be read ({type(error).__name__}); save it as text"
        ) from None
    text = "\n\n".join(lines).strip()
    if not text:
        raise DocumentError("it is a Word file without text")
    return text


def _lines_of(block: object) -> list[str]:
    """A paragraph as one line, a table as a line for each row."""
    rows = getattr(block, "rows", None)
    if rows is not None:
        found = []
        for row in rows:
            cells = list(dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells))
            cells = [cell for cell in cells if cell]
            found.append(f"{cells[0].rstrip(':')}: {cells[1]}" if len(cells) == 2 else " | ".join(cells))
        return [line for line in found if line]
    text = " ".join(str(getattr(block, "text", "")).split())
    style = str(getattr(getattr(block, "style", None), "name", "") or "")
    if not text:
        return []
    if style.startswith("Heading"):
        return [f"## {text}"]
    return [f"- {text}"] if style.startswith("List") else [text]
