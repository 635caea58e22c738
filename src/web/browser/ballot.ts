/**
 * Keys for the ballot: 1 agree, 2 pass, 3 disagree, U undo. They work only while the focus is in the ballot, never
 * while somebody types, and can be turned off. Without this script nothing is missing but the keys.
 */

const BUTTONS: Readonly<Record<string, string>> = {
  '1': 'button[value="agree"]',
  '2': 'button[value="pass"]',
  '3': 'button[value="disagree"]',
  u: 'form[action$="/undo"] button',
}

const CHOICE = 'parley ballot keys'

const ballot = document.querySelector<HTMLElement>('main.ballot')
if (ballot?.querySelector('.votes')) listen(ballot)

function listen(region: HTMLElement): void {
  let on = remembered() !== 'off'
  const words = document.createTextNode('')
  const turn = document.createElement('button')
  turn.type = 'button'
  turn.className = 'btn plain'
  const say = () => {
    words.textContent = on ? 'Keys: 1 agree, 2 pass, 3 disagree, U undo. ' : 'Keys are off. '
    turn.textContent = on ? 'Turn keys off' : 'Turn keys on'
  }
  turn.addEventListener('click', () => {
    on = !on
    remember(on ? 'on' : 'off')
    say()
  })
  const line = document.createElement('p')
  line.className = 'meta'
  line.append(words, turn)
  region.append(line)
  say()

  region.addEventListener('keydown', (event) => {
    if (!on || event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTyped(event.target)) return
    const selector = BUTTONS[event.key.toLowerCase()]
    const button = selector === undefined ? null : region.querySelector<HTMLButtonElement>(selector)
    if (button === null) return
    event.preventDefault()
    button.click()
  })
}

const isTyped = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type="radio"]), textarea, select')

// Storage may be forbidden; then the choice lasts as long as the page.
function remembered(): string | null {
  try {
    return localStorage.getItem(CHOICE)
  } catch {
    return null
  }
}

function remember(choice: 'on' | 'off'): void {
  try {
    localStorage.setItem(CHOICE, choice)
  } catch {}
}

export {}
