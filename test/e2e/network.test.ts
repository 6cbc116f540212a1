import { describe, expect, it } from 'vitest'
import { startCanary } from './canary.ts'
import { expectRefusals } from './refusals.ts'
import { sharedWindow } from './window.ts'

const openWindow = sharedWindow()

describe('the network', () => {
  it('is not there for the page', async () => {
    const opened = await openWindow()
    const canary = await startCanary()
    const outcomes = await opened.page.evaluate(async (origin) => {
      const loaded = (element: HTMLElement) => {
        document.body.append(element)
        return new Promise((resolve) => {
          element.addEventListener('load', () => resolve('loaded'))
          element.addEventListener('error', () => resolve('refused'))
        })
      }
      const fetched = fetch(`http://${origin}/`, { mode: 'no-cors' }).then(
        () => 'loaded',
        () => 'refused',
      )
      const socket = new Promise((resolve) => {
        try {
          const connection = new WebSocket(`ws://${origin}/`)
          connection.addEventListener('open', () => resolve('loaded'))
          connection.addEventListener('error', () => resolve('refused'))
        } catch {
          resolve('refused')
        }
      })
      const image = loaded(Object.assign(document.createElement('img'), { src: `http://${origin}/x.png` }))
      const file = loaded(
        Object.assign(document.createElement('img'), { src: 'file:///usr/share/pixmaps/debian-logo.png' }),
      )
      const sheet = loaded(
        Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `http://${origin}/x.css` }),
      )
      return Promise.all([fetched, socket, image, file, sheet])
    }, canary.origin)
    expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused', 'refused'])
    expect(canary.connections()).toBe(0)
    expectRefusals(opened)
  })

  it('is not there for the shell, even where no policy stands before it', async () => {
    const { app } = await openWindow()
    const canary = await startCanary()
    const outcomes = await app.evaluate(async ({ session }, origin) => {
      const ask = (from: Electron.Session, address: string) =>
        from.fetch(address).then(
          ({ status }) => String(status),
          (error: Error) => error.message,
        )
      const sessions = [session.fromPartition('tickmark'), session.defaultSession]
      return Promise.all(sessions.flatMap((from) => [ask(from, `http://${origin}/`), ask(from, 'file:///etc/passwd')]))
    }, canary.origin)
    expect(outcomes).toEqual(['net::ERR_BLOCKED_BY_CLIENT', '403', 'net::ERR_BLOCKED_BY_CLIENT', '403'])
    expect(canary.connections()).toBe(0)
  })

  it('opens no socket for a call between browsers', async () => {
    const opened = await openWindow()
    const candidates = await opened.page.evaluate(async () => {
      const connection = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:3478' }] })
      const found: string[] = []
      connection.createDataChannel('x')
      const gathered = new Promise<void>((resolve) => {
        connection.addEventListener('icecandidate', ({ candidate }) => {
          if (candidate === null) resolve()
          else found.push(candidate.candidate)
        })
      })
      await connection.setLocalDescription()
      await gathered
      connection.close()
      return found.filter((line) => line !== '')
    })
    expect(candidates).toEqual([])
  })

  it('knows only the files of the window', async () => {
    const { app } = await openWindow()
    const outcomes = await app.evaluate(async ({ session }) => {
      const ours = session.fromPartition('tickmark')
      const addresses = [
        'app://tickmark/',
        'app://tickmark/../package.json',
        'app://tickmark/%2e%2e/main/main.js',
        'app://other/index.html',
        'app://tickmark/index.html',
      ]
      const answers = await Promise.all(addresses.map((address) => ours.fetch(address)))
      return answers.map(({ status }) => status)
    })
    expect(outcomes).toEqual([404, 404, 404, 404, 200])
  })
})
