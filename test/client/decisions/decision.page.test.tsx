import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Decision } from '#client/decisions/decision-types.ts';
import { decisionRoutes } from '#client/decisions/decisions.routes.ts';
import { type Answers, noAnswer, refusal, renderApp } from '#test/core/render-app.tsx';

const ID = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e42';
const OTHER = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e43';
const yes = { allowed: true, reasons: [] };
const no = (text: string) => ({ allowed: false, reasons: [{ code: 'x', text }] });

function aDecision(change: Partial<Decision> = {}): Decision {
  return {
    id: ID,
    version: 5,
    status: 'signed',
    fullNumber: '',
    documentType: 'QĐ-UBND',
    decidedOn: null,
    signedOn: '2024-02-26',
    cancellation: null,
    isDemo: true,
    today: '2024-03-01',
    draft: {
      subject: 'Về việc tặng Bằng khen',
      issuerLine: 'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN',
      headerOrg: 'ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN',
      place: 'Lạng Sơn',
      way: 'thematic',
      commonSentence: 'Đã có thành tích xuất sắc',
      signatoryCapacity: 'CHỦ TỊCH',
      signatoryName: 'Hồ Văn Mẫu',
      legalBases: ['Căn cứ Luật Thi đua, khen thưởng;'],
      articles: ['Tặng Bằng khen.'],
      submissionLetter: '',
      qrOnCertificates: true,
    },
    items: [
      anItem('n1', 'collective', 'Hợp tác xã Mẫu', 300, 5_400_000),
      anItem('n2', 'individual', 'Ông Lò Văn Khuông', 150, 2_700_000),
    ],
    money: {
      onDate: '2024-02-27',
      isFrozen: false,
      totalVnd: 8_100_000,
      unknownCount: 0,
      source: 'Nghị định 98/2023/NĐ-CP',
      coefficients: [{ kind: 'collective', certainty: 'memory' }],
      reasons: [],
    },
    candidates: [],
    warnings: [],
    files: [],
    actions: {
      save: no('Quyết định đã ký, đang chờ số.'),
      setItems: no('Quyết định đã ký, đang chờ số.'),
      setSentence: no('Quyết định đã ký, đang chờ số.'),
      attach: no('Quyết định đã ký, đang chờ số.'),
      submit: no('x'),
      returnToDraft: yes,
      recordSigned: no('x'),
      issue: yes,
      cancel: no('x'),
      print: no('Chưa có bằng để in'),
      advance: no('x'),
    },
    ...change,
  } as unknown as Decision;
}

function anItem(
  nominationId: string,
  kind: string,
  printedName: string,
  coefficientHundredths: number,
  prizeVnd: number,
) {
  const prize = { coefficientHundredths, baseSalaryVnd: 1_800_000, prizeVnd, certainty: 'memory' };
  return {
    nominationId,
    kind,
    printedName,
    printedPlace: 'xã Mẫu',
    unitName: 'Sơn La',
    position: coefficientHundredths,
    prize,
  };
}

const open = (answers: Answers = {}, change: Partial<Decision> = {}, search = '') =>
  renderApp(
    `/quyet-dinh/${ID}${search}`,
    { 'decisions.byId': () => aDecision(change), 'certificates.ofDecision': () => [], ...answers },
    decisionRoutes,
  );

async function openDialog() {
  await userEvent.click(await screen.findByRole('button', { name: 'Ghi số và ngày văn thư đã cấp' }));
  return within(await screen.findByRole('dialog'));
}

const issued = { certificateCount: 2, goldenBookFrom: 386, goldenBookTo: 387 };

