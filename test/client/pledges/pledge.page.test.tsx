import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { PledgeYear } from '#client/pledges/pledge-types.ts';
import { type Answers, aSession, refusal, renderApp } from '#test/core/render-app.tsx';

const YEAR = '01900000-0000-7000-8000-000000000001';
const PLEDGE = '01900000-0000-7000-8000-000000000002';
const BUDGET = '01900000-0000-7000-8000-000000000003';
const SIGNATURE = '01900000-0000-7000-8000-000000000004';
const FILE = '01900000-0000-7000-8000-000000000005';
const HASH = 'a'.repeat(64);
const LOCKED = [{ code: 'pledge.frozen' }];

type Pledge = PledgeYear['pledge'];
type Cell = Pledge['indicators'][number]['cells'][number];
type Signature = Pledge['signatures'][number];

const aCell = (unitId: string, about: Partial<Cell> = {}): Cell => ({
  unitId,
  value: null,
  note: '',
  version: 0,
  prior: 43_951,
  lastTarget: 43_000,
  actual: null,
  outcome: 'no-target',
  ...about,
});

const aSignature = (unitId: string, name: string, about: Partial<Signature> = {}): Signature => ({
  id: null,
  unitId,
  name,
  isActive: true,
  isDemo: false,
  signedOn: null,
  capacity: null,
  signatoryName: null,
  fileId: null,
  files: [],
  sign: LOCKED,
  ...about,
});

function aYear(pledge: Partial<Pledge> = {}, actions: Partial<PledgeYear['actions']> = {}): PledgeYear {
  const members = [
    { unitId: 'SL', name: 'Sơn La', fullName: 'Tỉnh Sơn La', isActive: true },
    { unitId: 'LS', name: 'Lạng Sơn', fullName: 'Tỉnh Lạng Sơn', isActive: true },
  ];
  return {
    clusterYear: { id: YEAR, year: 2024, name: 'Năm thi đua 2024', clusterName: 'Cụm A', chairName: 'Lạng Sơn' },
    today: '2024-03-01',
    members,
    actions: {
      create: LOCKED,
      saveText: LOCKED,
      consult: LOCKED,
      returnToDraft: LOCKED,
      agree: LOCKED,
      openSigning: LOCKED,
      publish: LOCKED,
      reopen: LOCKED,
      ...actions,
    },
    pledge: {
      id: PLEDGE,
      version: 3,
      status: 'draft',
      jointText: 'Thống nhất thi đua năm 2024.',
      isDemo: false,
      contentHash: null,
      seenHash: HASH,
      isFrozen: false,
      frozenAt: null,
      consultDueOn: null,
      publishedOn: null,
      place: null,
      indicators: [
        {
          id: BUDGET,
          name: 'Thu ngân sách',
          unitOfMeasure: 'tỷ đồng',
          kind: 'flow',
          decimals: 1,
          aggregation: 'sum',
          better: 'up',
          isHeadline: true,
          cells: [aCell('SL'), aCell('LS', { value: 76_000, version: 1 })],
          targets: [null, 76_000],
          total: { value: 76_000, counted: 1, members: 2 },
        },
      ],
      opinions: members.map(({ unitId, name }) => ({ unitId, name, given: null, give: LOCKED })),
      ownUnitIds: [],
      targetReasons: [],
      signatures: members.map(({ unitId, name }) => aSignature(unitId, name)),
      signedCount: 0,
      voided: [],
      ...pledge,
    },
  };
}

let sent: Record<string, unknown[]>;
beforeEach(() => {
  sent = {};
});
const keep =
  (path: string, answer: unknown = { version: 4 }) =>
  (input: unknown) => {
    sent[path] = [...(sent[path] ?? []), input];
    return answer;
  };

const open = (year: PledgeYear | (() => PledgeYear), answers: Answers = {}) =>
  renderApp(`/cum/${YEAR}/giao-uoc`, {
    'accounts.me': () => aSession({ permissions: ['pledges.saveText', 'pledges.saveTargets'] as never }),
    'pledges.ofYear': () => (typeof year === 'function' ? year() : year),
    ...answers,
  });

