"""A domain as files that GENIUS reads."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from game.adapters.genius.domain import Domain, Space
from game.foundation.results import put


def write_domain(domain: Domain, folder: Path) -> list[Path]:
    """Write the domain and both utility spaces into a folder, which is made if need be.

    Returns: the files.

    Raises:
        OSError: a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    first = folder / f"{domain.name}-domain.xml"
    _write(first, _template(domain))
    files = [first]
    for number, space in enumerate(domain.spaces):
        path = folder / f"{domain.name}-side-{number + 1}-{space.name}.xml"
        _write(path, _space(domain, space))
        files.append(path)
    return files


def _template(domain: Domain) -> ET.Element:
    root = ET.Element("negotiation_template")
    space = ET.SubElement(root, "utility_space", number_of_issues=str(len(domain.issues)))
    _objective(space, domain, None)
    return root


def _space(domain: Domain, space: Space) -> ET.Element:
    root = ET.Element("utility_space", number_of_issues=str(len(domain.issues)))
    objective = _objective(root, domain, space)
    for index, weight in enumerate(space.weights, 1):
        ET.SubElement(objective, "weight", index=str(index), value=repr(weight))
    ET.SubElement(root, "discount_factor", value=repr(space.discount))
    ET.SubElement(root, "reservation", value=repr(space.reservation))
    return root


def _objective(parent: ET.Element, domain: Domain, space: Space | None) -> ET.Element:
    objective = ET.SubElement(
        parent, "objective", index="0", name=domain.name, description="", type="objective", etype="objective"
    )
    for index, issue in enumerate(domain.issues, 1):
        element = ET.SubElement(
            objective, "issue", index=str(index), name=issue.name, type="discrete", etype="discrete",
            vtype="discrete",
        )  # fmt: skip
        for number, value in enumerate(issue.values):
            item = ET.SubElement(element, "item", index=str(number + 1), value=value)
            if space is not None:
                item.set("evaluation", repr(space.evaluations[index - 1][number]))
    return objective


def _write(path: Path, root: ET.Element) -> None:
    ET.indent(root)
    put(path, ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")
