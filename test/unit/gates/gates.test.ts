import { describe, expect, it } from 'vitest'
import { type Found, gatesOf } from '../../../shared/gates/gates.ts'

const found = (code: Found['code'], id: string, count = 1): Found => ({ code, entity: 'control', id, label: id, count })

describe('the gates of an engagement', () => {
  it('stand at the milestone that they block, one a kind, and say how many', () => {
    const gates = gatesOf([
      found('item_without_result', 'p1', 12),
      found('report_not_released', 'e'),
      found('item_without_result', 'p2', 3),
      found('control_without_criterion', 'CHG-01'),
    ])
    expect(gates.planning).toMatchObject([{ text: '1 control is mapped to no criterion.' }])
    expect(gates.fieldwork).toMatchObject([{ count: 15, text: '15 cells of the test sheets have no result.' }])
    expect(gates.fieldwork[0]?.places.map(({ id }) => id)).toEqual(['p1', 'p2'])
    expect(gates.report).toEqual([])
    expect(gates.lock).toMatchObject([{ code: 'report_not_released' }])
  })

  it('name the first twenty papers and count all', () => {
    const { report } = gatesOf(Array.from({ length: 21 }, (_, n) => found('deviation_not_concluded', `D-${n}`)))
    expect(report).toMatchObject([{ count: 21, text: '21 deviations are not concluded.' }])
    expect(report[0]?.places).toHaveLength(20)
  })

  it('are none where nothing is open', () => {
    expect(Object.values(gatesOf([])).flat()).toEqual([])
  })
})
