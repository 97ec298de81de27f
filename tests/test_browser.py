"""The browser that other tests look through sees what a page does: silence, complaints, and what it asks the network for."""

from pathlib import Path

from browser import Opener


def page(folder: Path, body: str) -> Path:
    path = folder / "page 1.html"
    path.write_text(f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>t</title></head><body>{body}</body></html>", encoding="utf-8")
    return path


def test_a_plain_page_is_quiet(opened: Opener, tmp_path: Path) -> None:
    seen = opened(
        page(tmp_path, "<p id='here'>Net loss</p><a href='#here'>there</a><img alt='' src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>")
    )
    seen.page.get_by_text("there").click()
    assert seen.page.get_by_text("Net loss").is_visible()
    assert seen.quiet


def test_a_complaint_is_heard(opened: Opener, tmp_path: Path) -> None:
    assert "boom" in opened(page(tmp_path, "<script>console.error('boom')</script>")).errors[0]
    assert "nowhere" in opened(page(tmp_path, "<script>nowhere()</script>")).errors[0]


def test_what_leaves_the_page_is_seen(opened: Opener, tmp_path: Path) -> None:
    assert opened(page(tmp_path, "<img alt='' src='http://example.invalid/a.png'>")).requests == ["http://example.invalid/a.png"]
    (tmp_path / "beside.css").write_text("p { color: red }")
    assert len(opened(page(tmp_path, "<link rel='stylesheet' href='beside.css'>")).requests) == 1
