import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerColumns } from '../../../shared/request/answerColumns.ts'
import { comparableHead, listColumns, readRowKey, rowKey, variableHeads } from '../../../shared/request/listColumns.ts'

const attribute = (controlRef: string, letter: string, text: string) => ({ controlRef, letter, text })

describe('the columns of a request list', () => {
  it('have other names than those for the answer, also where the population has a Note of its own', () => {
    expect(variableHeads(['Note', 'answer', 'system'], []).columns).toEqual(['Note (2)', 'answer (2)', 'system'])
  })

  it('say the control where a sample serves several', () => {
    const { attributes } = variableHeads([], [attribute('CHG-01', 'A', 'Approved'), attribute('CHG-02', 'A', 'Tested')])
    expect(attributes).toEqual([
      { label: 'CHG-01 A', head: 'CHG-01 A: Approved' },
      { label: 'CHG-02 A', head: 'CHG-02 A: Tested' },
    ])
  })

  const heads = fc.array(fc.oneof(fc.constantFrom(...Object.values(listColumns)), fc.string({ maxLength: 8 })))
  const attributes = fc.array(
    fc.record({
      controlRef: fc.constantFrom('A-1', 'A-2'),
      letter: fc.constantFrom('A', 'B'),
      text: fc.string({ maxLength: 8 }),
    }),
  )
  it('are all different, and are all known when they come back', () => {
    fc.assert(
      fc.property(heads, attributes, (columns, asked) => {
        const variable = variableHeads(columns, asked)
        const attributeHeads = variable.attributes.map(({ head }) => head)
        const header = [...Object.values(listColumns), ...variable.columns, ...attributeHeads]
        expect(new Set(header.map(comparableHead)).size).toBe(header.length)
        const found = answerColumns(header, { columns, attributes: asked })
        expect(found.others).toEqual([])
        expect(found.attributes.map(({ at }) => header[at])).toEqual(attributeHeads)
      }),
    )
  })
})

describe('the key of a row', () => {
  it('says request and item', () => {
    const key = rowKey('REQ-12', 'f3a1:1402')
    expect([key, readRowKey(key)]).toEqual(['REQ-12/f3a1:1402', { ref: 'REQ-12', sampleItemId: 'f3a1:1402' }])
  })

  it.each(['', 'REQ-1', 'REQ-1/', 'CHG-1/2', '1/REQ-1/2'])('is not %j', (text) => {
    expect(readRowKey(text)).toBeNull()
  })
})
