import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, visit, type DefinitionNode, type FragmentDefinitionNode } from 'graphql';
import type { Plugin } from 'vite';

const CALL = /\bgraphql\(\s*(?:\/\*[^*]*\*\/\s*)?`([^`]*)`,?\s*\)/g;

/**
 * Puts every `graphql(…)` operation, parsed, into the chunk of the screen that asks it: the browser gets no parser,
 * and the first page does not carry the documents of all others.
 */
export function compiledDocuments(folder: string): Plugin {
  let fragments = new Map<string, FragmentDefinitionNode>();
  const collect = () => {
    fragments = new Map();
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name) || name.startsWith('gql')) continue;
      for (const [, source] of readFileSync(join(folder, name), 'utf8').matchAll(CALL)) {
        for (const part of bare(source!)) if (part.kind === Kind.FRAGMENT_DEFINITION) fragments.set(part.name.value, part);
      }
    }
  };
  return {
    name: 'compiled-documents',
    enforce: 'pre',
    buildStart: collect,
    transform(code, id) {
      if (!id.startsWith(folder) || !code.includes('graphql(')) return null;
      const compiled = code.replace(CALL, (_call, source: string) => {
        const definitions = withFragments(bare(source), fragments);
        return `(${JSON.stringify({ kind: Kind.DOCUMENT, definitions })})`;
      });
      return compiled === code ? null : { code: compiled, map: null };
    },
    handleHotUpdate({ file }) {
      if (file.startsWith(folder)) collect();
    },
  };
}

/** Without positions and empty lists, which the client does not read. */
const bare = (source: string): readonly DefinitionNode[] =>
  JSON.parse(
    JSON.stringify(parse(source, { noLocation: true }).definitions, (_key, value: unknown) =>
      Array.isArray(value) && value.length === 0 ? undefined : value,
    ),
  ) as DefinitionNode[];

function withFragments(
  definitions: readonly DefinitionNode[],
  known: ReadonlyMap<string, FragmentDefinitionNode>,
): DefinitionNode[] {
  const all = [...definitions];
  // An operation may bear a fragment's name.
  const have = new Set(all.map((part) => (part.kind === Kind.FRAGMENT_DEFINITION ? part.name.value : undefined)));
  for (let index = 0; index < all.length; index += 1) {
    visit(all[index]!, {
      FragmentSpread({ name: { value } }) {
        if (have.has(value)) return;
        const fragment = known.get(value);
        if (!fragment) throw new Error(`No fragment is named ${value}`);
        have.add(value);
        all.push(fragment);
      },
    });
  }
  return all;
}
