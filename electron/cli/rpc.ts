import { createInterface } from 'node:readline'
import { asAnswer } from '../engine/answer.ts'
import type { Headless } from './headless.ts'

/** JSON-RPC 2.0, one object a line, in the order in which they come; ends at the end of the input. */
export async function serveRpc(
  { engine, call }: Headless,
  input: NodeJS.ReadableStream,
  print: (line: string) => void,
): Promise<void> {
  for await (const line of createInterface({ input })) {
    if (line.trim() !== '') print(JSON.stringify(await answer(line)))
  }

  async function answer(line: string): Promise<unknown> {
    const request = parse(line)
    if (request === null) return { jsonrpc: '2.0', id: null, error: { code: -32700, message: 'Parse error' } }
    const { id, method, params } = request
    try {
      return { jsonrpc: '2.0', id, result: await call(method, params ?? {}) }
    } catch (error) {
      const { code, message, details } = asAnswer(error, engine.log)
      return { jsonrpc: '2.0', id, error: { code: -32000, message, data: { code, details } } }
    }
  }
}

function parse(line: string): { id: unknown; method: string; params: unknown } | null {
  try {
    const value = JSON.parse(line) as { id?: unknown; method?: unknown; params?: unknown } | null
    return typeof value?.method === 'string'
      ? { id: value.id ?? null, method: value.method, params: value.params }
      : null
  } catch {
    return null
  }
}
