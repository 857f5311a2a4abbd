"""A YAML language server, asked as an editor asks it."""

import json
import shutil
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

COMMAND = "yaml-language-server"


class Diagnosis(NamedTuple):
    """A mark that an editor would show; line and column from 1."""

    line: int
    column: int
    message: str


class LanguageServer:
    """A running server that checks documents against one schema."""

    def __init__(self, schema: Path) -> None:
        command = shutil.which(COMMAND)
        assert command is not None
        self._server = subprocess.Popen(
            [command, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._settings = {
            "validate": True, "completion": True, "hover": True, "schemas": {schema.as_uri(): "*.yaml"},
            "schemaStore": {"enable": False},
        }  # fmt: skip
        self._last = 0
        self._ask("initialize", {"processId": None, "rootUri": None, "capabilities": {
            "workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": True}},
            "textDocument": {"publishDiagnostics": {}, "completion": {"completionItem": {}}},
        }})  # fmt: skip
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {"yaml": self._settings}})

    def __enter__(self) -> "LanguageServer":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.kill()
        for stream in (self._server.stdin, self._server.stdout):
            if stream is not None:
                stream.close()
        self._server.wait()

    def diagnose(self, uri: str, text: str) -> list[Diagnosis]:
        """What the server marks in a text."""
        self._open(uri, text)
        while True:
            message = self._next()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                return [
                    Diagnosis(
                        mark["range"]["start"]["line"] + 1,
                        mark["range"]["start"]["character"] + 1,
                        mark["message"],
                    )
                    for mark in message["params"]["diagnostics"]
                ]

    def complete(self, uri: str, text: str, line: int, column: int) -> list[str]:
        """What the server offers at a place; line and column from 1."""
        self._open(uri, text)
        answer = self._ask(
            "textDocument/completion",
            {"textDocument": {"uri": uri}, "position": {"line": line - 1, "character": column - 1}},
        )
        items = answer["items"] if isinstance(answer, dict) else answer
        return [item["label"] for item in items]

    def _open(self, uri: str, text: str) -> None:
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})

    def _ask(self, method: str, params: Any) -> Any:
        self._last += 1
        number = self._last
        self._send({"jsonrpc": "2.0", "id": number, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]

    def _tell(self, method: str, params: Any) -> None:
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def _next(self) -> Any:
        """The next message; what the server asks is answered on the way."""
        assert self._server.stdout is not None
        length = 0
        while line := self._server.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the language server has ended"
        message = json.loads(self._server.stdout.read(length))
        if "method" in message and "id" in message:
            self._send({"jsonrpc": "2.0", "id": message["id"], "result": self._answer(message)})
        return message

    def _answer(self, message: Any) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        wanted = [item.get("section") for item in message["params"]["items"]]
        return [self._settings if section == "yaml" else None for section in wanted]

    def _send(self, message: Any) -> None:
        body = json.dumps(message).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._server.stdin.flush()
