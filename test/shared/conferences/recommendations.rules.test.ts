import { describe, expect, test } from 'vitest';
import {
  isLate,
  leadReasons,
  movedReasons,
  recommendationReasons,
  removalReasons,
  reportReasons,
} from '#shared/conferences/recommendations.rules.ts';
import { boardText } from '#shared/conferences/recommendations.text.ts';
import { wordReason } from '#shared/core/wording.ts';
import { REASON_WORDS } from '#shared/reason-words.ts';

const draft = { madeOn: '2024-03-05', dueOn: '2024-07-31', leadUnitIds: ['SL'] as never[] };

describe('a recommendation', () => {
  test('with a lead, made at the conference, due later, is fine; so is one without a due date', () => {
    expect(recommendationReasons(draft, '2024-03-05')).toEqual([]);
    expect(recommendationReasons({ ...draft, dueOn: null }, '2024-03-05')).toEqual([]);
    expect(recommendationReasons({ ...draft, dueOn: '2024-03-05' }, '2024-03-05')).toEqual([]);
  });

  test('due before it was made is refused with both dates', () => {
    const [reason] = recommendationReasons({ ...draft, dueOn: '2024-03-01' }, '2024-03-05');
    expect(wordReason(reason!, REASON_WORDS)).toBe(
      'Thời hạn 01/03/2024 trước ngày nêu ý kiến 05/03/2024. Chọn thời hạn từ ngày 05/03/2024 trở đi, hoặc để trống.',
    );
  });

  test('without a lead, or made before the conference, is refused', () => {
    expect(recommendationReasons({ ...draft, leadUnitIds: [], madeOn: '2024-03-04' }, '2024-03-05')).toMatchObject([
      { code: 'recommendation.before-conference', facts: { madeOn: '2024-03-04', heldOn: '2024-03-05' } },
      { code: 'recommendation.no-lead' },
    ]);
  });

  test('a reported result is kept: neither its unit nor the recommendation goes', () => {
    const tasks = [
      { unitName: 'Sơn La', status: 'done' as const },
      { unitName: 'Lai Châu', status: 'open' as const },
    ];
    expect(leadReasons(tasks)).toMatchObject([{ facts: { units: 'Sơn La' } }]);
    expect(removalReasons(tasks)).toMatchObject([{ facts: { units: 'Sơn La' } }]);
    expect(removalReasons([tasks[1]!])).toEqual([]);
    expect(movedReasons('2024-04-01', [{ unitName: 'Sơn La', reportedOn: '2024-03-20' }])).toMatchObject([
      { code: 'recommendation.made-after-report' },
    ]);
    expect(movedReasons('2024-03-20', [{ unitName: 'Sơn La', reportedOn: '2024-03-20' }])).toEqual([]);
  });
});

describe('a task', () => {
  const made = { number: 2, madeOn: '2024-03-05' };
  test('is not reported before the recommendation was made', () => {
    expect(reportReasons(made, { status: 'done', outcome: 'Xong' }, '2024-03-04')).toMatchObject([
      { code: 'recommendation.not-made-yet', facts: { number: 2, madeOn: '2024-03-05' } },
    ]);
    expect(reportReasons(made, null, '2024-03-05')).toEqual([]);
  });

  test('that is done says what came of it', () => {
    expect(reportReasons(made, { status: 'done', outcome: ' ' }, '2024-03-06')).toMatchObject([
      { code: 'recommendation.no-outcome', field: 'outcome' },
    ]);
    expect(reportReasons(made, { status: 'doing', outcome: '' }, '2024-03-06')).toEqual([]);
  });

  test('is late the day after it was due, unless done', () => {
    expect(isLate('open', '2024-07-31', '2024-07-31')).toBe(false);
    expect(isLate('doing', '2024-07-31', '2024-08-01')).toBe(true);
    expect(isLate('done', '2024-07-31', '2024-08-01')).toBe(false);
    expect(isLate('open', null, '2030-01-01')).toBe(false);
  });
});

test('the board as text names who is left and how many days over', () => {
  const rows = [
    {
      number: 1,
      content: 'Nhân rộng điển hình',
      leadOffice: 'UBND 2 tỉnh',
      dueOn: '2024-07-31',
      tasks: [
        { unitName: 'Sơn La', status: 'done' as const, outcome: 'Xong' },
        { unitName: 'Lai Châu', status: 'open' as const, outcome: '' },
      ],
    },
  ];
  expect(boardText('Kiến nghị', rows, '2024-08-02')).toBe(
    [
      'Kiến nghị, đến ngày 02/08/2024',
      '',
      '1. Nhân rộng điển hình',
      'Chủ trì: UBND 2 tỉnh. Thời hạn 31/07/2024, quá hạn 2 ngày. Đã hoàn thành 1/2 đơn vị.',
      '- Lai Châu: Chưa thực hiện (quá hạn)',
    ].join('\n'),
  );
});
