import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newIdentity } from '../../electron/engine/bundle/identities.ts'
import type { BundlePart, BundleVerdict } from '../../shared/contract/bundle.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { tokenOf } from '../../shared/record/token.ts'
import { documentOf } from '../../shared/richText/paragraphs.ts'
import { completeEngagement } from './completeFile.ts'
import { addControl, at, type Fieldwork, openTesting, recordAll } from './fieldwork.ts'

type Testing = Awaited<ReturnType<typeof openTesting>>

let work: Testing
let keys: { identity: string; recipient: string }

beforeEach(async () => {
  work = await openTesting()
  keys = await newIdentity()
  writeFileSync(join(work.engine.folder, 'key.txt'), `${keys.identity}\n`)
}, 30_000)
afterEach(() => work.engine.close())

/** Exports, opens with age and tar alone, and verifies with sha256sum and ssh-keygen. @returns the folder */
async function unpacked({ engine, engagementId }: Fieldwork, part?: BundlePart): Promise<string> {
  const file = join(engine.folder, 'bundle.age') as FileRef
  await engine.call('bundle.export', {
    engagementId,
    file,
    recipients: [keys.recipient],
    ...(part === undefined ? {} : { part }),
  })
  const out = join(engine.folder, 'out')
  mkdirSync(out)
  const commands = [
    'age -d -i ../key.txt ../bundle.age | tar -x',
    'sha256sum -c --quiet SHA256SUMS',
    'ssh-keygen -Y verify -f allowed_signers -I exporter -n tickmark-bundle -s manifest.json.sig < manifest.json',
  ]
  for (const command of commands) {
    const { status, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', command], { cwd: out })
    expect(`${command} ${status} ${status === 0 ? '' : stderr.toString()}`).toBe(`${command} 0 `)
  }
  return out
}

function pagesIn(folder: string): { path: string; text: string }[] {
  const paths = ['index.html', ...readdirSync(join(folder, 'pages')).map((name) => `pages/${name}`)]
  return paths.map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
}

const verdictOn = (file: FileRef): Promise<BundleVerdict> =>
  work.engine.call('bundle.inspect', {
    file,
    identityFile: join(work.engine.folder, 'key.txt'),
  })

async function attach(name: string, text: string): Promise<void> {
  const file = join(work.engine.folder, name) as FileRef
  writeFileSync(file, text)
  const target = { entity: 'sampleItem', id: at(work.sample.items, 0).sampleItemId } as const
  await work.engine.call('evidence.attach', { target, file })
}

/** What surrounds the testing: description, narrative, letter, complementary control, note and dates. */
async function surround(): Promise<void> {
  const { engine, engagementId, controlId } = work
  const content = documentOf('The service keeps ledgers.')
  await engine.call('description.saveSection', { engagementId, title: 'Services', content })
  await engine.call('complementary.save', {
    engagementId,
    kind: 'cuec',
    text: 'Users keep their passwords.',
    criteria: ['CC6.1'],
    controlIds: [controlId],
  })
  await engine.call('narrative.save', {
    engagementId,
    kind: 'memo',
    title: 'Change management',
    content: {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Approval' }] },
        ...documentOf(`Every change is approved, as ${tokenOf({ kind: 'control', id: controlId })} asks.`).content,
      ],
    },
  })
  await engine.call('letter.save', { engagementId, kind: 'assertion', signedBy: 'C. Moe, CEO' })
  await engine.call('note.open', { target: { entity: 'control', id: controlId }, text: 'Who owns it?' })
  await engine.call('engagement.setDates', { engagementId, reportOn: '2026-10-15' })
  await recordHours()
}

/** What the firm plans and works is nobody else's. */
async function recordHours(): Promise<void> {
  const worked = { phase: 'planning', workedOn: '2026-10-01', minutes: 90, note: 'Talked about the fee.' } as const
  await work.engine.call('hours.record', { engagementId: work.engagementId, ...worked })
}

