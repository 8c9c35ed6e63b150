"""What the tables hold of a site and of a group of people."""
