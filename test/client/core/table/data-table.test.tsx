import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DataTable } from '#client/core/table/data-table.tsx';
import { renderPiece } from '#test/core/render-app.tsx';

test('a name keeps its room beside columns of fixed width: the table scrolls instead', () => {
  renderPiece(
    <DataTable
      caption="Sổ khen thưởng"
      rows={[{ name: 'Lò Văn Khuông', place: 'bản Huổi Mẫu' }]}
      rowKey={({ name }) => name}
      empty=""
      columns={[
        { id: 'name', head: 'Tên', cell: ({ name }) => name },
        { id: 'place', head: 'Nơi ở', width: 600, cell: ({ place }) => place },
      ]}
    />,
  );
  // STT 56 + name 160 + place 600.
  expect(screen.getByRole('table').style.minWidth).toBe('816px');
});
