import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { Quantity } from '@lienket/domain';

const bad = (message: string): never => {
  throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
};

const literal = (node: ValueNode): unknown =>
  node.kind === Kind.INT ? node.value : node.kind === Kind.STRING ? node.value : bad('Hãy gửi số nguyên hoặc chuỗi.');

function parseDong(value: unknown): bigint {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  return typeof text === 'string' && /^-?\d{1,18}$/.test(text)
    ? BigInt(text)
    : bad('Số tiền là số nguyên đồng, tối đa 18 chữ số.');
}

/** Largest and smallest integers that a JSON reader keeps exact. */
const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

export const VND = new GraphQLScalarType<bigint, number | string>({
  name: 'VND',
  description: 'Whole đồng; a JSON integer while exact in JavaScript, else a string. Input: integer or digit string.',
  serialize: (value) => {
    const amount = typeof value === 'bigint' ? value : BigInt(value as string | number);
    return amount <= SAFE && amount >= -SAFE ? Number(amount) : amount.toString();
  },
  parseValue: parseDong,
  parseLiteral: (node) => parseDong(literal(node)),
});

/** Decimal string of the wire; the domain's parser for people's input is more generous. */
function parseQuantity(value: unknown): string {
  if (typeof value !== 'string' || !/^\d{1,11}(\.\d{1,3})?$/.test(value)) {
    return bad('Số lượng là số không âm, tối đa 3 chữ số thập phân, ví dụ "1250.5".');
  }
  return value;
}

export const QuantityScalar = new GraphQLScalarType<string, string>({
  name: 'Quantity',
  description: 'Decimal string with at most three decimals, in the product\'s base unit, for example "1250.5".',
  serialize: (value) => (value instanceof Quantity ? value.toDecimalString() : trimDecimals(String(value))),
  parseValue: parseQuantity,
  parseLiteral: (node) => parseQuantity(literal(node)),
});

/** "1250.500" → "1250.5" */
export const trimDecimals = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

function parseLocalDate(value: unknown): string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return bad('Ngày viết theo dạng YYYY-MM-DD.');
  const at = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== value ? bad('Ngày này không có trong lịch.') : value;
}

export const LocalDate = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: 'Business date YYYY-MM-DD in Asia/Ho_Chi_Minh.',
  serialize: (value) => String(value),
  parseValue: parseLocalDate,
  parseLiteral: (node) => parseLocalDate(literal(node)),
});

function parseInstant(value: unknown): Date {
  const at = typeof value === 'string' ? new Date(value) : new Date(Number.NaN);
  return Number.isNaN(at.getTime()) ? bad('Thời điểm viết theo ISO 8601.') : at;
}

export const Instant = new GraphQLScalarType<Date, string>({
  name: 'Instant',
  description: 'Instant, ISO 8601 UTC.',
  serialize: (value) => (value instanceof Date ? value : new Date(value as string)).toISOString(),
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(literal(node)),
});
