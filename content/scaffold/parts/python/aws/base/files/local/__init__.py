"""What runs on a developer's machine only. It is not part of what is deployed."""
