"""From judgements to weights, and how far a weight may move before something else comes out."""
