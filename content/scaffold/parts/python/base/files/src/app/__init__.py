"""What the functions run."""
