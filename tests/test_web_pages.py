"""The page as its users and its attackers meet it."""

import errno
import io
import json
import re
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from literacy_web.records import Work

from literacy.measure.scores import score
from literacy.readers import read_text
from tests.web_case import TEXT, Page, open_page, post, ready, token, upload


@pytest.fixture
def page(tmp_path: Path) -> Page:
    return open_page(tmp_path / "data")


@pytest.fixture
def client(page: Page) -> FlaskClient:
    return page.app.test_client()


def finding(page_text: str, word: str) -> str:
    found = re.search(rf'name="finding" value="(everyday\.{word}@[^"]+)"', page_text)
    assert found
    return found[1]


# Uploading


def test_upload_leads_to_progress_then_to_the_report(page: Page, client: FlaskClient) -> None:
    answer = upload(client, TEXT)
    assert answer.status_code == 303
    waiting = client.get(answer.location)
    assert "Waiting its turn" in waiting.text
    page.work()
    report = client.get(answer.location)
    assert report.status_code == 200
    assert "11 <span" in report.text  # 9 and one for each of two findings
    assert "Too hard" not in report.text
    assert "On target" in report.text


def test_address_of_a_result_has_192_random_bits(client: FlaskClient) -> None:
    assert re.fullmatch(r"/leaflets/[0-9a-f]{48}", upload(client, TEXT).location)


def test_upload_is_on_the_disk_before_the_answer(page: Page, client: FlaskClient) -> None:
    id = upload(client, TEXT).location.rsplit("/", 1)[1]
    assert (page.store.folder(id) / "upload").read_text() == TEXT
    assert page.store.jobs.unfinished() == [(id, Work.CHECK)]


def test_pasted_text_is_checked(page: Page, client: FlaskClient) -> None:
    address = post(client, "/", text="Please utilise it.").location
    page.work()
    assert "pasted-text.txt" in client.get(address).text


def test_nothing_chosen_is_said_beside_the_field_and_on_top(client: FlaskClient) -> None:
    answer = post(client, "/")
    assert answer.status_code == 400
    assert '<a href="#files">Choose a file, or paste some text</a>' in answer.text
    assert 'aria-invalid="true"' in answer.text


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    client = open_page(tmp_path, most_files=2).app.test_client()
    answer = upload(client, "a", "b", "c")
    assert answer.status_code == 400
    assert "Choose up to 2 files at once" in answer.text


def test_file_that_is_too_large_is_refused_by_name(tmp_path: Path) -> None:
    client = open_page(tmp_path, largest=1000).app.test_client()
    answer = upload(client, "a" * 1001, name="big.txt")
    assert answer.status_code == 413
    assert "big.txt is too large" in answer.text


def test_request_that_is_too_large_is_refused_in_plain_words(tmp_path: Path) -> None:
    client = open_page(tmp_path, largest_request=1000).app.test_client()
    answer = post(client, "/", text="a" * 2000)
    assert answer.status_code == 413
    assert "That is too large" in answer.text


def test_empty_file_fails_at_once_with_its_kind(client: FlaskClient) -> None:
    answer = client.get(upload(client, "").location)
    assert "This file is empty" in answer.text
    assert "<code>empty</code>" in answer.text


def test_full_queue_is_said_with_a_time_to_come_back(tmp_path: Path) -> None:
    client = open_page(tmp_path, most_waiting=1).app.test_client()
    upload(client, TEXT)
    answer = upload(client, TEXT)
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "30"


def test_one_person_may_not_fill_the_queue(tmp_path: Path) -> None:
    page = open_page(tmp_path)
    client = page.app.test_client()
    answers = [upload(client, TEXT).status_code for _ in range(6)]
    assert answers == [303, 303, 303, 303, 303, 429]
    assert upload(page.app.test_client(), TEXT).status_code == 303


# Errors in files


def test_file_that_cannot_be_read_says_why_and_what_to_do(page: Page, client: FlaskClient) -> None:
    answer = client.get(ready(page, client, "locked"))
    assert "leaflet.txt is locked with a password." in answer.text
    assert "Take the password off the file." in answer.text
    assert "<code>encrypted</code>" in answer.text


