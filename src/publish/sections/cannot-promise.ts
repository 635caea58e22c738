import type { Report } from '../schema.ts'

interface Facts {
  /** Whether anybody outside signed the checkpoint. */
  readonly witnessed: boolean
}

/**
 * What no online assembly can promise, in fixed words.
 *
 * How many more ballots would turn a ruling is said to be unknown, because nothing here computes it.
 */
export const cannotPromise = ({ witnessed }: Facts): Report['cannotPromise'] => [
  {
    about: 'Coercion',
    says: 'Someone standing beside you, or paying you, can see how you vote here. You may vote again until closing. No online vote prevents this; for binding public elections use supervised paper.',
  },
  {
    about: 'Campaigns',
    says: 'From votes alone we cannot tell a campaign from a minority. The count is as honest as the roll of invitations. How many more ballots would change a ruling is not known.',
  },
  {
    about: 'The host',
    says: `Whoever runs this server can read votes while it runs. They cannot change or drop a recorded one without it showing, provided one witness is honest.${witnessed ? '' : ' Nobody outside has confirmed this history.'}`,
  },
  {
    about: 'A count by anyone',
    says: 'Opinion groups are computed from plain votes. Named auditors can recount; the public can check its own votes and the published totals.',
  },
  {
    about: 'Your device',
    says: 'If your phone is infected, it can vote for you. Check your receipt on another device.',
  },
  {
    about: 'Receipts',
    says: 'A receipt proves that a ballot was recorded, not that it is the one that counts; only your own session shows that. It weakens vote buying; it does not stop it.',
  },
  {
    about: 'Anonymity',
    says: 'Few people share your exact answers. We publish no individual rows; someone who knows several of your votes could still recognise a leaked copy.',
  },
  {
    about: 'Erasure',
    says: 'Your words are gone from this server and its backups; your votes leave the backups within 30 days. Copies others made before, and totals already published, remain.',
  },
  {
    about: 'Hidden intent',
    says: 'We found no sign that this model behaves differently when unwatched, with this power: none. A model able to detect our tests could pass them. That is unknown, not kept.',
  },
  { about: 'Judges', says: 'A model judged this text and can be fooled. Floors do not depend on it.' },
  {
    about: 'Power loss, on the embedded database',
    says: 'This trial runs on the embedded database. Ratify on PostgreSQL.',
  },
]
