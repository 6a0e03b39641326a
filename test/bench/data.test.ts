import { expect, test } from 'vitest';
import { Registry } from '#bench/data/rows.ts';
import type { RecipientKind } from '#shared/recipients/recipients.schema.ts';
import { awardSearchText, nameSortKey, recipientSearchText } from '#shared/registry/search-text.ts';

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

test('the words and the order of names are those that the program writes', () => {
  for (const [at, award] of awards.entries()) {
    if (at % 40 !== 0) continue;
    const [printedName, printedPlace, decisionNumber] = [award[9], award[10], award[6]].map(String);
    expect(award[17]).toBe(
      awardSearchText({ printedName: printedName!, printedPlace, decisionNumber: decisionNumber! }),
    );
    expect(award[18]).toBe(nameSortKey(printedName!, award[8] as RecipientKind));
  }
  for (const row of recipients.slice(0, 500)) {
    expect(row[8]).toBe(recipientSearchText({ name: String(row[2]), place: String(row[7]) }));
    expect(row[9]).toBe(nameSortKey(String(row[2]), row[1] as RecipientKind));
  }
});
