import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it, onTestFinished } from 'vitest'
import { asksForAWay, internetSockets, isWithinComputer } from '../../e2e/sockets.ts'

/** What a program does that opens a socket; it says so, and waits to be ended. */
const programs = {
  'a server for everybody': `require('net').createServer().listen(0, '0.0.0.0', () => console.log('open'))`,
  'a question to a name server': `const s = require('dgram').createSocket('udp4'); s.bind(0, () => console.log('open'))`,
  'a server for this computer': `require('net').createServer().listen(0, '127.0.0.1', () => console.log('open'))`,
  'no socket': `setInterval(() => {}, 1000); console.log('open')`,
}

describe.runIf(process.platform === 'linux')('the sockets of the programs that tests start', () => {
  it.each([
    { program: 'a server for everybody', within: [false] },
    { program: 'a question to a name server', within: [false] },
    { program: 'a server for this computer', within: [true] },
    { program: 'no socket', within: [] },
  ] as const)('are known where one has $program', async ({ program, within }) => {
    const child = spawn(process.execPath, ['-e', programs[program]], { stdio: ['ignore', 'pipe', 'ignore'] })
    const ended = once(child, 'exit')
    onTestFinished(async () => {
      child.kill()
      await ended
    })
    await once(child.stdout, 'data')
    const its = (await internetSockets(process.pid)).filter(({ pid }) => pid === child.pid)
    expect(its.map(isWithinComputer)).toEqual(within)
    expect(its.filter(asksForAWay)).toEqual([])
  })
})

it('tells Chromium’s question for a way to IPv6 from everything else that leads there', () => {
  // 2001:4860:4860::8888 in the words of 32 bits, each with its bytes turned round, of /proc/net/udp6 on a little-endian machine.
  const asked = { pid: 1, protocol: 'udp6', local: '0:9C40', remote: '60480120000060480000000088880000:01BB' } as const
  expect(asksForAWay(asked)).toBe(true)
  expect(asksForAWay({ ...asked, protocol: 'tcp6' })).toBe(false)
  expect(asksForAWay({ ...asked, remote: '60480120000060480000000088880000:0035' })).toBe(false)
})
