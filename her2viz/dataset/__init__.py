"""What the tables are: their columns and terms, loading and checking them."""
