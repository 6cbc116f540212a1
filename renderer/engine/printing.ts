import type { PrintAnswer } from '../../shared/shell/shellAction.ts'
import { EngineError } from './client.ts'
import { askShell } from './shell.ts'

/**
 * Opens the system's print dialog for a document that the engine prepared.
 * @returns whether it was printed; false when it was cancelled
 * @throws EngineError `print.gone`, `print.refused`, `print.not_laid_out`
 */
export async function printDocument(documentId: string): Promise<boolean> {
  return ended(await askShell({ kind: 'print', documentId }))
}

/**
 * Makes a PDF of a document that the engine prepared.
 * @param token of the place that a dialog gave
 * @throws EngineError `print.gone`, `print.not_laid_out`, `file.unwritable`, `disk.full`
 */
export async function writePdf(documentId: string, token: string): Promise<void> {
  ended(await askShell({ kind: 'writePdf', documentId, token }))
}

function ended(answer: PrintAnswer): boolean {
  if (!answer.ok) throw new EngineError(answer.error)
  return answer.done
}
