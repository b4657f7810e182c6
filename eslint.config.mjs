import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const browserCode = ['apps/web/src/**/*.{ts,tsx}', 'libs/ui/src/**/*.{ts,tsx}'];
const nodeGlobals = [
  'AbortController AbortSignal Buffer TextDecoder TextEncoder URL URLSearchParams clearInterval clearTimeout console fetch',
  'globalThis performance process setImmediate setInterval setTimeout structuredClone',
]
  .join(' ')
  .split(' ');

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/dist-specs/**',
      '**/node_modules/**',
      '.nx/**',
      '.data/**',
      '**/coverage/**',
      'apps/web/src/gql/**',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-extraneous-class': 'off', // a Nest module is an empty class by design
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: { globals: Object.fromEntries(nodeGlobals.map((name) => [name, 'readonly'])) },
    rules: {
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { module: 'writable', require: 'readonly', __dirname: 'readonly' } },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: ['apps/api/src/commands/**', 'apps/api/src/testing/**', '**/*.spec.ts'],
    rules: { 'no-console': 'error' }, // the server speaks through its logger: request id, level, no secrets
  },
  {
    files: ['apps/api/src/modules/**/*.ts', 'libs/domain/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.name='parseFloat']",
          message: 'Money is bigint đồng and quantities are Quantity: parse them with the domain, never as a float.',
        },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'Use node:crypto, or take the randomness as an argument.',
        },
      ],
    },
  },
  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'fetch', 'console', 'setTimeout', 'setInterval'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'A rule takes the time as an argument.' },
      ],
    },
  },
  {
    files: browserCode,
    extends: [jsxA11y.flatConfigs.recommended],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      // The two rules of hooks; the React Compiler's own rules are for code that it compiles, and it is not used here.
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-console': 'error',
      'jsx-a11y/no-autofocus': ['error', { ignoreNonDOM: true }], // a calendar that opens must take the keyboard
    },
  },
  {
    // Cards on a phone are the same table with display: block, which takes its roles away unless they are written out.
    files: ['libs/ui/src/{table,order-grid}/**/*.tsx'],
    rules: { 'jsx-a11y/no-redundant-roles': 'off', 'jsx-a11y/no-interactive-element-to-noninteractive-role': 'off' },
  },
);
