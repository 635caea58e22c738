import type { Report } from '../schema.ts'

interface Facts {
  /** Whether anybody outside signed the checkpoint. */
  readonly witnessed: boolean
}

/** What no online assembly can promise, in fixed words. */
export const cannotPromise = ({ witnessed }: Facts): Report['cannotPromise'] => [
  {
    about: 'Coercion',
    says: 'Someone standing beside you, or paying you, can see how you vote here. You may vote again until closing. No online vote prevents this; for binding public elections use supervised paper.',
  },
  {
    about: 'Campaigns',
    says: 'From votes alone we cannot tell a campaign from a minority, and a person with two browsers can vote twice. How many added ballots would overturn a clause stands beside it, where it is known; that says nothing of people who are persuaded, or who register falsely.',
  },
  {
    about: 'The host',
    says: `Whoever runs this server can read votes while it runs. They cannot change or drop a recorded one without it showing, provided one witness is honest.${witnessed ? '' : ' Nobody outside has confirmed this history.'}`,
  },
  {
    about: 'A count by anyone',
    says: 'Opinion groups are computed from plain votes. Everybody can check their own receipts and the published totals; only whoever runs this server can recount every vote.',
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
    says: 'Erased words and votes cannot be read on this server any more. What remains: words that a charter already quotes, ballots on a charter that were already counted, totals already published, backups of the disk, and copies others made before.',
  },
  {
    about: 'Hidden intent',
    says: 'No test here looks for a model that behaves differently when nobody seems to watch, and one that can detect our tests could pass them. That is unknown, not kept.',
  },
  {
    about: 'Judges',
    says: 'A judge that is a model can be fooled. A floor that only a judge can check is as strong as that judge, and without one it is unknown.',
  },
  {
    about: 'Power loss',
    says: 'The record waits for the disk before it acknowledges. The embedded database does not; what a power cut takes from it is made again from the record.',
  },
]
