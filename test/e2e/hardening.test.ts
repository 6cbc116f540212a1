import { describe, expect, it } from 'vitest'
import { startCanary } from './canary.ts'
import { expectRefusals } from './refusals.ts'
import { sharedWindow } from './window.ts'

const openWindow = sharedWindow()

describe('the page', () => {
  it('lives in a sandbox, apart from Node and from the preload script', async () => {
    const { app, page } = await openWindow()
    const preferences = await app.evaluate(({ webContents }) =>
      webContents
        .getAllWebContents()
        .map((contents) =>
          (contents as unknown as { getLastWebPreferences: () => Electron.WebPreferences }).getLastWebPreferences(),
        ),
    )
    expect(preferences).toHaveLength(1)
    expect(preferences[0]).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    })
    const globals = await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter((name) => name in window),
    )
    expect(globals).toEqual([])
  })

  it('finds call, on and shell, and nothing else', async () => {
    const { page } = await openWindow()
    expect(await page.evaluate(() => Object.keys(window.tickmark).toSorted())).toEqual(['call', 'on', 'shell'])
    expect(await page.evaluate(() => Object.isFrozen(window.tickmark))).toBe(true)
  })

  it('is told of events without their sender', async () => {
    const { app, page } = await openWindow()
    await page.evaluate(() => {
      const heard: unknown[][] = []
      const end = window.tickmark.on('test.event', (...all: unknown[]) => heard.push(all))
      Object.assign(window, { heard, end })
    })
    const announce = (payload: string) =>
      app.evaluate(
        ({ webContents }, value) => webContents.getAllWebContents()[0]?.send('event', 'test.event', value),
        payload,
      )
    await announce('first')
    await announce('second')
    await page.waitForFunction(() => (window as unknown as { heard: unknown[] }).heard.length === 2)
    await page.evaluate(() => (window as unknown as { end: () => void }).end())
    await announce('third')
    expect(await page.evaluate(() => window.tickmark.shell({ kind: 'engineState' }))).toMatch(/starting|ready/)
    expect(await page.evaluate(() => (window as unknown as { heard: unknown[][] }).heard)).toEqual([
      ['first'],
      ['second'],
    ])
  })

  it('comes with its policy, and with a fresh nonce each time', async () => {
    const { app } = await openWindow()
    const answers = await app.evaluate(async ({ session }) => {
      const ours = session.fromPartition('tickmark')
      const both = await Promise.all([1, 2].map(() => ours.fetch('app://tickmark/index.html')))
      return both.map(({ headers }) => Object.fromEntries(headers))
    })
    const [first = {}, second = {}] = answers
    expect(first).toMatchObject({ 'x-content-type-options': 'nosniff', 'cross-origin-opener-policy': 'same-origin' })
    const policy = first['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-")
    expect(policy).not.toContain('unsafe')
    expect(policy).not.toBe(second['content-security-policy'])
  })

  it('runs no script but its own files', async () => {
    const opened = await openWindow()
    const outcome = await opened.page.evaluate(async () => {
      const ran: string[] = []
      Object.assign(window, { ran })
      const tries: Record<string, () => unknown> = {
        // oxlint-disable-next-line no-eval
        eval: () => (0, eval)('ran.push("eval")'),
        // oxlint-disable-next-line no-implied-eval, no-new-func
        Function: () => new Function('ran.push("Function")')(),
        // oxlint-disable-next-line no-implied-eval
        timer: () => setTimeout('ran.push("timer")', 0),
        element: () => {
          const script = document.createElement('script')
          script.append('ran.push("element")')
          document.body.append(script)
        },
        address: () => {
          const script = document.createElement('script')
          script.src = 'data:text/javascript,ran.push("address")'
          document.body.append(script)
        },
        markup: () => document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=ran.push("markup")>'),
        attribute: () => document.body.setAttribute('onclick', 'ran.push("attribute")'),
        worker: () => new Worker('data:text/javascript,0'),
      }
      const refused: string[] = []
      // What the debugger calls may evaluate text; what a timer calls may do what the page may.
      await new Promise<void>((resolve) => {
        setTimeout(() => {
          for (const [name, attempt] of Object.entries(tries)) {
            try {
              attempt()
            } catch {
              refused.push(name)
            }
          }
          document.body.click()
          setTimeout(resolve, 200)
        })
      })
      return { ran, refused }
    })
    expect(outcome.ran).toEqual([])
    expect(outcome.refused).toEqual(expect.arrayContaining(['eval', 'Function', 'markup', 'address']))
    expectRefusals(opened)
  })

  it('gives its preload object to no frame in it', async () => {
    const opened = await openWindow()
    const inFrames = await opened.page.evaluate(async () => {
      const blank = document.createElement('iframe')
      const own = document.createElement('iframe')
      own.src = 'app://tickmark/index.html'
      document.body.append(blank, own)
      await new Promise((resolve) => setTimeout(resolve, 300))
      return [blank, own].map(({ contentWindow }) => {
        try {
          return contentWindow !== null && 'tickmark' in contentWindow
        } catch {
          return false
        }
      })
    })
    expect(inFrames).toEqual([false, false])
    expectRefusals(opened)
  })

  it('stays where it is', async () => {
    const opened = await openWindow()
    const { app, page } = opened
    const canary = await startCanary()
    const address = page.url()
    for (const target of [
      `http://${canary.origin}/`,
      'file:///etc/passwd',
      'app://tickmark/nothing.html',
      'data:text/html,x',
    ]) {
      await page.evaluate((to) => {
        location.assign(to)
        const link = document.createElement('a')
        link.href = to
        link.target = '_blank'
        link.click()
      }, target)
      expect(await page.evaluate((to) => window.open(to) === null, target)).toBe(true)
    }
    expect(await page.evaluate(() => document.querySelector('#root') !== null)).toBe(true)
    expect(page.url()).toBe(address)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    expect(canary.connections()).toBe(0)
    expectRefusals(opened)
  })

  it('comes back from an empty document, which nobody can refuse beforehand', async () => {
    const { app, page } = await openWindow()
    const address = page.url()
    await app.evaluate(({ webContents }) => {
      const visits: string[] = []
      Object.assign(globalThis, { visits })
      webContents.getAllWebContents()[0]?.on('did-navigate', (_, visited) => visits.push(visited))
    })
    await page.evaluate(() => location.assign('about:blank'))
    const visits = () => app.evaluate(() => (globalThis as unknown as { visits: string[] }).visits)
    await expect.poll(visits).toEqual(['about:blank', address])
  })
})