test('a double click on "Ban hành" sends one issue, with the paper\'s number and date', async () => {
  const sent: Record<string, unknown>[] = [];
  let answer: (value: unknown) => void = () => undefined;
  await open({
    'decisions.issue': (input: never) => {
      sent.push(input);
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
  });
  const dialog = await openDialog();
  await userEvent.type(dialog.getByLabelText(/Số, ký hiệu/), '372');

  await userEvent.dblClick(dialog.getByRole('button', { name: 'Ban hành' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  answer(issued);

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent).toEqual([
    {
      id: ID,
      seenVersion: 5,
      number: '372',
      decidedOn: '2024-03-01',
      idempotencyKey: expect.stringMatching(/^[0-9a-f-]{36}$/),
    },
  ]);
  expect(await screen.findByText('Đã ban hành: 2 bằng, số sổ vàng 386 – 387')).toBeTruthy();
});

test('after a lost answer "Thử lại" sends the same key, so that nothing is issued twice', async () => {
  const keys: unknown[] = [];
  await open({
    'decisions.issue': (input: { idempotencyKey: string }) => {
      keys.push(input.idempotencyKey);
      if (keys.length === 1) throw noAnswer();
      return issued;
    },
  });
  const dialog = await openDialog();
  await userEvent.type(dialog.getByLabelText(/Số, ký hiệu/), '372');
  await userEvent.click(dialog.getByRole('button', { name: 'Ban hành' }));

  await userEvent.click(await dialog.findByRole('button', { name: 'Thử lại' }));

  await waitFor(() => expect(keys).toHaveLength(2));
  expect(keys[1]).toBe(keys[0]);
});

test('a number already used is said on its field, with the way to the decision that has it', async () => {
  await open({
    'decisions.issue': () => {
      throw refusal('UNPROCESSABLE_CONTENT', [
        {
          code: 'decision.number-taken',
          field: 'number',
          text: 'Số 372/QĐ-UBND năm 2024 đã ghi cho quyết định khác',
          facts: { decisionId: OTHER },
        } as never,
      ]);
    },
  });
  const dialog = await openDialog();
  await userEvent.type(dialog.getByLabelText(/Số, ký hiệu/), '372');
  await userEvent.click(dialog.getByRole('button', { name: 'Ban hành' }));

  expect((await dialog.findByRole('link', { name: 'Mở quyết định đang giữ số này' })).getAttribute('href')).toBe(
    `/quyet-dinh/${OTHER}`,
  );
  expect(dialog.getByLabelText(/Số, ký hiệu/).getAttribute('aria-invalid')).toBe('true');
});

test.each([
  { number: '', date: '27/02/2024', says: /Ghi số như trên bản giấy/ },
  { number: 'ba trăm', date: '27/02/2024', says: /Ghi số như trên bản giấy/ },
  { number: '372', date: '31/02/2024', says: /ngày hợp lệ|không có ngày/i },
])('"$number" of $date is not sent', async ({ number, date, says }) => {
  const sent: unknown[] = [];
  await open({ 'decisions.issue': (input: never) => sent.push(input) });
  const dialog = await openDialog();
  if (number) await userEvent.type(dialog.getByLabelText(/Số, ký hiệu/), number);
  const day = dialog.getByLabelText(/^Ngày ban hành/);
  await userEvent.clear(day);
  await userEvent.type(day, date);

  await userEvent.click(dialog.getByRole('button', { name: 'Ban hành' }));

  expect((await dialog.findAllByText(says)).length).toBeGreaterThan(0);
  expect(sent).toEqual([]);
});

test('the money names formula, sum and what has to be looked up', async () => {
  await open({}, {}, '?muc=tien-thuong');

  expect(await screen.findByText('1,5 × 1.800.000 = 2.700.000')).toBeTruthy();
  expect(screen.getByText('3 × 1.800.000 = 5.400.000')).toBeTruthy();
  expect(screen.getByText('8.100.000 đồng')).toBeTruthy();
  expect(screen.getByText(/Hệ số tập thể: chưa đối chiếu được văn bản gốc/)).toBeTruthy();
});

test('a step that is closed says why', async () => {
  await open({}, {
    status: 'draft',
    actions: { ...aDecision().actions, submit: no('Danh sách kèm theo còn trống.') },
  } as never);

  expect((await screen.findByRole('button', { name: 'Trình ký' })).hasAttribute('disabled')).toBe(true);
  expect(screen.getByText('Danh sách kèm theo còn trống.')).toBeTruthy();
});

test('certificates of several states cannot be recorded in one step; those of one can', async () => {
  const sent: unknown[] = [];
  const row = (id: string, status: string, printedName: string) => ({
    id,
    version: 1,
    goldenBookNumber: 386,
    printedName,
    unitName: 'Sơn La',
    status,
    cancelledOn: null,
    handedOn: null,
    verifyPath: '/verify/X',
  });
  await open(
    {
      'certificates.ofDecision': () => [row('c1', 'made', 'Tổ Một'), row('c2', 'printed', 'Tổ Hai')],
      'certificates.advance': (input: never) => {
        sent.push(input);
        return { count: 1 };
      },
    },
    { status: 'issued', actions: { ...aDecision().actions, advance: yes, print: yes } } as never,
    '?muc=bang',
  );

  await userEvent.click(await screen.findByRole('checkbox', { name: 'Chọn bằng của Tổ Một' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Chọn bằng của Tổ Hai' }));
  expect(screen.getByText(/ở các bước khác nhau/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Ghi nhận đã in' }).hasAttribute('disabled')).toBe(true);

  await userEvent.click(screen.getByRole('checkbox', { name: 'Chọn bằng của Tổ Hai' }));
  await userEvent.click(screen.getByRole('button', { name: 'Ghi nhận đã in' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ to: 'printed', items: [{ id: 'c1', seenVersion: 1 }] });
});
