import type { FC } from 'hono/jsx'
import { settingOf } from '../../../charter/index.ts'
import { type ClauseId, id } from '../../../kernel/index.ts'
import type { WhyView } from '../../views.ts'
import { HIGHEST } from '../chat/setting.ts'

/** Where the dials stood when it answered. Nothing is said of them where the model was not asked. */
export const Settings: FC<{ view: WhyView }> = ({ view: { record, charter } }) => {
  const dials = charter.principles.filter((principle) => principle.kind === 'dial')
  if (dials.length === 0 || record.reply === null) return null
  const given = new Map<ClauseId, number>(
    Object.entries(record.dials).map(([clause, setting]) => [id<'clause'>(clause), setting]),
  )
  return (
    <div class="stack">
      <h3>Where your dials stood</h3>
      <div class="w">
        {dials.map((dial) => {
          const setting = settingOf(dial, given)
          return (
            <>
              <bdi dir="auto">{dial.text}</bdi>
              <b style={`--w:${(100 * setting) / HIGHEST}`} aria-hidden="true" />
              <span class="num">{`${setting} of ${HIGHEST}`}</span>
            </>
          )
        })}
      </div>
      <p class="meta">From 0 to 4, between the two ends that the charter names. The model was told them.</p>
    </div>
  )
}
