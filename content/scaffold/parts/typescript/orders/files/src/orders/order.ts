export interface OrderLine {
  readonly sku: string;
  readonly quantity: number;
  /** In whole cents: binary fractions cannot hold prices exactly. */
  readonly unitPrice: number;
}

/** An order as it comes in. */
export interface Order {
  readonly id: string;
  readonly customer: string;
  readonly lines: readonly OrderLine[];
}

/** Either the order, or everything that is wrong with it. */
export type ParsedOrder =
  | { readonly ok: true; readonly order: Order }
  | { readonly ok: false; readonly problems: readonly string[] };

const identifier = /^[A-Za-z0-9_-]{1,64}$/;
/** Closed days are kept beside the orders under names that begin so; a caller must not be able to claim one. */
const reservedPrefix = 'day-';
const maxLines = 100;
const maxSku = 64;
const maxQuantity = 1000;
const maxUnitPrice = 10_000_000;

/** What a text means as JSON; undefined when it is not JSON, which is one more thing that an order can have wrong. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Checks what came in and keeps only the fields of an order. Callers can be wrong in any way: this never throws. */
export function parseOrder(input: unknown): ParsedOrder {
  if (input === undefined) return { ok: false, problems: ['the order is not valid JSON'] };
  if (!isRecord(input)) return { ok: false, problems: ['the order must be a JSON object'] };
  const problems: string[] = [];
  const { id, customer, lines } = input;
  if (!isIdentifier(id)) problems.push('id must be 1 to 64 of A-Z a-z 0-9 _ -');
  else if (id.startsWith(reservedPrefix)) problems.push(`id must not begin with ${reservedPrefix}`);
  if (!isIdentifier(customer)) problems.push('customer must be 1 to 64 of A-Z a-z 0-9 _ -');
  if (!Array.isArray(lines) || lines.length < 1 || lines.length > maxLines)
    problems.push(`lines must be a list of 1 to ${maxLines} lines`);
  else problems.push(...lines.flatMap((line, index) => problemsOfLine(line, `lines[${index}]`)));
  if (problems.length > 0) return { ok: false, problems };
  const order: Order = {
    id: id as string,
    customer: customer as string,
    lines: (lines as OrderLine[]).map(({ sku, quantity, unitPrice }) => ({ sku, quantity, unitPrice })),
  };
  return { ok: true, order };
}

/** The sum of all lines, in cents. */
export function totalOf({ lines }: Order): number {
  return lines.reduce((total, { quantity, unitPrice }) => total + quantity * unitPrice, 0);
}

function problemsOfLine(line: unknown, place: string): string[] {
  if (!isRecord(line)) return [`${place} must be a JSON object`];
  const problems: string[] = [];
  const { sku, quantity, unitPrice } = line;
  if (typeof sku !== 'string' || sku.length < 1 || sku.length > maxSku)
    problems.push(`${place}.sku must be 1 to ${maxSku} characters`);
  if (!isWholeNumber(quantity, 1, maxQuantity))
    problems.push(`${place}.quantity must be a whole number from 1 to ${maxQuantity}`);
  if (!isWholeNumber(unitPrice, 0, maxUnitPrice))
    problems.push(`${place}.unitPrice must be whole cents from 0 to ${maxUnitPrice}`);
  return problems;
}

function isIdentifier(value: unknown): value is string {
  return typeof value === 'string' && identifier.test(value);
}

function isWholeNumber(value: unknown, from: number, to: number): value is number {
  return Number.isInteger(value) && (value as number) >= from && (value as number) <= to;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
