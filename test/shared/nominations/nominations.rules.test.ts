import { describe, expect, test } from 'vitest';
import {
  checkReasons,
  daysLate,
  isOverQuota,
  type NominationStep,
  printedLines,
  readAllotment,
  refusalReasons,
  STEP_FROM,
  sendingReasons,
  stateReasons,
  supplementReasons,
} from '#shared/nominations/nominations.rules.ts';
import { type NominationDraft, nominationStatus } from '#shared/nominations/nominations.schema.ts';
import { COMPLETE_PERSON } from '#test/builders/nomination.builder.ts';

const TODAY = '2024-01-20';
const person = COMPLETE_PERSON;
const collective: NominationDraft = {
  ...person,
  salutation: null,
  sex: null,
  birthYear: null,
  personClass: null,
  headcount: 27,
};
const codes = (draft: NominationDraft, kind: 'individual' | 'collective' = 'individual') =>
  sendingReasons(draft, kind, TODAY).map(({ code, field }) => `${field}: ${code.replace('nomination.', '')}`);

describe('sending', () => {
  test('a complete dossier has no reason against it', () => {
    expect(codes(person)).toEqual([]);
    expect(codes(collective, 'collective')).toEqual([]);
  });

  test.each<[Partial<NominationDraft>, string]>([
    [{ name: '' }, 'name: name-missing'],
    [{ printedName: '' }, 'printedName: printed-name-missing'],
    [{ printedPlace: '' }, 'printedPlace: printed-place-missing'],
    [{ printedName: 'Lò Thị Mẫu 🎖' }, 'printedName: sign-unprintable'],
    [{ name: 'Lò Thị Mẫu\u0430' }, 'name: sign-unprintable'],
    [{ salutation: null }, 'salutation: salutation-missing'],
    [{ salutation: 'Ông' }, 'salutation: salutation-against-sex'],
    [{ sex: null }, 'sex: sex-missing'],
    [{ birthYear: null }, 'birthYear: birth-year-missing'],
    [{ birthYear: 2019 }, 'birthYear: birth-year-unlikely'],
    [{ birthYear: 1903 }, 'birthYear: birth-year-unlikely'],
    [{ positionHeld: '' }, 'positionHeld: position-missing'],
    [{ workplace: '' }, 'workplace: workplace-missing'],
    [{ personClass: null }, 'personClass: person-class-missing'],
    [{ areaClass: null }, 'areaClass: area-class-missing'],
    [{ achievement: 'x'.repeat(49) }, 'achievement: achievement-short'],
    [{ proposalNumber: '' }, 'proposalNumber: proposal-number-missing'],
    [{ proposalOn: null }, 'proposalOn: proposal-date-missing'],
    [{ proposalOn: '2024-01-21' }, 'proposalOn: proposal-date-future'],
  ])('without %o a person is refused: %s', (change, reason) => {
    expect(codes({ ...person, ...change })).toEqual([reason]);
  });

  test('the edges are allowed: today, exactly fifty characters', () => {
    expect(codes({ ...person, proposalOn: TODAY, achievement: 'x'.repeat(50) })).toEqual([]);
  });

  test('a collective needs its headcount and nothing of a person', () => {
    expect(codes({ ...collective, headcount: null }, 'collective')).toEqual(['headcount: headcount-missing']);
  });

  test('says everything at once', () => {
    expect(codes({ ...person, name: '', areaClass: null, proposalNumber: '' })).toHaveLength(3);
  });
});

test('each step is open in exactly its states', () => {
  const steps = Object.keys(STEP_FROM) as NominationStep[];
  for (const step of steps)
    for (const status of nominationStatus.options)
      expect(stateReasons(step, status, false).length === 0, `${step} from ${status}`).toBe(
        STEP_FROM[step].includes(status),
      );
  expect(steps.flatMap((step) => STEP_FROM[step])).not.toContain('decided');
});

test('what stands on a decision is opened again only after it was taken off', () => {
  expect(stateReasons('askSupplement', 'checked', true)).toEqual([{ code: 'nomination.on-decision' }]);
  expect(stateReasons('askSupplement', 'checked', false)).toEqual([]);
});

test('lateness counts days after the effective deadline', () => {
  expect(daysLate('2024-01-22', '2024-01-22')).toBe(0);
  expect(daysLate('2024-01-25', '2024-01-22')).toBe(3);
  expect(daysLate('2024-01-25', null)).toBe(0);
});

test('the allotment flags the second of a kind; a kind without a figure has no limit', () => {
  const allotment = readAllotment('{"collective":1,"individual":1}');
  expect(isOverQuota(allotment, 'collective', 1)).toBe(false);
  expect(isOverQuota(allotment, 'collective', 2)).toBe(true);
  expect(isOverQuota(allotment, 'household', 9)).toBe(false);
  expect(readAllotment('{"collective":')).toEqual({});
  expect(readAllotment(null)).toEqual({});
});

test('dialogs of the standing office ask for what the other side has to read', () => {
  expect(supplementReasons('2024-01-19', TODAY)).toHaveLength(1);
  expect(supplementReasons(TODAY, TODAY)).toEqual([]);
  expect(refusalReasons('Ngắn')).toHaveLength(1);
  expect(refusalReasons('Đã được tặng Bằng khen trong năm')).toEqual([]);
  expect(checkReasons('', 0)).toEqual([]);
  expect(checkReasons('', 1)).toHaveLength(1);
  expect(checkReasons('Khác thành tích', 1)).toEqual([]);
});

test('the lines on paper: salutation once, place broken where the author broke it', () => {
  expect(printedLines(person)).toEqual([
    'Bà Lò Thị Mẫu',
    'Giáo viên Trường Mầm non Chiềng Mẫu,',
    'huyện Yên Châu, tỉnh Sơn La',
  ]);
  expect(printedLines({ ...person, printedName: 'Bà Lò Thị Mẫu' })[0]).toBe('Bà Lò Thị Mẫu');
  expect(printedLines({ salutation: null, printedName: '', printedPlace: '' })).toEqual([]);
});
