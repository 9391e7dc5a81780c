"""``python -m literacy_web``: the page on this machine, at port 8000."""

from __future__ import annotations

import argparse
from pathlib import Path

from .serve import serve

if __name__ == "__main__":
    options = argparse.ArgumentParser(description="Serve the page and its workers.")
    options.add_argument("--host", default="127.0.0.1")
    options.add_argument("--port", type=int, default=8000)
    options.add_argument("--data", type=Path, default=None)
    chosen = options.parse_args()
    serve(chosen.host, chosen.port, chosen.data)
