"""What the words mean that are typed at the prompt."""

from game.foundation.texts import _
from game.rules.actions import Kind


def meaning_of(kind: Kind) -> str:
    """What a move does, in a few words."""
    return {
        Kind.OFFER: _("put an offer on the table, as ISSUE=LEVEL ... plan=PLAN; 'options' lists them"),
        Kind.ACCEPT: _("accept their offer; both sides then vote on it"),
        Kind.HOLD: _("leave things as they stand"),
        Kind.WALK_OUT: _("end this turn's talks; standing offers are withdrawn"),
        Kind.BREAK_OFF: _("end the talks for good; asks to confirm"),
        Kind.HONOUR: _("do what is owed today"),
        Kind.DELAY: _("put it off by a turn; costs a little trust"),
        Kind.BREACH: _("do nothing of what you still owe; costs much trust"),
        Kind.LET_PASS: _("do nothing about their breach"),
        Kind.SNAP_BACK: _("take back what can be taken back, and owe nothing more"),
    }.get(kind, "")


def meanings_of_looks() -> list[tuple[str, str]]:
    """What costs nothing: how it is written, and what it shows."""
    return [
        ("status", _("how things stand")),
        ("options", _("issues, levels, plans and side moves, as they are written")),
        ("try ISSUE=LEVEL ...", _("what an offer would be worth, before you make it")),
        ("why [theirs|mine|now|ISSUE=LEVEL ...]", _("the sum behind a number")),
        ("owed", _("what both sides still owe")),
        ("analysts", _("what your analysts think of the other side by now")),
        ("log", _("everything that has happened")),
        ("brief, facts", _("your brief; the facts out of role")),
        ("save [NAME]", _("keep the game under a name")),
        ("quit", _("leave; the game can be resumed")),
    ]
