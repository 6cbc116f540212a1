import { build } from '../../electron/dev/build.ts'
import { resolveRuntime } from '../../electron/dev/runtime.ts'
import { hasDisplay, startDisplay, type Display } from './display.ts'

let display: Display | undefined

/** Before the windows open: the application is built, Electron is here, and there is a screen. */
export async function setup(): Promise<void> {
  const tell = (line: string) => console.log(line)
  await build(tell)
  const { distPath } = await resolveRuntime(tell)
  if (distPath !== undefined) process.env['ELECTRON_OVERRIDE_DIST_PATH'] = distPath
  if (hasDisplay()) return
  display = await startDisplay()
  process.env['DISPLAY'] = display.name
}

/** Ends the screen that {@link setup} started. */
export async function teardown(): Promise<void> {
  await display?.end()
}
