import type { Study } from '../../../charter/index.ts'
import { id } from '../../../kernel/index.ts'
import type { MapView } from '../../views.ts'
import { frameOf, historyOf, ready } from '../../worlds.case.ts'
import { MapPage } from '../map.tsx'

/** The map page of a study, as tests read it. */
export const page = (study: Study, view: Partial<MapView> = {}): string =>
  String(
    <MapPage
      frame={frameOf()}
      view={{
        studied: ready(study),
        groups: historyOf(),
        you: null,
        show: { kind: 'groups' },
        ...view,
      }}
    />,
  )

/** The view that shows one statement. */
export const statement = (name: string): MapView['show'] => ({ kind: 'statement', statement: id(name) })
