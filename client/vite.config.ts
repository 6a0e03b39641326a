import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { budget } from '#client/vite/budget.ts';
import { lingui } from '#client/vite/lingui.ts';
import { mantineCss } from '#client/vite/mantine-css.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const outDir = fileURLToPath(new URL('../dist/client', import.meta.url));

export default defineConfig({
  root: here,
  // The server writes a fresh nonce over this word in every page it sends.
  html: { cspNonce: '__NONCE__' },
  plugins: [...lingui(), react(), budget({ limitKb: 210, dir: outDir, first: ['client/index.html', 'locales/vi.po'] })],
  css: { postcss: { plugins: [mantineCss] } },
  build: {
    outDir,
    emptyOutDir: true,
    // An office behind a closed network loads everything from this server; inlined files would need `data:` in the CSP.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 400,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/ },
            { name: 'data', test: /node_modules[\\/](@tanstack|@trpc|@lingui)[\\/]/ },
          ],
        },
      },
    },
  },
  server: { strictPort: true },
});