def test_our_own_fault_shows_and_logs_no_words_of_the_leaflet(
    page: Page, client: FlaskClient, capfd: pytest.CaptureFixture[str]
) -> None:
    answer = client.get(ready(page, client, "broken canary"))
    assert "Something went wrong" in answer.text
    logged = capfd.readouterr()
    assert "ValueError" in logged.err
    assert "canary" not in answer.text + logged.out + logged.err


# Batches


def test_batch_lists_the_worst_first_then_errors(page: Page, client: FlaskClient) -> None:
    files = [
        (io.BytesIO(b"All is well."), "easy.txt"),
        (io.BytesIO(b"locked"), "shut.txt"),
        (io.BytesIO(TEXT.encode()), "hard.txt"),
        (io.BytesIO(b""), "nothing.txt"),
    ]
    answer = post(client, "/", files=files)
    assert answer.location.startswith("/batches/")
    status = json.loads(client.get(answer.location + "/status").text)
    assert status["doing"] == "1 of 4 files are done"
    page.work()
    text = client.get(answer.location).text
    order = [text.index(name) for name in ("hard.txt", "easy.txt", "nothing.txt", "shut.txt")]
    assert order == sorted(order)
    assert "<code>encrypted</code>" in text
    assert "<code>empty</code>" in text


def test_batch_can_be_deleted(page: Page, client: FlaskClient) -> None:
    address = upload(client, "a", "b").location
    assert post(client, address + "/delete").location == "/deleted"
    assert client.get(address).status_code == 404
    assert list(page.store.folder("").iterdir()) == []


# Decisions


def test_accepting_makes_the_new_text_and_the_new_score(page: Page, client: FlaskClient) -> None:
    address = ready(page, client)
    key = finding(client.get(address).text, "utilise")
    answer = post(client, address + "/decide", finding=key, choice="0", filters="kind=everyday")
    assert (answer.status_code, answer.location) == (303, f"{address}?kind=everyday#finding-1")
    assert "We are working it out" in client.get(address).text
    page.work()
    report = client.get(address).text
    assert "Before your changes" in report
    assert "10 <span" in report
    assert "Please use this form." in client.get(address + "/text").text


def test_rejecting_and_undoing(page: Page, client: FlaskClient) -> None:
    address = ready(page, client)
    key = finding(client.get(address).text, "utilise")
    post(client, address + "/decide", finding=key, choice="reject")
    assert "We leave these words as they are" in client.get(address).text
    post(client, address + "/decide", finding=key, choice="undo")
    assert "We leave these words as they are" not in client.get(address).text


def test_accept_all_takes_only_what_is_safe(page: Page, client: FlaskClient) -> None:
    address = ready(page, client)
    post(client, address + "/accept-safe")
    decisions = json.loads(client.get(address + "/files/decisions.json").text)
    assert decisions == {
        "schema": "literacy.decisions/1",
        "accepted": [{"finding": "everyday.utilise@7-14", "suggestion": 0}],
    }


def test_undo_takes_back_the_last_step_only(page: Page, client: FlaskClient) -> None:
    address = ready(page, client)
    key = finding(client.get(address).text, "commence")
    post(client, address + "/decide", finding=key, choice="0")
    post(client, address + "/accept-safe")
    post(client, address + "/undo")
    decisions = json.loads(client.get(address + "/files/decisions.json").text)
    assert [made["finding"] for made in decisions["accepted"]] == [key]


@pytest.mark.parametrize("choice", ["1", "-1", "x", "", "²"])
def test_decision_that_does_not_exist_is_refused(
    page: Page, client: FlaskClient, choice: str
) -> None:
    address = ready(page, client)
    key = finding(client.get(address).text, "utilise")
    assert post(client, address + "/decide", finding=key, choice=choice).status_code == 400
    assert post(client, address + "/decide", finding="no", choice="0").status_code == 400


def test_filters_choose_what_is_shown(page: Page, client: FlaskClient) -> None:
    address = ready(page, client)
    shown = client.get(address + "?kind=office").text
    assert 'id="finding-2"' in shown
    assert 'id="finding-1"' not in shown
    assert "1 of 2 shown." in shown
    assert 'id="finding-1"' not in client.get(address + "?status=accepted").text


def test_finding_shows_its_reason_and_its_source(page: Page, client: FlaskClient) -> None:
    text = client.get(ready(page, client)).text
    assert "Short words help." in text
    assert "https://service-manual.nhs.uk/content/a-to-z-of-nhs-health-writing" in text


# What is taken away


