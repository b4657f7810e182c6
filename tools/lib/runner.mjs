const seconds = (value) => `${value.toFixed(1)} s`;

async function runStep(step) {
  const began = performance.now();
  const result = await step.run();
  const done = { ...result, name: step.name, isTest: Boolean(step.isTest), seconds: (performance.now() - began) / 1000 };
  const counts = done.counts ? `  ${done.counts.passed} passed, ${done.counts.failed} failed` : '';
  console.log(`${done.code === 0 ? '✓' : '✗'} ${done.name.padEnd(20)} ${seconds(done.seconds).padStart(8)}${counts}`);
  if (done.code !== 0) console.log(`${done.output.trim()}\n`);
  return done;
}

async function runLane(steps) {
  const done = [];
  for (const step of steps) done.push(await runStep(step));
  return done;
}

/** Lanes run side by side, the steps of a lane one after another; every step runs, whatever failed before it. */
export async function runLanes(...lanes) {
  return (await Promise.all(lanes.map(runLane))).flat();
}

function total(results) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { counts } of results) for (const key of Object.keys(sum)) sum[key] += counts?.[key] ?? 0;
  return sum;
}

/** The table at the end, slow steps easy to see. */
function summary(results, wallSeconds) {
  const width = Math.max(...results.map(({ name }) => name.length));
  const lines = results.map(({ name, code, seconds: took, counts }) => {
    const tests = counts ? `${counts.passed}/${counts.passed + counts.failed + counts.skipped} tests` : '';
    return `  ${code === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(width)}  ${seconds(took).padStart(8)}  ${tests}`.trimEnd();
  });
  return ['', ...lines, `  ${' '.repeat(8)}${'in all'.padEnd(width)}  ${seconds(wallSeconds).padStart(8)}`].join('\n');
}

/** Prints the table and, of tests, the counts; the process fails with any step. */
export function report(results, wallMs) {
  console.log(summary(results, wallMs / 1000));
  const failedSteps = results.filter(({ code }) => code !== 0).map(({ name }) => name);
  if (failedSteps.length > 0) {
    process.exitCode = 1;
    console.log(`\nFailed: ${failedSteps.join(', ')}`);
  }
  const { passed, failed, skipped } = total(results);
  if (passed + failed > 0) console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
}
