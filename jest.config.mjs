/** @type {import('jest').Config} */
export default {
  rootDir: '.',
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/migrations', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'cjs', 'json', 'node'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  resolver: '<rootDir>/test/support/resolver.cjs',
  // Both processors; a worker that has grown starts anew, since modules loaded as ESM are never let go.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1500MB',
  transform: { '^.+\\.tsx?$': ['@swc/jest'] },
}