describe('the pages of a bundle', () => {
  it('show control, test sheet, evidence and history, and every link leads to a file of the bundle', async () => {
    await recordAll(work.engine, work.procedureId)
    await attach('ticket of March.txt', 'approved')
    const [{ sampleItemId }, note] = [
      at(work.sample.items, 0),
      `Against ${tokenOf({ kind: 'control', id: work.controlId })}.`,
    ]
    await work.engine.call('result.record', { procedureId: work.procedureId, sampleItemId, attribute: 'A', note })
    await surround()
    const folder = await unpacked(work)
    const pages = pagesIn(folder)
    for (const { path, text } of pages) {
      expect(text, path).not.toContain('@[')
      for (const [, target = ''] of text.matchAll(/href="([^"]*)"/g)) {
        expect(existsSync(join(folder, dirname(path), target)), `${path} → ${target}`).toBe(true)
        expect(target.startsWith('/') || target.includes(':')).toBe(false)
      }
    }
    const textOf = (start: string) =>
      pages
        .filter(({ path }) => path.startsWith(start))
        .map(({ text }) => text)
        .join('')
    expect(textOf('index.html')).toContain('Meridian Ledger')
    expect(textOf('pages/description')).toContain('The service keeps ledgers.')
    expect(textOf('pages/narratives')).toContain('<h3>Approval</h3>')
    expect(textOf('pages/narratives')).toContain('Every change is approved, as CHG-01 asks.')
    expect(textOf('pages/narratives')).toMatch(/Memo · .*Ada Cole/)
    expect(textOf('pages/complementary')).toContain('Users keep their passwords.')
    expect(textOf('pages/letters')).toContain('C. Moe, CEO')
    expect(textOf('pages/notes')).toContain('Who owns it?')
    expect(textOf('pages/file')).toContain('2026-10-15')
    expect(textOf('pages/control-')).toContain('A second person approves a change before release.')
    expect(textOf('pages/sheet-')).toContain(at(work.sample.items, 4).itemId)
    expect(textOf('pages/sheet-').match(/class="good">pass/g)).toHaveLength(15)
    expect(textOf('pages/sheet-')).toContain('ticket of March.txt')
    expect(textOf('pages/sheet-')).toContain('Against CHG-01.')
    const history = textOf('pages/history-')
    expect(history).toContain('Talked about the fee.')
    const tellHours = pages.filter(({ text }) => text.includes('Talked about the fee.'))
    expect(tellHours.filter(({ path }) => !path.startsWith('pages/history-'))).toEqual([])
    expect(history).toContain('Record')
    for (const words of ['control id:</span> CHG-01', 'result, by:</span> Ada Cole', 'complete:</span> yes']) {
      expect(history).toContain(words)
    }
    expect(history).not.toMatch(/&quot;:|> null|> true/)
  }, 30_000)

  it('of a Type 1 engagement speak of its date, and of no period, population or operation', async () => {
    const { engine } = work
    const { engagementId } = await completeEngagement(engine)
    const pages = pagesIn(await unpacked({ ...work, engagementId }))
    const text = pages.map((page) => page.text).join('\n')
    expect(text).toContain('SOC 2 Type 1, as of 2026-09-30')
    expect(pages.map(({ path }) => path)).not.toContain('pages/populations.html')
    const controls = pages.find(({ path }) => path === 'pages/controls.html')?.text ?? ''
    expect(controls).toContain('<th scope="col">Design</th>')
    expect(controls).not.toContain('Operation')
  }, 60_000)

  it('run nothing and load nothing, whatever the client or a colleague typed', async () => {
    const { engine, engagementId } = work
    const evil = '<script>alert(1)</script><img src=x onerror=alert(1)> "\'\u202Egnp.exe'
    await addControl(engine, engagementId, { ref: 'EVL-01', title: evil, description: evil })
    await attach('report.html', '<script>alert(1)</script>')
    const folder = await unpacked(work)
    const pages = pagesIn(folder)
    for (const { text } of pages) {
      expect(text).not.toMatch(/<(?:script|img|iframe|object|embed|form|link|base)[\s>]/i)
      expect(text).not.toMatch(/<[^>]*\son[a-z]+=/i)
      expect(text).not.toContain('\u202E')
      expect(text).toContain(`content="default-src &#39;none&#39;; style-src &#39;sha256-`)
      expect(text).not.toMatch(/href="[^"]*report\.html"/)
    }
    expect(pages.some(({ text }) => text.includes('&lt;script&gt;alert(1)&lt;/script&gt;'))).toBe(true)
    expect(pages.some(({ text }) => text.includes('⟨U+202E⟩gnp.exe'))).toBe(true)
  }, 30_000)
})

