"""Real lists: numbering definitions of ours beside those that the template has."""

from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart

LEVELS = 6
_MARKS = "•–▪"


class Lists:
    """Gives the number of a list: one for all with marks, a new one for each that counts."""

    def __init__(self, document: Any) -> None:
        self._part = document.part
        self._root: Any = None
        self._abstract: dict[bool, int] = {}
        self._bullets = 0

    def number(self, *, counts: bool, start: int = 1) -> int:
        """Give the id of a list that is to begin."""
        if not counts and self._bullets:
            return self._bullets
        root = self._numbering()
        chosen = self._base(counts=counts)
        num = 1 + max((int(each.get(qn("w:numId"))) for each in root.iter(qn("w:num"))), default=0)
        over = "".join(
            f'<w:lvlOverride w:ilvl="{level}">'
            f'<w:startOverride w:val="{1 if level else start}"/></w:lvlOverride>'
            for level in (range(LEVELS) if counts else ())
        )
        root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{num}"><w:abstractNumId w:val="{chosen}"/>'
                f"{over}</w:num>"
            )
        )
        if not counts:
            self._bullets = num
        return num

    def _numbering(self) -> Any:
        if self._root is None:
            related = [
                rel.target_part
                for rel in self._part.rels.values()
                if rel.reltype == RELATIONSHIP_TYPE.NUMBERING
            ]
            self._root = (related[0] if related else self._new()).element
        return self._root

    def _new(self) -> Any:
        blob = f"<w:numbering {nsdecls('w')}/>".encode()
        name = PackURI("/word/numbering.xml")
        part = NumberingPart.load(name, CONTENT_TYPE.WML_NUMBERING, blob, self._part.package)
        self._part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
        return part

    def _base(self, *, counts: bool) -> int:
        if counts not in self._abstract:
            root = self._numbering()
            known = [int(each.get(qn("w:abstractNumId"))) for each in root.iter(_ABSTRACT)]
            new = self._abstract[counts] = max(known, default=-1) + 1
            made = parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{new}">'
                f'<w:multiLevelType w:val="hybridMultilevel"/>{_levels(counts=counts)}'
                "</w:abstractNum>"
            )
            first = root.find(qn("w:num"))  # every definition stands before the lists that use it
            if first is None:
                root.append(made)
            else:
                first.addprevious(made)
        return self._abstract[counts]


_ABSTRACT = qn("w:abstractNum")


def _levels(*, counts: bool) -> str:
    levels = []
    for level in range(LEVELS):
        text = f"%{level + 1}." if counts else _MARKS[level % len(_MARKS)]
        form = "decimal" if counts else "bullet"
        levels.append(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{360 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
        )
    return "".join(levels)
