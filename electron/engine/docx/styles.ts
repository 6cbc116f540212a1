import { attribute, type XmlHandler } from '../xlsx/xmlReader.ts'

/**
 * Reads which paragraph styles are headings, and of which level: by the built-in name or by the outline level, own or of the
 * style that it is based on (ECMA-376 Part 1, 17.7.4).
 */
export class StyleReader implements XmlHandler {
  readonly #levels = new Map<string, number>()
  readonly #basedOn = new Map<string, string>()
  #style: string | null = null

  open(name: string, tag: string): void {
    if (name === 'style') this.#style = attribute(tag, 'styleId', true)
    if (this.#style === null) return
    const value = attribute(tag, 'val', true)
    if (value === null) return
    if (name === 'name') this.#named(this.#style, /^heading ([1-9])$/i.exec(value)?.[1])
    if (name === 'outlineLvl' && /^[0-8]$/.test(value)) this.#levels.set(this.#style, Number(value) + 1)
    if (name === 'basedOn') this.#basedOn.set(this.#style, value)
  }

  close(name: string): void {
    if (name === 'style') this.#style = null
  }

  text(): void {
    // Styles have no text.
  }

  /** @returns the level of a heading, counted from 1, or `null` where the style is none */
  levelOf(style: string | null): number | null {
    let at = style
    for (let step = 0; at !== null && step < 20; step += 1) {
      const level = this.#levels.get(at)
      if (level !== undefined) return level
      at = this.#basedOn.get(at) ?? null
    }
    return null
  }

  #named(style: string, level: string | undefined): void {
    if (level !== undefined) this.#levels.set(style, Number(level))
  }
}