@pytest.mark.parametrize(
    ("name", "saved"),
    [
        ("easy-read.pdf", "leaflet-easy-read.pdf"),
        ("easy-read.html", "leaflet-easy-read.html"),
        ("easy-read.docx", "leaflet-easy-read.docx"),
        ("revised.txt", "leaflet-revised.txt"),
        ("revised.docx", "leaflet-revised.docx"),
        ("report.json", "leaflet-report.json"),
        ("report.csv", "leaflet-report.csv"),
        ("report.html", "leaflet-report.html"),
        ("decisions.json", "leaflet-decisions.json"),
    ],
)
def test_file_is_made_when_asked_for_and_sent_as_a_download(
    page: Page, client: FlaskClient, name: str, saved: str
) -> None:
    address = f"{ready(page, client)}/files/{name}"
    client.get(address)
    page.work()
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith(f'attachment; filename="{saved}"')


def test_file_not_made_yet_shows_progress(page: Page, client: FlaskClient) -> None:
    answer = client.get(f"{ready(page, client)}/files/easy-read.pdf")
    assert answer.status_code == 202
    assert "Making your Easy Read draft" in answer.text


def test_easy_read_is_made_again_after_a_new_decision(page: Page, client: FlaskClient) -> None:
    address = ready(page, client)
    client.get(address + "/easy-read")
    page.work()
    assert "Please utilise this form." in client.get(address + "/easy-read").text
    post(client, address + "/accept-safe")
    client.get(address + "/easy-read")
    page.work()
    easy = client.get(address + "/easy-read").text
    assert "Please use this form." in easy
    assert "A picture on page 2" in easy


def test_easy_read_shows_what_is_left_to_do(page: Page, client: FlaskClient) -> None:
    address = ready(page, client, "This is one idea with far too many words in its sentence.")
    client.get(address + "/easy-read")
    page.work()
    assert "<strong>To do:</strong> Split it." in client.get(address + "/easy-read").text


def test_unknown_file_is_not_found(page: Page, client: FlaskClient) -> None:
    address = ready(page, client)
    for name in ("upload", "document.json", "..%2fsecret-key", "revised-tracked.pdf"):
        assert client.get(f"{address}/files/{name}").status_code == 404


# Privacy


def addresses(page: Page, client: FlaskClient) -> Iterator[tuple[str, str]]:
    """Yield a method and an address for every route, with a leaflet and a batch that are there."""
    leaflet = ready(page, client).rsplit("/", 1)[1]
    batch = upload(client, TEXT, TEXT).location.rsplit("/", 1)[1]
    page.work()
    for route in page.app.url_map.iter_rules():
        address = route.rule
        if address.startswith("/rules/<"):
            address = "/rules/everyday.prior-to"
        address = address.replace("<path:filename>", "page.css").replace("<name>", "report.csv")
        address = address.replace("<id>", batch if address.startswith("/batches") else leaflet)
        for method in sorted((route.methods or set()) & {"GET", "POST"}):
            yield method, address


def test_every_route_of_a_leaflet_is_not_found_by_anyone_else(
    page: Page, client: FlaskClient
) -> None:
    stranger = page.app.test_client()
    fields = {"csrf_token": token(stranger)}
    private = [pair for pair in addresses(page, client) if "s/" in pair[1] and len(pair[1]) > 50]
    assert len(private) >= 13
    for method, address in private:
        assert stranger.open(address, method=method, data=fields).status_code == 404, address


def test_every_answer_carries_the_headers(page: Page, client: FlaskClient) -> None:
    for method, address in [*addresses(page, client), ("GET", "/nowhere"), ("DELETE", "/")]:
        answer = client.open(address, method=method, buffered=True)
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy, address
        assert "unsafe" not in policy, address
        assert "frame-ancestors 'none'" in policy
        assert "base-uri 'none'" in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "Permissions-Policy" in answer.headers
        if not address.startswith("/static"):
            assert answer.headers["Cache-Control"] == "no-store", address


def test_every_post_without_its_token_is_refused(page: Page, client: FlaskClient) -> None:
    posts = [address for method, address in addresses(page, client) if method == "POST"]
    assert len(posts) == 6
    for address in posts:
        answer = client.post(address, data={"text": "words"})
        assert answer.status_code == 400
        assert "This form is out of date" in answer.text


