import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it, onTestFinished } from 'vitest'
import { asksForAWay, isWithinComputer, leadingSockets } from '../../e2e/sockets.ts'

/** What a program does that opens a socket; it says so, and waits to be ended. */
const programs = {
  'a server for everybody': `require('net').createServer().listen(0, '0.0.0.0', () => console.log('open'))`,
  'a question to a name server': `const s = require('dgram').createSocket('udp4'); s.bind(0, () => console.log('open'))`,
  'a server for this computer': `require('net').createServer().listen(0, '127.0.0.1', () => console.log('open'))`,
  'no socket': `setInterval(() => {}, 1000); console.log('open')`,
}

describe.runIf(process.platform === 'linux')('the sockets of a program that a test starts', () => {
  it.each([
    { program: 'a server for everybody', leading: 1 },
    { program: 'a question to a name server', leading: 1 },
    { program: 'a server for this computer', leading: 0 },
    { program: 'no socket', leading: 0 },
  ] as const)('lead out of the computer where one has $program: $leading', async ({ program, leading }) => {
    const child = spawn(process.execPath, ['-e', programs[program]], { stdio: ['ignore', 'pipe', 'ignore'] })
    const ended = once(child, 'exit')
    onTestFinished(async () => {
      child.kill()
      await ended
    })
    await once(child.stdout, 'data')
    const foreign = new Set<string>()
    expect(await leadingSockets(process.pid, foreign)).toHaveLength(leading)
    expect(await leadingSockets(process.pid, foreign)).toHaveLength(leading)
  })
})

it('tells Chromium’s question for a way to IPv6 from everything else that leads there', () => {
  // 2001:4860:4860::8888 in the words of 32 bits, each with its bytes turned round, of /proc/net/udp6 on a little-endian machine.
  const asked = { protocol: 'udp6', local: '0:9C40', remote: '60480120000060480000000088880000:01BB' } as const
  expect(isWithinComputer(asked)).toBe(false)
  expect(asksForAWay(asked)).toBe(true)
  expect(asksForAWay({ ...asked, protocol: 'tcp6' })).toBe(false)
  expect(asksForAWay({ ...asked, remote: '60480120000060480000000088880000:0035' })).toBe(false)
})
