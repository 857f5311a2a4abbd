"""What a designer should look at beyond what keeps a scenario from being played; one question a file."""
