import type { Attribute } from '../../../shared/contract/procedure.ts'

/** @returns the attributes of a procedure, one a line, each with what is expected */
export function attributesText(attributes: readonly Attribute[]): string {
  return attributes
    .map(({ letter, text, expected }) => `${letter}: ${text}${expected === null ? '' : ` (expected: ${expected})`}`)
    .join('\n')
}
