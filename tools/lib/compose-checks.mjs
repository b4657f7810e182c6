import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

/** Every complaint about the compose file, the proxy file and the example of settings; empty when they fit together. */
export function composeProblems(file) {
  const folder = dirname(file);
  const text = readFileSync(file, 'utf8');
  const compose = parse(text, { merge: true });
  const problems = [];
  const must = (is, what) => is || problems.push(what);
  const { services = {}, volumes = {} } = compose;

  for (const name of ['database', 'migrate', 'api-1', 'api-2', 'worker', 'proxy', 'mail'])
    must(services[name], `the service ${name} is missing`);
  for (const [name, service] of Object.entries(services)) {
    const isOurs = Boolean(service.build);
    must(service.image || service.build, `${name} has neither image nor build`);
    must(!/:latest$/.test(service.image ?? '') || isOurs, `${name} names no version of its image`);
    must(service.read_only === true, `${name} has a writable root`);
    must(service.healthcheck || isOurs, `${name} has no health check`);
    must(service.security_opt?.includes('no-new-privileges:true'), `${name} may gain privileges`);
    if (isOurs) {
      must(service.user && service.user !== 'root', `${name} runs as root`);
      must(service.cap_drop?.includes('ALL'), `${name} keeps capabilities`);
    }
    for (const [other, { condition } = {}] of Object.entries(service.depends_on ?? {})) {
      must(services[other], `${name} waits for ${other}, which does not exist`);
      const target = services[other] ?? {};
      if (condition === 'service_healthy')
        must(!target.healthcheck?.disable, `${name} waits for the health of ${other}, which has no check`);
    }
    for (const volume of service.volumes ?? []) {
      const [source] = volume.split(':');
      must(
        source.startsWith('.') ? existsSync(join(folder, source)) : source in volumes,
        `${name} mounts ${source}, which does not exist`,
      );
    }
  }
  must(!services.database?.ports, 'the database is published');
  for (const name of ['api-1', 'api-2', 'worker'])
    must(services[name]?.environment?.WORKER === 'off', `${name} runs the jobs beside the worker`);

  const example = readFileSync(join(folder, 'env.example'), 'utf8');
  for (const [, variable] of text.matchAll(/\$\{([A-Z_]+)/g))
    must(new RegExp(`^#?${variable}=`, 'm').test(example), `${variable} is not in env.example`);
  for (const [, variable, value] of example.matchAll(/^([A-Z_]*(?:PASSWORD|SECRET))=(.*)$/gm))
    must(value === '', `env.example carries a value for ${variable}`);
  const proxy = readFileSync(join(folder, 'proxy', 'Caddyfile'), 'utf8');
  for (const [, name] of proxy.matchAll(/\b([a-z][a-z0-9-]*):3000\b/g))
    must(services[name], `the proxy sends to ${name}, which is no service`);
  return problems;
}
