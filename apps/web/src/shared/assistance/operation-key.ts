import { assistance } from '../messages/vi/assistance';

type OperationKey = Extract<keyof typeof assistance, `op.${string}`>;

/** The words of an operation's name ("orderAcknowledge", "product.submit"); what this version has no words for is "việc khác". */
export function operationKey(operation: string): OperationKey {
  const key = `op.${operation.replace(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase())}`;
  return Object.hasOwn(assistance, key) ? (key as OperationKey) : 'op.other';
}
