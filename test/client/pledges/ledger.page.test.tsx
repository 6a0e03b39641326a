import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Ledger, PledgeRuleView } from '#client/pledges/pledge-types.ts';
import { type Answers, aSession, renderApp } from '#test/core/render-app.tsx';

const YEAR = '01900000-0000-7000-8000-000000000001';
const BUDGET = '01900000-0000-7000-8000-000000000003';
const QUARTER = '01900000-0000-7000-8000-000000000006';

type Cell = Ledger['indicators'][number]['cells'][number];
const nothing = { value: null, share: null, note: '', savedAt: null, savedBy: '', version: 0 };
const aCell = (unitId: string, first: number | null, about: Partial<Cell> = {}): Cell => ({
  unitId,
  target: 10_000,
  actual: null,
  outcome: 'no-figure',
  share: null,
  why: 'Kế hoạch 1.000,0 tỷ đồng; chưa có số trong báo cáo năm đã tiếp nhận.',
  progress: [
    { ...nothing, quarter: 1, value: first },
    ...([2, 3, 4] as const).map((quarter) => ({ ...nothing, quarter })),
  ],
  ...about,
});

const aQuarter: NonNullable<Ledger['members'][number]['quarters'][number]> = {
  id: QUARTER,
  asOf: '2023-03-20',
  savedAt: '2023-04-05T03:00:00.000Z',
  savedBy: 'Lò Văn Mẫu',
  version: 3,
  files: [
    {
      id: '01900000-0000-7000-8000-000000000007',
      name: 'Báo cáo quý I.pdf',
      mediaType: 'application/pdf',
      sizeBytes: 2_048,
      createdAt: '2023-04-05T03:10:00.000Z',
      createdByName: 'Lò Văn Mẫu',
    },
  ],
};

const EXACT = 'So sánh đúng số: Đạt khi bằng kế hoạch, Vượt khi tốt hơn kế hoạch, không có dung sai.';
const aLedger = (): Ledger => ({
  pledgeId: '01900000-0000-7000-8000-000000000002',
  isDemo: false,
  today: '2023-05-10',
  rule: { words: { vi: EXACT, en: EXACT } },
  quarters: ([1, 2, 3, 4] as const).map((quarter) => ({
    quarter,
    startsOn: `2023-${['01', '04', '07', '10'][quarter - 1]}-01`,
    endsOn: `2023-${['03-31', '06-30', '09-30', '12-31'][quarter - 1]}`,
    state: quarter === 1 ? 'over' : quarter === 2 ? 'running' : 'ahead',
    reasons: quarter <= 2 ? [] : [{ code: 'progress.quarter-ahead', text: 'Chưa tới quý.' }],
  })),
  members: [
    {
      unitId: 'SL',
      name: 'Sơn La',
      isActive: true,
      reportId: null,
      isMine: true,
      quarters: [aQuarter, null, null, null],
    },
    {
      unitId: 'CB',
      name: 'Cao Bằng',
      isActive: false,
      reportId: null,
      isMine: false,
      quarters: [null, null, null, null],
    },
  ],
  indicators: [
    {
      id: BUDGET,
      name: 'Thu ngân sách nhà nước',
      unitOfMeasure: 'tỷ đồng',
      kind: 'flow',
      decimals: 1,
      aggregation: 'sum',
      better: 'up',
      cells: [aCell('SL', 2_500, { share: null }), aCell('CB', null)],
    },
  ],
});

const aRule = (about: Partial<PledgeRuleView> = {}): PledgeRuleView => ({
  clusterYearId: YEAR,
  rule: {
    keptFrom: 1000,
    exceededFrom: 1000,
    source: '',
    enteredBy: '',
    enteredOn: null,
    enteredAt: '',
    version: 0,
    words: { vi: EXACT, en: EXACT },
  },
  isExact: true,
  takesReason: true,
  mayPrepare: true,
  reasons: [],
  ...about,
});

const open = (answers: Answers = {}, search = '') =>
  renderApp(`/cum/${YEAR}/giao-uoc/theo-doi${search}`, {
    'accounts.me': () => aSession(),
    'pledges.ledger': () => ({
      clusterYear: { id: YEAR, year: 2023, name: 'Năm 2023', clusterName: 'Cụm A', chairName: 'Lạng Sơn' },
      ledger: aLedger(),
    }),
    'pledges.rule': () => aRule(),
    ...answers,
  });

