import { describe, expect, it } from 'vitest'
import { links } from '../../../renderer/app/links.ts'
import { contract } from '../../../shared/contract/index.ts'
import { glossary } from '../../../shared/glossary/glossary.ts'
import { termScreens } from '../../../shared/glossary/term.ts'
import { fieldOf, isEntityName } from '../../../shared/model/entities.ts'

/** Whether the code has an entity, a field or a method of this name. */
function isInCode(name: string): boolean {
  const [entity = '', field] = name.split('.')
  return field === undefined
    ? isEntityName(entity)
    : fieldOf(entity, field) !== undefined || Object.hasOwn(contract, name)
}

describe('the glossary', () => {
  it('has one word for one meaning', () => {
    const words = glossary.flatMap(({ term, also }) => [term, ...(also === undefined ? [] : also.split(', '))])
    expect(words.filter((word, place) => words.indexOf(word) !== place)).toEqual([])
  })

  it('names what the code has', () => {
    const unknown = glossary.flatMap(({ code }) => (code === undefined || isInCode(code) ? [] : [code]))
    expect(unknown).toEqual([])
  })

  it('says each meaning in sentences, without the term first', () => {
    const other = glossary.filter(
      ({ term, meaning }) =>
        !/^[A-Z].*\.$/.test(meaning) || meaning.toLowerCase().startsWith(`${term.toLowerCase()} is`),
    )
    expect(other.map(({ term }) => term)).toEqual([])
  })

  it('explains something on every screen where terms are met, and those screens are there', () => {
    const addresses = Object.keys(links)
    expect(termScreens.filter((screen) => !addresses.includes(screen))).toEqual([])
    const explained = new Set(glossary.flatMap(({ screens }) => screens))
    expect(termScreens.filter((screen) => !explained.has(screen))).toEqual([])
  })
})