test('a target in the wrong unit of measure is doubted, put right with one press, and saved', async () => {
  const user = userEvent.setup();
  const save = keep('saveTargets', { targets: [{ indicatorVersionId: BUDGET, version: 1 }] });
  await open(aYear({ ownUnitIds: ['SL'] }), { 'pledges.saveTargets': save });
  const grid = screen.getByRole('table', { name: 'Chỉ tiêu của Sơn La' });
  expect(within(grid).getByText('4.395,1')).toBeDefined(); // last year's actual
  expect(within(grid).getByText('4.300,0')).toBeDefined(); // and target
  const cell = within(grid).getByRole('textbox', { name: 'Chỉ tiêu: Thu ngân sách (tỷ đồng)' });
  await user.type(cell, '4600000,0');
  expect(await within(grid).findByText('Kiểm tra lại đơn vị tính: có phải 4.600,0 tỷ đồng?')).toBeDefined();
  await user.click(within(grid).getByRole('button', { name: 'Sửa thành 4.600,0' }));
  await user.click(screen.getByRole('button', { name: 'Lưu chỉ tiêu' }));
  await waitFor(() =>
    expect(sent.saveTargets?.at(-1)).toEqual({
      id: PLEDGE,
      unitId: 'SL',
      targets: [{ indicatorVersionId: BUDGET, value: 46_000, note: '', seenVersion: 0 }],
    }),
  );
});

test('an odd figure that is right takes a word, and is never blocked', async () => {
  const user = userEvent.setup();
  const save = keep('saveTargets', { targets: [{ indicatorVersionId: BUDGET, version: 1 }] });
  await open(aYear({ ownUnitIds: ['SL'] }), { 'pledges.saveTargets': save });
  await user.type(screen.getByRole('textbox', { name: 'Chỉ tiêu: Thu ngân sách (tỷ đồng)' }), '9000');
  await user.click(await screen.findByRole('button', { name: 'Số này đúng' }));
  await user.click(screen.getByRole('button', { name: 'Lưu chỉ tiêu' }));
  await waitFor(() =>
    expect(sent.saveTargets?.at(-1)).toMatchObject({ targets: [{ value: 90_000, note: 'Đã kiểm tra, số đúng.' }] }),
  );
});