test('the rule stands over the results; changing it asks for the source and, once agreed, for the reason', async () => {
  const sent: unknown[] = [];
  await open({
    'pledges.saveRule': (input) => {
      sent.push(input);
      return { version: 1, toldCount: 6 };
    },
  });
  const user = userEvent.setup();
  expect(await screen.findByText(EXACT)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Đổi mức Đạt, Vượt' }));
  const dialog = await screen.findByRole('dialog', { name: 'Mức Đạt, Vượt của năm' });
  const kept = within(dialog).getByLabelText(/^Đạt từ/);
  await user.clear(kept);
  await user.type(kept, '40');
  await user.click(within(dialog).getByRole('button', { name: 'Lưu cách đánh giá' }));
  expect(await within(dialog).findByText('Nhập từ 50 đến 100')).toBeTruthy();
  await user.clear(kept);
  await user.type(kept, '95');
  expect(within(dialog).getByText(/^Đạt từ 95% kế hoạch, Vượt khi tốt hơn 100%/)).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Lưu cách đánh giá' }));
  expect(within(dialog).getByText(/^Ghi rõ Quy chế nào/)).toBeTruthy();
  expect(within(dialog).getByText('Nhập ít nhất 10 ký tự')).toBeTruthy();
  expect(sent).toEqual([]);
  await user.type(within(dialog).getByLabelText(/^Căn cứ/), 'Quy chế Cụm A, Điều 9');
  await user.type(within(dialog).getByLabelText(/^Lý do đổi/), 'Theo Quy chế sửa đổi.');
  await user.click(within(dialog).getByRole('button', { name: 'Lưu cách đánh giá' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ keptFrom: 950, exceededFrom: 1000, seenVersion: 0, source: 'Quy chế Cụm A, Điều 9' });
});

test('who may not change the rule sees no button; summed up it says why it stands', async () => {
  const text = 'Báo cáo năm đã tổng hợp nên mức Đạt, Vượt không đổi nữa.';
  await open({ 'pledges.rule': () => aRule({ reasons: [{ code: 'pledge-rule.summed-up', text }] }) });
  expect(await screen.findByText(text)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Đổi mức Đạt, Vượt' })).toBeNull();
});

test('a quarter shows its day and its documents; the member adds more, and changes the day alone', async () => {
  const sent: unknown[] = [];
  await open({
    'pledges.saveProgress': (input) => {
      sent.push(input);
      return { count: 0 };
    },
  });
  const user = userEvent.setup();
  const table = await screen.findByRole('region', { name: 'Ngày của số liệu và tài liệu minh chứng của Sơn La' });
  expect(within(table).getByText('20/03/2023')).toBeTruthy();
  expect(within(table).getByRole('link', { name: 'Báo cáo quý I.pdf' })).toBeTruthy();
  expect(within(table).getAllByRole('row')).toHaveLength(3);
  await user.click(within(table).getByRole('button', { name: 'Minh chứng quý I' }));
  const evidence = await screen.findByRole('dialog', { name: 'Tài liệu minh chứng quý I' });
  expect(within(evidence).getByRole('button', { name: 'Tải tệp lên' })).toBeTruthy();
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: 'Ghi tiến độ quý I' }));
  const dialog = await screen.findByRole('dialog', { name: 'Tiến độ quý I của Sơn La' });
  const day = within(dialog).getByLabelText(/^Số liệu tính đến ngày/);
  await user.clear(day);
  await user.type(day, '31/12/2022');
  expect(within(dialog).getByText(/^Chọn ngày từ 01\/01\/2023 đến 10\/05\/2023/)).toBeTruthy();
  expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Lưu' }).disabled).toBe(true);
  await user.clear(day);
  await user.type(day, '31/03/2023');
  await user.click(within(dialog).getByRole('button', { name: 'Lưu' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ quarter: 1, asOf: '2023-03-31', seenVersion: 3, items: [] });
});

test('one indicator over all members: who is missing is missing, and the whole says of how many it is', async () => {
  await open({}, `?chi-tieu=${BUDGET}`);
  const table = await screen.findByRole('region', { name: 'Thu ngân sách nhà nước (tỷ đồng): các đơn vị' });
  expect(within(table).getByRole('row', { name: /Cao Bằng \(đã rời Cụm\)/ })).toBeTruthy();
  const whole = within(table).getByRole('row', { name: /Toàn Cụm/ });
  expect(whole.textContent).toContain('2.000,0');
  expect(whole.textContent).toContain('250,01/2 đơn vị');
  expect(screen.queryByRole('button', { name: 'Ghi tiến độ quý I' })).toBeNull();
});
