// The order is the architecture: a module may use the modules before it, never those after it.
const apiModules = [
  'identity',
  'registry',
  // The one talk of every document: documents come to it, it knows none of them.
  'threads',
  'catalog',
  'imports',
  'events',
  'sourcing',
  'agreements',
  'petitions',
  'duties',
  'ordering',
  'fulfillment',
  'billing',
  // Lenders: shows a bank what the modules above know of a borrower, by the borrower's consent.
  'credit',
  // Keys, signed messages and documents for partner programs: reads what the modules above let it read.
  'integration',
  // What a conference's register brings in goes through the front doors of all modules above.
  'register',
  // Assisted mode: an officer acts for an organization that cannot.
  'assistance',
  'reports',
  'oversight',
];

const MODULES = '^apps/api/src/modules';
const TESTS = '\\.(spec|test)\\.tsx?$';
const anyOf = (names) => `(${names.join('|')})`;
const packages = (names) => `(^|node_modules/)${anyOf(names)}(/|$)`;

const laterModules = apiModules.slice(0, -1).map((name, index) => ({
  name: `${name}-uses-only-earlier-modules`,
  severity: 'error',
  comment: `${name} may use only ${apiModules.slice(0, index).join(', ') || 'platform'}. To tell a later module something, add a job to the outbox in the same unit of work; to need its answer, move the rule to the later module.`,
  from: { path: `${MODULES}/${name}/`, pathNot: TESTS },
  to: { path: `${MODULES}/${anyOf(apiModules.slice(index + 1))}/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...laterModules,
    {
      name: 'every-module-has-a-place-in-the-order',
      severity: 'error',
      comment: 'Add the new module to apiModules at the top of .dependency-cruiser.cjs, at its place in the order of trade.',
      from: { path: `${MODULES}/[^/]+/`, pathNot: `${MODULES}/${anyOf(apiModules)}/` },
      to: {},
    },
    {
      name: 'enter-a-module-by-its-index',
      severity: 'error',
      comment: "Import '../<module>/index.js', and export there what you need: the index is the module's front door.",
      from: { path: `${MODULES}/([^/]+)/`, pathNot: TESTS },
      to: { path: `${MODULES}/[^/]+/`, pathNot: [`${MODULES}/$1/`, `${MODULES}/[^/]+/index\\.ts$`] },
    },
    {
      name: 'graphql-stops-at-the-resolver',
      severity: 'error',
      comment:
        'Services, queries and entities answer in plain types of their own or of the domain; the resolver turns them into GraphQL.',
      from: { path: `${MODULES}/.+\\.(service|queries|entity)\\.ts$` },
      to: { path: [`\\.(graphql|resolver)\\.ts$`, packages(['@nestjs/graphql', 'graphql'])] },
    },
    {
      name: 'sql-stops-at-the-service',
      severity: 'error',
      comment: 'A resolver is a signature: call the service (writes) or the queries (reads), and put the statement there.',
      from: { path: `${MODULES}/.+\\.(resolver|graphql|messages)\\.ts$` },
      to: { path: packages(['typeorm', '@nestjs/typeorm', 'pg']) },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      comment:
        'The platform is what modules stand on. Take what you need as an argument or an interface that the module fulfils, or move the file into the module.',
      from: { path: '^apps/api/src/platform/', pathNot: TESTS },
      to: { path: [`${MODULES}/`, '^apps/api/src/(testing|commands)/', '^apps/api/src/app\\.module'] },
    },
    {
      name: 'production-knows-no-tests',
      severity: 'error',
      comment: 'Code of testing/ and *.spec.ts is not deployed. Move what both need into the module or the platform.',
      from: { path: '^(apps/api|apps/web|libs/[^/]+)/src/', pathNot: [TESTS, '/testing/', '/gallery/'] },
      to: {
        path: [
          TESTS,
          '^apps/[^/]+/src/testing/',
          '^libs/[^/]+/src/testing/',
          packages(['@jest/globals', 'jest', 'fast-check', '@nestjs/testing']),
        ],
      },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment:
        'A rule of the trade imports nothing but other rules: no package, no Node, no clock. Pass what it needs as arguments.',
      from: { path: '^libs/domain/src/', pathNot: [TESTS, '^libs/domain/src/testing/'] },
      to: { pathNot: '^libs/domain/src/' },
    },
    {
      name: 'ui-knows-no-business',
      severity: 'error',
      comment:
        'A part of libs/ui gets words and numbers as props. Business belongs to the feature in apps/web/src/features that uses the part.',
      from: { path: '^libs/ui/src/' },
      to: {
        path: [
          '^apps/',
          '^libs/(domain|contract)/',
          packages(['@apollo/[^/]+', 'graphql', 'react-router', '@nestjs/[^/]+', 'typeorm']),
        ],
      },
    },
    {
      name: 'web-features-meet-in-app',
      severity: 'error',
      comment:
        'Features do not know each other. Put the two together on a page in apps/web/src/app, or move what both need to apps/web/src/shared.',
      from: { path: '^apps/web/src/features/([^/]+)/', pathNot: TESTS },
      to: { path: '^apps/web/src/(features|app)/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'web-shared-knows-no-feature',
      severity: 'error',
      comment: 'shared is what every feature stands on. Move the file into the feature, or pass what differs as an argument.',
      from: { path: '^apps/web/src/shared/', pathNot: TESTS },
      to: { path: '^apps/web/src/(features|app)/' },
    },
    {
      name: 'web-and-api-meet-in-the-contract',
      severity: 'error',
      comment:
        'The web knows the API by libs/contract/schema.graphql only. Ask for the field there, or move a shared rule to libs/domain.',
      from: { path: '^apps/web/' },
      to: { path: ['^apps/(api|e2e)/', packages(['@nestjs/[^/]+', 'typeorm', 'pg'])] },
    },
    {
      name: 'api-knows-no-screen',
      severity: 'error',
      comment: 'The API serves the built web as files; it imports nothing of it. Move a shared rule to libs/domain.',
      from: { path: '^apps/api/' },
      to: { path: ['^apps/(web|e2e)/', '^libs/ui/', packages(['react', 'react-dom'])] },
    },
    {
      name: 'journeys-use-the-front-door',
      severity: 'error',
      comment:
        'A journey sees what a person sees: the address and the screen. Ask the running server instead of importing its code.',
      from: { path: '^apps/e2e/' },
      to: { path: ['^apps/(api|web)/', '^libs/(domain|ui)/'] },
    },
    {
      name: 'no-circular',
      severity: 'error',
      comment:
        'Two files that need each other are one idea, or hide a third: join them, or move what both need into a file of its own.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'every-import-resolves',
      severity: 'error',
      comment: 'The import leads nowhere. Mend the path, or add the package to the package.json of this project.',
      from: { path: '^(apps|libs)/' },
      // Types of a package without code, and what the build makes, are not there for the guard to see.
      to: { couldNotResolve: true, pathNot: ['(^|/)dist/', '^pdfmake/interfaces'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^(apps|libs)/[^/]+/dist(-specs)?/', '^apps/web/src/gql/', '\\.css$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['development', 'types', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.cjs', '.json'],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
};
