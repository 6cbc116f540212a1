import { type Html, markup } from '../print/html.ts'

/** @returns heads with what is said of each */
export const factList = (rows: readonly (readonly string[])[]): Html =>
  markup`<dl>${rows.map(([head = '', text = '']) => markup`<dt>${head}</dt><dd>${text}</dd>`)}</dl>`
