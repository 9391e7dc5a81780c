"""The page: upload a leaflet, see what to change, take away an Easy Read draft.

The web process never opens a document. It stores uploads, shows what the workers made of them, and
keeps the decisions a person takes. All that is heavy happens in ``work``, in processes with limits.
"""

from __future__ import annotations

from .app import create_app

__all__ = ["create_app"]
