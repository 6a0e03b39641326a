import { expect, test } from 'vitest';
import { confirmationReasons, reviewReasons, sendReasons } from '#shared/movements/confirm.rules.ts';
import { isLate, isOverdue, registrationReasons } from '#shared/registrations/registrations.rules.ts';
import type { RegistrationLine } from '#shared/registrations/registrations.schema.ts';
import { entryReasons, replicationReasons, statusReasons } from '#shared/replications/replications.rules.ts';

const FORMS = new Map([
  ['LDTT', { code: 'LDTT', name: 'Lao động tiên tiến', appliesTo: ['individual'] }],
  ['GDVH', { code: 'GDVH', name: 'Gia đình văn hóa', appliesTo: ['household'] }],
]);
const line: RegistrationLine = { awardCode: 'LDTT', kind: 'individual', count: 2, names: ['Lò Văn Mẫu', 'Lò Thị Mẫu'] };
const codes = (lines: RegistrationLine[]) =>
  registrationReasons(lines, FORMS).map(({ code, field }) => `${code} @${field}`);

test.each([
  [{}, []],
  [{ count: -1, names: [] }, ['registration.count-negative @lines.0.count']],
  [{ count: 29_000_000, names: [] }, ['registration.count-too-large @lines.0.count']],
  [{ count: 1 }, ['registration.more-names @lines.0.count']],
  [{ names: ['Lò Văn Mẫu', ' lò  văn mẫu'] }, ['registration.name-twice @lines.0.names']],
  [{ names: ['Lò Vân Mẫu', 'Lò Văn Mẫu'] }, []],
  [{ names: ['Lò Văn Mẫu', ''] }, ['registration.name-empty @lines.0.names']],
  [{ kind: 'collective' as const }, ['registration.not-for-collective @lines.0.count']],
  [{ awardCode: 'KHAC' }, ['registration.unknown-title @lines.0.count']],
])('a line with %o', (about, expected) => {
  expect(codes([{ ...line, ...about }])).toEqual(expected);
});

test('a title stands once for each kind; households count as collectives', () => {
  expect(codes([line, line])).toEqual(['registration.title-twice @lines.1.count']);
  expect(codes([{ awardCode: 'GDVH', kind: 'collective', count: 5, names: [] }])).toEqual([]);
});

test('late begins with the day after the due day in Việt Nam, to the second', () => {
  expect(isLate('2024-03-05T16:59:59.000Z', '2024-03-05')).toBe(false);
  expect(isLate('2024-03-05T17:00:00.000Z', '2024-03-05')).toBe(true);
  expect(isLate('2024-03-05T17:00:00.000Z', null)).toBe(false);
  expect(isOverdue(null, '2024-03-05', '2024-03-05')).toBe(false);
  expect(isOverdue(null, '2024-03-05', '2024-03-06')).toBe(true);
});

const sending = { organizerUnitId: null, today: '2024-03-01', confirmBy: '2024-03-20' };
const movement = { level: 'cluster' as const, unitId: null, periodTo: '2024-12-31' };

test('a movement goes to members while it runs; a province’s own only in its own clusters', () => {
  expect(sendReasons(movement, sending)).toEqual([]);
  expect(sendReasons({ ...movement, periodTo: '2024-02-29' }, sending)).toMatchObject([{ code: 'movement.over' }]);
  expect(sendReasons(movement, { ...sending, confirmBy: '2024-02-29' })).toMatchObject([{ code: 'movement.due-past' }]);
  const own = { ...movement, level: 'province' as const, unitId: 'SL' };
  expect(sendReasons(movement, { ...sending, sentBy: sending.confirmBy })).toEqual([
    { code: 'movement.sent-same-day', field: 'confirmBy', facts: { byOn: sending.confirmBy } },
  ]);
  expect(sendReasons(movement, { ...sending, sentBy: '2024-03-02' })).toEqual([]);
  expect(sendReasons(own, sending)).toMatchObject([{ code: 'movement.not-for-members' }]);
  expect(sendReasons(own, { ...sending, organizerUnitId: 'SL' })).toEqual([]);
});

test('a confirmation names a person and a day that has come, of a movement that was sent', () => {
  const draft = { confirmedOn: '2024-03-01', person: 'Ông Mẫu', document: '', note: '' };
  expect(confirmationReasons(draft, '2024-02-20', '2024-03-01')).toEqual([]);
  expect(confirmationReasons(draft, null, '2024-03-01')).toMatchObject([{ code: 'movement.not-sent' }]);
  const bad = { ...draft, person: '', confirmedOn: '2024-03-02' };
  expect(confirmationReasons(bad, '2024-02-20', '2024-03-01').map(({ code }) => code)).toEqual([
    'movement.person-missing',
    'movement.day-ahead',
  ]);
  expect(
    reviewReasons({ heldOn: '2020-01-01', content: '' }, '2023-01-01', '2024-03-01').map(({ code }) => code),
  ).toEqual(['movement.review-empty', 'movement.review-before-start']);
});

test('an adoption has its form, its days in order, and results before it is done', () => {
  const draft = { place: 'xã Mẫu', startedOn: '2023-06-01', leader: 'UBND xã', steps: '' };
  expect(replicationReasons(draft)).toEqual([]);
  expect(replicationReasons({ ...draft, place: '', startedOn: '0203-06-01' }).map(({ code }) => code)).toEqual([
    'replication.place-missing',
    'replication.too-early',
  ]);
  const days = { startedOn: '2023-06-01', today: '2024-03-01' };
  expect(entryReasons({ onDate: '2023-05-31', content: 'x' }, days)).toMatchObject([
    { code: 'replication.entry-before-start' },
  ]);
  expect(entryReasons({ onDate: '2024-03-02', content: '' }, days).map(({ code }) => code)).toEqual([
    'replication.entry-empty',
    'replication.entry-ahead',
  ]);
  expect(statusReasons({ status: 'done', reason: '' }, 0)).toMatchObject([{ code: 'replication.done-needs-result' }]);
  expect(statusReasons({ status: 'stopped', reason: '' }, 1)).toMatchObject([
    { code: 'replication.stop-needs-reason' },
  ]);
  expect(statusReasons({ status: 'done', reason: '' }, 1)).toEqual([]);
});
