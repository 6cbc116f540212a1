import { canonical } from '../../../shared/journal/entry.ts'
import { type PlainState, plainFields, type State } from '../../../shared/journal/fold.ts'

type Pause = () => Promise<void>

/** Characters that are gathered before they are handed on. */
const pieceLength = 64 * 1024

/** What `plainState` gives, made row by row so that others are answered in between. */
export async function plainStateOf(state: State, pause: Pause): Promise<PlainState> {
  const entities: [string, PlainState[string]][] = []
  for (const [entity, rows] of state) {
    const values: [string, PlainState[string][string]][] = []
    for (const [id, fields] of rows) {
      values.push([id, plainFields(fields)])
      await pause()
    }
    // From pairs, since a hostile journal may name a row `__proto__`.
    entities.push([entity, Object.fromEntries(values)])
  }
  return Object.fromEntries(entities)
}

/** The canonical JSON of a state in pieces, made row by row: together they are the UTF-8 of `canonical(state)`. */
export async function* stateText(state: PlainState, pause: Pause): AsyncGenerator<Buffer, void, undefined> {
  let text = '{'
  for (const [place, entity] of Object.keys(state).toSorted(byCodeUnits).entries()) {
    text += `${place === 0 ? '' : ','}${canonical(entity)}:{`
    const rows = state[entity] ?? {}
    for (const [number, id] of Object.keys(rows).toSorted(byCodeUnits).entries()) {
      text += `${number === 0 ? '' : ','}${canonical(id)}:${canonical(rows[id] ?? {})}`
      await pause()
      if (text.length < pieceLength) continue
      yield Buffer.from(text, 'utf8')
      text = ''
    }
    text += '}'
  }
  yield Buffer.from(`${text}}`, 'utf8')
}

/** Whether bytes are the canonical JSON of a state. */
export async function isStateText(bytes: Buffer | null, state: PlainState, pause: Pause): Promise<boolean> {
  let place = 0
  for await (const piece of stateText(state, pause)) {
    if (bytes === null || !piece.equals(bytes.subarray(place, place + piece.length))) return false
    place += piece.length
  }
  return place === bytes?.length
}

/** The order of keys that RFC 8785 asks for. */
function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
