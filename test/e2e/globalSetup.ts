import { build } from '../../electron/dev/build.ts'
import { resolveRuntime } from '../../electron/dev/runtime.ts'

/** Before the windows open: the application is built, and Electron is here. */
export async function setup(): Promise<void> {
  const tell = (line: string) => console.log(line)
  await build(tell)
  const { distPath } = await resolveRuntime(tell)
  if (distPath !== undefined) process.env['ELECTRON_OVERRIDE_DIST_PATH'] = distPath
}
