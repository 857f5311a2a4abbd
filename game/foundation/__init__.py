"""Floor 0: what every room stands on. Errors, exact integers, keyed draws, digests, texts and places."""
