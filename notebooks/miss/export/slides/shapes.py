"""What ``shapes.js`` reads of the stage: the shapes of slides, in pixels of a stage that is 1280 by 720."""

from pydantic import BaseModel

STAGE_WIDTH, STAGE_HEIGHT = 1280, 720


class Box(BaseModel):
    """Where a shape is."""

    x: float
    y: float
    width: float
    height: float


class Run(BaseModel):
    """Text that looks the same throughout."""

    text: str
    bold: bool
    underlined: bool
    color: str
    size: float


class Paragraph(BaseModel):
    """A paragraph; ``list`` is how it is marked, by a letter, a number or a disc, ``before`` the room above it.

    ``leading`` is the height of its lines, as a share of that of its letters.
    """

    runs: list[Run]
    list: str
    start: int
    before: float
    indent: float
    leading: float

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)


class Shape(BaseModel):
    """A shape; see ``shapes.js``."""

    kind: str
    box: Box
    role: str
    paragraphs: list[Paragraph]
    rows: list[list[str]]
    color: str
    size: float
    padding: list[float]
    fill: str
    edge: str
    edgeWidth: float  # as the script calls it
    round: bool
    middle: bool
    centered: bool
    alt: str
    shot: int
    points: list[list[float]]


class SlideShapes(BaseModel):
    """A slide; ``notes`` is plain text."""

    shapes: list[Shape]
    notes: str
