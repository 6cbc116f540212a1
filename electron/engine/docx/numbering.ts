import { attribute, type XmlHandler } from '../xlsx/xmlReader.ts'

/** Reads which lists are numbered and which have bullets, level by level (ECMA-376 Part 1, 17.9). */
export class NumberingReader implements XmlHandler {
  readonly #bullets = new Set<string>()
  readonly #abstractOf = new Map<string, string>()
  #abstract: string | null = null
  #number: string | null = null
  #level = '0'

  open(name: string, tag: string): void {
    if (name === 'abstractNum') this.#abstract = attribute(tag, 'abstractNumId', true)
    else if (name === 'num') this.#number = attribute(tag, 'numId', true)
    else if (name === 'lvl') this.#level = attribute(tag, 'ilvl', true) ?? '0'
    else if (name === 'numFmt' && this.#abstract !== null && attribute(tag, 'val', true) === 'bullet') {
      this.#bullets.add(`${this.#abstract}:${this.#level}`)
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

  isBullet(list: string, level: number): boolean {
    const abstract = this.#abstractOf.get(list)
    return abstract === undefined || this.#bullets.has(`${abstract}:${level}`)
  }
}
