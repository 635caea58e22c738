import type { Drawn } from '../../views.ts'
import { counted } from '../../words.ts'

/**
 * How old the map is: from how many answers, how long ago, and what has come since.
 *
 * @example
 * drawnSays({ votes: 1200, newVotes: 0, secondsAgo: 5, next: null }) // => 'Drawn from 1,200 answers, 5 seconds ago. No answer has come since.'
 * drawnSays({ votes: 1, newVotes: 1, secondsAgo: 61, next: null }) // => 'Drawn from 1 answer, 1 minute ago. 1 newer one is not in it yet.'
 * drawnSays({ votes: 900, newVotes: 2, secondsAgo: 7200, next: { says: 'Drawing the map', done: 0.5 } }) // => 'Drawn from 900 answers, 2 hours ago. 2 newer ones are not in it yet. They are being counted: drawing the map, 50 of 100 parts done.'
 */
export function drawnSays({
  votes,
  newVotes,
  secondsAgo,
  next,
}: Pick<Drawn, 'votes' | 'newVotes' | 'secondsAgo' | 'next'>): string {
  const drawn = `Drawn from ${counted(votes, 'answer')}, ${agoText(secondsAgo)} ago.`
  if (newVotes === 0 && next === null) return `${drawn} No answer has come since.`
  const since = newVotes === 0 ? '' : ` ${counted(newVotes, 'newer one is', 'newer ones are')} not in it yet.`
  if (next === null) return `${drawn}${since}`
  const doing = `${next.says.charAt(0).toLowerCase()}${next.says.slice(1)}`
  return `${drawn}${since} ${newVotes === 0 ? 'It is being drawn anew' : 'They are being counted'}: ${doing}, ${Math.floor(100 * next.done)} of 100 parts done.`
}

const agoText = (seconds: number): string =>
  seconds < MINUTE
    ? counted(Math.floor(seconds), 'second')
    : seconds < 60 * MINUTE
      ? counted(Math.round(seconds / MINUTE), 'minute')
      : counted(Math.round(seconds / (60 * MINUTE)), 'hour')

const MINUTE = 60
