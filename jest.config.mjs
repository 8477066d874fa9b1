/** @type {import('jest').Config} */
export default {
  rootDir: '.',
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/migrations', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'cjs', 'json', 'node'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  resolver: '<rootDir>/test/support/resolver.cjs',
  // All processors; a worker that has grown starts anew, since modules loaded as ESM are never let go.
  maxWorkers: '100%',
  // How long something takes is no verdict here; only what hangs fails.
  testTimeout: 60_000,
  workerIdleMemoryLimit: '1500MB',
  transform: { '^.+\\.tsx?$': ['@swc/jest'] },
}
