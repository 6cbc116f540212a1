import { build } from '../../electron/dev/build.ts'
import { resolveRuntime } from '../../electron/dev/runtime.ts'
import { hasDisplay, startDisplay } from './display.ts'

/** Before the windows open: the application is built, Electron is here, and there is a screen. @returns what ends the screen */
export default async function setup(): Promise<() => Promise<void>> {
  const tell = (line: string) => console.log(line)
  await build(tell)
  const { distPath } = await resolveRuntime(tell)
  if (distPath !== undefined) process.env['ELECTRON_OVERRIDE_DIST_PATH'] = distPath
  if (hasDisplay()) return async () => {}
  const display = await startDisplay()
  process.env['DISPLAY'] = display.name
  return display.end
}
