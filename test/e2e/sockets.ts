import { readdir, readFile, readlink } from 'node:fs/promises'

/** A socket of the internet family that a process holds, as Linux tells it. */
export type InternetSocket = {
  pid: number
  protocol: (typeof protocols)[number]
  /** `ADDRESS:PORT` in the hexadecimal form of `/proc/PID/net`. */
  local: string
  remote: string
}

const protocols = ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'] as const

/** 127.0.0.1 and ::1, the addresses of this computer alone, as `/proc/PID/net` writes them, and what is connected to nobody. */
const ownAddresses = new Set([
  '0100007F',
  '00000000000000000000000001000000',
  '0000000000000000FFFF00000100007F',
  '00000000',
  '00000000000000000000000000000000',
])

/** @returns whether a socket is between programs of this computer: the only kind that the debugger of the tests opens */
export function isWithinComputer({ protocol, local, remote }: InternetSocket): boolean {
  const isLoopback = (address: string) => ownAddresses.has(address.split(':')[0] ?? '')
  return protocol.startsWith('tcp') && !/^0+:/.test(local) && isLoopback(local) && isLoopback(remote)
}

/** 2001:4860:4860::8888, port 443, in the form of `/proc/PID/net`. */
const probed = '60480120000060480000000088880000:01BB'

/**
 * @returns whether a socket is Chromium's question to the system, asked once at its start, whether there is a way to IPv6: it
 * connects a datagram socket, by which nothing is sent, and closes it. No switch of Chromium turns it off.
 */
export function asksForAWay({ protocol, remote }: InternetSocket): boolean {
  return protocol === 'udp6' && remote === probed
}

/** @returns every socket of the internet family that a process and those that it started hold; a process that ends meanwhile holds none */
export async function internetSockets(root: number): Promise<InternetSocket[]> {
  const pids = await descendants(root)
  return (await Promise.all(pids.map(socketsOf))).flat()
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

async function socketsOf(pid: number): Promise<InternetSocket[]> {
  const held = await heldInodes(pid)
  if (held.size === 0) return []
  const tables = await Promise.all(
    protocols.map(async (protocol) => {
      const lines = (await readFile(`/proc/${pid}/net/${protocol}`, 'utf8').catch(() => '')).split('\n').slice(1)
      return lines.flatMap((line) => {
        const [, local = '', remote = '', , , , , , , inode = ''] = line.trim().split(/\s+/)
        return held.has(inode) ? [{ pid, protocol, local, remote }] : []
      })
    }),
  )
  return tables.flat()
}

async function heldInodes(pid: number): Promise<Set<string>> {
  const files = await readdir(`/proc/${pid}/fd`).catch(() => [])
  const targets = await Promise.all(files.map((file) => readlink(`/proc/${pid}/fd/${file}`).catch(() => '')))
  return new Set(targets.flatMap((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? []))
}
