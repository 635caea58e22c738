/**
 * Looks at the page again every few seconds and exchanges its content, without moving the focus: while something in
 * the content has the focus, nothing there is exchanged. When there is nothing left to wait for, the page is loaded.
 */

const MARK = 'script[data-seconds]'

const mark = document.querySelector<HTMLScriptElement>(MARK)
if (mark) setTimeout(look, pause(mark))

async function look(): Promise<void> {
  const again = await fetched()
  if (again === null) return wait('No answer from the server. Trying again.')
  if (again.querySelector(MARK) === null) return location.reload()
  exchange(again)
  wait(null)
}

async function fetched(): Promise<Document | null> {
  try {
    const response = await fetch(location.href, { headers: { accept: 'text/html' } })
    return response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : null
  } catch {
    return null
  }
}

function exchange(again: Document): void {
  const [old, fresh] = [document.querySelector('main'), again.querySelector('main')]
  if (!old || !fresh || old.contains(document.activeElement) || old.innerHTML === fresh.innerHTML) return
  old.replaceChildren(...fresh.childNodes)
}

/** Looks again later; a lost line is said once, and taken back when it is found. */
function wait(trouble: string | null): void {
  const told = document.querySelector('main > [data-trouble]')
  if (trouble === null) told?.remove()
  else if (!told) document.querySelector('main')?.append(status(trouble))
  if (mark) setTimeout(look, pause(mark))
}

function status(trouble: string): HTMLElement {
  const line = document.createElement('p')
  line.setAttribute('role', 'status')
  line.dataset.trouble = ''
  line.textContent = trouble
  return line
}

function pause(script: HTMLScriptElement): number {
  return 1000 * Number(script.dataset.seconds)
}

export {}
