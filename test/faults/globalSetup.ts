import { build } from '../../electron/dev/build.ts'

/** Before engines are killed: they are built, since one that is starts in a fraction of the time. */
export async function setup(): Promise<void> {
  await build((line) => console.log(line))
}
