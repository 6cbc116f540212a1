import { parentPort } from 'node:worker_threads'
import { readFileText } from './readFileText.ts'
import type { TextAnswer, TextQuestion } from './textReader.ts'

parentPort?.on('message', (question: TextQuestion) => void answer(question))

async function answer({ name, bytes }: TextQuestion): Promise<void> {
  const said: TextAnswer = { text: await readFileText(name, Buffer.from(bytes.buffer)).catch(() => null) }
  parentPort?.postMessage(said)
}
