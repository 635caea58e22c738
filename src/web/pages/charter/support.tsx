import type { FC } from 'hono/jsx'
import type { Support } from '../../../charter/index.ts'
import type { GroupId, Interval } from '../../../kernel/index.ts'
import { Band, Group } from '../../parts/marks.tsx'

/** Who is for it, group by group; without groups, everybody at once. The line marks one half. */
export const SupportBands: FC<{ support: Support; says: string }> = ({ support, says }) => {
  const groups = Object.entries(support.groups) as [GroupId, Interval][]
  return (
    <div class="sup">
      <p class="meta">{says}</p>
      {groups.map(([group, interval]) => (
        <>
          <Group id={group} />
          <Band interval={interval} group={group} half />
        </>
      ))}
      {groups.length > 0 ? null : (
        <>
          <span>All</span>
          <Band interval={support.overall} half />
        </>
      )}
      <p class="src">{`Of ${support.overall.n} who answered; 95 % intervals (${METHODS[support.overall.method]}).`}</p>
    </div>
  )
}

const METHODS: Readonly<Record<Support['overall']['method'], string>> = {
  wilson: 'Wilson',
  'clopper-pearson': 'Clopper–Pearson',
  bootstrap: 'bootstrap',
  laplace: 'Laplace',
  beta: 'Beta distribution',
}
