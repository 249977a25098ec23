"""The effect chain in the terminal: a tree, and what is loose in it."""

from samverkan_cli.chain import Chain
from samverkan_cli.reporters.text import Page


def show(page: Page, chain: Chain) -> None:
    """Draw the chain from effect to resource, then say what does not hang together."""
    page.heading("Effektkedjan: " + " → ".join(level.title.lower() for level in chain.levels))
    if chain.is_empty:
        page.line("Inget av kedjan är skrivet ännu.")
        return
    for depth, text in chain.tree():
        page.line(text, indent=3 * depth - 3 if depth else 0, mark="└─" if depth else "")
    if chain.loose:
        page.line()
        page.line("Löst i kedjan", "bold")
        for each in chain.loose:
            page.line(each.message, indent=1, mark="–")
