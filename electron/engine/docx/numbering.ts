import { attribute, type XmlHandler } from '../xlsx/xmlReader.ts'

/** Reads which lists are numbered and from which number on, and which have bullets, level by level (ECMA-376 Part 1, 17.9). */
export class NumberingReader implements XmlHandler {
  readonly #bullets = new Set<string>()
  readonly #abstractOf = new Map<string, string>()
  readonly #starts = new Map<string, number>()
  readonly #overrides = new Map<string, number>()
  #abstract: string | null = null
  #number: string | null = null
  #level = '0'

  open(name: string, tag: string): void {
    if (name === 'abstractNum') this.#abstract = attribute(tag, 'abstractNumId', true)
    else if (name === 'num') this.#number = attribute(tag, 'numId', true)
    else if (name === 'lvl' || name === 'lvlOverride') this.#level = attribute(tag, 'ilvl', true) ?? '0'
    else if (name === 'numFmt' && this.#abstract !== null && attribute(tag, 'val', true) === 'bullet') {
      this.#bullets.add(`${this.#abstract}:${this.#level}`)
    } else if (name === 'start' && this.#abstract !== null) {
      this.#starts.set(`${this.#abstract}:${this.#level}`, startIn(tag))
    } else if (name === 'startOverride' && this.#number !== null) {
      this.#overrides.set(`${this.#number}:${this.#level}`, startIn(tag))
    } else if (name === 'abstractNumId' && this.#number !== null) {
      this.#abstractOf.set(this.#number, attribute(tag, 'val', true) ?? '')
    }
  }

  close(name: string): void {
    if (name === 'abstractNum') this.#abstract = null
    if (name === 'num') this.#number = null
  }

  text(): void {
    // Numberings have no text.
  }

  /** @returns the definition that a list counts by; several lists may share one, and count on together */
  definitionOf(list: string): string {
    return this.#abstractOf.get(list) ?? list
  }

  /** @returns the number that a level begins with; 0 where none is said (17.9.25) */
  startOf(list: string, level: number): number {
    return this.#starts.get(`${this.definitionOf(list)}:${level}`) ?? 0
  }

  /** @returns the number that a list begins anew with where it is used first (17.9.26), or `null` where it counts on */
  overrideOf(list: string, level: number): number | null {
    return this.#overrides.get(`${list}:${level}`) ?? null
  }

  isBullet(list: string, level: number): boolean {
    const abstract = this.#abstractOf.get(list)
    return abstract === undefined || this.#bullets.has(`${abstract}:${level}`)
  }
}

/** Beyond what rich text counts from, a document does not mean it. */
const highestStart = 1_000_000

function startIn(tag: string): number {
  const value = Number(attribute(tag, 'val', true))
  return Number.isInteger(value) ? Math.min(Math.max(value, 0), highestStart) : 0
}
