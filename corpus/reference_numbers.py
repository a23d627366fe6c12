"""The grammar of paragraph numbers over tokens: sub-labels, lists and ranges.

    paragraphs = ["paras."] number {("," | "and") item | ("–" | "to") item}
               | "subparagraphs" sub {"and" sub} "of paragraph" number
    number     = "51" {(j) | j) | .j | ", subparagraph (j)"}
    item       = number | sub that takes the place of the one before: "50 (a) and (c)"

A reader goes forward, and back only to the start of the rule that failed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus import reference_words as words
from corpus.labels import LATIN, MAX_DEPTH, step_values
from corpus.reference_tokens import Token

Steps = tuple[str, ...]
Span = tuple[Steps, Steps | None]
"""A number with its sub-labels, and the last one if it is a range."""

_NOTHING = Token("end", "", "", 0, 0)
_LATIN = frozenset(LATIN)
_SPANISH = re.compile(r"¿|\b(?:qué|quién(?:es)?|cuál(?:es)?|cuánt[oa]s?|dónde|cómo|según)\b", re.I)
_MOST_SUBS = 30  # of a list of sub-labels that waits for its "of paragraph 51"


class NumberReader:
    """Reads tokens from a place on.

    Args:
        tokens: Of the whole text.
        text: What they were made of.
        start: First token to read.
        stop: Token to stop before.
        whole: The tokens are a reference and nothing else, so loose forms (``51 j``) count.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        text: str,
        *,
        start: int = 0,
        stop: int | None = None,
        whole: bool = False,
    ) -> None:
        self.tokens = tokens
        self.text = text
        self.at = start
        self.stop = len(tokens) if stop is None else stop
        self.whole = whole
        self.spanish = not whole and _SPANISH.search(text) is not None
        self.shouted = not whole and text.isupper()  # capitals tell nothing

    def peek(self, ahead: int = 0) -> Token:
        """Return a token without taking it, an ``end`` token behind the last."""
        place = self.at + ahead
        return self.tokens[place] if 0 <= place < self.stop else _NOTHING

    def is_word(self, vocabulary: frozenset[str], ahead: int = 0) -> bool:
        """Tell whether the token is a word of the vocabulary."""
        token = self.peek(ahead)
        return token.kind == "word" and token.value in vocabulary

    def is_mark(self, marks: str, ahead: int = 0) -> bool:
        """Tell whether the token is one of the punctuation marks."""
        token = self.peek(ahead)
        return token.kind == "punctuation" and token.value in marks

    def take_word(self, vocabulary: frozenset[str]) -> bool:
        """Take the token if it is a word of the vocabulary."""
        taken = self.is_word(vocabulary)
        self.at += taken
        return taken

    def take_mark(self, marks: str) -> bool:
        """Take the token if it is one of the punctuation marks."""
        taken = self.is_mark(marks)
        self.at += taken
        return taken

    def is_paragraph_word(self, ahead: int = 0) -> bool:
        """Tell whether the token says that a paragraph number follows."""
        return (
            self.is_word(words.PARAGRAPH | words.PARAGRAPHS, ahead)
            or self.peek(ahead).kind == "sign"
        )

    def take_paragraph_word(self) -> int:
        """Take ``para.``, ``paragraphs``, ``§``: 0 for none, 1 for singular, 2 for plural."""
        token = self.peek()
        if not self.is_paragraph_word():
            return 0
        if token.kind == "sign":
            self.at += 1
            return 1 if len(token.value) == 1 else 2
        dotted = self.is_mark(".", 1)
        # French "par 60 États" and Spanish "para 60 Estados" are no paragraphs.
        preposition = token.value == "par" or (token.value == "para" and self.spanish)
        if preposition and not dotted and not self.whole:
            return 0
        self.at += 1 + dotted
        if self.take_word(words.NUMBER_SIGN):
            self.take_mark(".")
        return 1 if token.value in words.PARAGRAPH else 2

    def number(self, *, named: bool) -> Steps | None:
        """Take a number with its sub-labels: ``51 (j) (iii)``, ``12 bis``.

        Args:
            named: ``para.`` or the like stands before it, so that ``fifty`` and ``51 j`` count.
        """
        token = self.peek()
        first: str | None = None
        if token.kind == "number":
            first, self.at = token.value, self.at + 1
        elif named:
            first = self._spelled_number()
        if first is None:
            return None
        if self.is_word(_LATIN):
            first, self.at = first + self.peek().value, self.at + 1
        return self.sub_labels((first,), loose=named or self.whole)

    def _spelled_number(self) -> str | None:
        tens = words.TENS.get(self.peek().value, 0)
        ahead = 0
        if tens:
            ahead = 2 if self.peek(1).kind == "dash" else 1
        ones = words.ONES.get(self.peek(ahead).value, 0)
        if tens and not 1 <= ones <= 9:
            ahead, ones = 1, 0
        elif ones:
            ahead += 1
        self.at += ahead
        return str(tens + ones) if ahead else None

    def sub_labels(self, steps: Steps, *, loose: bool) -> Steps:
        """Take the sub-labels behind `steps` and return both."""
        while len(steps) <= MAX_DEPTH:
            mark = self.at
            if self.peek().kind == "occurrence" and "#" not in steps[-1]:
                steps = (*steps[:-1], steps[-1] + self.peek().value)
                self.at += 1
                continue
            self.take_mark(",")
            named = self._take_subparagraph_word()
            if not named:
                self.at = mark
            sub = self._sub_label(loose=loose or named)
            if sub is None:
                self.at = mark
                break
            steps = (*steps, sub)
        return steps

    def _take_subparagraph_word(self) -> bool:
        taken = self.take_word(words.SUBPARAGRAPH)
        if taken:
            self.take_mark(".")
        return taken

    def _sub_label(self, *, loose: bool) -> str | None:
        """Take ``(j)``, ``j)``, a glued ``j`` or ``.j``; also a ``j`` standing apart if `loose`."""
        token = self.peek()
        if token.kind == "sub":
            taken = self.whole or _is_marker(token.value[1:-1])
            self.at += taken
            return token.value if taken else None
        dot = self.is_mark(".") and token.glued and self.peek(1).glued
        letter = self.peek(1 if dot else 0)
        if letter.kind != "word" or not _is_marker(letter.text):
            return None
        closed = not dot and self.is_mark(")", 1) and self.peek(1).glued
        small = self.whole or letter.text.islower()
        apart = loose and not dot and self.stands_alone()
        if not (closed or (small and (letter.glued or apart))):
            return None
        self.at += 1 + dot + closed
        return f"({letter.value})"

    def stands_alone(self, ahead: int = 0) -> bool:
        """Tell whether a letter goes with no noun: ``51 e in short``, not ``60 a day``."""
        after = self.peek(ahead + 1)
        if self.is_word(words.AND | words.TO, ahead) and after.kind == "number":
            return False  # "6 a 9", "6 y 9"
        if after.kind == "word":
            return after.value in words.TAIL or _is_marker(after.text)
        return after.kind in {"end", "dash", "sub"} or (
            after.kind == "punctuation" and after.value not in "'’"
        )

    def paragraphs(self, *, bare: bool) -> list[Span] | None:
        """Take a list of paragraphs; None, and nothing taken, if none begins here.

        Args:
            bare: The list need not begin with ``para.`` or the like.
        """
        mark = self.at
        spans = self._subs_first()
        if spans is not None:
            return spans
        count = self.take_paragraph_word()
        spelled = self.peek().kind == "word"
        first = self.number(named=count > 0) if count or bare else None
        if first is None:
            self.at = mark
            return None
        return self.more([(first, None)], many=count != 1, numbers=True, spelled=spelled)

    def _subs_first(self) -> list[Span] | None:
        mark = self.at
        if self._take_subparagraph_word():
            subs = self.sub_labels(("",), loose=True)
            if len(subs) > 1:
                spans = self.more([(subs, None)], many=True, numbers=False)
                if self.take_word(words.OF):
                    self.take_word(words.ARTICLES)
                    number = self.number(named=True) if self.take_paragraph_word() else None
                    if number is not None:
                        return [(number + a[1:], number + b[1:] if b else None) for a, b in spans]
        self.at = mark
        return None

    def more(
        self, spans: list[Span], *, many: bool, numbers: bool, spelled: bool = False
    ) -> list[Span]:
        """Take what continues a list and return the whole list.

        Args:
            spans: The list so far.
            many: The word before the numbers was a plural, or there was none.
            numbers: New numbers may follow, not only further sub-labels.
            spelled: They may be words: ``paragraphs twenty to thirty``.
        """
        conjunction = False
        while numbers or len(spans) < _MOST_SUBS:
            mark = self.at
            first, last = spans[-1]
            if last is None and self._take_range_mark():
                last = self._item(first, numbers, spelled)
                if last is not None:
                    spans[-1] = (first, last)
                    continue
                self.at = mark
            comma = self.take_mark(",")
            joined = self.take_word(words.AND) or self.take_mark("&")
            item = self._item(last or first, numbers, spelled) if comma or joined else None
            if item is None or not self._belongs(item, many, joined, conjunction):
                self.at = mark
                break
            conjunction = conjunction or joined
            spans.append((item, None))
        return spans

    def _take_range_mark(self) -> bool:
        token = self.peek()
        if token.kind != "dash":
            return self.take_word(words.TO)
        # "para 25 — 60 States": a dash of the sentence, not of a range
        apart = token.value in "—―" and not token.glued
        self.at += self.whole or not apart
        return self.whole or not apart

    def _item(self, context: Steps, numbers: bool, spelled: bool) -> Steps | None:
        if numbers:
            if self.whole:
                self.take_paragraph_word()
            number = self.number(named=spelled)
            if number is not None:
                return number
        self._take_subparagraph_word()
        sub = self._sub_label(loose=self.whole)
        level = _level_of(context, sub) if sub else None
        if sub is None or level is None:
            return None
        return self.sub_labels((*context[:level], sub), loose=False)

    def _belongs(self, item: Steps, many: bool, joined: bool, conjunction: bool) -> bool:
        """Tell whether a further item is one of the list: not so in ``para 6, 60 States``."""
        if self.whole or len(item) > 1:
            return True
        if many:
            return joined or not conjunction
        noun = self.peek().kind == "word" and not self.is_word(words.TAIL)
        return joined and not noun


def _is_marker(body: str) -> bool:
    """A letter, a doubled letter, a roman number, or a number of one or two digits."""
    for latin in LATIN:
        if len(body) > len(latin):
            body = body.removesuffix(latin)
    return len(body) <= 6 and any(value < 100 for value in step_values(body).values())


def _level_of(context: Steps, sub: str) -> int | None:
    """Return the deepest level of `context` whose sequence `sub` can carry on."""
    for level in range(len(context) - 1, 0, -1):
        kinds = set(step_values(context[level]))
        if level > 1 and "roman" in kinds and "letter" in step_values(context[level - 1]):
            kinds = {"roman"}  # the (i) of "51 (a) (i) and (b)"
        if kinds & step_values(sub).keys():
            return level
    return None
