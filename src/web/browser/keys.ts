/**
 * Keys that work only while the focus is in their region, and that can be turned off; a line beneath the region says
 * which there are, and whether they are on.
 */
export interface Keys {
  readonly region: HTMLElement
  /** The line while they are on: `1 agree, 2 pass`. */
  readonly says: string
  /** The name under which a browser remembers that they were turned off. */
  readonly choice: string
  /** Does what a key stands for; false where it stands for nothing. */
  press(key: string): boolean
}

export function listenTo({ region, says, choice, press }: Keys): void {
  let on = remembered(choice) !== 'off'
  const words = document.createTextNode('')
  const turn = document.createElement('button')
  turn.type = 'button'
  turn.className = 'btn plain'
  const tell = () => {
    words.textContent = on ? `Keys: ${says}. ` : 'Keys are off. '
    turn.textContent = on ? 'Turn keys off' : 'Turn keys on'
  }
  turn.addEventListener('click', () => {
    on = !on
    remember(choice, on ? 'on' : 'off')
    tell()
  })
  const line = document.createElement('p')
  line.className = 'meta'
  line.append(words, turn)
  region.append(line)
  tell()

  region.addEventListener('keydown', (event) => {
    if (!on || event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTyped(event.target)) return
    if (press(event.key.toLowerCase())) event.preventDefault()
  })
}

const isTyped = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type="radio"]), textarea, select')

// Storage may be forbidden; then the choice lasts as long as the page.
function remembered(choice: string): string | null {
  try {
    return localStorage.getItem(choice)
  } catch {
    return null
  }
}

function remember(choice: string, state: 'on' | 'off'): void {
  try {
    localStorage.setItem(choice, state)
  } catch {}
}
