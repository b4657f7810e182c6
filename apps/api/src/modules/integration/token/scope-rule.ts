import { type ASTVisitor, getNamedType, GraphQLError, type ValidationContext } from 'graphql';
import { type ApiScope, PARTNER_TYPES, scopeOfField } from '@lienket/domain';

/** A validation rule: every root field, and every type that hangs on another, needs its scope. Introspection stays open. */
export const scopeRule =
  (scopes: readonly ApiScope[]) =>
  (context: ValidationContext): ASTVisitor => {
    const refuse = (name: string, scope: ApiScope | null) =>
      context.reportError(
        new GraphQLError(
          scope
            ? `"${name}" cần quyền ${scope} mà khoá này không có (the key lacks ${scope}).`
            : `"${name}" không mở cho đối tác ("${name}" is not open to partners).`,
          { extensions: { code: 'FORBIDDEN' } },
        ),
      );
    return {
      Field(node) {
        const name = node.name.value;
        if (name.startsWith('__')) return;
        const schema = context.getSchema();
        const parent = context.getParentType();
        const isRoot = parent === schema.getQueryType() || parent === schema.getMutationType();
        if (isRoot) {
          const scope = scopeOfField(name);
          if (!scope || !scopes.includes(scope)) return refuse(name, scope);
        }
        const type = context.getType();
        const needed = type && PARTNER_TYPES[getNamedType(type).name];
        if (needed && !isRoot && !scopes.includes(needed)) refuse(name, needed);
      },
    };
  };
