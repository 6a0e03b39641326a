import { describe, expect, test } from 'vitest';
import { comparable } from '#shared/pledges/pledge-basis.ts';
import { canonicalPledge, type PledgeContent } from '#shared/pledges/pledge-content.ts';
import { firstJointText } from '#shared/pledges/pledge-draft.ts';
import {
  agreeReasons,
  consultReasons,
  openSigningReasons,
  opinionReasons,
  publishReasons,
  reopenReasons,
  returnReasons,
  signatureReasons,
  signingReasons,
  targetReasons,
  targetValueReasons,
  textPrintReasons,
  textReasons,
} from '#shared/pledges/pledge-steps.rules.ts';
import { PLEDGE_REASONS } from '#shared/pledges/pledges.reasons.ts';
import { type PledgeStatus, pledgeStatus } from '#shared/pledges/pledges.schema.ts';

/** What is open in which state, written down and not read from the rules. */
const OPEN: Record<string, [readonly PledgeStatus[], (state: { status: PledgeStatus }) => { code: string }[]]> = {
  'the text is edited': [['draft'], textReasons],
  'targets are set': [['draft', 'consulting'], targetReasons],
  'opinions are asked for': [['draft'], (state) => consultReasons(state, '2024-03-01', '2024-03-08')],
  'it goes back to the draft': [['consulting'], returnReasons],
  'a member gives its opinion': [['consulting'], (state) => opinionReasons(state)],
  'the content is agreed': [['consulting'], (state) => agreeReasons(state, 3)],
  'signing is opened': [['agreed'], openSigningReasons],
  'a signature is recorded': [['signing'], signingReasons],
  'it is published': [['signing'], (state) => publishReasons(state, [])],
  'it is opened again': [['agreed', 'signing'], reopenReasons],
};

describe.each(Object.entries(OPEN))('%s', (_, [open, reasons]) => {
  test.each(pledgeStatus.options)('in %s', (status) => {
    const found = reasons({ status });
    expect(found.length === 0).toBe(open.includes(status));
    for (const { code } of found) expect(PLEDGE_REASONS).toHaveProperty([code]);
  });
});

test('what the steps ask for besides the state', () => {
  const today = '2024-03-01';
  expect(consultReasons({ status: 'draft' }, today, '2024-02-29')[0]).toMatchObject({ code: 'pledge.due-past' });
  expect(consultReasons({ status: 'draft' }, today, today)).toEqual([]);
  expect(agreeReasons({ status: 'consulting' }, 0)[0]?.code).toBe('pledge.no-targets');
  expect(opinionReasons({ status: 'consulting' }, { stance: 'amend', opinion: '' })[0]?.code).toBe(
    'pledge.opinion-missing',
  );
  expect(opinionReasons({ status: 'consulting' }, { stance: 'agree', opinion: '' })).toEqual([]);
  expect(publishReasons({ status: 'signing' }, ['Cao Bằng'])[0]).toMatchObject({ facts: { units: 'Cao Bằng' } });
  const on = { publishedOn: '2024-02-28', lastSignedOn: '2024-02-29', today };
  expect(publishReasons({ status: 'signing' }, [], on)[0]?.code).toBe('pledge.published-before-signed');
  expect(publishReasons({ status: 'signing' }, [], { ...on, publishedOn: '2024-03-02' })[0]?.code).toBe(
    'pledge.published-later',
  );
  expect(publishReasons({ status: 'signing' }, [], { ...on, publishedOn: '2024-02-29' })).toEqual([]);
});

test('a signature has a day between freezing and today, and its scan', () => {
  const good = { signedOn: '2024-02-29', frozenOn: '2024-02-28', today: '2024-03-01', hasScan: true };
  expect(signatureReasons(good)).toEqual([]);
  expect(signatureReasons({ ...good, signedOn: '2024-02-28' })).toEqual([]);
  expect(signatureReasons({ ...good, signedOn: '2024-03-01' })).toEqual([]);
  expect(signatureReasons({ ...good, signedOn: '2024-02-27', hasScan: false }).map(({ code }) => code)).toEqual([
    'pledge.signed-before-frozen',
    'pledge.scan-missing',
  ]);
  expect(signatureReasons({ ...good, signedOn: '2024-03-02' })[0]?.code).toBe('pledge.signed-later');
});

