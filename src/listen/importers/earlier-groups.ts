import { z } from 'zod'
import {
  type GroupId,
  id,
  type Parsed,
  type ParticipantId,
  parsed,
  quoted,
  refused,
} from '../../kernel/index.ts'
import { idOf } from '../schema-words.ts'
import { problemOf } from '../zod-problem.ts'
import { jsonIn } from './json-file.ts'
import { textFiles } from './text-file.ts'

/**
 * Who was in which group of an earlier map, from what `parley map --json` wrote.
 *
 * Errors: refused where it is no such file, names a person twice, or names more groups than a map can have.
 */
export function readEarlierGroups(
  name: string,
  content: Uint8Array | string,
): Parsed<ReadonlyMap<ParticipantId, GroupId>> {
  const files = textFiles(new Map([[name, content]]), [name])
  if (files.kind === 'refused') return files
  const json = jsonIn(files.value[0]!)
  if (json.kind === 'refused') return json
  const read = earlierMap.safeParse(json.value)
  if (!read.success) return refused(problemOf(read.error, json.value, name))
  const groupOf = new Map<ParticipantId, GroupId>()
  const seen = new Set<ParticipantId>()
  for (const person of read.data.people) {
    if (seen.has(person.id))
      return refused({ place: name, found: `${quoted(person.id)} twice`, expected: 'each person once' })
    seen.add(person.id)
    if (person.group !== null) groupOf.set(person.id, id(person.group))
  }
  const groups = new Set(groupOf.values()).size
  if (groups <= MOST_GROUPS) return parsed(groupOf)
  return refused({ place: name, found: `${groups} groups`, expected: `at most ${MOST_GROUPS}` })
}

const LETTER = 'a group by its letter, A to Z, or null'

const earlierMap = z.object(
  {
    people: z.array(
      z.object(
        {
          id: idOf<'participant'>(),
          group: z
            .string(LETTER)
            .regex(/^[A-Z]$/, LETTER)
            .nullable(),
        },
        'a person with id and group',
      ),
      'the people of a map, as parley map --json writes them',
    ),
  },
  'a map, as parley map --json writes it',
)

/** As many as a map can have (ADR 0014). */
const MOST_GROUPS = 5
