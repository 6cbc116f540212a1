import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { projectFolder } from './projectFolder.ts'
import type { ShippedPackage } from './shippedPackages.ts'

type Component = { 'bom-ref': string; name: string; version: string; properties?: unknown }
type Dependency = { ref: string; dependsOn?: string[] }
type Bill = {
  serialNumber?: string
  metadata: { timestamp?: string; component: { name: string } }
  components: Component[]
  dependencies: Dependency[]
}

/**
 * The bill of materials of a release: npm's own, of what is shipped alone.
 * The number and the time that npm gives it are left out, so that the same release has the same bill.
 * @returns a CycloneDX document as JSON
 */
export async function billOfMaterials(packages: readonly ShippedPackage[]): Promise<string> {
  // What a window is made of is bundled, so that for npm it is a tool of development.
  const words = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only', '--include=dev']
  const { stdout } = await promisify(execFile)('npm', words, {
    cwd: projectFolder,
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  })
  const { serialNumber: _, ...bill } = JSON.parse(stdout) as Bill
  const { timestamp: __, ...metadata } = bill.metadata
  const shipped = new Set(packages.map(({ name, version }) => `${name}@${version}`))
  const components = bill.components.filter(({ name, version }) => shipped.has(`${name}@${version}`))
  const refs = new Set(components.map((component) => component['bom-ref']))
  return `${JSON.stringify(
    {
      ...bill,
      metadata: { ...metadata, component: { ...metadata.component, name: 'tickmark' } },
      components: components.map(({ properties: ___, ...component }) => ({ ...component, scope: 'required' })),
      dependencies: bill.dependencies
        .filter(({ ref }) => refs.has(ref))
        .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) })),
    },
    null,
    2,
  )}\n`
}
