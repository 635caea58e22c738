/**
 * The desk as it goes on: the list of decisions is looked at again every few seconds and exchanged only while nothing
 * in it has the focus; J and K move through the queue. No key approves, denies or switches off. Without this script
 * nothing is missing but the keys: "Look again" is a link.
 */

import { listenTo } from './keys.ts'

const SECONDS = 10

const list = document.querySelector<HTMLElement>('#decisions')
const look = document.querySelector<HTMLAnchorElement>('a[data-look]')
if (list && look) keepLooking(list, look)

const queue = document.querySelector<HTMLElement>('nav.queue')
if (queue)
  listenTo({
    region: queue,
    says: 'J next, K previous, Enter opens',
    choice: 'parley desk keys',
    press(key) {
      const step = key === 'j' ? 1 : key === 'k' ? -1 : 0
      const links = [...queue.querySelectorAll<HTMLAnchorElement>('a')]
      const at = links.indexOf(document.activeElement as HTMLAnchorElement)
      if (step !== 0) links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus()
      return step !== 0
    },
  })

function keepLooking(region: HTMLElement, link: HTMLAnchorElement): void {
  let paused = false
  let heard = clock()
  const line = document.createElement('p')
  line.className = 'meta'
  line.setAttribute('role', 'status')
  region.after(line)
  const pause = document.createElement('button')
  pause.type = 'button'
  pause.className = 'btn'
  pause.textContent = 'Pause the list'
  link.after(pause)
  pause.addEventListener('click', () => {
    paused = !paused
    pause.textContent = paused ? 'Go on' : 'Pause the list'
  })
  setInterval(async () => {
    if (paused || document.hidden) return
    const again = await fetched()
    if (again === null) {
      say(line, `No answer from the server since ${heard}. What you see may be old.`)
      document.querySelector('.lamp')?.classList.add('lost')
      return
    }
    heard = clock()
    document.querySelector('.lamp')?.classList.remove('lost')
    say(line, isOlder(again) ? 'The switch or the queue has changed. Look again.' : '')
    exchange('#decisions', again)
    exchange('#counts', again)
  }, 1000 * SECONDS)
}

function clock(): string {
  return new Date().toLocaleTimeString()
}

async function fetched(): Promise<Document | null> {
  try {
    const response = await fetch(location.pathname + location.search, { headers: { accept: 'text/html' } })
    return response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : null
  } catch {
    return null
  }
}

/** What a person may be deciding about is never exchanged under their hands; they are told that it changed. */
function isOlder(again: Document): boolean {
  const switchOf = (page: Document) => page.querySelector('.status strong')?.textContent
  const queueOf = (page: Document) =>
    [...page.querySelectorAll<HTMLAnchorElement>('nav.queue a')]
      .map((link) => link.getAttribute('href'))
      .join()
  return switchOf(again) !== switchOf(document) || queueOf(again) !== queueOf(document)
}

function exchange(selector: string, again: Document): void {
  const [old, fresh] = [document.querySelector(selector), again.querySelector(selector)]
  if (!old || !fresh || old.contains(document.activeElement) || old.innerHTML === fresh.innerHTML) return
  old.replaceChildren(...fresh.childNodes)
}

/** A status line that says the same again would be read aloud again. */
function say(line: HTMLElement, words: string): void {
  if (line.textContent !== words) line.textContent = words
}
