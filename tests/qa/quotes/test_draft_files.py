"""qa.quotes.draft_files: from a file's bytes to a draft, or one line that says why not."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from qa.errors import DraftUnreadable
from qa.quotes.draft_files import MOST_BYTES
from qa.quotes.drafts import draft_from_bytes, quotations_of, read_draft


def quotes(raw: bytes, name: str) -> list[str]:
    return [one.quote for one in quotations_of(draft_from_bytes(raw, name))]


def word_file(*paragraphs: tuple[str, str]) -> bytes:
    """A Word document of paragraphs with their styles."""
    document = docx.Document()
    for text, style in paragraphs:
        document.add_paragraph(text, style=style)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("raw", "name"),
    [("So “we won” é".encode(), "draft.txt"),
     ("So “we won” é".encode("utf-16"), "draft.txt"),
     ("So “we won” é".encode("utf-8-sig"), "draft"),
     ("# So\n\n“*we* won” é".encode(), "draft.MD"),
     ("---\ntitle: \"no\"\n---\n“we won”".encode(), "draft.md"),
     (b"<p>So <q>we won</q>", "draft.html"),
     ("<!DOCTYPE html><p>“we won”<script>“no”</script>".encode(), "draft.txt"),
     ("<meta charset=windows-1252><p>“we won” é".encode("cp1252"), "draft.html"),
     (word_file(("So “we won”", "Normal")), "draft.docx"),
     (word_file(("So", "Normal"), ("we won", "Quote")), "draft")],
)  # fmt: skip
def test_a_format_is_told_by_content_and_name(raw: bytes, name: str) -> None:
    assert quotes(raw, name) == ["we won"]


def test_plain_text_is_kept_code_point_for_code_point(tmp_path: Path) -> None:
    text = " A\u00a0“b c”\r\n\r\n\tDé “f g” \n"
    (tmp_path / "draft.txt").write_bytes(text.encode())

    assert read_draft(tmp_path / "draft.txt").text == text


def test_tracked_changes_of_a_word_file_are_read_as_accepted() -> None:
    raw = word_file(("“We have ONE”", "Normal"))
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        "<w:r><w:t>“We have ONE”</w:t></w:r>".encode(),
        "<w:r><w:t>“We have </w:t></w:r><w:del><w:r><w:delText>lost</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>won</w:t></w:r></w:ins><w:r><w:t>”</w:t></w:r>".encode(),
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)

    assert quotes(file.getvalue(), "draft.docx") == ["We have won"]


BROKEN = word_file(("So “we won”", "Normal"))[:-200]
UNREADABLE = [
    (b"", "draft.txt", "no word"),
    (b" \n ... \n", "draft.txt", "no word"),
    (b"\x00\x01\x02\xff\xfe" * 99, "draft.txt", "binary"),
    ("Él dijo «sí, señor» en español y se fué".encode("cp1252"), "draft.txt", "windows-1252"),
    (b"%PDF-1.7 ...", "draft.pdf", "PDF"),
    (b"{\\rtf1 so}", "draft.rtf", "RTF"),
    (BROKEN, "draft.docx", "damaged"),
    (b"no archive", "draft.docx", "no Word document"),
    (b"x" * (MOST_BYTES + 1), "draft.txt", "more than 20 MB"),
]


@pytest.mark.parametrize(("raw", "name", "detail"), UNREADABLE)
def test_what_cannot_be_read_gives_one_line(raw: bytes, name: str, detail: str) -> None:
    with pytest.raises(DraftUnreadable, match=detail) as refused:
        draft_from_bytes(raw, name)

    assert name in str(refused.value)
    assert "\n" not in str(refused.value)
    assert "no quotation in it was checked" in str(refused.value)


@pytest.mark.parametrize(("name", "detail"), [("gone.txt", "no such file"), (".", "folder")])
def test_a_path_without_a_file_is_refused(tmp_path: Path, name: str, detail: str) -> None:
    with pytest.raises(DraftUnreadable, match=detail):
        read_draft(tmp_path / name)


def test_an_archive_that_is_no_word_file_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "“we won”")

    with pytest.raises(DraftUnreadable, match="no Word document"):
        draft_from_bytes(file.getvalue(), "draft.zip")


def test_html_nested_a_thousand_deep_is_read() -> None:
    assert quotes(b"<div>" * 1000 + "“we won”".encode(), "draft.html") == ["we won"]
