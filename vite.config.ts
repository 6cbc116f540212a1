import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { styleNonceMark } from './electron/main/contentPolicy.ts'

/** The window's pages. They are served from app:// by electron/main/protocol.ts, which puts a fresh nonce where the mark stands. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  html: { cspNonce: styleNonceMark },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    // The content security policy knows no data: addresses, so nothing is inlined as one.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
  },
  logLevel: 'warn',
})