test('a target is at least zero, and a text can be printed', () => {
  const indicator = { id: 'x', name: 'Mức giảm tỷ lệ hộ nghèo' };
  expect(targetValueReasons(-1, indicator)[0]).toMatchObject({ code: 'pledge.target-negative', field: 'targets.x' });
  for (const value of [null, 0, 1]) expect(targetValueReasons(value, indicator)).toEqual([]);
  expect(textPrintReasons('Thi đua 🎋')[0]).toMatchObject({ facts: { letter: '🎋' }, field: 'jointText' });
  expect(textPrintReasons('1. Thi đua “dạy tốt, học tốt” – năm 2024.')).toEqual([]);
});

describe('the content that is frozen', () => {
  const target = (unitId: string, indicatorVersionId: string, value: number | null) => ({
    unitId,
    indicatorVersionId,
    name: 'Thu ngân sách',
    unitOfMeasure: 'tỷ đồng',
    decimals: 1,
    value,
  });
  const content: PledgeContent = {
    year: 2024,
    jointText: 'Thống nhất',
    targets: [target('SL', 'a', 460), target('LS', 'b', 7), target('LS', 'a', 760)],
  };

  test('reads the same in any order, in any spelling of its letters, with or without empty rows', () => {
    const same: PledgeContent = {
      ...content,
      jointText: 'Thống nhất'.normalize('NFD'),
      targets: [...content.targets.toReversed(), target('SL', 'b', null)],
    };
    expect(canonicalPledge(same)).toBe(canonicalPledge(content));
  });

  test.each<[string, Partial<PledgeContent>]>([
    ['the text', { jointText: 'Thống nhất.' }],
    ['the year', { year: 2025 }],
    ['a value', { targets: [target('SL', 'a', 461), ...content.targets.slice(1)] }],
    ['a missing target', { targets: content.targets.slice(1) }],
    ['zero instead of none', { targets: [...content.targets, target('SL', 'b', 0)] }],
    ['whose target it is', { targets: [{ ...target('LC', 'a', 460) }, ...content.targets.slice(1)] }],
    ['the unit of measure', { targets: content.targets.map((one) => ({ ...one, unitOfMeasure: 'triệu đồng' })) }],
    ['the decimals', { targets: content.targets.map((one) => ({ ...one, decimals: 0 })) }],
    ['the name of an indicator', { targets: content.targets.map((one) => ({ ...one, name: 'Thu nội địa' })) }],
  ])('changes with %s', (_, change) => {
    expect(canonicalPledge({ ...content, ...change })).not.toBe(canonicalPledge(content));
  });
});

test('a new text begins with what was launched, else with the year before', () => {
  const start = { clusterName: 'Cụm thi đua A', year: 2025, launch: [], before: undefined };
  expect(firstJointText({ ...start, launch: ['Thi đua xây dựng nông thôn mới;', 'Nâng cao chất lượng.'] })).toBe(
    'Các đơn vị thành viên Cụm thi đua A thống nhất ký kết giao ước thi đua năm 2025 với các nội dung sau:\n' +
      '1. Thi đua xây dựng nông thôn mới.\n2. Nâng cao chất lượng.',
  );
  expect(firstJointText({ ...start, before: { year: 2024, jointText: 'Giao ước năm 2024 của Cụm.' } })).toBe(
    'Giao ước năm 2025 của Cụm.',
  );
  expect(firstJointText(start)).toContain('năm 2025');
});

test('figures of another year count only in the same unit of measure, moved to the decimals of today', () => {
  const kept = { unitId: 'LS', indicatorId: 'i', decimals: 1, unitOfMeasure: 'tỷ đồng', value: 7_600 };
  const wanted = { indicatorId: 'i', decimals: 1, unitOfMeasure: 'tỷ đồng' };
  expect(comparable([kept], wanted).get('LS')).toBe(7_600);
  expect(comparable([kept], { ...wanted, decimals: 2 }).get('LS')).toBe(76_000);
  expect(comparable([kept], { ...wanted, decimals: 0 }).get('LS')).toBe(760);
  expect(comparable([{ ...kept, value: 7_605 }], { ...wanted, decimals: 0 }).size).toBe(0);
  expect(comparable([kept], { ...wanted, unitOfMeasure: 'triệu đồng' }).size).toBe(0);
});
