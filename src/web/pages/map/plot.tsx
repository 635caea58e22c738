import type { Child, FC } from 'hono/jsx'
import type { GroupId } from '../../../kernel/index.ts'
import { FIRM, type OpinionMap, type PlacedPerson } from '../../../map/index.ts'
import { shapeOf } from '../../parts/marks.tsx'
import type { MapView } from '../../views.ts'
import { aboutHere } from './about-here.ts'
import { ellipseOf, HALF, NINE_IN_TEN } from './ellipse.ts'
import { enoughAnswers } from './findings.ts'
import { labelled, type Wanted } from './labels.ts'
import { HEIGHT, type Point, type Scene, WIDTH } from './scene.ts'
import { hollow, type Shape, STROKED, solid } from './shapes.ts'

interface PlotProps {
  readonly map: OpinionMap
  readonly scene: Scene
  readonly you: MapView['you']
  /** The id of the caption that names the drawing. */
  readonly named: string
}

/** Everybody as a mark, in one path per group; never mirrored, because left and right mean nothing here. */
export const PeoplePlot: FC<PlotProps> = ({ map, scene, you, named }) => {
  const groups = map.grouping.kind === 'groups' ? map.grouping.groups.map(({ id }) => id) : []
  const inGroup = (group: GroupId | null) => scene.people.filter((person) => person.group === group)
  const ellipses = groups.map((id) => ({
    id,
    ellipse: ellipseOf(map.people.filter(({ group }) => group === id)),
  }))
  const wanted = ellipses.map(({ id, ellipse }): Wanted => {
    const [along, across] = ellipse.radii
    const far = 1.9 * scene.scale
    return {
      text: `Group ${id}`,
      centre: scene.at(ellipse.x, ellipse.y),
      radii: [far * along, far * Math.max(across, 0.8 * along)],
    }
  })
  return (
    <Drawing named={named}>
      {ellipses.map(({ id, ellipse }) => (
        <Ground group={id} ellipse={ellipse} scene={scene} />
      ))}
      <Marks
        shape="n"
        people={inGroup(null)}
        scene={scene}
        isSolid={() => groups.length === 0}
        plain={groups.length === 0}
      />
      {groups.map((id) => (
        <Marks
          shape={shapeOf(id) as Shape}
          people={inGroup(id)}
          scene={scene}
          isSolid={(one) => one.firmness >= FIRM}
        />
      ))}
      <Labels map={map} scene={scene} you={you} wanted={wanted} />
    </Drawing>
  )
}

/** The frame of every drawing of the map; the caption names it, the table beside it says the same. */
export const Drawing: FC<{ named: string; children?: Child }> = ({ named, children }) => (
  <div class="plot">
    {/* biome-ignore lint/a11y/noSvgWithoutTitle: the caption of the figure names it */}
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={named}>
      {children}
    </svg>
  </div>
)

interface MarksProps {
  readonly shape: Shape
  readonly people: readonly PlacedPerson[]
  readonly scene: Scene
  readonly isSolid: (person: PlacedPerson) => boolean
  /** Everybody alike, where there are no groups. */
  readonly plain?: boolean
}

const Marks: FC<MarksProps> = ({ shape, people, scene, isSolid, plain = false }) => {
  const points = (solidOnes: boolean) =>
    people.filter((one) => isSolid(one) === solidOnes).map(({ x, y }) => scene.at(x, y))
  const [firm, unsure] = [points(true), points(false)]
  const shown = plain ? 'a' : shape
  return (
    <>
      {firm.length === 0 ? null : (
        <path class={`m ${plain ? 'o' : shape}${STROKED.has(shown) ? '' : ' full'}`} d={solid(shown, firm)} />
      )}
      {unsure.length === 0 ? null : <path class={`m ${shape} hollow`} d={hollow(shape, unsure)} />}
    </>
  )
}

const Ground: FC<{ group: GroupId; ellipse: ReturnType<typeof ellipseOf>; scene: Scene }> = ({
  group,
  ellipse: { x, y, radii, turn },
  scene,
}) => {
  const [cx, cy] = scene.at(x, y)
  const turned = turn === 0 ? undefined : `rotate(${-Math.round(turn)} ${cx} ${cy})`
  return (
    <>
      {[NINE_IN_TEN, HALF].map((times) => (
        <ellipse
          class={`ground ${shapeOf(group)}`}
          cx={cx}
          cy={cy}
          rx={Math.round(times * scene.scale * radii[0])}
          ry={Math.round(times * scene.scale * radii[1])}
          transform={turned}
        />
      ))}
    </>
  )
}

/** Names of groups, and the person who looks: a dot, the ring in which they may stand, and a line to the words. */
export const Labels: FC<Omit<PlotProps, 'named'> & { wanted: readonly Wanted[] }> = ({
  map,
  scene,
  you,
  wanted,
}) => {
  const marks = scene.people.map(({ x, y }) => scene.at(x, y))
  if (you === null || you.answers < enoughAnswers(map))
    return (
      <>
        {labelled(wanted, marks).map(({ text, x, y }) => (
          <text x={x} y={y}>
            {text}
          </text>
        ))}
      </>
    )
  const ring = aboutHere(map, you)
  const [cx, cy] = scene.at(ring.x, ring.y)
  const radii = ring.radii.map((radius) => Math.round(scene.scale * radius)) as unknown as [number, number]
  const mine: Wanted = { text: 'You, about here', centre: [cx, cy], radii: [radii[0] + 24, radii[1] + 24] }
  const labels = labelled([mine, ...wanted], [...marks, ...outline([cx, cy], radii)])
  const own = labels[0]!
  return (
    <>
      <ellipse class="ring" cx={cx} cy={cy} rx={Math.max(10, radii[0])} ry={Math.max(10, radii[1])} />
      <path class="leader" d={leader([cx, cy], radii, [own.x + 60, own.y < cy ? own.y + 4 : own.y - 16])} />
      <circle class="you" cx={cx} cy={cy} r="7" />
      {labels.map(({ text, x, y }) => (
        <text x={x} y={y}>
          {text}
        </text>
      ))}
    </>
  )
}

/** From the edge of the ring to the words. */
function leader([cx, cy]: Point, [rx, ry]: readonly [number, number], [tx, ty]: Point): string {
  const [dx, dy] = [tx - cx, ty - cy]
  const edge = Math.min(1, 1 / Math.hypot(dx / Math.max(10, rx), dy / Math.max(10, ry)))
  return `M${Math.round(cx + edge * dx)} ${Math.round(cy + edge * dy)}L${tx} ${ty}`
}

/** The ring as points that labels keep away from: as heavy as a crowd. */
function outline([cx, cy]: Point, [rx, ry]: readonly [number, number]): readonly Point[] {
  return Array.from({ length: 180 }, (_, at) => {
    const angle = (at * Math.PI) / 18
    return [cx + rx * Math.cos(angle), cy + ry * Math.sin(angle)] as const
  })
}
