import { callEngine } from '../../engine/client.ts'

/** Bytes that the engine gives at once. */
const piece = 4 * 1024 * 1024

/** @returns a part of a file of evidence */
export async function evidencePart(evidenceId: string, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  const part = new Uint8Array(end - start)
  for (let at = start; at < end; at += piece) {
    const { bytes } = await callEngine('evidence.bytes', { evidenceId, start: at, length: Math.min(piece, end - at) })
    part.set(bytes, at - start)
  }
  return part
}
