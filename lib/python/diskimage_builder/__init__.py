"""What elements import of the package of this name."""
