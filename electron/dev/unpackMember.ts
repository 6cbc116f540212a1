import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'

/** Writes one member of a compressed tar file to `target`. @throws Error when there is no such member */
export async function unpackMember(tarball: string, member: string, target: string): Promise<void> {
  const entries = extract()
  const reading = pipeline(createReadStream(tarball), createGunzip(), entries)
  let found = false
  for await (const entry of entries) {
    if (entry.header.name === member) {
      found = true
      await pipeline(entry, createWriteStream(target))
    } else {
      entry.resume()
    }
  }
  await reading
  if (!found) throw new Error(`${tarball} holds no ${member}.`)
}
