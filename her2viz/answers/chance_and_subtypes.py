"""Exercises of the lesson on chance and on who was counted."""

from __future__ import annotations

from her2viz.marking import Exercise

__all__ = ["EXERCISES"]

EXERCISES: tuple[Exercise, ...] = ()
