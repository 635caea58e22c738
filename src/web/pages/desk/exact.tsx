import type { FC } from 'hono/jsx'
import { fullDigest } from '../../parts/short-digest.ts'
import type { HeldView } from '../../views.ts'
import { counted } from '../../words.ts'
import { laidOut, piecesOf } from './laid-out.ts'

/** The call, character by character: what is approved is this and nothing else. */
export const ExactCall: FC<{ held: HeldView }> = ({ held: { toolCalls, digest } }) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, and here are none
  <div class="args" role="group" aria-label="Exact call">
    <header>
      <strong>
        {toolCalls.length === 1
          ? 'Exactly this will run, once'
          : `Exactly these ${counted(toolCalls.length, 'call')} will run, once each`}
      </strong>
      <span class="meta">Line breaks are ours. What cannot be seen is shown by its number.</span>
    </header>
    {toolCalls.map(({ name, arguments: args }) => (
      <pre>
        <span class="k">tool </span>
        <Exact text={name} />
        {'\n'}
        <Exact text={laidOut(args)} />
      </pre>
    ))}
    <Digest digest={digest} of={toolCalls.length === 1 ? 'Digest' : 'Digest of the first'} />
  </div>
)

/** The words that would go out. */
export const ExactWords: FC<{ held: HeldView }> = ({ held: { reply, digest } }) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, and here are none
  <div class="args" role="group" aria-label="Exact words">
    <header>
      <strong>Exactly these words will go out, once</strong>
      <span class="meta">The model wrote them. What cannot be seen is shown by its number.</span>
    </header>
    {reply === null ? (
      <p class="gone">The words were erased. An approval sends nothing.</p>
    ) : (
      <pre class="words" dir="auto">
        <Exact text={reply} />
      </pre>
    )}
    <Digest digest={digest} of="Digest" />
  </div>
)

const Exact: FC<{ text: string }> = ({ text }) => (
  <>{piecesOf(text).map((piece) => (piece.kind === 'seen' ? piece.text : <mark>{piece.code}</mark>))}</>
)

const Digest: FC<{ digest: string; of: string }> = ({ digest, of }) => (
  <p class="digest">
    {`${of} `}
    <code>{fullDigest(digest)}</code>
  </p>
)
