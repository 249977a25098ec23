"""A template engine that computes with plain data and can reach nothing else."""

from collections.abc import Callable, Iterator, MutableMapping, Sequence
from types import CodeType
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    Template,
    TemplateNotFound,
    pass_eval_context,
)
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from samverkan_cli import texts
from samverkan_cli.rendering.filters import FILTERS, TESTS

PARTS = "_delar.html.j2"
"""The only template that another template may import."""

MAX_RANGE = 1_000
MAX_NUMBER = 10**18
GAP = Markup('<span class="saknas">Uppgift saknas</span>')

_LOOP = {"index", "index0", "revindex", "revindex0", "first", "last", "length", "depth"}


class ForbiddenError(SecurityError):
    """Something a template may not do, in Swedish, with what to do instead."""

    def __init__(self, says: str, hint: str) -> None:
        super().__init__(says)
        self.hint = hint


class LineMarks(Extension):
    """Remembers the line of every tag, so that a fault in the result can be shown in the template.

    No control character can come from data (it is made visible) or from a template's source.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Put a mark before each tag in the template's own text."""
        origin = "d" if stream.name == PARTS else "m"
        for token in stream:
            if token.type != "data" or "<" not in token.value:
                yield token
                continue
            first, *rest = token.value.split("<")
            line, marked = token.lineno + first.count("\n"), [first]
            for piece in rest:
                marked.append(f"\x01{origin}{line}\x02<{piece}")
                line += piece.count("\n")
            yield Token(token.lineno, "data", "".join(marked))


class Sandbox(ImmutableSandboxedEnvironment):
    """jinja2 with no attribute of any object but the keys of dicts, and no calls but macros."""

    intercepted_binops = frozenset("+-*/%") | {"//", "**"}

    def __init__(
        self,
        loader: BaseLoader,
        finalize: Callable[[Any, Any], Any] | None = None,
        extensions: Sequence[type[Extension]] = (LineMarks,),
    ) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,
            undefined=StrictUndefined,
            finalize=finalize or written,
            extensions=list(extensions),
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self.filters = dict(FILTERS)
        self.tests = dict(TESTS)
        self.globals = {"range": small_range}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Look up a key; a missing value has only missing parts."""
        if obj is None:
            return None
        if isinstance(obj, dict):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return getattr(obj, attribute)
        if isinstance(obj, TemplateModule) and isinstance(
            macro := obj.__dict__.get(attribute), Macro
        ):
            return macro
        if isinstance(obj, StrictUndefined):
            return str(obj)  # raises, and names what was undefined
        raise ForbiddenError(
            f"”{attribute}” går inte att nå i en mall.", "Använd fälten i handlingen."
        )

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Look up a key or a place in a list or a text."""
        if isinstance(obj, list | tuple | str) and isinstance(argument, int | slice):
            try:
                return obj[argument]
            except IndexError:
                return self.undefined(obj=obj, name=str(argument))
        return self.getattr(obj, str(argument))

    def is_safe_callable(self, obj: Any) -> bool:
        """Allow macros and the small range."""
        return isinstance(obj, Macro) or obj is small_range

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805, PYI063
        """Call what may be called; the odd names keep a template's keywords free."""
        if isinstance(__obj, StrictUndefined):
            return str(__obj)  # raises, and names what was undefined
        if not __self.is_safe_callable(__obj):
            raise ForbiddenError(
                "Anropet är inte tillåtet i en mall.", "Anropa bara mallens makron."
            )
        return __context.call(__obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002
        """Compute with numbers of a reasonable size; what is missing stays missing."""
        if left is None or right is None:
            return None
        if operator == "+" and isinstance(left, list) and isinstance(right, list):
            return left + right
        if operator == "**" or not (
            isinstance(left, int | float) and isinstance(right, int | float)
        ):
            raise ForbiddenError(
                f"”{operator}” går inte att använda så i en mall.",
                "Räkna bara med tal, och sätt ihop text med ~.",
            )
        result = self.binop_table[operator](left, right)
        if abs(result) > MAX_NUMBER:
            raise ForbiddenError("Talet blir för stort.", "Räkna med mindre tal.")
        return result


def small_range(*bounds: int) -> range:
    """Count, but not for ever."""
    numbers = range(*bounds)
    if len(numbers) > MAX_RANGE:
        raise ForbiddenError(
            f"range ger högst {MAX_RANGE} tal.", "Gå igenom en lista i handlingen i stället."
        )
    return numbers


@pass_eval_context  # so that jinja2 does not write constants beforehand: none would become None
def written(_context: Any, value: Any) -> Any:
    """Prepare a value for the page: a gap for what is missing, Ja or Nej, a decimal comma."""
    if value is None:
        return GAP
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, float):
        return texts.tal(value)
    if isinstance(value, str | int | StrictUndefined):
        return value
    raise ForbiddenError(
        "En lista eller grupp går inte att skriva ut som den är.",
        "Gå igenom den med {% for %} eller skriv ut ett av fälten.",
    )


class PartsLoader(BaseLoader):
    """Gives the built-in macros, under their fixed name, and nothing else."""

    def __init__(
        self, source: Callable[[], str], code: Callable[[Environment, str], CodeType]
    ) -> None:
        self._source = source
        self._code = code

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - jinja2's own name
    ) -> Template:
        """Give the macros, compiled."""
        if name != PARTS:
            raise TemplateNotFound(name)
        code = self._code(environment, self._source())
        return Template.from_code(environment, code, globals or {})
