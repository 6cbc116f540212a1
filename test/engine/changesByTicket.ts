import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { changesFile, seed } from './fieldwork.ts'

/** @returns the ids of the drawable changes in order of ticket, computed by nothing but awk, sha256sum and sort */
export async function changesByTicket(): Promise<string[]> {
  const pipeline = `awk -F, 'NR > 1 && !seen[$1]++ && $2 <= "2026-09-30" { print $1 }' "$1" |
    while IFS= read -r id; do printf '%s,%s' "$2" "$id" | sha256sum | cut -c1-64 | tr '\\n' ' '; printf '%s\\n' "$id"; done |
    LC_ALL=C sort | cut -d ' ' -f 2`
  const { stdout } = await promisify(execFile)('bash', ['-c', pipeline, 'bash', changesFile, seed])
  return stdout.trim().split('\n')
}
