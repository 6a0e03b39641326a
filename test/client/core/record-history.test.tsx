import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { RecordHistory } from '#client/core/record-history.tsx';
import { noAnswer, renderPiece } from '#test/core/render-app.tsx';

test('the history of a record in the words of the screen', async () => {
  renderPiece(<RecordHistory subjectKind="decision" subjectId="d1" />, {
    'audit.ofRecord': (input: unknown) => {
      expect(input).toEqual({ subjectKind: 'decision', subjectId: 'd1' });
      return [
        {
          id: 'e',
          at: '2024-03-01T03:05:00.000Z',
          actorName: 'Hoàng Thị Lệ',
          action: 'decision.issued',
          reason: null,
          changes: [{ field: 'number', from: null, to: '372/QĐ-UBND' }],
        },
      ];
    },
  });
  expect(await screen.findByText('Ban hành: ghi số và ngày')).toBeTruthy();
  expect(screen.getByText('Hoàng Thị Lệ · 01/03/2024 10:05')).toBeTruthy();
  expect(screen.getByRole('row', { name: 'Số, ký hiệu – 372/QĐ-UBND' })).toBeTruthy();
});

test('a history that cannot be fetched says so', async () => {
  renderPiece(<RecordHistory subjectKind="report" subjectId="r1" />, {
    'audit.ofRecord': () => {
      throw noAnswer();
    },
  });
  expect(await screen.findByText(/Chưa kết nối được máy chủ/, undefined, { timeout: 5000 })).toBeTruthy();
});
