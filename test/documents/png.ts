import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** Pixels of a picture: three bytes each, line by line. */
export type Pixels = { width: number; height: number; rgb: Buffer }

const signature = Buffer.from('89504e470d0a1a0a', 'hex')
const mostColours = 256

/** @returns the pixels of a PNG as browsers take it: 8 bits a channel, with or without alpha, not interlaced */
export function readPng(file: Buffer): Pixels {
  const parts: Buffer[] = []
  let [width, height, channels] = [0, 0, 0]
  for (let at = signature.length; at < file.length;) {
    const length = file.readUInt32BE(at)
    const kind = file.toString('latin1', at + 4, at + 8)
    const data = file.subarray(at + 8, at + 8 + length)
    if (kind === 'IHDR') {
      ;[width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)]
      channels = { 2: 3, 6: 4 }[data.readUInt8(9)] ?? 0
      if (data.readUInt8(8) !== 8 || channels === 0 || data.readUInt8(12) !== 0) throw new TypeError('another PNG')
    } else if (kind === 'IDAT') parts.push(data)
    at += 12 + length
  }
  const lines = unfiltered(inflateSync(Buffer.concat(parts)), width * channels, channels)
  const rgb = Buffer.alloc(width * height * 3)
  for (let pixel = 0; pixel < width * height; pixel += 1)
    lines.copy(rgb, pixel * 3, pixel * channels, pixel * channels + 3)
  return { width, height, rgb }
}

/** Takes back what each line was filtered by (PNG, section 9). */
function unfiltered(bytes: Buffer, stride: number, channels: number): Buffer {
  const height = bytes.length / (stride + 1)
  const out = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y += 1) {
    const filter = bytes[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x += 1) {
      const left = x < channels ? 0 : (out[y * stride + x - channels] ?? 0)
      const above = y === 0 ? 0 : (out[(y - 1) * stride + x] ?? 0)
      const corner = x < channels || y === 0 ? 0 : (out[(y - 1) * stride + x - channels] ?? 0)
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0
      out[y * stride + x] = ((bytes[y * (stride + 1) + 1 + x] ?? 0) + guess) & 255
    }
  }
  return out
}

function paeth(left: number, above: number, corner: number): number {
  const [toLeft, toAbove] = [Math.abs(above - corner), Math.abs(left - corner)]
  const toCorner = Math.abs(left + above - 2 * corner)
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}

/** @returns a PNG of at most 256 colours, the most frequent ones: a picture of a window loses nothing that one sees */
export function writePng({ width, height, rgb }: Pixels): Buffer {
  const colours = Array.from({ length: width * height }, (_, pixel) => rgb.readUIntBE(pixel * 3, 3))
  const counts = new Map<number, number>()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const byCount = [...counts].toSorted(([one, often], [other, more]) => more - often || one - other)
  const palette = byCount.slice(0, mostColours).map(([colour]) => colour)
  const places = new Map(palette.map((colour, place) => [colour, place]))
  for (const [colour] of byCount.slice(mostColours)) places.set(colour, nearest(palette, colour))
  const lines = Buffer.alloc((width + 1) * height)
  for (const [pixel, colour] of colours.entries()) {
    lines[Math.floor(pixel / width) * (width + 1) + 1 + (pixel % width)] = places.get(colour) ?? 0
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3], 8)
  const table = Buffer.alloc(palette.length * 3)
  for (const [place, colour] of palette.entries()) table.writeUIntBE(colour, place * 3, 3)
  return Buffer.concat([
    signature,
    part('IHDR', head),
    part('PLTE', table),
    part('IDAT', deflateSync(lines, { level: 9 })),
    part('IEND', Buffer.alloc(0)),
  ])
}

function nearest(palette: readonly number[], colour: number): number {
  const distance = (other: number) =>
    [16, 8, 0].reduce((sum, shift) => sum + (((colour >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0)
  let best = 0
  for (const place of palette.keys()) if (distance(palette[place] ?? 0) < distance(palette[best] ?? 0)) best = place
  return best
}

function part(kind: string, data: Buffer): Buffer {
  const bytes = Buffer.alloc(data.length + 12)
  bytes.writeUInt32BE(data.length, 0)
  bytes.write(kind, 4, 'latin1')
  data.copy(bytes, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length)
  return bytes
}
