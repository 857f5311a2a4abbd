"""OpenSpiel on the work of `bench`: random playouts of its own game `bargaining`, from a Python loop.

Run by an interpreter that has it (`bench --openspiel PYTHON`), never imported. Prints one JSON object.
"""

import json
import random
import sys
import time
from importlib.metadata import version

import pyspiel


def play(game, chance):
    state = game.new_initial_state()
    while not state.is_terminal():
        if state.is_chance_node():
            actions, weights = zip(*state.chance_outcomes(), strict=True)
            state.apply_action(chance.choices(actions, weights)[0])
        else:
            state.apply_action(chance.choice(state.legal_actions()))
    return state.returns()


def main():
    asked = json.loads(sys.argv[1])
    chance = random.Random(asked["seed"])
    game = pyspiel.load_game("bargaining")
    play(game, chance)
    count, began = 0, time.process_time()
    while time.process_time() - began < asked["seconds"]:
        play(game, chance)
        count += 1
    rate = count / (time.process_time() - began)
    print(json.dumps({"version": version("open_spiel"), "bargaining": rate}))


if __name__ == "__main__":
    main()
