/**
 * Keys for the ballot: 1 agree, 2 pass, 3 disagree, U undo. They work only while the focus is in the ballot, never
 * while somebody types, and can be turned off. Without this script nothing is missing but the keys.
 */

import { listenTo } from './keys.ts'

const BUTTONS: Readonly<Record<string, string>> = {
  '1': 'button[value="agree"]',
  '2': 'button[value="pass"]',
  '3': 'button[value="disagree"]',
  u: 'form[action$="/undo"] button',
}

const ballot = document.querySelector<HTMLElement>('main.ballot')
if (ballot?.querySelector('.votes'))
  listenTo({
    region: ballot,
    says: '1 agree, 2 pass, 3 disagree, U undo',
    choice: 'parley ballot keys',
    press(key) {
      const selector = BUTTONS[key]
      const button = selector === undefined ? null : ballot.querySelector<HTMLButtonElement>(selector)
      button?.click()
      return button !== null
    },
  })
