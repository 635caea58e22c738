import type { FC } from 'hono/jsx'
import { writtenBy } from './spoken.tsx'

/** Says which words a machine wrote; nothing where people wrote all of them. */
export const MachineWords: FC<{ words: readonly { readonly text: string; readonly model: string }[] }> = ({
  words,
}) => (
  <>
    {words.map(({ text, model }) => (
      <p class="machine">
        {`${writtenBy(model)}: “`}
        <bdi>{text}</bdi>”
      </p>
    ))}
  </>
)
