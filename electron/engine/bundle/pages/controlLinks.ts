import type { EntityRow } from '../../../../shared/model/entities.ts'
import { html, type Shown } from './html.ts'
import { rootFrom } from './pageLayout.ts'
import type { Papers } from './papers.ts'

/** Controls in the order of their references, as a reader looks for them. */
export function controlsInOrder(papers: Papers): EntityRow<'control'>[] {
  const collator = new Intl.Collator('en', { numeric: true })
  return papers.rows('control').toSorted((one, other) => collator.compare(one.ref, other.ref))
}

/** @returns the path of each control's page */
export function controlPaths(papers: Papers): ReadonlyMap<string, string> {
  return new Map(
    controlsInOrder(papers).map(({ id }, at) => [id, `pages/control-${String(at + 1).padStart(5, '0')}.html`]),
  )
}

/** The reference of a control, leading to its page. */
export function controlLink(
  paths: ReadonlyMap<string, string>,
  from: string,
  control: { id: string; ref: string } | undefined,
): Shown {
  const path = control === undefined ? undefined : paths.get(control.id)
  return path === undefined ? control?.ref : html`<a href="${rootFrom(from)}${path}">${control?.ref}</a>`
}
