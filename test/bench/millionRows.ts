import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

export const rows = 1_000_000
const systems = ['billing', 'ledger', 'infra', 'payments', 'portal']

/** How the columns of the list are to be read. */
export const columns = { itemId: 'change_id', date: 'deployed_on', stratum: 'system', amount: 'amount' }

/** Writes a list of a million rows by twelve columns, some 200 MB; the same in every run. */
export async function writeMillionRows(file: string): Promise<void> {
  const out = createWriteStream(file)
  out.write('change_id,deployed_on,system,title,author,approver,approved_on,environment,amount,ticket,commit,notes\n')
  const start = Date.UTC(2025, 9, 1)
  let commit = 1
  for (let row = 0; row < rows; row += 1) {
    const day = new Date(start + Math.floor((row * 365) / rows) * 86_400_000).toISOString().slice(0, 10)
    commit = (commit * 48_271) % 0x7fff_ffff
    const id = String(row + 1).padStart(7, '0')
    const line = `CHG-${id},${day},${systems[row % 5]},"Change ${row}, part of release ${row % 50}",person${row % 300}@example.test,approver${row % 40}@example.test,${day},production,${row % 9973}.${String(row % 100).padStart(2, '0')},TCK-${(row * 7) % 999_983},${commit.toString(16).padStart(8, '0')}${id},routine deployment window ${row % 24}\n`
    if (!out.write(line)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}
