import manifest from '../../package.json' with { type: 'json' }

/** Version of the application, as the package says. */
export const version: string = manifest.version
