"""The reading layer: a file of YAML becomes checked text, a tree with places, and an instance of a schema.

It knows no scenario: any pydantic model can be read with it. `read_model` in `loading.py` goes the whole way.
"""
