import { describe, expect, it } from 'vitest'
import { WindowGrants } from '../../../electron/main/grants.ts'

describe('a path that the user chose', () => {
  it('is a random token and a name for the page', () => {
    const grants = new WindowGrants()
    const first = grants.grant('/home/ab/Northwind/changes.csv')
    const second = grants.grant('/home/ab/Northwind/changes.csv')
    expect(first.name).toBe('changes.csv')
    expect(first.token).toMatch(/^[0-9a-f-]{36}$/)
    expect(second.token).not.toBe(first.token)
  })

  it('is known to its own window only', () => {
    const { token } = new WindowGrants().grant('/home/ab/changes.csv')
    expect(new WindowGrants().pathOf(token)).toBeUndefined()
  })

  it('goes with the calls of its window', () => {
    const grants = new WindowGrants()
    const { token } = grants.grant('/home/ab/changes.csv')
    expect(grants.all()).toEqual({ [token]: '/home/ab/changes.csv' })
    expect(grants.pathOf(token)).toBe('/home/ab/changes.csv')
  })

  it('is forgotten after a thousand later ones', () => {
    const grants = new WindowGrants()
    const { token } = grants.grant('/tmp/first')
    for (let number = 0; number < 1000; number += 1) grants.grant(`/tmp/${number}`)
    expect(grants.pathOf(token)).toBeUndefined()
    expect(Object.keys(grants.all())).toHaveLength(1000)
  })
})