def test_cookie_is_strict_over_https_and_plain_on_loopback(page: Page) -> None:
    plain = page.app.test_client().get("/").headers["Set-Cookie"]
    assert plain.startswith("literacy=")
    assert "HttpOnly" in plain
    assert "SameSite=Lax" in plain
    strict = page.app.test_client().get("/", base_url="https://localhost").headers["Set-Cookie"]
    assert strict.startswith("__Host-literacy=")
    assert "Secure" in strict
    assert "Path=/" in strict
    assert "Domain" not in strict


def test_upload_over_https_works_without_a_referrer(page: Page) -> None:
    client = page.app.test_client()
    form = client.get("/", base_url="https://localhost").text
    found = re.search(r'csrf_token" value="([^"]+)"', form)
    assert found
    data = {"csrf_token": found[1], "text": TEXT}
    assert client.post("/", data=data, base_url="https://localhost").status_code == 303


def test_unknown_host_is_refused_in_plain_words(client: FlaskClient) -> None:
    answer = client.get("/", headers={"Host": "evil.example"})
    assert answer.status_code == 400
    assert "We could not use that" in answer.text


def test_leaflet_is_gone_when_deleted(page: Page, client: FlaskClient) -> None:
    address = ready(page, client)
    assert post(client, address + "/delete").location == "/deleted"
    assert client.get(address).status_code == 404
    left = b"".join(path.read_bytes() for path in page.store.data.rglob("*") if path.is_file())
    assert b"utilise" not in left
    assert b"leaflet.txt" not in left


def test_leaflet_is_gone_after_its_time(tmp_path: Path) -> None:
    page = open_page(tmp_path, keep=0.5)
    client = page.app.test_client()
    address = ready(page, client)
    time.sleep(0.6)
    assert client.get(address).status_code == 404
    assert page.store.sweep(time.time() - 0.5) == 1
    assert list(page.store.folder("").iterdir()) == []


def test_markup_in_a_leaflet_is_shown_and_not_run(page: Page, client: FlaskClient) -> None:
    address = ready(page, client, "<script>alert(1)</script> utilise {{ 7 * 7 }}")
    for part in ("", "/text", "/easy-read"):
        client.get(address + part)
        page.work()
        text = client.get(address + part).text
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert(1)" in text
        assert "{{ 7 * 7 }}" in text


def test_data_folder_and_key_are_closed_to_others(page: Page) -> None:
    assert page.store.data.stat().st_mode & 0o777 == 0o700
    assert (page.store.data / "secret-key").stat().st_mode & 0o777 == 0o600


def test_health_is_up(client: FlaskClient) -> None:
    assert client.get("/health").json == {"status": "ok", "waiting": 0}


# Our own words


def visible(html: str) -> str:
    """Return the sentences of a page, each block on a line."""
    html = re.sub(r"<(head|script|noscript|table|header)\b.*?</\1>", "", html, flags=re.DOTALL)
    html = re.sub(r"</?(p|li|h\d|div|label|legend|button|summary|section)\b[^>]*>", "\n", html)
    lines = (" ".join(re.sub(r"<[^>]+>", "", line).split()) for line in html.splitlines())
    return "\n".join(line for line in lines if line.endswith((".", "?")))


@pytest.mark.parametrize("address", ["/", "/about", "/deleted", "/nowhere", "/rules/"])
def test_our_own_pages_are_easy_to_read(client: FlaskClient, address: str) -> None:
    text = visible(client.get(address).text)
    age = score(read_text(text.encode(), "page.txt")).reading_age.value
    assert age is not None
    assert age <= 11, (age, text)


def test_our_report_and_progress_pages_are_easy_to_read(page: Page, client: FlaskClient) -> None:
    address = upload(client, "All is well.").location
    texts = [visible(client.get(address).text)]
    page.work()
    texts.append(visible(client.get(address).text))
    for text in texts:
        age = score(read_text(text.encode(), "page.txt")).reading_age.value
        assert age is not None
        assert age <= 11, (age, text)


def test_status_says_how_far_it_is(page: Page, client: FlaskClient) -> None:
    address = upload(client, TEXT).location
    before = json.loads(client.get(address + "/status").text)
    page.work()
    after = json.loads(client.get(address + "/status").text)
    assert (before["state"], before["is_done"], before["percent"]) == ("waiting", False, 20)
    assert (after["state"], after["is_done"], after["percent"]) == ("ready", True, 100)


