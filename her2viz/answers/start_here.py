"""Exercises of the first lesson."""

from __future__ import annotations

from her2viz.marking import Exercise

__all__ = ["EXERCISES"]

EXERCISES: tuple[Exercise, ...] = ()
