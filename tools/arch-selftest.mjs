// Plants every forbidden import in a small tree of its own and proves that the guard sees it: a rule whose path no longer matches is silent.
import { cruise } from 'dependency-cruiser';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DATA, inRoot, runMain } from './lib/project.mjs';

const config = createRequire(import.meta.url)(inRoot('.dependency-cruiser.cjs'));
const M = 'apps/api/src/modules';
const F = 'apps/web/src/features';

/** [rule, file, what it imports]; a file stands once. */
const planted = [
  ['enter-a-module-by-its-index', `${M}/ordering/front-door.ts`, '../catalog/product.service.js'],
  ['graphql-stops-at-the-resolver', `${M}/catalog/leaky.service.ts`, './product.graphql.js'],
  ['graphql-stops-at-the-resolver', `${M}/catalog/leaky.queries.ts`, '@nestjs/graphql'],
  ['sql-stops-at-the-service', `${M}/catalog/clever.resolver.ts`, 'typeorm'],
  ['sql-stops-at-the-service', `${M}/catalog/clever.graphql.ts`, 'pg'],
  ['platform-knows-no-module', 'apps/api/src/platform/curious.ts', '../modules/catalog/index.js'],
  ['every-module-has-a-place-in-the-order', `${M}/weather/index.ts`, '../../platform/clock.js'],
  ['production-knows-no-tests', `${M}/catalog/helped.ts`, '../../testing/world.js'],
  ['production-knows-no-tests', `${M}/catalog/tested.ts`, '@jest/globals'],
  ['domain-is-pure', 'libs/domain/src/shared/framework.ts', '@nestjs/common'],
  ['domain-is-pure', 'libs/domain/src/shared/disk.ts', 'node:fs'],
  ['domain-is-pure', 'libs/domain/src/shared/painted.ts', '../../../ui/src/button.js'],
  ['ui-knows-no-business', 'libs/ui/src/knowing.ts', '../../domain/src/shared/money.js'],
  ['ui-knows-no-business', 'libs/ui/src/asking.ts', '@apollo/client'],
  ['web-features-meet-in-app', `${F}/catalog/neighbour.ts`, '../ordering/order-pad'],
  ['web-features-meet-in-app', `${F}/catalog/upstairs.ts`, '../../app/routes'],
  ['web-shared-knows-no-feature', 'apps/web/src/shared/format.ts', '../features/ordering/order-pad'],
  ['web-and-api-meet-in-the-contract', `${F}/catalog/shortcut.ts`, '../../../../api/src/platform/clock'],
  ['web-and-api-meet-in-the-contract', `${F}/catalog/database.ts`, 'typeorm'],
  ['api-knows-no-screen', `${M}/catalog/screen.ts`, '../../../../web/src/app/routes.js'],
  ['api-knows-no-screen', `${M}/catalog/rendered.ts`, 'react'],
  ['journeys-use-the-front-door', 'apps/e2e/src/inside.ts', '../../../libs/domain/src/shared/money.js'],
  ['no-circular', `${M}/catalog/hen.ts`, './egg.js'], // told of either file of the circle
  ['every-import-resolves', `${M}/catalog/lost.ts`, './nowhere.js'],
];

/** What those imports lead to, and the imports that are allowed. */
const sound = {
  [`${M}/catalog/index.ts`]: '',
  [`${M}/catalog/product.service.ts`]:
    "import { DataSource } from 'typeorm';\nimport '../identity/index.js';\nimport '../../platform/clock.js';",
  [`${M}/catalog/product.graphql.ts`]: "import { Field } from '@nestjs/graphql';",
  [`${M}/catalog/product.resolver.ts`]: "import './product.service.js';\nimport './product.graphql.js';",
  [`${M}/catalog/product.service.spec.ts`]: "import '../../testing/world.js';\nimport '../oversight/index.js';",
  [`${M}/catalog/egg.ts`]: "import { hen } from './hen.js';\nexport const egg = () => hen;",
  [`${M}/ordering/order.service.ts`]: "import '../catalog/index.js';",
  'apps/api/src/platform/clock.ts': '',
  'apps/api/src/testing/world.ts': "import '../modules/catalog/index.js';",
  'apps/web/src/app/routes.ts': "import '../features/ordering/order-pad';",
  [`${F}/ordering/order-pad.ts`]: "import '../../shared/session';\nimport '../../../../../libs/ui/src/button';",
  'apps/web/src/shared/session.ts': '',
  'libs/ui/src/button.ts': '',
  'libs/domain/src/shared/money.ts': "import './quantity.js';",
  'libs/domain/src/shared/quantity.ts': '',
};

/** Each module looks at its right-hand neighbour: the rule "only earlier modules" once per module. */
function neighbours() {
  const names = config.forbidden.map(({ name }) => /^(.+)-uses-only-earlier-modules$/.exec(name)?.[1]).filter(Boolean);
  const order = [...names, 'oversight'];
  for (const name of order) sound[`${M}/${name}/index.ts`] ??= '';
  return names.map((name, index) => [
    `${name}-uses-only-earlier-modules`,
    `${M}/${name}/ahead.ts`,
    `../${order[index + 1]}/index.js`,
  ]);
}

async function violations(room, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(room, path)), { recursive: true });
    writeFileSync(join(room, path), `${text}\nexport {};\n`);
  }
  const ruleSet = { forbidden: config.forbidden };
  const { tsConfig: _tsConfig, reporterOptions: _reporter, ...options } = config.options;
  const { output } = await cruise(['apps', 'libs'], { ...options, baseDir: room, ruleSet, validate: true, outputType: 'json' });
  return JSON.parse(output).summary.violations.map(({ rule, from }) => `${rule.name} in ${from}`);
}

await runMain(async () => {
  mkdirSync(DATA, { recursive: true });
  const room = mkdtempSync(join(DATA, 'arch-selftest-'));
  const problems = [];
  try {
    const plants = [...planted, ...neighbours()];
    const circle = { [`${M}/catalog/egg.ts`]: '' };
    for (const found of await violations(room, { ...sound, ...circle })) problems.push(`a sound import is refused: ${found}`);
    const files = Object.fromEntries(
      plants.map(([, file, target]) => [file, `import * as seen from '${target}';\nexport const hen = seen;`]),
    );
    const caught = new Set(await violations(room, { ...sound, ...files }));
    for (const [rule, file] of plants)
      if (!caught.has(`${rule} in ${file}`) && !(rule === 'no-circular' && caught.has(`${rule} in ${M}/catalog/egg.ts`)))
        problems.push(`not caught: ${rule} in ${file}`);
    for (const { name } of config.forbidden) {
      if (!plants.some(([rule]) => rule === name))
        problems.push(`the rule ${name} has no planted violation: add one to tools/arch-selftest.mjs`);
    }
    if (problems.length === 0)
      console.log(`${plants.length} planted violations of ${config.forbidden.length} rules, all caught.`);
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
  if (problems.length > 0) {
    console.error(problems.join('\n'));
    process.exitCode = 1;
  }
});
