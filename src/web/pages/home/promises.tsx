import type { FC } from 'hono/jsx'
import { pathOf } from '../../page.tsx'
import type { Frame } from '../../views.ts'
import { FEWEST_SHOWN } from '../../words.ts'

/** What the software does for everybody who answers. */
export const Promised: FC<{ frame: Frame }> = ({ frame }) => (
  <section aria-labelledby="promised">
    <h2 id="promised">What is promised</h2>
    <ul class="sides">
      <li>
        <strong>A receipt for each answer.</strong> With it you can check, here or elsewhere, that your answer
        is in the record, unchanged.
      </li>
      <li>
        <strong>No row about you is published.</strong>{' '}
        {`Of fewer than ${FEWEST_SHOWN} people no share is shown.`}
      </li>
      <li>
        <strong>You may change your mind.</strong> The latest answer counts, and you can{' '}
        <a href={pathOf(frame, '/mine')}>read or erase everything</a> you gave.
      </li>
      <li>
        <strong>Dissent stays.</strong> What people say against a decision stands beside it, at the same size.
      </li>
    </ul>
  </section>
)

/** What no software can promise, as large as what is promised. */
export const NotPromised: FC = () => (
  <section aria-labelledby="not-promised">
    <h2 id="not-promised">What is not promised</h2>
    <div class="unknown-box stack">
      <p>Read this before you answer</p>
      <dl class="limits">
        <dt>Coercion</dt>
        <dd>
          Someone standing beside you, or paying you, can see how you vote here. You may vote again until
          closing. No online vote prevents this.
        </dd>
        <dt>Whoever runs this server</dt>
        <dd>
          They can read votes while it runs. They cannot change or drop a recorded one without it showing,
          provided one outside witness is honest. Without a witness, nobody outside has confirmed this
          history.
        </dd>
        <dt>Anonymity</dt>
        <dd>
          Few people share your exact answers. We publish no individual rows; someone who knows several of
          your votes could still recognise a leaked copy.
        </dd>
        <dt>Who answers</dt>
        <dd>
          From votes alone we cannot tell a campaign from a minority, and a person with two browsers can vote
          twice.
        </dd>
        <dt>Your device</dt>
        <dd>If your phone is infected, it can vote for you. Check your receipt on another device.</dd>
        <dt>Erasing</dt>
        <dd>
          Words that a charter already quotes, totals already published, and copies others made before remain.
        </dd>
      </dl>
    </div>
  </section>
)
