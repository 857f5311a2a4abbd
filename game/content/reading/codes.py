"""Every code that a finding of the reading layer can have, with the line that explains it."""

from types import MappingProxyType

from game.foundation.texts import marked

EXPLANATIONS = MappingProxyType(
    {
        "no-file": marked("The file is missing, is a folder, or may not be read."),
        "encoding": marked("The file is not plain UTF-8 text. Editors offer the encoding when saving."),
        "tab": marked("YAML is indented with spaces; a tab looks like spaces but is none."),
        "bidi": marked("A character that changes the direction of writing can make a line lie about itself."),
        "control": marked("A character that cannot be seen; it often comes in with pasted text."),
        "too-big": marked("The file is larger, or has more keys and values, than any scenario needs."),
        "too-deep": marked("Lists and maps stand inside one another more often than any scenario needs."),
        "yaml": marked("The file cannot be read as YAML: a quote, a colon, a bracket or the indentation."),
        "empty": marked("The file has nothing but comments and empty lines."),
        "multiple-documents": marked("A line --- begins a second document; a scenario is one."),
        "directive": marked("Lines that begin with % are instructions to YAML, which are not supported."),
        "tag": marked("Words that begin with ! are YAML tags; the schema already says what a value is."),
        "alias": marked("& and * reuse a value elsewhere; written out, every number has its own place."),
        "merge-key": marked("<< copies keys from elsewhere; written out, every number has its own place."),
        "key": marked("What stands before a ':' must be one word or text."),
        "duplicate-key": marked("A key can be set once; YAML itself would silently keep the last one."),
        "duplicate-id": marked("Two things in one list have the same id, so nothing could refer to either."),
        "duplicate-item": marked("A thing stands twice in a list where it can only be once."),
        "unknown-key": marked("A key that means nothing here: misspelt, or in the wrong place."),
        "missing-key": marked("A key that cannot be left out."),
        "no-value": marked("A key with nothing after it, or with ~ or null, where a value is needed."),
        "type": marked("A value of another sort than expected: text for a number, a list for a word."),
        "range": marked("A value of the right sort that is too small, too large, too short or too long."),
        "enum": marked("A word that is none of those that are possible here."),
        "ambiguous-bool": marked(
            "YAML tools disagree whether no, yes, on and off are words or truth values."
        ),
        "value": marked("A value that fits its sort but not its meaning."),
    }
)
