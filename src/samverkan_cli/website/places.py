"""Where each page of the site lies, from its top; every other module asks here."""

INDEX = "index.html"
BOARD = "styrelse.html"
ABOUT = "om.html"
CASES = "insatser"


def case_page(case_id: str) -> str:
    """Give the page of a case."""
    return f"{CASES}/{case_id}/index.html"


def document_stem(name: str) -> str:
    """Give the file name, without ending, of a document's page."""
    return name.replace("/", "-")


def document_file(case_id: str, name: str, form: str) -> str:
    """Give the file of a document in a form."""
    return f"{CASES}/{case_id}/{document_stem(name)}.{form}"


def year_page(number: int) -> str:
    """Give the page of a year's money."""
    return f"ar-{number}.html"
