const SOURCES = new URL('..', import.meta.url).href;
const COMPILED = new URL('../../dist-specs/', import.meta.url).href;

export const compiledTwin = (address) =>
  address.startsWith(SOURCES) ? address.replace(SOURCES, COMPILED).replace(/\.ts(\?|$)/, '.js$1') : address;

export const resolve = (specifier, context, next) =>
  /\.spec\.ts(\?|$)/.test(specifier) ? { url: compiledTwin(specifier), shortCircuit: true } : next(specifier, context);
