import type { FC } from 'hono/jsx'
import type { GroupId } from '../../../kernel/index.ts'
import type { Voice } from '../../../publish/index.ts'
import { DissentBox } from '../../parts/marks.tsx'
import { listed } from '../../words.ts'

/** Recorded dissent: in words, by votes alone, or that somebody was never asked. */
export const Voices: FC<{ dissent: readonly Voice[] }> = ({ dissent }) => {
  const silent = (heard: Voice['heard']) => dissent.filter((voice) => voice.heard === heard)
  return (
    <>
      {silent('words').map(({ from, words, more }) => (
        <DissentBox title={`${whose(from)}, recorded dissent`} words={words}>
          {more === 'something' ? <p class="meta">More was said than is printed.</p> : null}
        </DissentBox>
      ))}
      {silent('votes-only').length === 0 ? null : (
        <div class="dissent">
          <p>{`Against it by votes, without words: ${names(silent('votes-only'))}.`}</p>
        </div>
      )}
      {silent('asked-none-given').length === 0 ? null : (
        <p class="meta">{`Asked, and gave no dissent: ${names(silent('asked-none-given'))}.`}</p>
      )}
      {silent('not-asked').length === 0 ? null : (
        <div class="unknown-box">
          <p>{`Never asked: ${names(silent('not-asked'))}.`}</p>
        </div>
      )}
      {dissent.length > 0 ? null : <p class="meta">No dissent is recorded.</p>}
    </>
  )
}

/** Null: somebody in no group, or in one that is too small to name. */
const whose = (from: GroupId | null): string =>
  from === null ? 'People of no group that is named' : `Group ${from}`

const names = (voices: readonly Voice[]): string =>
  listed([
    ...new Set(
      voices.map(({ from }) => (from === null ? 'people of no group that is named' : `group ${from}`)),
    ),
  ])
