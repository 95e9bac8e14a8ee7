import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';

/*
 * The rooms of the server in the order in which the data flows. Each may use those before it, and none
 * after it. `node`, `browser` and `cli` are the entries.
 */
const rooms = [
  'terms',
  'text',
  'record',
  'standards',
  'annotations',
  'confidentiality',
  'filing',
  'culture',
  'balance',
  'runs',
  'prompts',
  'configuration',
  'knowledge',
  'analysis',
  'report',
  'features',
  'lsp',
];
const layers = rooms.flatMap((room, index) =>
  [...rooms.slice(index + 1), 'node', 'browser', 'cli'].map((later) => ({
    target: `./server/src/${room}`,
    from: `./server/src/${later}`,
    message: `${room} comes before ${later}: see ARCHITECTURE.md.`,
  })),
);

// With and without `node:`, and their parts ("fs/promises").
const nodeBuiltins = builtinModules.flatMap((name) => [name, `node:${name}`]);
const noNode = {
  'no-restricted-imports': [
    'error',
    {
      paths: nodeBuiltins,
      patterns: [
        { group: ['node:*'], message: 'Shared code runs in a web worker too.' },
        {
          group: ['vscode-languageserver/node', 'vscode-languageclient/node'],
          message: 'Only the node entries know node.',
        },
      ],
    },
  ],
  'no-restricted-globals': ['error', 'process', 'Buffer', '__dirname', '__filename', 'require'],
};

export default tseslint.config(
  { ignores: ['dist/', '.cache/', 'node_modules/', 'corpus/', '**/*.js', '**/*.cjs', 'test/fixtures/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
      importX.flatConfigs.typescript,
    ],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: 'tsconfig.json' })] },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/prefer-nullish-coalescing': 'error',
      // Functions in interfaces can then be handed on without losing `this`.
      '@typescript-eslint/method-signature-style': ['error', 'property'],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_' }],
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': [
        'error',
        {
          basePath: import.meta.dirname,
          zones: [
            ...layers,
            { target: './server', from: './client', message: 'The server knows nothing of its clients.' },
            {
              target: './client',
              from: './server/src',
              except: ['./protocol.ts'],
              message: 'The client knows the protocol, no more.',
            },
            { target: './server/src/node', from: './server/src/browser' },
            { target: './server/src/browser', from: ['./server/src/node', './server/src/cli'] },
            { target: ['./server', './client'], from: ['./test', './scripts', './training'] },
          ],
        },
      ],
      'max-lines': ['error', { max: 250, skipComments: true }],
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['server/src/**/*.ts', 'client/{src,webviews}/**/*.ts'],
    ignores: ['server/src/node/**', 'server/src/cli/**', 'client/src/node/**'],
    rules: noNode,
  },
  {
    files: ['server/src/**/*.ts', 'client/src/**/*.ts'],
    ignores: ['server/src/cli/**'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['test/**/*.ts', 'scripts/**/*.ts', 'training/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Tables of cases are long and simple.
      'max-lines': ['error', { max: 350, skipComments: true }],
      // Mocha's `describe` and `it` return promises to nobody.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: ['it', 'describe'], package: 'mocha' }] },
      ],
    },
  },
  // Arithmetic over arrays whose sizes are known (of the model's when it was read): `?? 0` would hide a mistake and cost time.
  {
    files: ['server/src/culture/**/*.ts', 'server/src/text/words.ts', 'server/src/text/word-book.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  // Standard output is the protocol's there: what a library logs goes to standard error.
  { files: ['server/src/node/stdio.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
      },
    },
  },
);
