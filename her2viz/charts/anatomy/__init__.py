"""Our own vector atlas of a person seen from the front: pure functions that return paths, and their drawing."""
