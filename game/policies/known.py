"""The names of the policies, for whoever asks only whether there is one: making them takes long to import."""

KNOWN = (
    "boulware",
    "linear",
    "conceder",
    "exponential",
    "micro",
    "micro-literal",
    "tit-for-tat",
    "mixed",
    "quantal-boulware",
    "bayesian",
    "planner",
    "beginner",
    "practised",
    "experienced",
    "master",
    "random",
)
