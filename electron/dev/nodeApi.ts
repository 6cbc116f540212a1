/** Node-API version that the native store library needs; with an older one it ends in a segmentation fault. */
const neededNodeApi = 10

/** Guards whatever loads native libraries. @throws Error with a clear sentence on a Node that is too old */
export function assertNodeApi(): void {
  const found = Number(process.versions['napi'] ?? 0)
  if (found >= neededNodeApi) return
  throw new Error(
    `This runs on Node ${process.versions.node}, which is too old for the encrypted store (Node-API ${found}, needed ${neededNodeApi}). ` +
      'Run it through npm (npm test, npm run unit, ...), or with Node 24 or later.',
  )
}
