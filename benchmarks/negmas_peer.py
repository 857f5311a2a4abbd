"""NegMAS on the work of `bench`: run by an interpreter that has it (`bench --negmas PYTHON`), never imported.

Prints one JSON object: rates by processor time, and what was agreed on in the first negotiations.
"""

import json
import random
import sys
import time

import negmas
import numpy as np
from negmas import make_issue, make_os
from negmas.preferences import LinearAdditiveUtilityFunction
from negmas.preferences.ops import pareto_frontier_numpy
from negmas.preferences.value_fun import TableFun
from negmas.sao import SAOMechanism
from negmas.sao.negotiators import AspirationNegotiator

SHAPE = (4, 3, 4, 13)
EXPONENT = 4.0


def utilities(issues, chance):
    weights = [chance.random() for _issue in issues]
    total = sum(weights)
    values = [TableFun({value: chance.random() for value in issue.all}) for issue in issues]
    return LinearAdditiveUtilityFunction(
        values=values, weights=[weight / total for weight in weights], issues=issues, reserved_value=0.0
    )


def negotiate(space, pair, rounds):
    mechanism = SAOMechanism(n_steps=rounds, outcome_space=space)
    for number, own in enumerate(pair):
        mechanism.add(AspirationNegotiator(name=f"n{number}", aspiration_type=EXPONENT), ufun=own)
    return mechanism.run().agreement


def rate(work, seconds):
    work()
    count, began = 0, time.process_time()
    while time.process_time() - began < seconds:
        work()
        count += 1
    return count / (time.process_time() - began)


def main():
    asked = json.loads(sys.argv[1])
    chance = random.Random(asked["seed"])
    issues = [make_issue([f"v{n}" for n in range(width)], name=f"i{k}") for k, width in enumerate(SHAPE)]
    space = make_os(issues)
    shared = [utilities(issues, chance) for _side in (0, 1)]
    seconds, rounds = asked["seconds"], asked["rounds"]
    points = np.random.default_rng(asked["seed"]).random((asked["outcomes"], 2))
    times = []
    for _repeat in range(5):
        began = time.process_time()
        pareto_frontier_numpy(points)
        times.append(time.process_time() - began)
    found = {
        "version": negmas.__version__,
        "shared": rate(lambda: negotiate(space, shared, rounds), seconds),
        "sampled": rate(
            lambda: negotiate(space, [utilities(issues, chance) for _side in (0, 1)], rounds), seconds
        ),
        "frontier_seconds": min(times),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
