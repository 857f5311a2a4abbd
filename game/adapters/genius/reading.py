"""A folder with a GENIUS domain: a file with the issues, and one with the utilities of each side."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from game.adapters.genius.domain import Domain, DomainError, Issue, Space
from game.foundation.texts import _

MOST_BYTES = 4 << 20
_MOST_NUMBER = 1000.0
_DOMAIN, _SPACE = "negotiation_template", "utility_space"


def read_domain(folder: Path) -> Domain:
    """Read a folder; its files count in the order of their names.

    Raises:
        DomainError: with the file, what is wrong, and what would be right.
    """
    if not folder.is_dir():
        raise DomainError(_("{folder}: there is no such folder").format(folder=folder))
    roots = [(path, _root(path)) for path in sorted(folder.glob("*.xml"))]
    domains = [(path, root) for path, root in roots if root.tag == _DOMAIN]
    spaces = [(path, root) for path, root in roots if root.tag == _SPACE]
    if len(domains) != 1 or len(spaces) != 2:
        raise DomainError(
            _(
                "{folder}: a domain is one file with <{domain}> and two with <{space}>; "
                "there are {d} and {s} of them"
            ).format(folder=folder, domain=_DOMAIN, space=_SPACE, d=len(domains), s=len(spaces))
        )
    path, root = domains[0]
    issues = tuple(_issues(path, root))
    return Domain(folder.name, issues, (_space(*spaces[0], issues), _space(*spaces[1], issues)))


def _root(path: Path) -> ET.Element:
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise DomainError(f"{path}: {(fault.strerror or str(fault)).lower()}") from None
    if len(content) > MOST_BYTES:
        raise DomainError(_("{path}: larger than any domain needs").format(path=path))
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise DomainError(_("{path}: definitions of entities are not read").format(path=path))
    try:
        return ET.fromstring(content)  # noqa: S314 - no entities, and a size that bounds everything
    except ET.ParseError as fault:
        line, column = fault.position
        raise DomainError(
            _("{path}:{line}:{column}: this is not XML ({fault})").format(
                path=path, line=line, column=column + 1, fault=fault.msg.partition(":")[0]
            )
        ) from None


def _issues(path: Path, root: ET.Element) -> Iterator[Issue]:
    found = list(root.iter("issue"))
    if not found:
        raise DomainError(_("{path}: no issue is negotiated").format(path=path))
    for element in found:
        name = element.get("name") or ""
        kind = element.get("type") or element.get("etype") or "discrete"
        if kind != "discrete":
            raise DomainError(
                _("{path}: the issue {name!r} is {kind}; only discrete ones are read").format(
                    path=path, name=name, kind=kind
                )
            )
        values = tuple(item.get("value") or "" for item in element.findall("item"))
        if not values or "" in values or len(set(values)) < len(values):
            raise DomainError(
                _("{path}: the issue {name!r} needs values, each with a name of its own").format(
                    path=path, name=name
                )
            )
        yield Issue(name, values)


def _space(path: Path, root: ET.Element, issues: tuple[Issue, ...]) -> Space:
    weights = {element.get("index"): _number(path, element, "value") for element in root.iter("weight")}
    elements = list(root.iter("issue"))
    by_name = {element.get("name"): element for element in elements}
    found_weights, evaluations = [], []
    for issue in issues:
        element = by_name.get(issue.name)
        if element is None or element.get("index") not in weights:
            raise DomainError(
                _("{path}: the issue {name!r} has no evaluations, or no weight").format(
                    path=path, name=issue.name
                )
            )
        items = {item.get("value"): item for item in element.findall("item")}
        if set(items) != set(issue.values):
            odd = sorted(str(value) for value in set(items) ^ set(issue.values))
            raise DomainError(
                _("{path}: the issue {name!r} has other values than the domain: {odd}").format(
                    path=path, name=issue.name, odd=", ".join(odd[:3])
                )
            )
        evaluations.append(tuple(_number(path, items[value], "evaluation") for value in issue.values))
        found_weights.append(weights[element.get("index")])
    reservation, discount = root.find("reservation"), root.find("discount_factor")
    return Space(
        path.stem,
        tuple(found_weights),
        tuple(evaluations),
        0.0 if reservation is None else _number(path, reservation, "value"),
        1.0 if discount is None else _number(path, discount, "value"),
    )


def _number(path: Path, element: ET.Element, key: str) -> float:
    text = element.get(key) or ""
    try:
        value = float(text)
        if abs(value) <= _MOST_NUMBER:
            return value
    except ValueError:
        pass
    raise DomainError(
        _("{path}: {key}={text!r} of <{tag}> is no number between -1000 and 1000").format(
            path=path, key=key, text=text[:40], tag=element.tag
        )
    )
