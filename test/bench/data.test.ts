import { expect, test } from 'vitest';
import { Registry } from '#bench/data/rows.ts';

const PROVINCES = Array.from({ length: 63 }, (_, index) => `VN63-${index + 1}`);
const registry = new Registry(20_000, PROVINCES);
const recipients = [...registry.recipients()];
const awards = [...registry.awards()];

test('a registry has as many rows as asked for, each with an id of its own', () => {
  expect([recipients.length, awards.length]).toEqual([12_000, 20_000]);
  expect(new Set([...recipients, ...awards].map(([id]) => id)).size).toBe(32_000);
});

test('it is the same every time', () => {
  expect([...new Registry(20_000, PROVINCES).awards()]).toEqual(awards);
});

test('every award belongs to a recipient of its province and bears their name', () => {
  const byId = new Map(recipients.map((row) => [row[0], row]));
  for (const award of awards) {
    const recipient = byId.get(award[1]!)!;
    expect([recipient[6], recipient[2], recipient[3]]).toEqual([award[3], award[9], award[11]]);
  }
});

test('about a third of the people are called Nguyễn', () => {
  const people = recipients.filter((row) => row[1] === 'individual');
  const share = people.filter((row) => String(row[3]).startsWith('nguyen ')).length / people.length;
  expect(share).toBeGreaterThan(0.28);
  expect(share).toBeLessThan(0.38);
});

test('it runs from 2004 to 2024, oldest decision first', () => {
  const days = awards.map((row) => String(row[7]));
  expect(days).toEqual(days.toSorted());
  expect([days[0]!.slice(0, 4), days.at(-1)!.slice(0, 4)]).toEqual(['2004', '2024']);
});
