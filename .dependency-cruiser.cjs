// The arrows of the house: web | api | jobs → use-cases → domain, data → domain; features meet at
// index.ts; platform and ui know no feature; no cycles.
const layer = (name, allowed) => ({
  name: `${name}-looks-inwards`,
  severity: 'error',
  from: { path: `^src/features/([^/]+)/${name}/`, pathNot: '\\.spec\\.tsx?$' },
  to: {
    path: '^src/features/$1/',
    pathNot: [`^src/features/$1/(${[name, ...allowed].join('|')})/`],
  },
})

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'features-meet-at-index',
      comment: 'A feature has one door.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/', pathNot: ['\\.spec\\.tsx?$', '/testing/'] },
      to: {
        path: '^src/features/([^/]+)/',
        pathNot: ['^src/features/$1/', '^src/features/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'everyone-enters-features-by-index',
      severity: 'error',
      from: {
        path: '^(src/(app|main|cli|demo|create-app|start|home)|migrations)',
        pathNot: '\\.spec\\.tsx?$',
      },
      to: { path: '^src/features/', pathNot: '^src/features/[^/]+/index\\.ts$' },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '^src/(features|ui|demo)/' },
    },
    {
      name: 'ui-knows-no-feature',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: '^src/(features|demo)/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'Rules know no framework, database or clock.',
      severity: 'error',
      from: { path: '^src/features/[^/]+/domain/', pathNot: '\\.spec\\.tsx?$' },
      to: {
        path: ['node_modules', '^src/platform/(database|web|queues|outbox|crypto)/', '^src/ui/'],
        // the shape of an event, nothing of its delivery
        pathNot: '^src/platform/outbox/domain-event',
      },
    },
    layer('domain', []),
    layer('data', ['domain']),
    layer('use-cases', ['domain', 'data']),
    layer('web', ['domain', 'use-cases']),
    layer('api', ['domain', 'use-cases']),
    layer('jobs', ['domain', 'data', 'use-cases']),
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      from: { path: '^src/', pathNot: ['\\.spec\\.tsx?$', '/testing/', '^src/demo/'] },
      to: { path: ['^test/', '/testing/', '\\.spec\\.tsx?$'] },
    },
    {
      name: 'no-development-dependency-in-the-product',
      severity: 'error',
      from: {
        path: '^(src|migrations)/',
        pathNot: ['\\.spec\\.tsx?$', '/testing/', '^src/ui/client/'],
      },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
}
