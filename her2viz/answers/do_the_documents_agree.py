"""Exercises of the lesson on judging sources."""

from __future__ import annotations

from her2viz.marking import Exercise

__all__ = ["EXERCISES"]

EXERCISES: tuple[Exercise, ...] = ()
