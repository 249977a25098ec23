"""What is generated and committed is what the program makes today."""

from samverkan_cli.cli.app import main
from samverkan_cli.explaining import known_ids
from samverkan_cli.rulebook.loading import load
from tests.house import generated, komplettering, regeldok


def test_schemas_are_what_the_models_generate() -> None:
    """An editor must never judge by an older shape than the program."""
    assert list(generated.differing(generated.ROOT / "schemas", generated.schemas())) == []


def test_examples_are_canonical() -> None:
    """What newcomers copy from is written as `fmt` writes it."""
    assert main(["fmt", "--check", "-C", str(generated.ROOT / "examples")]) == 0


def test_readme_tables_are_what_the_program_says() -> None:
    """A command or rule that the README does not know is not finished."""
    readme = (generated.ROOT / "README.md").read_text(encoding="utf-8")

    assert generated.with_tables(readme) == readme
    for name in generated.tables():
        assert f"<!-- {name}:begin -->" in readme


def test_readme_screens_are_what_the_commands_answer() -> None:
    """The walk-through works word for word, and shows what a newcomer will see."""
    readme = (generated.ROOT / "README.md").read_text(encoding="utf-8")

    assert generated.with_screens(readme) == readme
    assert readme.count("$ samverkan") > 15


def test_completion_knows_every_command_option_and_id() -> None:
    """What Tab offers is what the commands take today."""
    assert generated.COMPLETION.read_bytes() == komplettering.table()


def test_help_pages_are_what_the_commands_say() -> None:
    """A page of help that is read from a file is the one that the command itself would give."""
    assert generated.files_of(generated.HELP) == komplettering.pages()


def test_every_rule_and_item_has_a_place_in_the_list() -> None:
    """What explain says of an id stands in docs/regler.md too, at an anchor of its own."""
    said = (generated.ROOT / "docs" / "regler.md").read_text(encoding="utf-8")

    assert said.encode() == regeldok.docs()["regler.md"]
    assert set(regeldok.grouped()) == set(regeldok.FAMILIES)
    for each in known_ids(load()):
        assert said.count(f'<a id="{each.lower()}"></a>') == 1
    assert all(sign.isprintable() or sign in "\n\u00a0" for sign in said)
