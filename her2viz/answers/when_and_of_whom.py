"""Exercises of the lesson on moments and denominators."""

from __future__ import annotations

from her2viz.marking import Exercise

__all__ = ["EXERCISES"]

EXERCISES: tuple[Exercise, ...] = ()
