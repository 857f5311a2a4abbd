"""The charts. Each draws on a face of its own, which is kept until something changes."""
