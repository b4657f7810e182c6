import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** Values for arguments by name; a function of the field's path, so that a test can put one foreign id in one place. */
export type Fill = (path: string, typeName: string) => unknown;

/** A request made from the schema alone: every argument filled, every leaf asked for to a small depth. */
export interface SchemaRequest {
  readonly name: string;
  readonly kind: 'query' | 'mutation';
  readonly document: string;
  readonly variables: Record<string, unknown>;
}

const DEPTH = 3;

function selection(type: GraphQLOutputType, depth: number): string {
  if (isNonNullType(type) || isListType(type)) return selection(type.ofType, depth);
  if (isLeafType(type)) return '';
  if (isUnionType(type)) {
    const members = type.getTypes().map((member) => `... on ${member.name} ${selection(member, depth)}`);
    return `{ __typename ${members.join(' ')} }`;
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  const fields = Object.values(type.getFields())
    .filter((field) => field.args.every((argument) => !isNonNullType(argument.type)))
    .flatMap((field) => {
      const inner = selection(field.type, depth - 1);
      const isComposite = !isLeafType(bare(field.type));
      if (isComposite && depth <= 1) return [];
      return [`${field.name} ${inner}`];
    });
  return `{ __typename ${fields.join(' ')} }`;
}

function bare(type: GraphQLOutputType): GraphQLOutputType {
  return isNonNullType(type) || isListType(type) ? bare(type.ofType) : type;
}

function valueOf(type: GraphQLInputType, path: string, fill: Fill): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, path, fill);
  if (isListType(type)) return [valueOf(type.ofType, path, fill)];
  if (isInputObjectType(type)) {
    const entries = Object.values(type.getFields()).map((field) => [
      field.name,
      valueOf(field.type, `${path}.${field.name}`, fill),
    ]);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }
  if (isEnumType(type)) return fill(path, 'ENUM') ?? type.getValues()[0]!.name;
  return fill(path, type.name);
}

/** Paths of every ID in the arguments of a root field: "input.lines.productId". */
export function idPaths(field: GraphQLField<unknown, unknown>): string[] {
  const paths: string[] = [];
  const note: Fill = (path, typeName) => {
    if (typeName === 'ID') paths.push(path);
    return undefined;
  };
  for (const argument of field.args) valueOf(argument.type, argument.name, note);
  return [...new Set(paths)];
}

export function requestFor(schema: GraphQLSchema, kind: 'query' | 'mutation', name: string, fill: Fill): SchemaRequest {
  const root = kind === 'query' ? schema.getQueryType()! : schema.getMutationType()!;
  const field = root.getFields()[name]!;
  const variables = Object.fromEntries(
    field.args.map((argument) => [argument.name, valueOf(argument.type, argument.name, fill)]),
  );
  const declared = field.args.map((argument) => `$${argument.name}: ${argument.type.toString()}`).join(', ');
  const passed = field.args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const document = `${kind}${declared ? `(${declared})` : ''} { ${name}${passed ? `(${passed})` : ''} ${selection(field.type, DEPTH)} }`;
  return { name, kind, document, variables };
}
