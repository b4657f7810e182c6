import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql';

const DEEPEST = 12;
const MOST_ALIASES = 30;
const MOST_ROOT_FIELDS = 20;

const refused = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });

/** Depth, aliases and root fields of one request, counted before anything runs. Fragments cannot recurse: graphql-js checks that itself. */
function limitShape(context: ValidationContext): ASTVisitor {
  let depth = 0;
  let aliases = 0;
  return {
    Field: {
      enter(node) {
        depth += 1;
        if (node.alias) aliases += 1;
        if (depth === DEEPEST + 1) context.reportError(refused(`Câu hỏi lồng quá ${DEEPEST} tầng.`));
        if (aliases === MOST_ALIASES + 1) context.reportError(refused(`Câu hỏi có quá ${MOST_ALIASES} bí danh.`));
      },
      leave() {
        depth -= 1;
      },
    },
    OperationDefinition(node) {
      if (node.selectionSet.selections.length > MOST_ROOT_FIELDS)
        context.reportError(refused(`Mỗi lần hỏi tối đa ${MOST_ROOT_FIELDS} mục.`));
    },
  };
}

export const requestLimits = [limitShape];
