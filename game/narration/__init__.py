"""Floor 3: what happened and what a number is made of, in sentences for one viewer."""
