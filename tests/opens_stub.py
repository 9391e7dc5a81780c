"""A leaflet read, analysed and written behind the wall, with a note of all that was opened."""

import sys
from pathlib import Path

import literacy
from literacy.pipeline.behind import EACH_KIND

EVENTS = ("open", "socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.system", "os.fork")
OWN = (sys.prefix, sys.base_prefix, str(Path(literacy.__file__).parents[1]), "/proc/self/")


def warm(request):
    written("warm.md", EACH_KIND.encode())


def do(request, files, step):
    met: list[str] = []
    sys.addaudithook(lambda event, values: met.append(told(event, values)))
    made = written(request["name"], files["upload"])
    return {"met": sorted(set(filter(None, met))), "made": made}, {}


def told(event, values):
    """Return what a person would want to know of an event, nothing if it is as it should be."""
    if not event.startswith(EVENTS):
        return ""
    path = str(values[0]) if values else ""
    if event == "open" and (path.startswith(OWN) or path.isdigit()):
        return ""
    return f"{event} {path}"


def written(name, data):
    document = literacy.read(data, name, isolated=False)
    things = (
        (literacy.analyse(document), ("html", "json", "csv", "text")),
        (literacy.easy_read(document), ("html", "pdf", "docx")),
        (document, ("html", "pdf", "docx", "txt", "md")),
    )
    return [len(literacy.export(made, format)) for made, formats in things for format in formats]