test('the second of two editors of a target sees both figures, chooses, and saves over the newer one', async () => {
  const user = userEvent.setup();
  let theirs = aCell('SL', { value: 45_000, version: 1 });
  const year = () => {
    const shown = aYear({ ownUnitIds: ['SL'] });
    const [indicator] = shown.pledge.indicators;
    return {
      ...shown,
      pledge: { ...shown.pledge, indicators: [{ ...indicator!, cells: [theirs, indicator!.cells[1]!] }] },
    };
  };
  await open(year, {
    'pledges.saveTargets': ((input: { targets: { seenVersion: number }[] }) => {
      keep('saveTargets')(input);
      if (input.targets[0]!.seenVersion === 2) return { targets: [{ indicatorVersionId: BUDGET, version: 3 }] };
      theirs = aCell('SL', { value: 47_000, version: 2 });
      throw refusal('CONFLICT', [{ code: 'pledge.target-changed-meanwhile', text: 'Thu ngân sách: …' }]);
    }) as never,
  });
  const cell = screen.getByRole('textbox', { name: 'Chỉ tiêu: Thu ngân sách (tỷ đồng)' });
  await user.clear(cell);
  await user.type(cell, '4600,0');
  await user.click(screen.getByRole('button', { name: 'Lưu chỉ tiêu' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/4\.700,0 tỷ đồng/)).toBeDefined();
  expect(within(dialog).getByText(/4\.600,0 tỷ đồng/)).toBeDefined();
  await user.click(within(dialog).getByRole('radio', { name: /Lấy bản của tôi/ }));
  await user.click(within(dialog).getByRole('button', { name: 'Lưu bản đã chọn' }));
  await waitFor(() => expect(sent.saveTargets?.at(-1)).toMatchObject({ targets: [{ value: 46_000, seenVersion: 2 }] }));
});

test('freezing names who has not answered, who asks for changes, who has no target, and sends what was seen', async () => {
  const user = userEvent.setup();
  const given = {
    stance: 'amend' as const,
    opinion: 'Sửa câu 1.',
    givenAt: '2024-02-28T03:00:00Z',
    by: 'A',
    isOld: false,
  };
  const opinions = [
    { unitId: 'SL', name: 'Sơn La', given: null, give: LOCKED },
    { unitId: 'LS', name: 'Lạng Sơn', given, give: LOCKED },
  ];
  const year = aYear({ status: 'consulting', opinions }, { agree: [] });
  year.pledge.indicators[0]!.cells[1] = aCell('LS', { value: 76_000_000, prior: 79_056, version: 1 });
  await open(year, { 'pledges.agree': keep('agree') });
  await user.click(screen.getByRole('button', { name: 'Thống nhất nội dung' }));
  const dialog = await screen.findByRole('dialog', { name: 'Thống nhất nội dung' });
  expect(dialog.textContent).toContain('Chưa cho ý kiến: Sơn La.');
  expect(dialog.textContent).toContain('Đề nghị sửa đổi: Lạng Sơn.');
  expect(dialog.textContent).toContain('Chưa đăng ký chỉ tiêu nào: Sơn La.');
  expect(dialog.textContent).toContain('Lạng Sơn, Thu ngân sách: Kiểm tra lại đơn vị tính: có phải 7.600,0 tỷ đồng?');
  await user.click(within(dialog).getByRole('button', { name: 'Thống nhất nội dung' }));
  await waitFor(() => expect(sent.agree).toEqual([{ id: PLEDGE, seenVersion: 3, seenHash: HASH }]));
});

test('a signature is recorded with name, capacity, day and scan; each missing one is said', async () => {
  const user = userEvent.setup();
  const file = {
    id: FILE,
    name: 'Trang ký.pdf',
    mediaType: 'application/pdf',
    sizeBytes: 9,
    createdAt: '',
    createdByName: '',
  };
  const signatures = [
    aSignature('SL', 'Sơn La', { id: SIGNATURE, sign: [], files: [file] }),
    aSignature('LS', 'Lạng Sơn', { id: PLEDGE, signedOn: '2024-02-29', capacity: 'CHỦ TỊCH', isDemo: true }),
  ];
  await open(aYear({ status: 'signing', contentHash: HASH, signatures, signedCount: 1 }), {
    'pledges.sign': keep('sign'),
  });
  await user.click(screen.getByRole('button', { name: 'Ghi nhận ký kết: Sơn La' }));
  const dialog = await screen.findByRole('dialog', { name: 'Ghi nhận ký kết: Sơn La' });
  await user.click(within(dialog).getByRole('button', { name: 'Ghi nhận ký' }));
  expect(within(dialog).getByText('Chưa nhập ô này')).toBeDefined();
  expect(within(dialog).getByText('Chưa chọn ô này')).toBeDefined();
  expect(sent.sign).toBeUndefined();
  await user.type(within(dialog).getByLabelText(/^Người ký/), 'Nguyễn Văn Mẫu');
  await user.selectOptions(within(dialog).getByLabelText(/^Chức vụ người ký/), 'other');
  await user.type(within(dialog).getByLabelText(/^Chức vụ như trên văn bản/), 'TUQ. CHỦ TỊCH');
  await user.click(within(dialog).getByRole('button', { name: 'Ghi nhận ký' }));
  await waitFor(() =>
    expect(sent.sign).toEqual([
      {
        signatureId: SIGNATURE,
        seenHash: HASH,
        signatoryName: 'Nguyễn Văn Mẫu',
        capacity: 'TUQ. CHỦ TỊCH',
        signedOn: '2024-03-01',
        fileId: FILE,
      },
    ]),
  );
});

test('opening the content again says how many signatures fall, and whose; members see the void ones with the reason', async () => {
  const user = userEvent.setup();
  const signed = { id: SIGNATURE, signedOn: '2024-02-29', capacity: 'CHỦ TỊCH' };
  const signatures = [aSignature('SL', 'Sơn La', signed), aSignature('LS', 'Lạng Sơn', { ...signed, id: PLEDGE })];
  const voided = [
    {
      id: FILE,
      unitName: 'Sơn La',
      signedOn: '2024-02-20',
      signatory: 'CHỦ TỊCH',
      voidedAt: '2024-02-25T20:00:00.000Z',
      voidedBy: 'Trưởng phòng',
      reason: 'Thêm chỉ tiêu.',
      fileId: null,
      isSignedAgain: true,
    },
  ];
  await open(aYear({ status: 'signing', contentHash: HASH, signatures, signedCount: 2, voided }, { reopen: [] }));
  expect(screen.getByRole('alert').textContent).toContain(
    'Chữ ký ngày 20/02/2024 của Sơn La (CHỦ TỊCH) hết hiệu lực vì nội dung thay đổi ngày 26/02/2024: Thêm chỉ tiêu.',
  );
  await user.click(screen.getByRole('button', { name: 'Mở lại nội dung' }));
  const dialog = await screen.findByRole('dialog', { name: 'Mở lại nội dung' });
  expect(dialog.textContent).toContain('2 chữ ký hết hiệu lực');
  expect(dialog.textContent).toContain('Sơn La, Lạng Sơn');
});

test('a year without a pledge offers the draft to the unit that leads only', async () => {
  const none = { ...aYear(), pledge: null } as never;
  const { unmount } = await open(none);
  expect(screen.getByText(/Năm này chưa có giao ước/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Lập dự thảo giao ước' })).toBeNull();
  unmount();
  await open({ ...aYear({}, { create: [] }), pledge: null } as never, { 'pledges.create': keep('create') });
  await userEvent.setup().click(screen.getByRole('button', { name: 'Lập dự thảo giao ước' }));
  await waitFor(() => expect(sent.create).toMatchObject([{ clusterYearId: YEAR }]));
});
