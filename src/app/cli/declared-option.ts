import { InvalidArgumentError, Option } from 'commander'
import { DECLARABLE, type RuleName, USUALLY_DECLARED } from '../../negotiate/index.ts'

const NAMES = DECLARABLE.join(', ')

/** Which rules must agree; the one in force is always among them. */
export const declaredOption = () =>
  new Option('--declared <names>', `the rules that must agree, parted by commas: some of ${NAMES}`)
    .argParser(ruleNames)
    .default(USUALLY_DECLARED, USUALLY_DECLARED.join())

function ruleNames(text: string): readonly RuleName[] {
  const names = text.split(',')
  const unknown = names.find((name) => !DECLARABLE.some((rule) => rule === name))
  if (unknown !== undefined) throw new InvalidArgumentError(`found "${unknown}", expected some of ${NAMES}.`)
  return DECLARABLE.filter((rule) => names.includes(rule))
}
