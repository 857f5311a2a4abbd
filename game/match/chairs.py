"""A policy on a chair: what it decides from what its seat may see, and why."""

from __future__ import annotations
