"""Someone's own numbers: reading, checking, a template."""
