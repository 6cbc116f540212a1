import { describe, expect, it } from 'vitest'
import { paths } from '../../../renderer/app/paths.ts'
import { helpAt } from '../../../renderer/help/screenHelp.ts'
import { termScreenOf } from '../../../renderer/help/termScreen.ts'

describe('the help of a screen', () => {
  it('knows each screen by its address, and a paper from its list', () => {
    const addresses = [
      '/',
      '/settings',
      '/nowhere',
      '/e/1/search',
      '/e/1',
      '/e/1/controls',
      '/e/1/controls/2',
      '/e/1/populations/2/rows',
      '/e/1/sheets/2',
      '/e/1/requests/2',
    ]
    expect(addresses.map(termScreenOf)).toEqual([
      'engagements',
      'settings',
      undefined,
      'search',
      'dashboard',
      'controls',
      'control',
      'population',
      'sheet',
      'requests',
    ])
  })

  it('says what each screen is for, also that of a paper', () => {
    const addresses = paths.map((path) => path.replace('$engagementId', 'E').replaceAll(/\$\w+/g, 'P'))
    expect(addresses.filter((address) => !/^[A-Z].*\.$/.test(helpAt(address)))).toEqual([])
    expect(helpAt('/e/E/controls/P')).not.toBe(helpAt('/e/E/controls'))
    expect(helpAt('/nowhere')).toBe('')
  })
})
