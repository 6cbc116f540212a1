import { expect, it } from 'vitest'
import { DateOrder } from '../../../shared/population/dateOrder.ts'

function orderOf(texts: string[]): DateOrder {
  const order = new DateOrder('deployed')
  for (const [at, text] of texts.entries()) order.add(at + 2, text)
  return order
}

it('is proven by one day above 12', () => {
  expect(orderOf(['03/04/2026', '13/04/2026', '05/06/2026']).format()).toBe('dmy')
  expect(orderOf(['03/04/2026', '04/13/2026']).format()).toBe('mdy')
  expect(orderOf(['2026-04-03']).format()).toBe('iso')
})

it('is asked for where every date can be read both ways', () => {
  expect(() => orderOf(['03/04/2025', '05/06/2025']).format()).toThrowError(
    expect.objectContaining({
      code: 'population.date_order_ambiguous',
      details: { column: 'deployed', formats: ['dmy', 'mdy'] },
    }),
  )
})

it('is refused where rows contradict each other, and the row is named', () => {
  expect(() => orderOf(['13/04/2026', '05/06/2026', '04/13/2026'])).toThrowError(
    expect.objectContaining({ code: 'population.date_order_mixed', details: { column: 'deployed', row: 4 } }),
  )
  expect(() => orderOf(['13/04/2026', '2026-04-13'])).toThrowError(
    expect.objectContaining({ code: 'population.date_order_mixed' }),
  )
})

it('takes no notice of blanks and of texts that are no dates', () => {
  expect(orderOf(['', 'n/a', '13.04.2026']).format()).toBe('dmy')
  expect(orderOf(['', 'n/a']).isProven).toBe(false)
})
