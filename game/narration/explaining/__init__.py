"""The signed parts of which a number is made."""
