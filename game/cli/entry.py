"""The way from the arguments to an exit status: every fault of the user's becomes one clear line."""

from __future__ import annotations

import io
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from game.cli.commands.reprieve import reprieve
from game.foundation.errors import GameError, ReplayDiverged, ScenarioError
from game.foundation.texts import _

GOOD, FOUND, UNUSABLE, UNDECIDED, INTERRUPTED = 0, 1, 2, 3, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: those of the program, without its name.

    Returns: 0 good, 1 findings or a failed check, 2 wrong usage or something unreadable, 3 undecided,
        130 interrupted.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that lacks a letter shows its number instead
            stream.reconfigure(errors="backslashreplace")
    try:
        with _stopped_as_by_hand():
            status = reprieve.main(args=arguments, prog_name="reprieve", standalone_mode=False)
            if sys.stdout is not None:  # somebody may have closed it before the start (`>&-`)
                sys.stdout.flush()
    except click.exceptions.Exit as fault:
        return fault.exit_code
    except click.ClickException as fault:
        fault.show()
        return UNUSABLE
    except (KeyboardInterrupt, click.Abort):
        click.echo(_("Interrupted."), err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # Who reads our output has closed it (`| head`); nothing is wrong, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return GOOD
    except GameError as fault:
        click.echo(str(fault), err=True)
        return _status(fault)
    except OSError as fault:
        click.echo(f"{fault.filename or ''}: {fault.strerror or fault}".lstrip(": "), err=True)
        return UNUSABLE
    return int(status or GOOD)


@contextmanager
def _stopped_as_by_hand() -> Iterator[None]:
    """A request to end (`kill`, a shutdown, a cluster's time limit) does what Ctrl+C does.

    What was made is kept, other processes are dismissed, and nothing half-written stays.
    """
    alone = threading.current_thread() is threading.main_thread()
    if not alone or signal.getsignal(signal.SIGTERM) != signal.SIG_DFL:  # somebody decided otherwise
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _status(fault: GameError) -> int:
    if isinstance(fault, ScenarioError):
        return UNUSABLE if all(finding.code == "no-file" for finding in fault.findings) else FOUND
    if hasattr(fault, "exit_status"):
        return int(fault.exit_status)
    return FOUND if isinstance(fault, ReplayDiverged) else UNUSABLE
