/** A field that somebody types into, by what it is called on the screen. */
export type TypedField = { label: string; text: string }

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLElement

const mostFields = 30
const longestText = 50_000
const longestLabel = 300

/** Follows what is typed into the page and not saved yet. A passphrase is never followed, nor what is searched for. */
export class TypedFields {
  readonly #typed = new Set<Field>()

  /** Takes note of a field that something was typed into. @returns whether it is one to follow */
  note(target: EventTarget | null): boolean {
    if (!isFollowed(target)) return false
    this.#typed.add(target)
    return true
  }

  /** Something was saved: what is written as it is typed, outside of a form, is part of it unless somebody is still in it. */
  noteSaved(): void {
    for (const field of this.#typed) {
      if (field.closest('form') === null && field !== document.activeElement) this.#typed.delete(field)
    }
  }

  /** @returns what the fields hold that are still on the page; a form that was closed or emptied holds nothing any more */
  current(): TypedField[] {
    for (const field of this.#typed) if (!field.isConnected) this.#typed.delete(field)
    return [...this.#typed]
      .map((field) => ({ label: labelOf(field).slice(0, longestLabel), text: textOf(field).slice(0, longestText) }))
      .filter(({ text }) => text.trim() !== '')
      .slice(0, mostFields)
  }
}

function isFollowed(target: EventTarget | null): target is Field {
  if (target instanceof HTMLTextAreaElement) return true
  // Outside of a form a line narrows a list, and says nothing that is to be kept.
  if (target instanceof HTMLInputElement) return target.type === 'text' && target.closest('form') !== null
  return target instanceof HTMLElement && target.isContentEditable
}

function textOf(field: Field): string {
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : field.innerText
}

function labelOf(field: Field): string {
  const label = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.labels?.[0] : null
  return label?.textContent ?? field.getAttribute('aria-label') ?? field.getAttribute('placeholder') ?? ''
}
