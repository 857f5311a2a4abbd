"""Every code of a check between the parts of a scenario, with the lines that explain it."""

from types import MappingProxyType

from game.foundation.texts import marked

EXPLANATIONS = MappingProxyType(
    {
        "unknown-id": marked("A name that nothing in the file has: misspelt, or of what is not written yet."),
        "reserved-id": marked("An id that already means something in every scenario, such as plan or freed."),
        "principal": marked("The actor whom a seat serves: one for each seat, of its side, without a vote."),
        "few-types": marked("A seat with fewer than three types leaves the other side little to find out."),
        "case": marked("A test case beside a scenario that comes out otherwise than it expects."),
        "quorum": marked("More votes are asked for than all ratifiers of a side have, so nothing can pass."),
        "no-issues": marked("A seat that owns no issue has nothing to give, so there is nothing to trade."),
        "too-many": marked("More combinations of levels than can be played; join issues or forbid some."),
        "too-large": marked("A value beyond what the tables of the rules hold; factors multiply weights."),
        "forbid": marked("A rule of forbid is about issues of one seat, and never about giving nothing."),
        "no-effect": marked("A key that changes nothing where it stands, so that its author is misled."),
        "second": marked(
            "There is one issue of people at most, one of terms, of verification, of reception."
        ),
        "levels": marked("The levels of the people issue rise from nobody, each with its number."),
        "curve": marked("A curve that does not fit what it is the curve of."),
        "falling": marked("Values that are declared to rise (rising: true) and fall somewhere."),
        "synergy": marked("A synergy joins levels of issues of one seat, and of the world."),
        "red-lines": marked("What actors never agree to leaves no package on which both sides could agree."),
        "allied": marked("A measure of allies changes by the vote of its members alone, who are of no side."),
        "group": marked(
            "A group settles on a line by the influence of its members; somebody must have some."
        ),
        "outsider": marked("A patron is of no side; a spoiler is no principal, who can simply refuse."),
        "escrow": marked("Escrow needs a mediator who holds both halves, and halves that go in step."),
        "sum": marked("Chances that belong together sum to 1, and those of shocks to 1 at most."),
        "weights": marked("As many weights as turns, or one for all of them."),
        "calendar": marked("A turn or a date that the calendar of the scenario does not have."),
        "history": marked("A step of the history that could not happen in the game as it is written."),
        "draw": marked("What a history says of chance, where chance could not bring it or is not asked."),
        "duplicate": marked("The same thing named twice where once is meant."),
        "extends": marked("A scenario extends one in the same folder, at most three deep and never itself."),
        "unknown-metric": marked("A gate on something that is not measured; docs/balance.md lists what is."),
        "claim": marked("A gate makes one claim, of which games can show that it holds or that it does not."),
        "format": marked("The number of the format of a file; a newer program reads older ones too."),
    }
)
