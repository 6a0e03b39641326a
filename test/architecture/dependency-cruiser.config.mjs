/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or miss a third. Types may point both ways.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that leads nowhere would escape every other rule here.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'shared-is-pure',
      comment: 'shared runs in the browser, on the server and in tests: zod/mini and itself, nothing more.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: '^shared/|node_modules/zod/mini/' },
    },
    {
      name: 'db-stands-on-shared',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^(server|client|test|bench)/' },
    },
    {
      name: 'server-stands-on-db',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(client|test|bench)/' },
    },
    {
      name: 'client-knows-only-the-router-type',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^(db|test|bench|server)/', pathNot: '^server/app-router\\.ts$' },
    },
    {
      name: 'router-type-is-only-a-type',
      comment: 'A value imported from the server would pull the server into the browser.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^server/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'browser-knows-no-node',
      comment: 'The pages run in a browser; only the build (vite config and its plugins) runs in Node.',
      severity: 'error',
      from: { path: '^client/', pathNot: '^client/(vite/|vite\\.config\\.ts$)' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-knows-no-feature',
      comment: 'accounts, audit and jobs are the platform: core may lean on theirs in the layers below.',
      severity: 'error',
      from: { path: '^(shared|db|server|client)/core/' },
      to: {
        path: '^(shared|db|server|client)/(?!core/)[^/]+/',
        pathNot: '/(accounts|audit|jobs|migrations|idempotency)/',
      },
    },
    {
      name: 'features-meet-through-services',
      comment:
        "On the server another feature's service, print or signature may be called; its router is its own business.",
      severity: 'error',
      from: { path: '^server/(?!core/)([^/]+)/' },
      to: { path: '^server/(?!core/)[^/]+/', pathNot: ['^server/$1/', '\\.(service|print|signature|policy)\\.ts$'] },
    },
    {
      name: 'features-meet-through-small-pieces',
      comment: "On the screen another feature's picker, badge or link may be shown; its pages may not.",
      severity: 'error',
      from: { path: '^client/(?!core/)([^/]+)/' },
      to: { path: '^client/(?!core/)[^/]+/', pathNot: ['^client/$1/', '-(picker|badge|link)\\.tsx$'] },
    },
    {
      name: 'runs-without-dev-dependencies',
      comment: 'An office installs with `npm ci --omit=dev`.',
      severity: 'error',
      from: { path: '^(shared|db|server|client)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    parser: 'swc', // TypeScript 7 has no API for dependency-cruiser to use
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['[.]json$', '[.]po$', '[.]css$', '[.]woff2?$'] },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