describe('a permission', () => {
  it('is refused, whatever it is for', async () => {
    const opened = await openWindow()
    const outcomes = await opened.page.evaluate(async () => {
      const refused = (asked: Promise<unknown>) =>
        asked.then(
          (value) => `given: ${String(value)}`,
          (error: Error) => error.name,
        )
      return {
        states: await Promise.all(
          ['notifications', 'geolocation', 'camera', 'microphone', 'clipboard-read', 'midi'].map(
            async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
          ),
        ),
        camera: await refused(navigator.mediaDevices.getUserMedia({ video: true })),
        screen: await refused(navigator.mediaDevices.getDisplayMedia({ video: true })),
        clipboard: await refused(navigator.clipboard.readText()),
        notification: await Notification.requestPermission(),
      }
    })
    expect(outcomes.states).toEqual(Array.from({ length: 6 }, () => 'denied'))
    expect(outcomes.notification).toBe('denied')
    expect(
      [outcomes.camera, outcomes.screen, outcomes.clipboard].filter((outcome) => outcome.startsWith('given')),
    ).toEqual([])
  })

  it('to download is refused', async () => {
    const { app, page } = await openWindow()
    await app.evaluate(({ session }) => {
      const seen: boolean[] = []
      Object.assign(globalThis, { seen })
      session.fromPartition('tickmark').on('will-download', (event) => seen.push(event.defaultPrevented))
    })
    await page.evaluate(() => {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob(['client data']))
      link.download = 'client.txt'
      link.click()
    })
    await expect.poll(() => app.evaluate(() => (globalThis as unknown as { seen: boolean[] }).seen)).toEqual([true])
  })
})
