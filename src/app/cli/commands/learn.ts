import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import { draft } from '../../../charter/index.ts'
import { hex } from '../../../kernel/index.ts'
import { preferencesOf, rewardsOf } from '../../../learn/index.ts'
import { counted } from '../../../web/words.ts'
import { usualDraft } from '../../assembly/charters.ts'
import { USUAL_NEGOTIATION } from '../../study/negotiation.ts'
import { writeOut } from '../files.ts'
import { databaseOption, dataOption, jsonOption, outOption } from '../options.ts'
import { plain, print } from '../printing.ts'
import { type DataOptions, listeningFrom } from '../source.ts'
import { studied } from '../studied.ts'

interface LearnFlags extends DataOptions {
  readonly out: string
  readonly salt: string
  readonly json: boolean
}

export const learnCommand = () =>
  new Command('learn')
    .description('what reward follows from what people compared: rewards, and preferences as TRL reads them')
    .argument('<source>', 'an export (directory, zip or JSONL) or an assembly')
    .addOption(outOption())
    .option(
      '--salt <text>',
      'keeps pseudonyms of annotators the same between runs; drawn anew unless given',
      '',
    )
    .addOption(dataOption())
    .addOption(databaseOption())
    .addOption(jsonOption())
    .action(async (source: string, flags: LearnFlags) => {
      const listening = await listeningFrom(source, flags)
      const study = studied(listening, { ...USUAL_NEGOTIATION, seed: listening.assembly.id })
      const { map } = study
      const { rulings } = draft({ ...study, options: usualDraft(listening.assembly) })
      const groups = new Map(
        map.people.flatMap(({ id, group }) => (group === null ? [] : [[id, group] as const])),
      )
      const rewards = rewardsOf(listening, groups)
      const salt = flags.salt || hex(randomBytes(16))
      const learnt = preferencesOf({ listening, groups, rulings, salt })
      await mkdir(flags.out, { recursive: true })
      await writeOut(join(flags.out, 'preferences.jsonl'), learnt.preferences)
      await writeOut(join(flags.out, 'preferences.sidecar.jsonl'), learnt.sidecar)
      await writeOut(join(flags.out, 'rewards.json'), `${JSON.stringify(plain(rewards), null, 2)}\n`)
      print(
        { rows: learnt.rows, leftOut: learnt.leftOut, out: flags.out },
        {
          json: flags.json,
          lines: [
            `${flags.out}: ${counted(learnt.rows, 'preference')}`,
            ...(listening.comparisons.length === 0
              ? ['Nobody compared two responses to a case, so nothing can be learnt from it.']
              : Object.entries(learnt.leftOut).map(([reason, count]) => `left out, ${reason}: ${count}`)),
          ],
        },
      )
    })
