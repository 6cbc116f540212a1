import { afterAll, beforeAll } from 'vitest'
import { hasDisplay, startDisplay, type Display } from './display.ts'

let display: Display | undefined

/** Each file of tests has a screen of its own, so that windows of two files do not fight for the focus. */
beforeAll(async () => {
  if (hasDisplay()) return
  display = await startDisplay()
  process.env['DISPLAY'] = display.name
})

afterAll(async () => {
  if (display === undefined) return
  delete process.env['DISPLAY']
  await display.end()
  display = undefined
})
