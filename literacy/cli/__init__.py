"""The command ``literacy``. Each command reads, calls one verb, and writes.

Nothing here is imported by another part of the program. Whatever is slow to load is imported in the
command that needs it, so that ``--help`` answers at once.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from literacy.errors import LiteracyError

WRONG_USE = 2

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Check how easy a health leaflet is to read, take plainer words, and draft Easy Read.",
)

Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="Leaflets or folders.")]
File = Annotated[Path, typer.Argument(metavar="FILE", help="The leaflet.")]
Out = Annotated[Path, typer.Option("-o", "--output", metavar="OUT", help="The file to write.")]
ProfileName = Annotated[
    str, typer.Option("--profile", metavar="P", help="plain, easy-read, or your own profile file.")
]


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    HTML = "html"


class FailOn(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"
    NEVER = "never"


def main() -> None:
    """Run the command line; our own errors end it with their message and status 2."""
    try:
        app()
    except LiteracyError as error:
        typer.echo(f"literacy: {error}", err=True)
        sys.exit(WRONG_USE)


def _tell_version(is_asked: bool) -> None:
    if is_asked:
        from importlib.metadata import version

        typer.echo(f"literacy {version('literacy')}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_tell_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Check how easy a health leaflet is to read, take plainer words, and draft Easy Read."""


@app.command()
def score(
    files: Files, as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False
) -> None:
    """Print the readability scores of each file. Loads no language model."""
    from literacy.readers import prepare

    prepare()
    from literacy.cli import scoring

    words = scoring.load_words()
    _tell_missing_walls()
    results = scoring.score_files(files, words)
    typer.echo(scoring.as_json(results) if as_json else scoring.as_text(results))
    raise typer.Exit(scoring.status(results))


@app.command()
def check(
    paths: Files,
    profile: ProfileName = "plain",
    format: Annotated[Format, typer.Option(help="What to print.")] = Format.TEXT,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write here instead of printing.")
    ] = None,
    max_age: Annotated[float | None, typer.Option(help="Highest UK reading age to pass.")] = None,
    fail_on: Annotated[FailOn, typer.Option(help="Findings that fail.")] = FailOn.ERROR,
    jobs: Annotated[int, typer.Option(min=1, help="Processes to share the files among.")] = 1,
    whole: Annotated[bool, typer.Option("--all", help="Show all findings in the text.")] = False,
) -> None:
    """Check files or folders: scores, findings, and what to do first. The worst comes first."""
    from literacy.cli import checking

    _tell_missing_walls()
    options = checking.Options(
        profile, format.value, output, max_age, fail_on.value, jobs, is_whole=whole
    )
    raise typer.Exit(checking.check(paths, options, typer.echo))


@app.command()
def rewrite(
    file: File,
    output: Out,
    accept: Annotated[
        str, typer.Option(metavar="safe|none|DECISIONS.json", help="Which suggestions to take.")
    ] = "safe",
    profile: ProfileName = "plain",
    clean: Annotated[bool, typer.Option(help="No tracked changes in a Word file.")] = False,
) -> None:
    """Take suggestions. A leaflet comes back as itself, a Word file with tracked changes."""
    from literacy.cli import rewriting

    _tell_missing_walls()
    for line in rewriting.rewrite_file(file, output, accept, profile, tracked=not clean):
        typer.echo(line, err=True)


@app.command("easy-read")
def easy_read(
    file: File,
    output: Out,
    profile: ProfileName = "easy-read",
    accept: Annotated[
        str, typer.Option(metavar="safe|none", help="Take the safe rewrites first, or none.")
    ] = "safe",
    pictures: Annotated[
        Path | None, typer.Option(help="A folder of your own pictures, named by concept.")
    ] = None,
) -> None:
    """Write an Easy Read draft as .pdf, .docx or .html, with what still needs your eye."""
    from literacy.cli import composing

    _tell_missing_walls()
    for line in composing.easy_read_file(file, output, profile, accept, pictures):
        typer.echo(line, err=True)


@app.command()
def rules(
    rule: Annotated[str | None, typer.Argument(metavar="[ID]", help="One rule.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    as_markdown: Annotated[bool, typer.Option("--markdown", help="Print the reference.")] = False,
    prove: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Try the examples of your own rules.")
    ] = None,
) -> None:
    """Show the rules, each with its reason, source and examples."""
    from literacy.rulebase import reference

    if prove is not None:
        from literacy.cli import proving

        raise typer.Exit(proving.prove(prove, typer.echo))
    form = "json" if as_json else "markdown" if as_markdown else "text"
    typer.echo(reference.show(rule, form), nl=False)


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on.")] = 8000,
) -> None:
    """Start the web page and its workers on this machine."""
    _tell_missing_walls()
    # The page is installed under a name of its own, and lies in "web" in a checkout.
    import_module("literacy_web.serve").serve(host, port)


def _tell_missing_walls() -> None:
    from literacy.cli.walls import missing_walls

    for line in missing_walls():
        typer.echo(line, err=True)