describe('a part of an engagement', () => {
  it('of one control holds that control with what it rests on, names what it leaves out, and is verified as a part', async () => {
    const { engine, engagementId, controlId } = work
    await addControl(engine, engagementId, { ref: 'ACC-01', title: 'Leavers', criteria: ['CC6.2'] })
    await attach('ticket.txt', 'approved')
    await recordHours()
    const folder = await unpacked(work, { kind: 'control', controlIds: [controlId] })
    const state = JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8')) as Record<
      string,
      Record<string, unknown>
    >
    expect(Object.keys(state['control'] ?? {})).toEqual([controlId])
    expect(Object.keys(state['sampleItem'] ?? {})).toHaveLength(5)
    expect(state).not.toHaveProperty('timeEntry')
    expect(existsSync(join(folder, 'journal.jsonl'))).toBe(false)
    expect(readdirSync(join(folder, 'evidence'))).toHaveLength(2)
    expect(
      pagesIn(folder)
        .map(({ text }) => text)
        .join(''),
    ).not.toContain('ACC-01')
    const verdict = await verdictOn(join(engine.folder, 'bundle.age') as FileRef)
    expect(verdict).toMatchObject({ valid: true, entries: 0, part: { kind: 'control', title: 'CHG-01' } })
    expect(verdict.omissions.map(({ what }) => what)).toEqual(['1 of 2 controls', 'The journal'])
    const { omissions } = verdict
    const part: BundlePart = { kind: 'control', controlIds: [controlId] }
    await expect(engine.call('bundle.plan', { engagementId, part })).resolves.toMatchObject({
      controls: 1,
      evidence: 2,
      omissions,
    })
  }, 30_000)

  it('of a section holds the controls of its criteria', async () => {
    await addControl(work.engine, work.engagementId, { ref: 'ACC-01', title: 'Leavers', criteria: ['CC6.2'] })
    const folder = await unpacked(work, { kind: 'section', section: 'CC6' })
    const pages = pagesIn(folder)
      .map(({ text }) => text)
      .join('')
    expect(pages).toContain('ACC-01')
    expect(pages).not.toContain('CHG-01')
  }, 30_000)

  it('of the requests tells the client what is asked for, and no plan, result or evidence', async () => {
    const { engine, sample } = work
    await recordAll(engine, work.procedureId)
    await attach('ticket.txt', 'approved')
    await engine.call('request.fromSample', { sampleId: sample.sampleId })
    const folder = await unpacked(work, { kind: 'requests' })
    const state = readFileSync(join(folder, 'state.json'), 'utf8')
    expect(state).toContain(at(sample.items, 0).itemId)
    for (const word of ['"seed"', '"plan"', '"outcome"', '"tolerableRate"', '"procedure":{'])
      expect(state).not.toContain(word)
    expect(existsSync(join(folder, 'evidence'))).toBe(false)
    await expect(verdictOn(join(engine.folder, 'bundle.age') as FileRef)).resolves.toMatchObject({ valid: true })
  }, 30_000)

  it('without anything in it is not written', async () => {
    const { engine, engagementId } = work
    const file = join(engine.folder, 'none.age') as FileRef
    const part = { kind: 'section', section: 'A1' } as const
    await expect(
      engine.call('bundle.export', { engagementId, file, recipients: [keys.recipient], part }),
    ).rejects.toMatchObject({ code: 'bundle.empty_part' })
    expect(existsSync(file)).toBe(false)
  }, 30_000)
})
