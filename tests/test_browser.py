"""The whole page in a browser, with the real workers: upload, decide, take away, by keyboard too.

Every page and state is checked with axe, and for sideways scrolling at 200% and 400% zoom.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pikepdf
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).parent.parent
LEAFLET = ROOT / "corpora" / "leaflets" / "asthma-inhalers.docx"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PATIENCE = 60_000  # ms; the first analysis loads the language model

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs chromium")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the page on a free port with a data folder of its own."""
    data = tmp_path_factory.mktemp("data")
    command = [sys.executable, "-m", "literacy_web", "--port", "0", "--data", str(data)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    address = re.search(r"http://\S+:\d+", process.stdout.readline())
    assert address
    yield address[0]
    process.terminate()
    process.communicate(timeout=15)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def is_clean(page: Page) -> None:
    """Fail on anything that axe finds, and on sideways scrolling.

    A page of 640 pixels is one of 1,280 at 200% zoom; 320 is the same at 400%.
    """
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
    size = page.viewport_size
    for width in (640, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    if size:
        page.set_viewport_size(size)


def check(page: Page, base: str, *files: Path) -> str:
    """Upload files and return the address of the result when it is ready."""
    page.goto(base)
    page.set_input_files("#files", files)
    page.get_by_role("button", name="Check it").click()
    page.wait_for_load_state()
    return page.url


def download(page: Page, link: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("link", name=link, exact=True).click()
    return Path(waiting.value.path()).read_bytes()


def test_leaflet_goes_all_the_way(base: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(PATIENCE)
    page.goto(base)
    is_clean(page)
    page.get_by_role("button", name="Check it").click()
    expect(page.get_by_text("There is a problem")).to_be_visible()
    is_clean(page)
    address = check(page, base, LEAFLET)
    page.wait_for_selector("#changes")
    is_clean(page)
    page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
    is_clean(page)

    page.locator(".finding .accept").first.click()
    expect(page.get_by_text("You accepted 1, and rejected 0.")).to_be_visible()
    expect(page.locator("#after .big")).to_be_visible(timeout=PATIENCE)
    is_clean(page)
    page.get_by_role("button", name=re.compile("^(Reject|Leave it)")).first.click()
    expect(page.get_by_text("You accepted 1, and rejected 1.")).to_be_visible()
    page.goto(address + "?status=accepted#findings")
    expect(page.locator(".finding")).to_have_count(1)
    is_clean(page)

    page.goto(address + "/text")
    page.wait_for_selector("#get")
    is_clean(page)
    tracked = download(page, "Your Word file with tracked changes")
    with zipfile.ZipFile(io.BytesIO(tracked)) as archive:
        assert b"<w:ins " in archive.read("word/document.xml")
    docx.Document(io.BytesIO(download(page, "Word file with the changes made")))

    page.goto(address + "/easy-read")
    page.wait_for_selector("#get")
    is_clean(page)
    with pikepdf.open(io.BytesIO(download(page, "Download PDF"))) as pdf:
        assert pdf.pages
    docx.Document(io.BytesIO(download(page, "Download Word")))
    html = download(page, "Download web page").decode()
    reading = browser.new_page()
    reading.set_content(html)
    is_clean(reading)

    page.goto(address)
    page.get_by_role("button", name="Delete this leaflet now").click()
    expect(page.get_by_role("heading", name="Deleted")).to_be_visible()
    assert page.goto(address).status == 404  # type: ignore[union-attr]
    is_clean(page)


def test_long_report_leads_to_every_finding(base: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, device_scale_factor=2)
    page.set_default_timeout(PATIENCE)
    address = check(page, base, LEAFLET.with_name("colposcopy.txt"))
    page.wait_for_selector("#changes")
    expect(page.locator(".finding")).to_have_count(10)
    expect(page.locator(".leaflet-text .ref")).to_have_count(10)
    last = page.locator(".finding a[href*='show=all']").last
    number = last.inner_text()
    last.click()
    page.wait_for_url(f"{address}?show=all#finding-{number}")
    expect(page.locator(f"#finding-{number}")).to_be_in_viewport()
    is_clean(page)
    page.get_by_role("link", name="Show the most helpful first").click()
    expect(page.locator(".finding")).to_have_count(10)


def test_foreign_text_is_clean(base: str, browser: Browser, tmp_path: Path) -> None:
    leaflet = tmp_path / "notice.txt"
    leaflet.write_text(
        "Vous devez prendre ce médicament deux fois par jour avec un verre. Ne prenez pas plus "
        "de deux comprimés. Parlez à votre médecin si vous avez mal.",
        encoding="utf-8",
    )
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    check(page, base, leaflet)
    page.wait_for_selector("#changes")
    expect(page.get_by_text("This text does not seem to be English")).to_be_visible()
    expect(page.locator(".big")).to_have_text("No score")
    is_clean(page)


def test_batch_and_errors_are_clean(base: str, browser: Browser, tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK not a Word file")
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    page.route("**/status", lambda route: route.abort())  # keeps the page of progress as it is
    check(page, base, LEAFLET.with_suffix(".txt"), broken)
    is_clean(page)
    page.unroute("**/status")
    page.wait_for_selector("text=All the files are done")
    is_clean(page)
    page.get_by_role("link", name="broken.docx").click()
    expect(page.get_by_text("What to do")).to_be_visible()
    is_clean(page)


def test_works_without_scripts(base: str, browser: Browser, tmp_path: Path) -> None:
    leaflet = tmp_path / "note.txt"
    leaflet.write_text("Prior to surgery you should not eat. Wash your hands well each day.")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    check(page, base, leaflet)
    page.wait_for_selector("#changes")  # the page loads itself again
    page.locator(".finding button").first.click()
    expect(page.get_by_role("button", name=re.compile("^Undo finding"))).to_be_visible()
    context.close()


def test_keyboard_alone_uploads_and_decides(base: str, browser: Browser) -> None:
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(base)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the main part")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#files")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("Prior to surgery you should not eat. Wash your hands well each day.")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Check it")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_selector("#changes")
    button = page.locator(".finding button").first
    for _ in range(60):
        page.keyboard.press("Tab")
        if button.evaluate("one => one === document.activeElement"):
            break
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=re.compile("^Undo finding"))).to_be_visible()


@pytest.mark.parametrize("address", ["/about", "/rules/", "/rules/everyday.prior-to", "/nowhere"])
def test_other_pages_are_clean(base: str, browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(base + address)
    is_clean(page)
