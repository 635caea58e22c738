import { HEIGHT, type Point, WIDTH } from './scene.ts'

/** A label where it stands; `x` and `y` are the start of its line of text. */
export interface Label {
  readonly text: string
  readonly x: number
  readonly y: number
}

export interface Wanted {
  readonly text: string
  /** What the label is for: it stands near this point, outside these radii. */
  readonly centre: Point
  readonly radii: readonly [number, number]
}

/**
 * Puts each label beside what it names, where it covers the fewest marks and no other label.
 *
 * Labels are measured at the size they have on a phone, where they are largest.
 *
 * Errors: none; where everything is full a label covers some marks, and its outline keeps it readable.
 */
export function labelled(wanted: readonly Wanted[], marks: readonly Point[]): readonly Label[] {
  const placed: Label[] = []
  for (const { text, centre, radii } of wanted) {
    const cost = (box: Label) =>
      marks.filter((mark) => covers(box, mark)).length +
      1000 * placed.filter((other) => overlap(box, other)).length
    const options = DIRECTIONS.map((turn) => beside(text, centre, [radii[0], radii[1], turn]))
    placed.push(options.reduce((best, next) => (cost(next) < cost(best) ? next : best)))
  }
  return placed
}

// Up first: a label is looked for above what it names.
const DIRECTIONS = [90, 60, 120, 30, 150, 270, 240, 300, 210, 330, 0, 180]
const LETTER = 11.5
const LINE = 22

function beside(text: string, [cx, cy]: Point, [rx, ry, turn]: readonly [number, number, number]): Label {
  const angle = (turn * Math.PI) / 180
  const width = widthOf(text)
  const x = cx + Math.cos(angle) * (rx + width / 2) - width / 2
  const y = cy - Math.sin(angle) * (ry + LINE / 2) + LINE / 3
  return {
    text,
    x: Math.round(Math.min(WIDTH - width - 8, Math.max(8, x))),
    y: Math.round(Math.min(HEIGHT - 10, Math.max(LINE, y))),
  }
}

const widthOf = (text: string): number => LETTER * text.length

const covers = (box: Label, [x, y]: Point): boolean =>
  x > box.x - 4 && x < box.x + widthOf(box.text) + 4 && y > box.y - LINE + 2 && y < box.y + 6

const overlap = (a: Label, b: Label): boolean =>
  a.x < b.x + widthOf(b.text) && b.x < a.x + widthOf(a.text) && Math.abs(a.y - b.y) < LINE
