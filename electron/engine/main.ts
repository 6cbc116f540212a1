import { createEngine } from './createEngine.ts'
import { asAnswer } from './answer.ts'
import { parentOf } from './parent.ts'
import type { EngineCall } from './wire.ts'

/** The engine's process: takes calls from whoever forked it, answers, announces, and ends with its parent. */
const parent = parentOf(process)
const engine = createEngine({
  announce: (event, payload) => parent.send({ event, payload }),
  checksResults: process.env['TICKMARK_CHECKS_RESULTS'] === '1',
  log: (line) => process.stderr.write(`${line}\n`),
})

parent.onCall((call) => void answer(call))
parent.onGone(() => {
  engine.close()
  process.exit(0)
})
parent.send({ ready: true })

async function answer({ id, method, params, grants }: EngineCall): Promise<void> {
  try {
    const result = await engine.call(method, params, grants)
    parent.send({ id, ok: true, result })
  } catch (error) {
    parent.send({ id, ok: false, error: asAnswer(error, engine.log) })
  }
}
