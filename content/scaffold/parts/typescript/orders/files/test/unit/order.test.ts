import { describe, expect, it } from 'vitest';
import { type ParsedOrder, parseJson, parseOrder, totalOf } from '../../src/orders/order';
import { goodOrder } from '../support/ports';

const line = goodOrder.lines[0];

function problemsOf(parsed: ParsedOrder): readonly string[] {
  return parsed.ok ? [] : parsed.problems;
}

describe('parseOrder', () => {
  it('takes a good order and drops what does not belong to it', () => {
    const parsed = parseOrder({ ...goodOrder, admin: true, lines: [{ ...line, price: 0 }] });
    expect(parsed).toEqual({ ok: true, order: goodOrder });
  });

  it.each([null, 'order', 7, []])('refuses %j, which is no object', input => {
    expect(problemsOf(parseOrder(input))).toEqual(['the order must be a JSON object']);
  });

  it('refuses what is no JSON', () => {
    expect(problemsOf(parseOrder(parseJson('{"id":')))).toEqual(['the order is not valid JSON']);
  });

  it.each([
    ['id', { id: '' }],
    ['id', { id: 'a'.repeat(65) }],
    ['id', { id: '../etc/passwd' }],
    ['id', { id: 1001 }],
    ['id', { id: 'day-2026-11-22' }],
    ['customer', { customer: 'cus 7' }],
    ['lines must', { lines: [] }],
    ['lines must', { lines: {} }],
    ['lines must', { lines: Array.from({ length: 101 }, () => line) }],
    ['lines[0] must', { lines: ['tea'] }],
    ['lines[0].sku', { lines: [{ ...line, sku: '' }] }],
    ['lines[0].sku', { lines: [{ ...line, sku: 'x'.repeat(65) }] }],
    ['lines[0].quantity', { lines: [{ ...line, quantity: 0 }] }],
    ['lines[0].quantity', { lines: [{ ...line, quantity: 1001 }] }],
    ['lines[0].quantity', { lines: [{ ...line, quantity: 1.5 }] }],
    ['lines[1].unitPrice', { lines: [line, { ...line, unitPrice: -1 }] }],
    ['lines[0].unitPrice', { lines: [{ ...line, unitPrice: 10_000_001 }] }],
    ['lines[0].unitPrice', { lines: [{ ...line, unitPrice: '450' }] }],
  ])('names %s as the place of the problem', (place, change) => {
    const problems = problemsOf(parseOrder({ ...goodOrder, ...change }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(place);
  });

  it('names all problems at once', () => {
    expect(problemsOf(parseOrder({}))).toHaveLength(3);
  });

  it('takes the largest order that is allowed', () => {
    const lines = Array.from({ length: 100 }, () => ({ sku: 'x'.repeat(64), quantity: 1000, unitPrice: 10_000_000 }));
    const parsed = parseOrder({ id: 'a'.repeat(64), customer: 'b'.repeat(64), lines });
    expect(parsed.ok && totalOf(parsed.order)).toBe(1_000_000_000_000);
  });
});

describe('totalOf', () => {
  it('adds up quantity times price', () => {
    const lines = [...goodOrder.lines, { sku: 'mug', quantity: 3, unitPrice: 900 }];
    expect(totalOf({ ...goodOrder, lines })).toBe(3600);
  });
});

describe('parseJson', () => {
  it('reads JSON, and takes anything else for nothing', () => {
    expect(parseJson('{"a":1}')).toEqual({ a: 1 });
    expect(parseJson('{"a":')).toBeUndefined();
    expect(parseJson('')).toBeUndefined();
  });
});
