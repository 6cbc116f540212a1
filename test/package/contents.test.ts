import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { describe, expect, inject, it } from 'vitest'

const { folder } = inject('packaged')
const archive = join(folder, 'resources', 'app.asar')

/** As Electron writes the state of a fuse into the program. */
const [on, off] = ['1'.charCodeAt(0), '0'.charCodeAt(0)]

describe('the packaged application', () => {
  it('has the fuses of the program itself set as electron-builder.yml says', async () => {
    const fuses = await getCurrentFuseWire(join(folder, 'tickmark'))
    expect({
      runAsNode: fuses[FuseV1Options.RunAsNode],
      cookiesEncrypted: fuses[FuseV1Options.EnableCookieEncryption],
      nodeOptions: fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
      inspectArguments: fuses[FuseV1Options.EnableNodeCliInspectArguments],
      integrity: fuses[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
      archiveAlone: fuses[FuseV1Options.OnlyLoadAppFromAsar],
      fileProtocol: fuses[FuseV1Options.GrantFileProtocolExtraPrivileges],
    }).toEqual({
      runAsNode: off,
      cookiesEncrypted: on,
      nodeOptions: off,
      inspectArguments: off,
      integrity: on,
      archiveAlone: on,
      fileProtocol: off,
    })
  })

  it('holds what was built, the sample engagement and the compiled libraries, and no sources', () => {
    const files = listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/'))
    expect(files).toContain('/dist/main/main.js')
    expect(files).toContain('/dist/engine/engine.js')
    expect(files).toContain('/resources/demo/engagement.json')
    expect(new Set(files.map((file) => file.split('/')[1]))).toEqual(
      new Set(['dist', 'resources', 'node_modules', 'package.json', 'LICENSE']),
    )
    expect(files.filter((file) => /\.(?:ts|tsx|map|cc|h)$|\/test\/|\/cli\//.test(file))).toEqual([])
    const packages = files.flatMap((file) => /^\/node_modules\/((?:@[^/]+\/)?[^/@]+)$/.exec(file)?.[1] ?? [])
    expect(packages).toEqual(
      expect.arrayContaining(['better-sqlite3', 'sodium-native', '@node-rs/argon2', 'require-addon']),
    )
    const others = /^(?:better-sqlite3|sodium-native|@node-rs\/argon2.*|require-addon|which-runtime|bare-.+)$/
    expect(packages.filter((name) => !others.test(name))).toEqual([])
  })

  it('holds the window as it is for work, not the slow form of React that helps whoever develops', () => {
    const scripts = listPackage(archive, { isPack: false }).filter((file) => /[\\/]renderer[\\/].*\.js$/.test(file))
    expect(scripts.length).toBeGreaterThan(0)
    const slow = scripts.filter((file) =>
      /react_stack_bottom_frame|jsxDEV/.test(extractFile(archive, file.slice(1)).toString()),
    )
    expect(slow).toEqual([])
  })

  it('holds of each compiled library the file of this system alone', () => {
    const libraries = listPackage(archive, { isPack: false }).filter((file) => file.endsWith('.node'))
    const system = `${process.platform}-${process.arch}`
    expect(libraries).toHaveLength(3)
    expect(libraries.filter((file) => !file.includes(system))).toEqual([])
  })

  it('names whose work is in it, with the terms', async () => {
    const notices = await readFile(join(folder, 'NOTICES.txt'), 'utf8')
    for (const name of ['react', 'react-dom', '@mantine/core', 'better-sqlite3', 'sodium-native', 'zod'])
      expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+\nLicence: `, 'm'))
    expect(notices).toContain('Permission is hereby granted, free of charge')
  })

  it('has a bill of materials of what is shipped, and of no tool', async () => {
    const bill = JSON.parse(await readFile(join(folder, 'sbom.cdx.json'), 'utf8')) as {
      bomFormat: string
      components: { name: string; purl: string; hashes?: unknown }[]
    }
    const names = bill.components.map(({ name }) => name)
    expect(bill.bomFormat).toBe('CycloneDX')
    expect(names).toEqual(
      expect.arrayContaining(['electron', 'react', 'better-sqlite3', 'age-encryption', 'pdfjs-dist']),
    )
    expect(names.filter((name) => /vitest|oxlint|typescript|playwright|electron-builder/.test(name))).toEqual([])
    expect(bill.components.filter(({ purl }) => !purl.startsWith('pkg:npm/'))).toEqual([])
  })
})
