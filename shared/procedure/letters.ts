import { DomainError } from '../errors/domainError.ts'

/**
 * Results belong to the letter of an attribute, so a procedure has each letter once.
 * @throws DomainError `procedure.duplicate_attribute`
 */
export function checkLetters(attributes: readonly { letter: string }[]): void {
  const letters = attributes.map(({ letter }) => letter)
  const twice = letters.find((letter, place) => letters.indexOf(letter) !== place)
  if (twice !== undefined) throw new DomainError('procedure.duplicate_attribute', { letter: twice })
}
