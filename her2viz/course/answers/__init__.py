"""The exercises of each lesson: one module a lesson, its answers computed from the tables."""
