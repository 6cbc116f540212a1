/** Gives room for so many bytes. */
export type Room = (bytes: number) => Buffer

/** New room each time, for pieces that whoever receives them may keep. */
export const newRoom: Room = (bytes) => Buffer.allocUnsafeSlow(bytes)

/**
 * Room in a few buffers by turns. Fresh memory costs more than the cipher that fills it; but a piece is overwritten when its turn
 * comes again, so this is for pipelines alone in which each piece is used up by then.
 */
export function inTurns(buffers: number): Room {
  const ring: Buffer[] = []
  let turn = 0
  return (bytes) => {
    const held = ring[turn]
    const buffer = held !== undefined && held.length >= bytes ? held : newRoom(bytes)
    ring[turn] = buffer
    turn = (turn + 1) % buffers
    return buffer.subarray(0, bytes)
  }
}

/**
 * What one sealed stream after the other is read, collected and made in. A piece that is read or made stays as it is while the
 * next one is made, and no longer.
 */
export class StreamRooms {
  readonly read = inTurns(2)
  readonly collected = inTurns(1)
  readonly made: Room

  /** @param made where pieces that are made may be kept: {@link newRoom} */
  constructor(made: Room = inTurns(2)) {
    this.made = made
  }
}
