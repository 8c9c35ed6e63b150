"""Exercises of the lesson on three hundreds."""

from __future__ import annotations

from her2viz.marking import Exercise

__all__ = ["EXERCISES"]

EXERCISES: tuple[Exercise, ...] = ()
