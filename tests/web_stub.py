"""A stand-in for the library's verbs: small, quick, and slow or deadly when the text says so.

The page's workers import it by name (``LITERACY_PIPELINE=tests.web_stub``).
"""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Iterable, Iterator

from literacy.composed import EasyRead, Row, Run, Section
from literacy.document import BlockKind, Document, DocumentBuilder, Span
from literacy.errors import ReadError, ReadKind
from literacy.findings import (
    Edit,
    Figure,
    Finding,
    NextStep,
    Report,
    Safety,
    Score,
    Severity,
    Suggestion,
)
from literacy.rewriting.apply import apply_suggestions as rewrite

__all__ = ["analyse", "easy_read", "export", "gains", "read", "rewrite"]
SAYS = {"utilise": ("use", Safety.SAFE), "commence": ("start", Safety.REVIEW)}


def read(data: bytes, name: str) -> Document:
    text = data.decode()
    if "slow" in text:
        time.sleep(1.5)
    if "deadly" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "locked" in text:
        raise ReadError(ReadKind.ENCRYPTED, f"{name} is locked with a password.")
    if "broken" in text:
        raise ValueError(f"secret words: {text}")
    build = DocumentBuilder(name)
    for line in text.splitlines():
        build.add(BlockKind.PARAGRAPH, line)
    return build.done()


def analyse(document: Document | str, profile: str = "plain") -> Report:
    if isinstance(document, str):
        document = read(document.encode(), "text.txt")
    findings = tuple(
        Finding(
            rule=f"everyday.{match[0]}",
            kind="everyday" if match[1] == "utilise" else "office",
            span=Span(*match.span()),
            text=match[0],
            place="",
            message=f"Say a plainer word than “{match[0]}”.",
            severity=Severity.WARNING,
            why="Short words help.",
            source=("nhs-a-to-z",),
            suggestions=(Suggestion((Edit(Span(*match.span()), say),), say, safety),),
        )
        for match in re.finditer(rf"({'|'.join(SAYS)})\d*", document.text)
        for say, safety in [SAYS[match[1]]]
    )
    age = Score("reading_age", 9.0 + len(findings), 8.0, 12.0 + len(findings))
    return Report(
        document=document,
        profile=profile,
        language="fr" if "Bonjour" in document.text else "en",
        words=len(document.text.split()),
        sentences=1,
        reading_age=age,
        without_names=age,
        difficulty=2.0,
        scores=(age,),
        findings=findings,
        next_steps=tuple(NextStep(finding.key, 0.5) for finding in findings[:3]),
        figures=(Figure("numbers", 7.0, 4.0, 6.5, "Numbers in 100 words.", "CDC"),),
    )


def gains(document: Document, findings: Iterable[Finding]) -> Iterator[NextStep]:
    for finding in findings:
        yield NextStep(finding.key, -0.12 if finding.text == "commence" else 0.5)


def easy_read(document: Document) -> EasyRead:
    rows = tuple(
        Row((Run(text),), source=block.span, remark="Split it." if len(text) > 40 else "")
        for block, text in document
    )
    return EasyRead(
        title="Draft",
        name=document.name,
        sections=(Section("Start", rows),),
        left_out=("A picture on page 2",),
    )


def export(thing: EasyRead | Document | Report, format: str) -> bytes:
    return f"{type(thing).__name__} {format} {getattr(thing, 'text', '')}".encode()
