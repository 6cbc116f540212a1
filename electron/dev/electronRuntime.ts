/** An Electron that can run the application from its sources. */
export type ElectronRuntime = {
  origin: 'named' | 'official' | 'carried'
  /** What `ELECTRON_OVERRIDE_DIST_PATH` has to say so that every tool takes this runtime; absent for the official one. */
  distPath?: string
  executable: string
  version: string
}
