import { readdir, readFile, readlink } from 'node:fs/promises'

/** A socket of the internet family of this computer, as Linux tells it. */
export type InternetSocket = {
  protocol: (typeof protocols)[number]
  /** `ADDRESS:PORT` in the hexadecimal form of `/proc/net`. */
  local: string
  remote: string
  /** By which whoever holds it is found. */
  inode: string
}

const protocols = ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'] as const

/** 127.0.0.1 and ::1, the addresses of this computer alone, as `/proc/net` writes them, and what is connected to nobody. */
const ownAddresses = new Set([
  '0100007F',
  '00000000000000000000000001000000',
  '0000000000000000FFFF00000100007F',
  '00000000',
  '00000000000000000000000000000000',
])

/** @returns whether a socket is between programs of this computer: the only kind that the debugger of the tests opens */
export function isWithinComputer({ protocol, local, remote }: Omit<InternetSocket, 'inode'>): boolean {
  const isLoopback = (address: string) => ownAddresses.has(address.split(':')[0] ?? '')
  return protocol.startsWith('tcp') && !/^0+:/.test(local) && isLoopback(local) && isLoopback(remote)
}

/** 2001:4860:4860::8888, port 443, in the form of `/proc/net`. */
const probed = '60480120000060480000000088880000:01BB'

/**
 * @returns whether a socket is Chromium's question to the system, asked once at its start, whether there is a way to IPv6: it
 * connects a datagram socket, by which nothing is sent, and closes it. No switch of Chromium turns it off.
 */
export function asksForAWay({ protocol, remote }: Omit<InternetSocket, 'inode'>): boolean {
  return protocol === 'udp6' && remote === probed
}

/**
 * @param foreign what other programs hold, which is looked up once and remembered here: to look costs far more than the rest
 * @returns the sockets that lead out of this computer and that a process or those that it started hold
 */
export async function leadingSockets(root: number, foreign: Set<string>): Promise<InternetSocket[]> {
  const leading = (await everySocket()).filter(
    (socket) => !isWithinComputer(socket) && !asksForAWay(socket) && !foreign.has(socket.inode),
  )
  if (leading.length === 0) return []
  const held = new Set((await Promise.all((await descendants(root)).map(heldInodes))).flat())
  for (const { inode } of leading) if (!held.has(inode)) foreign.add(inode)
  return leading.filter(({ inode }) => held.has(inode))
}

async function everySocket(): Promise<InternetSocket[]> {
  const tables = await Promise.all(
    protocols.map(async (protocol) => {
      const lines = (await readFile(`/proc/self/net/${protocol}`, 'utf8').catch(() => '')).split('\n').slice(1)
      return lines.flatMap((line) => {
        const [, local, remote, , , , , , , inode] = line.trim().split(/\s+/)
        // What is closed already, and only waits for late packets, is held by nobody.
        if (local === undefined || remote === undefined || inode === undefined || inode === '0') return []
        return [{ protocol, local, remote, inode }]
      })
    }),
  )
  return tables.flat()
}

async function descendants(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => [])
  const lists = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')),
  )
  const children = lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number))
  const further = await Promise.all(children.map(descendants))
  return [...children, ...further.flat()]
}

async function heldInodes(pid: number): Promise<string[]> {
  const files = await readdir(`/proc/${pid}/fd`).catch(() => [])
  const targets = await Promise.all(files.map((file) => readlink(`/proc/${pid}/fd/${file}`).catch(() => '')))
  return targets.flatMap((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? [])
}
