import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/**', '**/dist/**', '.lookback/**', 'apps/web/src/api/schema.d.ts'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts', '**/*.tsx'] })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: process.cwd() } },
    rules: {
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off', // commands are told apart by shape, in specs and receipts
      'max-lines': ['error', 200],
    },
  },
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.object.name="api"][callee.property.name="GET"]:not(:has(Property[key.name="signal"]))',
          message: 'A question ends with the page that asks it: pass on the signal of its query.',
        },
      ],
      'no-restricted-globals': ['error', { name: 'fetch', message: 'api/asked.ts asks: it ends what takes too long.' }],
    },
  },
  { files: ['apps/web/src/api/asked.ts'], rules: { 'no-restricted-globals': 'off' } },
  {
    files: ['**/*.{spec,long,fixture}.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off', // Jest's asymmetric matchers are any
      '@typescript-eslint/no-unsafe-assignment': 'off', // the same, inside expected objects
      '@typescript-eslint/no-misused-spread': 'off', // commands are changed by spreading them, and texts are ASCII or Han
      '@typescript-eslint/no-extraneous-class': 'off', // commands of a toy subject may be empty
      'max-lines': ['error', 300],
    },
  },
  prettier,
);
