"""Gates as a JUnit file and as annotations, for continuous integration."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

from game.analysis.statistics.sequential import Ruling
from game.foundation.texts import _

_PROPERTIES = ("estimate", "low", "high", "confidence", "games", "keys", "log_likelihood_ratio", "severity")


def junit(found: dict[str, Any]) -> bytes:
    """The gates of a report as a JUnit file: undecided ones and failed warnings are skipped, not passed."""
    gates = found["gates"]
    failed = [gate for gate in gates if _fails(gate)]
    skipped = [gate for gate in gates if not _fails(gate) and gate["verdict"] != Ruling.PASS]
    suite = ET.Element(
        "testsuite", name=f"balance {found['scenario']}", tests=str(len(gates)), failures=str(len(failed)),
        errors="0", skipped=str(len(skipped)),
    )  # fmt: skip
    for gate in gates:
        case = ET.SubElement(
            suite,
            "testcase",
            classname=found["file"],
            name=gate["id"],
            file=found["file"],
            line=str(gate["line"]),
        )
        properties = ET.SubElement(case, "properties")
        for name, value in properties_of(gate).items():
            ET.SubElement(properties, "property", name=name, value=value)
        if gate in failed:
            ET.SubElement(case, "failure", message=sentence(gate)).text = details(gate)
        elif gate in skipped:
            ET.SubElement(case, "skipped", message=sentence(gate))
    suites = ET.Element("testsuites")
    suites.append(suite)
    ET.indent(suites)
    return bytes(ET.tostring(suites, encoding="utf-8", xml_declaration=True)) + b"\n"


def github_lines(found: dict[str, Any]) -> list[str]:
    """Lines that GitHub shows beside the gates which did not pass."""
    lines = []
    for gate in found["gates"]:
        if gate["verdict"] == Ruling.PASS:
            continue
        kind = "error" if _fails(gate) else "warning"
        place = f"file={_escaped(found['file'])},line={gate['line']},title={_escaped(gate['id'])}"
        lines.append(f"::{kind} {place}::{sentence(gate).replace('%', '%25')}")
    return lines


def properties_of(gate: dict[str, Any]) -> dict[str, str]:
    """What a gate's verdict rests on, as texts by name."""
    found = {name: str(gate[name]) for name in _PROPERTIES if gate[name] is not None}
    for end in ("lowest", "highest"):
        if gate[end] is not None:
            found[f"{end}_game"] = gate[end]["replay"]
    return {"verdict": gate["verdict"], **found}


def sentence(gate: dict[str, Any]) -> str:
    """A gate and its verdict in one line."""
    if gate["estimate"] is None:
        return _("{id}: {verdict}: {claim}; no game gave a score").format(**gate)
    return _(
        "{id}: {verdict}: {claim} (margin {margin}); found {estimate:.4g}, {sure:.2%} interval {low:.4g} to "
        "{high:.4g}, in {games} games"
    ).format(sure=gate["confidence"], **gate)


def details(gate: dict[str, Any]) -> str:
    """Why it should be so, and games to look at."""
    lines = [gate["why"]]
    lines += [gate[end]["replay"] for end in ("lowest", "highest") if gate[end] is not None]
    return "\n".join(lines)


def _fails(gate: dict[str, Any]) -> bool:
    return bool(gate["verdict"] == Ruling.FAIL and gate["severity"] == "error")


def _escaped(text: str) -> str:
    for sign, code in (("%", "%25"), (":", "%3A"), (",", "%2C"), ("\n", "%0A")):
        text = text.replace(sign, code)
    return text
