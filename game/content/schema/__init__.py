"""What a scenario file may say: frozen pydantic models, their numbers still as decimals."""
