"""The verbs of a batch, and one leaflet that kills the process that reads it."""

import os
import signal

from literacy.pipeline import behind

warm = behind.warm


def do(request, files, step):
    if files.get("upload") == b"deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    return behind.do(request, files, step)
