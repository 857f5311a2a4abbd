"""What the table is made of: the draft, the offer space, the panels."""
