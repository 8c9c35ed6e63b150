"""The course: its lessons, a copy to work in, and exercises that answer back."""
