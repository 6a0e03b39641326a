import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, List } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useSession } from '#client/core/session.tsx';
import { ReportQueue } from '#client/reports/report-queue.ts';
import type { Report } from '#client/reports/report-types.ts';
import { formatScaled } from '#shared/core/numbers.ts';

/** Rows typed here without a connection, for a report that was sent before they could be saved: shown, not lost. */
export function Unsaved({ report }: { report: Report }) {
  const { t } = useLingui();
  const { account } = useSession();
  const queue = useMemo(() => new ReportQueue(account.id, report.id), [account.id, report.id]);
  const [rows, setRows] = useState(() => queue.load()?.rows ?? {});
  const kept = report.cells.filter(({ indicatorVersionId }) => rows[indicatorVersionId] !== undefined);
  if (kept.length === 0) return null;
  return (
    <Alert color="orange" title={t`${kept.length} dòng chưa lưu được vì báo cáo đã gửi`} styles={TITLE}>
      <List mb="xs">
        {kept.map(({ indicatorVersionId, name, unitOfMeasure, decimals }) => {
          const { value, note } = rows[indicatorVersionId]!.cell;
          const figure = typeof value === 'number' ? formatScaled(value, decimals) : (value ?? '–');
          return (
            <List.Item key={indicatorVersionId}>
              {`${name}: ${figure} ${unitOfMeasure}${note === '' ? '' : ` (${note})`}`}
            </List.Item>
          );
        })}
      </List>
      <Trans>
        Số này chỉ có trên máy này. Nếu cần, đề nghị Cơ quan thường trực Cụm cho bổ sung; khi báo cáo mở lại, các dòng
        được đưa vào biểu.
      </Trans>{' '}
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          queue.save({});
          setRows({});
        }}
      >
        <Trans>Bỏ các dòng này</Trans>
      </Button>
    </Alert>
  );
}

const TITLE = { title: { color: 'var(--warn-text)' } };
