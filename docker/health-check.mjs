// The image has no curl: Node asks the process whether it lives.
const url = `http://127.0.0.1:${process.env.PORT ?? 3000}/health/live`;
try {
  const answer = await fetch(url, { signal: AbortSignal.timeout(4_000) });
  process.exit(answer.ok ? 0 : 1);
} catch {
  process.exit(1);
}
