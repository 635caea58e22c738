import type { FC } from 'hono/jsx'
import type { Report, TradeOff } from '../../../publish/index.ts'
import { span } from '../../dates.ts'
import { MachineWords } from '../../parts/machine-words.tsx'
import { Tag } from '../../parts/marks.tsx'
import { Effects } from '../charter/effects.tsx'
import { Over } from '../charter/over.tsx'
import { AUTHORITIES, FALLBACKS, motiveSays } from '../charter/words.ts'
import { Missing } from './missing.tsx'
import { Shares } from './shares.tsx'
import { Verdict } from './verdict.tsx'
import { Voices } from './voices.tsx'

/** What gave way to what: for whom, at whose cost, and who said no. */
export const TradeOffsSection: FC<{ tradeOffs: Report['tradeOffs'] }> = ({ tradeOffs }) => (
  <section aria-labelledby="h-trade">
    <h2 id="h-trade">What gave way to what</h2>
    {tradeOffs.kind === 'missing' ? (
      <Missing says={tradeOffs.says} />
    ) : (
      <>
        <p>{tradeOffs.says}</p>
        {tradeOffs.circles.map((circle) => (
          <Circle circle={circle} />
        ))}
        {tradeOffs.tradeOffs.map((one) => (
          <Trade one={one} />
        ))}
      </>
    )}
  </section>
)

type CircleOf = Extract<Report['tradeOffs'], { kind: 'trade-offs' }>['circles'][number]

const Circle: FC<{ circle: CircleOf }> = ({ circle: { values, rulings } }) => (
  <p>
    {`No value comes first everywhere. By ${rulings.join(', ')}, each in its own cases: `}
    {[...values, ...values.slice(0, 1)].map((value, at) => (
      <>
        {at === 0 ? null : ' goes before '}
        <q dir="auto">{value}</q>
      </>
    ))}
    .
  </p>
)

const Trade: FC<{ one: TradeOff }> = ({ one }) => (
  <article class="card trade" aria-labelledby={`trade-${one.id}`}>
    <p class="row">
      <Tag kind="ruling">Ruling</Tag>
      <span class="id">{one.id}</span>
      {one.kind === 'contested' ? <Tag kind="conflicting">contested</Tag> : null}
      <span class="meta">{`reviewed ${span(one.reviewAfter)} after it is ratified`}</span>
    </p>
    <h3 id={`trade-${one.id}`} class="over">
      <Over
        prefer={one.prefer}
        over={one.over}
        between={one.support.overall.kind === 'not-shown' ? 'or' : 'over'}
      />
    </h3>
    <MachineWords words={one.machineWritten} />
    <dl class="kv">
      <dt>When</dt>
      <dd dir="auto">{one.when.join('; ')}</dd>
      {one.notWhen.length === 0 ? null : (
        <>
          <dt>Not when</dt>
          <dd dir="auto">{one.notWhen.join('; ')}</dd>
        </>
      )}
      <dt>Because</dt>
      <dd dir="auto">{one.because}</dd>
      <dt>Decided by</dt>
      <dd>{`${AUTHORITIES[one.authority]} · ${motiveSays(one.motive)}`}</dd>
      <dt>To overturn it</dt>
      <dd>{one.overturn}</dd>
      {one.fallback === null ? (
        <>
          <dt>Kept?</dt>
          <dd>
            <Verdict finding={one.finding} />
          </dd>
        </>
      ) : (
        <>
          <dt>Until then</dt>
          <dd>{`It does not bind; ${FALLBACKS[one.fallback]}.`}</dd>
        </>
      )}
    </dl>
    <Effects {...one} />
    <Shares support={one.support} says="Support for the ruling, of those who compared; the line marks half" />
    <Voices dissent={one.dissent} />
  </article>
)
