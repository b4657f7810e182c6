import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compiledDocuments } from './build/compiled-documents';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const api = process.env.API_URL || 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [compiledDocuments(file('./src')), react()],
  resolve: {
    // Sources, not builds: one compiler, and a change in a rule shows at once.
    alias: [
      { find: '@lienket/ui/tokens.css', replacement: file('../../libs/ui/src/tokens.css') },
      { find: '@lienket/ui/gallery', replacement: file('../../libs/ui/src/gallery/index.ts') },
      { find: /^@lienket\/ui$/, replacement: file('../../libs/ui/src/index.ts') },
      { find: /^@lienket\/domain$/, replacement: file('../../libs/domain/src/index.ts') },
    ],
    dedupe: ['react', 'react-dom'],
  },
  // Nothing inline: the content security policy allows scripts, styles and fonts from this origin only.
  build: {
    // A few files of a sensible size instead of one for every button: each costs a weak network a round trip.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'parts',
              test: /libs\/ui\/src\/(button|field|feedback|link|lib|marks|page|product-card|season-strip|shell)\//,
            },
            { name: 'icons', test: /node_modules\/lucide-react\// },
          ],
        },
      },
    },
    outDir: 'dist',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
  server: {
    host: '127.0.0.1',
    port: Number(process.env.PORT) || 5173,
    proxy: Object.fromEntries(
      [
        '/graphql',
        '/bank-statements',
        '/order-sheets',
        '/card-demo',
        '/exports',
        '^/imports(/templates/|/[^/]+/rejected|\\?kind=)',
        '/files',
        '/documents',
        '/health',
        '/qr',
        '/demo',
        '/mail',
      ].map((path) => [path, { target: api, changeOrigin: false }]),
    ),
  },
});
