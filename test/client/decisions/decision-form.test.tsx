import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Decision } from '#client/decisions/decision-types.ts';
import { decisionRoutes } from '#client/decisions/decisions.routes.ts';
import type { DecisionDraft } from '#shared/decisions/decisions.schema.ts';
import { type Answers, refusal, renderApp } from '#test/core/render-app.tsx';

const ID = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e42';
const DRAFT: DecisionDraft = {
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
};
const yes = { allowed: true, reasons: [] };
const no = { allowed: false, reasons: [] };

const aDraft = (version: number, draft: Partial<DecisionDraft> = {}): Decision =>
  ({
    id: ID,
    version,
    status: 'draft',
    fullNumber: '',
    documentType: 'QĐ-UBND',
    decidedOn: null,
    signedOn: null,
    cancellation: null,
    isDemo: true,
    today: '2024-03-01',
    draft: { ...DRAFT, ...draft },
    items: [],
    money: {
      onDate: '2024-03-01',
      isFrozen: false,
      totalVnd: null,
      unknownCount: 0,
      source: '',
      coefficients: [],
      reasons: [],
    },
    candidates: [],
    warnings: [],
    files: [],
    actions: {
      save: yes,
      setItems: yes,
      setSentence: yes,
      attach: yes,
      submit: no,
      returnToDraft: no,
      recordSigned: no,
      issue: no,
      cancel: no,
      print: no,
      advance: no,
    },
  }) as unknown as Decision;

type Save = { seenVersion: number; draft: DecisionDraft };

async function open(answers: Answers) {
  const user = userEvent.setup();
  const app = await renderApp(`/quyet-dinh/${ID}`, { 'audit.ofRecord': () => [], ...answers }, decisionRoutes);
  await screen.findByLabelText(/Trích yếu/);
  return { user, ...app };
}

const subject = () => screen.getByLabelText(/Trích yếu/) as HTMLInputElement;
const saveButton = () => screen.getByRole('button', { name: 'Lưu dự thảo' });

test('two at one draft: the second sees both texts, chooses, and saves over the first', async () => {
  const saves: Save[] = [];
  const theirs = { subject: 'Về việc khen thưởng', place: 'TP. Lạng Sơn' };
  let held = aDraft(5);
  const { user } = await open({
    'decisions.byId': () => held,
    'decisions.save': (input: Save) => {
      saves.push(input);
      if (saves.length === 1) {
        held = aDraft(6, theirs);
        const facts = { who: 'Nông Thị Hoa', changedAt: '2024-03-01T02:05:00.000Z', what: 'Trích yếu' };
        throw refusal('CONFLICT', [{ code: 'decision.changed-meanwhile', text: '…', facts }]);
      }
      held = aDraft(7, input.draft);
      return { id: ID, version: 7 };
    },
  });
  await user.type(subject(), ' năm 2023');
  await user.click(saveButton());
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('Nông Thị Hoa đã lưu lúc 01/03/2024 09:05');
  expect(within(dialog).getByText('Về việc khen thưởng')).toBeTruthy();
  await user.click(within(dialog).getByLabelText('Trích yếu: Lấy bản của tôi'));
  await user.click(within(dialog).getByRole('button', { name: 'Lưu bản đã chọn' }));

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(saves[1]).toMatchObject({
    seenVersion: 6,
    draft: { subject: 'Về việc tặng Bằng khen năm 2023', place: 'TP. Lạng Sơn' },
  });
  expect((screen.getByLabelText(/Địa danh/) as HTMLInputElement).value).toBe('TP. Lạng Sơn');
  expect(saveButton()).toHaveProperty('disabled', true);
});

test('a newer version that comes in does not take away what is being typed', async () => {
  let held = aDraft(5);
  const { user, api } = await open({ 'decisions.byId': () => held });
  await user.type(subject(), ' năm 2023');
  held = aDraft(6, { subject: 'Khác' });
  await api.queryClient.refetchQueries();
  expect(subject().value).toBe('Về việc tặng Bằng khen năm 2023');
});

test('where nothing is typed, the newer version is shown', async () => {
  let held = aDraft(5);
  const { api } = await open({ 'decisions.byId': () => held });
  held = aDraft(6, { subject: 'Khác' });
  await api.queryClient.refetchQueries();
  await waitFor(() => expect(subject().value).toBe('Khác'));
});