# A long report, a foreign text, a full disk


def long_report(page: Page, client: FlaskClient) -> str:
    return ready(page, client, "\n".join(f"Please utilise{at} it." for at in range(12)))


def test_long_report_opens_on_ten_findings_and_leads_to_all(
    page: Page, client: FlaskClient
) -> None:
    address = long_report(page, client)
    first = client.get(address).text
    assert first.count('<article class="finding') == 10
    assert "Show all 12 findings" in first
    assert "finding-12" not in first
    assert f'href="{address}?show=all#text-title">Mark all 12</a>' in first
    everything = client.get(address + "?show=all").text
    assert everything.count('<article class="finding') == 12
    assert 'href="#finding-12"' in everything


def test_thing_in_many_places_is_shown_and_marked_once(page: Page, client: FlaskClient) -> None:
    address = ready(page, client, "\n".join(["Please utilise it."] * 12))
    first = client.get(address).text
    assert first.count('<article class="finding') == first.count('class="ref"') == 1
    assert first.count("We found it in 11 more places.") == 2  # at the top, and at the finding
    assert f'href="{address}?show=all#finding-12"' in first
    assert client.get(address + "?show=all").text.count('class="ref"') == 12


def test_next_place_follows_when_one_is_decided(page: Page, client: FlaskClient) -> None:
    address = ready(page, client, "\n".join(["Please utilise it."] * 12))
    key = finding(client.get(address).text, "utilise")
    post(client, address + "/decide", finding=key, choice="0")
    after = client.get(address).text
    assert 'id="finding-2"' in after
    assert "We found it in 10 more places." in after


def test_finding_just_decided_stays_where_it_can_be_undone(page: Page, client: FlaskClient) -> None:
    address = long_report(page, client)
    key = finding(client.get(address).text, "utilise0")
    answer = post(client, address + "/decide", finding=key, choice="reject")
    assert answer.location == f"{address}?at=1#finding-1"
    page_text = client.get(answer.location).text
    assert 'id="finding-1"' in page_text
    assert page_text.count('<article class="finding') == 11


def test_all_findings_stay_shown_after_a_decision(page: Page, client: FlaskClient) -> None:
    address = long_report(page, client)
    key = finding(client.get(address).text, "utilise0")
    answer = post(client, address + "/decide", finding=key, choice="0", filters="show=all")
    assert answer.location == f"{address}?show=all#finding-1"


def test_suggestion_that_makes_it_harder_says_so(page: Page, client: FlaskClient) -> None:
    text = client.get(ready(page, client)).text
    assert text.count("This makes it harder by 0.1 years.") == 1


def test_scores_before_and_after_stand_in_one_table(page: Page, client: FlaskClient) -> None:
    address = ready(page, client)
    post(client, address + "/accept-safe")
    client.get(address)
    page.work()
    report = client.get(address).text
    row = '<th scope="row">UK reading age</th><td class="number">11</td><td class="number">10</td>'
    assert row in report
    assert "Your changes make it easier by 1 year." in report


def test_figures_beyond_grades_say_what_is_usual(page: Page, client: FlaskClient) -> None:
    report = client.get(ready(page, client)).text
    assert "See the text in numbers" in report
    row = '<th scope="row">Numbers</th><td class="number">7</td><td class="number">4 to 6.5</td>'
    assert row in report


def test_foreign_text_has_no_score(page: Page, client: FlaskClient) -> None:
    report = client.get(ready(page, client, "Bonjour.")).text
    assert "No score" in report
    assert "does not seem to be English" in report
    assert "See all the scores" not in report


def test_full_disk_is_said_and_leaves_nothing_half_done(
    page: Page, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        answer = upload(client, TEXT)
    assert answer.status_code == 507
    assert "We have run out of room" in answer.text
    assert answer.headers["Retry-After"] == "30"
    assert list(page.store.folder("").iterdir()) == []
    assert page.store.jobs.unfinished() == []
    assert upload(client, TEXT).status_code == 303  # it recovers by itself


def test_full_database_leaves_no_file(
    page: Page, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    form = token(client)
    with monkeypatch.context() as patch:
        patch.setattr(page.store, "_insert", full)
        answer = client.post("/", data={"csrf_token": form, "text": TEXT})
    assert answer.status_code == 507
    assert list(page.store.folder("").iterdir()) == []
