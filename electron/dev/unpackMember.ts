import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'

/** Writes one member of a compressed tar file to `target`. @throws Error when there is no such member */
export async function unpackMember(tarball: string, member: string, target: string): Promise<void> {
  let found = false
  const entries = extract()
  entries.on('entry', (header, stream, next) => {
    if (header.name !== member) {
      stream.on('end', next).resume()
      return
    }
    found = true
    pipeline(stream, createWriteStream(target)).then(() => next(), next)
  })
  await pipeline(createReadStream(tarball), createGunzip(), entries)
  if (!found) throw new Error(`${tarball} holds no ${member}.`)
}
