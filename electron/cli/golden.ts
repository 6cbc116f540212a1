import { readFile } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { asAnswer } from '../engine/answer.ts'
import { startHeadless } from './headless.ts'

const Cases = z.array(
  z.object({
    id: z.string(),
    method: z.string(),
    params: z.unknown(),
    expected: z.record(z.string(), z.unknown()),
    tolerance: z.number().optional(),
  }),
)

/** Runs reference cases through the engine; one that expects `{ "error": CODE }` passes with that error. The last line is the sum. @returns whether all passed */
export async function runGolden(file: string, print: (line: string) => void): Promise<boolean> {
  const { engine, call } = startHeadless()
  const cases = Cases.parse(JSON.parse(await readFile(file, 'utf8')))
  let failed = 0
  for (const { id, method, params, expected, tolerance } of cases) {
    const found = await call(method, params).catch((error: unknown) => ({ error: asAnswer(error, engine.log).code }))
    if (agrees(found as Record<string, unknown>, expected, tolerance ?? 0)) continue
    failed += 1
    print(`${id} ${method}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`)
  }
  engine.close()
  print(`${cases.length - failed} passed, ${failed} failed`)
  return failed === 0
}

/** Every expected value is there: numbers within the tolerance, everything else exactly. */
function agrees(found: Record<string, unknown>, expected: Record<string, unknown>, tolerance: number): boolean {
  return Object.entries(expected).every(([name, value]) => {
    const other = found[name]
    if (typeof value === 'number' && typeof other === 'number') return Math.abs(value - other) <= tolerance
    return isDeepStrictEqual(other, value)
  })
}
