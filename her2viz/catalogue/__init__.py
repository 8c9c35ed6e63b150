"""The figures by name: a registry, and one module a family."""
