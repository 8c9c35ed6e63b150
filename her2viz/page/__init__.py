"""The page of a figure: composing, fitting, and rendering to bytes."""
