"""Floor 2: from a designer's YAML file to a scenario, its tables and its lexicon."""
